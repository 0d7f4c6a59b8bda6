"""Takes the rules out of a style sheet that cannot apply. Pure functions.

A selector goes only when it asks for a class or an id that stands nowhere in the book, neither in
a page nor in a script that could set it later; a rule goes with its last selector, and a custom
property when nothing asks for it. So what is left looks as before.
"""

import re
from collections.abc import Iterable
from typing import Any

import tinycss2

_ATTRIBUTE = re.compile(r"""\b(?:class|id)=(?:"([^"]*)"|'([^']*)'|([^\s>"']+))""")
_WORD = re.compile(r"[\w-]+")
_ASKED = re.compile(r"var\(\s*(--[\w-]+)")
_OWN_RULES = ("media", "supports", "layer", "container")


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
    rules = tinycss2.parse_stylesheet(style, skip_comments=True, skip_whitespace=True)
    slimmed = _rules(rules, names)
    asked_elsewhere = set(_ASKED.findall("".join(others)))
    while True:
        lighter = _without_properties(slimmed, asked_elsewhere | set(_ASKED.findall(slimmed)))
        if lighter == slimmed:
            return slimmed
        slimmed = lighter


def _rules(rules: list[Any], names: set[str]) -> str:
    kept = []
    for rule in rules:
        if rule.type == "qualified-rule":
            selectors = [each for each in _selectors(rule.prelude) if _may_apply(each, names)]
            if selectors:
                prelude = ",".join(tinycss2.serialize(each).strip() for each in selectors)
                kept.append(f"{prelude}{{{tinycss2.serialize(rule.content)}}}")
        elif rule.type == "at-rule" and rule.lower_at_keyword in _OWN_RULES and rule.content:
            inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
            if text := _rules(inner, names):
                kept.append(f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{text}}}")
        else:
            kept.append(rule.serialize())
    return "".join(kept)


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


def _without_properties(style: str, asked: set[str]) -> str:
    """Drop the declarations of custom properties that nothing asks for."""
    rules = tinycss2.parse_stylesheet(style)
    return "".join(_rule_without_properties(rule, asked) for rule in rules)


def _rule_without_properties(rule: Any, asked: set[str]) -> str:
    if rule.type == "at-rule" and rule.lower_at_keyword in _OWN_RULES and rule.content:
        inner = tinycss2.parse_rule_list(rule.content)
        text = "".join(_rule_without_properties(each, asked) for each in inner)
        return f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{text}}}" if text else ""
    if rule.type != "qualified-rule":
        return str(rule.serialize())
    declarations = [
        tinycss2.serialize(each).strip()
        for each in _declarations(rule.content)
        if not (each[0].type == "ident" and each[0].value.startswith("--"))
        or each[0].value in asked
    ]
    if not declarations:
        return ""
    return f"{tinycss2.serialize(rule.prelude)}{{{';'.join(declarations)}}}"


def _declarations(content: list[Any]) -> list[list[Any]]:
    declarations: list[list[Any]] = [[]]
    for token in content:
        if token == ";":
            declarations.append([])
        elif declarations[-1] or token.type != "whitespace":
            declarations[-1].append(token)
    return [each for each in declarations if each]
