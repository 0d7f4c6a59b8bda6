"""Takes the rules out of a style sheet that cannot apply. Pure functions.

A selector goes only when it asks for a class or an id that stands nowhere in the book, neither in
a page nor in a script that could set it later; a rule goes with its last selector, and a custom
property when nothing asks for it. So what is left looks as before.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import tinycss2

_ATTRIBUTE = re.compile(r"""\b(?:class|id)=(?:"([^"]*)"|'([^']*)'|([^\s>"']+))""")
_WORD = re.compile(r"[\w-]+")
_ASKED = re.compile(r"var\(\s*(--[\w-]+)")
_GROUPS = ("media", "supports", "layer", "container")


@dataclass
class _Style:
    """A rule with declarations."""

    prelude: str
    declarations: list[str]

    def __str__(self) -> str:
        return f"{self.prelude}{{{';'.join(self.declarations)}}}"


@dataclass
class _Group:
    """A rule with rules, such as ``@media``."""

    prelude: str
    rules: list[Any]

    def __str__(self) -> str:
        return f"{self.prelude}{{{''.join(map(str, self.rules))}}}"


def names_in(pages: Iterable[str], scripts: Iterable[str]) -> set[str]:
    """Collect the classes and ids that elements of a book have or may get.

    Args:
        pages: The HTML of the pages.
        scripts: The scripts; any word in them may be a class that they set.

    Returns:
        The names.
    """
    names: set[str] = set()
    for page in pages:
        for values in _ATTRIBUTE.findall(page):
            names.update(" ".join(values).split())
    for script in scripts:
        names.update(_WORD.findall(script))
    return names


def slim(style: str, names: set[str], others: Iterable[str] = ()) -> str:
    """Take the rules out of a style sheet that cannot apply.

    Args:
        style: The style sheet.
        names: The classes and ids that elements have or may get.
        others: Texts that may ask for the style sheet's custom properties too.

    Returns:
        A style sheet that looks the same in this book.
    """
    rules = _read(tinycss2.parse_stylesheet(style, True, True), names)
    asked_elsewhere = set(_ASKED.findall("".join(others)))
    slimmed = "".join(map(str, rules))
    while True:
        rules = _without_properties(rules, asked_elsewhere | set(_ASKED.findall(slimmed)))
        lighter = "".join(map(str, rules))
        if lighter == slimmed:
            return slimmed
        slimmed = lighter


def _read(rules: list[Any], names: set[str]) -> list[Any]:
    """Read the rules that may apply; what is no style rule and no group stays a text."""
    kept: list[Any] = []
    for rule in rules:
        if rule.type == "qualified-rule":
            selectors = [each for each in _selectors(rule.prelude) if _may_apply(each, names)]
            declarations = _declarations(rule.content)
            if selectors and declarations:
                prelude = ",".join(tinycss2.serialize(each).strip() for each in selectors)
                kept.append(_Style(prelude, declarations))
        elif rule.type == "at-rule" and rule.lower_at_keyword in _GROUPS and rule.content:
            inner = _read(tinycss2.parse_rule_list(rule.content, True, True), names)
            if inner:
                kept.append(_Group(f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}", inner))
        else:
            kept.append(rule.serialize())
    return kept


def _selectors(prelude: list[Any]) -> list[list[Any]]:
    selectors: list[list[Any]] = [[]]
    for token in prelude:
        if token == ",":
            selectors.append([])
        else:
            selectors[-1].append(token)
    return selectors


def _may_apply(selector: list[Any], names: set[str]) -> bool:
    """Tell whether every class and id outside of brackets, such as those of ``:not()``, exists."""
    for before, token in zip([None, *selector], selector, strict=False):
        if token.type == "hash" and token.value not in names:
            return False
        if token.type == "ident" and before == "." and token.value not in names:
            return False
    return True


def _declarations(content: list[Any]) -> list[str]:
    declarations: list[list[Any]] = [[]]
    for token in content:
        if token == ";":
            declarations.append([])
        else:
            declarations[-1].append(token)
    texts = (tinycss2.serialize(each).strip() for each in declarations)
    return [text for text in texts if text]


def _without_properties(rules: list[Any], asked: set[str]) -> list[Any]:
    """Drop the custom properties that nothing asks for, and the rules that held nothing else."""
    kept: list[Any] = []
    for rule in rules:
        if isinstance(rule, _Group):
            if inner := _without_properties(rule.rules, asked):
                kept.append(_Group(rule.prelude, inner))
        elif isinstance(rule, _Style):
            if declarations := [each for each in rule.declarations if _is_asked(each, asked)]:
                kept.append(_Style(rule.prelude, declarations))
        else:
            kept.append(rule)
    return kept


def _is_asked(declaration: str, asked: set[str]) -> bool:
    return not declaration.startswith("--") or declaration.partition(":")[0].strip() in asked
