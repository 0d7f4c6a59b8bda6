"""Looks at the arguments of a widget as far as they stand in the notebook as they are."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from lessonkit.activities.text import listed, nearest, shown
from lessonkit.checks.widget_classes import WidgetClass


@dataclass(frozen=True)
class Wrong:
    """What is wrong with an argument.

    Attributes:
        node: Where it stands.
        what: What is wrong.
        rule: The rule that it breaks.
        found: What stands there.
        fix: What to do about it.
    """

    node: ast.AST
    what: str
    rule: str
    found: str
    fix: str


_NOT_PLAIN = object()
"""Stands for a value that only running the code would tell."""

_RULES = {
    "bool": "True or False",
    "float": "a number",
    "int": "a whole number",
    "Iterable": "a list of ids in square brackets",
    "None": "None",
    "str": "a text in quotes",
}
_KINDS = {bool: "bool", int: "int", float: "float", str: "str", type(None): "None"}


def plain_value(node: ast.expr) -> object:
    """Return the value of an expression that needs no running, or else a value of no use."""
    try:
        return ast.literal_eval(node)
    except (ValueError, TypeError, SyntaxError, MemoryError, RecursionError):
        return _NOT_PLAIN


def is_plain(value: object) -> bool:
    """Tell whether `plain_value` could tell a value."""
    return value is not _NOT_PLAIN


def wrong_arguments(call: ast.Call, widget: WidgetClass) -> Iterator[Wrong]:
    """Find the arguments that a widget does not take, and values that it cannot use.

    Args:
        call: The call.
        widget: The class that is called.

    Yields:
        What is wrong.
    """
    yield from _wrong_number(call, widget)
    for keyword in call.keywords:
        if keyword.arg is None or (keyword.arg == "activity" and widget.activity):
            continue
        if keyword.arg not in widget.arguments:
            yield _unknown(keyword, widget)
        elif note := widget.arguments[keyword.arg]:
            yield from _unfit(keyword, keyword.arg, _alternatives(note))


def _wrong_number(call: ast.Call, widget: WidgetClass) -> Iterator[Wrong]:
    if any(isinstance(each, ast.Starred) for each in call.args):
        return
    most = 1 if widget.activity else 0
    for extra in call.args[most : most + 1]:
        yield Wrong(
            extra,
            f"{widget.name} is given too many values",
            f"{widget.name} takes {'its activity' if most else 'nothing'} without a name, and "
            "everything else with one",
            shown(ast.unparse(extra)),
            "write its name and = in front of it, such as cards=8"
            if "cards" in widget.arguments
            else "remove it, or write its name and = in front of it",
        )
    named = any(keyword.arg in (None, "activity") for keyword in call.keywords)
    if widget.activity and not call.args and not named:
        yield Wrong(
            call,
            f"{widget.name} is given no activity",
            f"{widget.name} shows the activity of a file",
            shown(ast.unparse(call)),
            f'write the path of the file: {widget.name}("activities/….yaml")',
        )


def _unknown(keyword: ast.keyword, widget: WidgetClass) -> Wrong:
    name = str(keyword.arg)
    usual = [each for each, note in widget.arguments.items() if note is not None]
    close = nearest(name, usual) or nearest(name, widget.arguments)
    return Wrong(
        keyword,
        f"{widget.name} does not know '{name}'",
        f"beside its activity, {widget.name} takes {listed(usual)}"
        if usual
        else f"{widget.name} takes nothing",
        shown(ast.unparse(keyword)),
        f"did you mean '{close}'?" if close else "remove it",
    )


def _unfit(keyword: ast.keyword, name: str, allowed: list[str | None]) -> Iterator[Wrong]:
    value = plain_value(keyword.value)
    if not is_plain(value) or not allowed:
        return
    words = [each[1:] for each in allowed if each and each.startswith("=")]
    if isinstance(value, list | tuple | set):
        fits = "Iterable" in allowed
    else:
        kind = _KINDS.get(type(value))
        fits = kind in allowed or (kind == "int" and "float" in allowed) or value in words
    if fits:
        return
    close = nearest(value, words)
    rules = [_RULES[each] for each in allowed if each in _RULES]
    rule = listed([*map(repr, words), *rules], "or")
    written = shown(ast.unparse(keyword))
    yield Wrong(
        keyword,
        f"{written} cannot be used",
        f"'{name}' is {rule}",
        written,
        f"did you mean {close!r}?" if close else f"write {rule}",
    )


def _alternatives(note: ast.expr) -> list[str | None]:
    """Return what an annotation allows: names of types, and each word of a Literal after an =."""
    if isinstance(note, ast.Constant) and isinstance(note.value, str):
        note = ast.parse(note.value, mode="eval").body
    if isinstance(note, ast.BinOp):
        return [*_alternatives(note.left), *_alternatives(note.right)]
    if isinstance(note, ast.Constant):
        return [str(note.value)]
    if isinstance(note, ast.Name):
        return [note.id]
    if isinstance(note, ast.Subscript) and isinstance(note.value, ast.Name):
        if note.value.id != "Literal":
            return [note.value.id]
        words = note.slice.elts if isinstance(note.slice, ast.Tuple) else [note.slice]
        return [f"={ast.literal_eval(word)}" for word in words]
    return []
