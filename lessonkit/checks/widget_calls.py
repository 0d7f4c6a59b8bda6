"""Finds the calls of our widgets in a notebook's code, which is read and never run."""

import ast
import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field

from lessonkit.activities.problems import Problem
from lessonkit.activities.text import listed, nearest, shown
from lessonkit.checks.notebook_cells import CodeCell
from lessonkit.checks.widget_classes import widget_modules

_HOMES = ("lessonkit", "lessonkit.widgets")
_LOADERS = {"Path", "load_activity"}
"""What may stand around the path of an activity."""

_CELL_MAGIC = re.compile(r"%%(\w+)")
_PYTHON_MAGICS = {"capture", "prun", "time", "timeit"}
"""The magics of a whole cell that leave its code Python."""

_LINE_MAGIC = re.compile(r"^([ \t]*)(?:[%!?].*|\S.*\?{1,2}[ \t]*)$", re.MULTILINE)
_ASSIGNED_MAGIC = re.compile(r"^([ \t]*[\w, ]+=)[ \t]*[%!].*$", re.MULTILINE)


@dataclass(frozen=True)
class WidgetCall:
    """One call that makes a widget.

    Attributes:
        widget: The class.
        node: The call.
        cell: The cell it stands in.
    """

    widget: str
    node: ast.Call
    cell: CodeCell

    def line(self, node: ast.AST) -> int:
        """Return the line of the notebook's file in which a part of the call stands."""
        return self.cell.line(getattr(node, "lineno", self.node.lineno))


@dataclass
class NotebookCode:
    """What the code of a notebook says.

    Attributes:
        calls: The calls that make a widget.
        texts: Every text in quotes.
        problems: What cannot be run, or is named wrongly.
    """

    calls: list[WidgetCall] = field(default_factory=list)
    texts: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)
    _constants: dict[str, str | None] = field(default_factory=dict)

    def path_of(self, node: ast.expr) -> str | None:
        """Return the path that an expression means, or None where only running it would tell.

        Args:
            node: A text in quotes, a name that was given one, or one of these in ``Path(…)`` or
                ``load_activity(…)``.
        """
        # Nobody writes more of them around each other.
        for _ in range(4):
            if isinstance(node, ast.Constant):
                return node.value if isinstance(node.value, str) else None
            if isinstance(node, ast.Name):
                return self._constants.get(node.id)
            if not isinstance(node, ast.Call) or len(node.args) != 1 or node.keywords:
                return None
            called = node.func.attr if isinstance(node.func, ast.Attribute) else node.func
            if (called.id if isinstance(called, ast.Name) else called) not in _LOADERS:
                return None
            node = node.args[0]
        return None


def read_code(name: str, cells: list[CodeCell]) -> NotebookCode:
    """Read the code of a notebook.

    Args:
        name: The notebook, for the report.
        cells: Its code cells.
    """
    code, names = NotebookCode(), _Names()
    trees = []
    for cell in cells:
        tree = _parsed(cell)
        if isinstance(tree, Problem):
            if not cell.may_fail:
                code.problems.append(_at(name, cell.line(tree.line), tree))
        elif tree:
            trees.append((cell, tree))
            names.take(tree)
            for problem in _wrong_imports(tree):
                code.problems.append(_at(name, cell.line(problem.line), problem))
    code._constants = names.constants
    for cell, tree in trees:
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                code.texts.add(node.value)
            if not isinstance(node, ast.Call):
                continue
            widget = names.widget(node.func)
            if widget in widget_modules() and not cell.may_fail:
                code.calls.append(WidgetCall(widget, node, cell))
                if isinstance(node.func, ast.Name) and node.func.id not in names.bound:
                    problem = _not_imported(widget, node.lineno)
                    code.problems.append(_at(name, cell.line(node.lineno), problem))
    return code


