"""What the classes of widgets take, read from their source: importing them takes a second."""

import ast
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_WIDGETS = Path(__file__).parent.parent / "widgets"
_SHARED = ("_base.py", "_course.py")
_OF_EVERY_WIDGET = {"layout": None, "tabbable": None, "tooltip": None}
"""The traits of every ipywidget that somebody may want to set."""


@dataclass(frozen=True)
class WidgetClass:
    """What a widget can be called with.

    Attributes:
        name: The class.
        shows: The class that a kind of activity names, where this one shows that kind.
        activity: Whether the first argument is an activity.
        arguments: The names of the further arguments, each with its annotation, where it has one.
    """

    name: str
    shows: str
    activity: bool
    arguments: dict[str, ast.expr | None]


@cache
def widget_modules() -> dict[str, str]:
    """Return every widget's class, with the name of the file that holds it."""
    return {
        alias.name: f"{node.module.rpartition('.')[2]}.py"
        for node in _tree("__init__.py").body
        if isinstance(node, ast.ImportFrom) and node.module
        for alias in node.names
    }


@cache
def widget_class(name: str) -> WidgetClass:
    """Read what a widget takes.

    Args:
        name: The class, one of `widget_modules`.
    """
    classes = {
        node.name: node
        for file in (*_SHARED, widget_modules()[name])
        for node in _tree(file).body
        if isinstance(node, ast.ClassDef)
    }
    line = _with_bases(name, classes)
    arguments = next((found for each in line if (found := _arguments(each)) is not None), {})
    shows = next((word for each in line if (word := _shown(each))), name)
    activity = arguments.pop("activity", None) is not None
    traits = {trait for each in line for trait in _traits(each)}
    own = {word for each in line for word in _given_to_its_base(each)}
    known = {**_OF_EVERY_WIDGET, **dict.fromkeys(sorted(traits - own)), **arguments}
    return WidgetClass(name, shows, activity, known)


@cache
def _tree(file: str) -> ast.Module:
    return ast.parse((_WIDGETS / file).read_text(encoding="utf-8"))


def _with_bases(name: str, classes: dict[str, ast.ClassDef]) -> list[ast.ClassDef]:
    if name not in classes:
        return []
    own = classes[name]
    bases = [base.id for base in own.bases if isinstance(base, ast.Name)]
    return [own, *(found for base in bases for found in _with_bases(base, classes))]


def _arguments(found: ast.ClassDef) -> dict[str, ast.expr | None] | None:
    for node in found.body:
        if isinstance(node, ast.FunctionDef) and node.name == "__init__":
            return {
                each.arg: each.annotation for each in (*node.args.args[1:], *node.args.kwonlyargs)
            }
    return None


def _given_to_its_base(found: ast.ClassDef) -> list[str]:
    """Return the traits that a class sets itself, by ``super().__init__(name=…)``."""
    return [
        keyword.arg
        for method in found.body
        if isinstance(method, ast.FunctionDef) and method.name == "__init__"
        for node in ast.walk(method)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "__init__"
        for keyword in node.keywords
        if keyword.arg
    ]


def _shown(found: ast.ClassDef) -> str:
    for node in found.body:
        if (
            isinstance(node, ast.Assign)
            and isinstance(node.targets[0], ast.Name)
            and node.targets[0].id == "_shows"
            and isinstance(node.value, ast.Constant)
        ):
            return str(node.value.value)
    return ""


def _traits(found: ast.ClassDef) -> list[str]:
    return [
        target.id
        for node in found.body
        if isinstance(node, ast.Assign) and _is_a_trait(node.value)
        for target in node.targets
        if isinstance(target, ast.Name)
    ]


def _is_a_trait(value: ast.expr) -> bool:
    """Tell whether a value is a trait, such as ``traitlets.Dict().tag(sync=True)``."""
    while isinstance(value, ast.Call | ast.Attribute):
        value = value.func if isinstance(value, ast.Call) else value.value
    return isinstance(value, ast.Name) and value.id == "traitlets"