class _Names:
    """What the names in a notebook mean, whichever cell gives them their meaning."""

    def __init__(self) -> None:
        self.bound: dict[str, str] = {}
        self.modules: set[str] = set()
        self.constants: dict[str, str | None] = {}
        self._others: set[str] = set()

    def take(self, tree: ast.Module) -> None:
        """Learn the names of a cell."""
        for node in ast.walk(tree):
            if isinstance(node, ast.Import):
                for alias in node.names:
                    mine = self.modules if alias.name in _HOMES else self._others
                    mine.add(alias.asname or alias.name.partition(".")[0])
            elif isinstance(node, ast.ImportFrom):
                for alias in node.names:
                    if node.module not in _HOMES:
                        self._others.add(alias.asname or alias.name)
                    elif alias.name == "*":
                        self.bound |= {widget: widget for widget in widget_modules()}
                    else:
                        self.bound[alias.asname or alias.name] = alias.name
            elif isinstance(node, ast.Assign):
                for target in node.targets:
                    if isinstance(target, ast.Name):
                        self._give(target.id, node.value)
            elif isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
                self._others.add(node.name)
            elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                self._others.add(node.id)

    def _give(self, name: str, value: ast.expr) -> None:
        # A name that is given two values means one here and another there.
        text = value.value if isinstance(value, ast.Constant) else None
        known = isinstance(text, str) and name not in self.constants
        self.constants[name] = text if known and isinstance(text, str) else None

    def widget(self, called: ast.expr) -> str:
        """Return the widget that is called, or an empty text."""
        if isinstance(called, ast.Name):
            if called.id in self.bound:
                return self.bound[called.id]
            return "" if called.id in self._others or "*" in self._others else called.id
        if isinstance(called, ast.Attribute):
            home = called.value
            while isinstance(home, ast.Attribute):
                home = home.value
            if isinstance(home, ast.Name) and home.id in self.modules:
                return called.attr
        return ""


def _parsed(cell: CodeCell) -> ast.Module | Problem | None:
    """Return the tree of a cell, why it has none, or None where it is no Python."""
    source = cell.source
    if magic := _CELL_MAGIC.match(source.lstrip()):
        if magic[1] not in _PYTHON_MAGICS:
            return None
        blank, _, rest = source.partition("%%")
        source = f"{blank}#{rest}"
    outcome = _tree(source)
    if isinstance(outcome, Problem):
        plain = _ASSIGNED_MAGIC.sub(r"\1 None", source)
        return _tree(_LINE_MAGIC.sub(r"\1pass", plain))
    return outcome


def _tree(source: str) -> ast.Module | Problem:
    flags = ast.PyCF_ONLY_AST | ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = compile(source, "cell", "exec", flags)
    except SyntaxError as error:
        line, why = error.lineno or 1, error.msg
    # Code with a character 0, or with brackets that lie too deep.
    except (ValueError, RecursionError, MemoryError) as error:
        line, why = 1, str(error) or "it is too deep"
    else:
        if isinstance(tree, ast.Module):
            return tree
        line, why = 1, "it is no Python"
    lines = source.split("\n")
    found = lines[line - 1] if 0 < line <= len(lines) else ""
    return Problem(
        "",
        line,
        f"the code of this cell cannot be run: {shown(why, 100)}",
        "a cell of code is Python, with each bracket and quotation mark closed",
        shown(found.strip()) or "the end of the cell",
        "look at this line and the one above it, or copy a cell that works",
    )


def _at(name: str, line: int, found: Problem) -> Problem:
    return Problem(name, line, found.what, found.rule, found.found, found.fix)


def _wrong_imports(tree: ast.Module) -> Iterator[Problem]:
    import lessonkit

    for node in ast.walk(tree):
        if not isinstance(node, ast.ImportFrom) or node.module != "lessonkit":
            continue
        for alias in node.names:
            if alias.name == "*" or alias.name in dir(lessonkit):
                continue
            if _is_a_part(alias.name):
                continue
            close = nearest(alias.name, lessonkit.__all__)
            yield Problem(
                "",
                alias.lineno,
                f"lessonkit has no '{alias.name}'",
                "a notebook imports names that lessonkit has",
                alias.name,
                f"did you mean '{close}'?" if close else f"it has {listed(lessonkit.__all__)}",
            )


def _is_a_part(name: str) -> bool:
    from importlib.util import find_spec

    try:
        return find_spec(f"lessonkit.{name}") is not None
    except (ImportError, ValueError):
        return False


def _not_imported(widget: str, line: int) -> Problem:
    return Problem(
        "",
        line,
        f"{widget} is not imported",
        "what a notebook uses is imported in its first cell of code",
        widget,
        f"add it there: from lessonkit import {widget}",
    )
