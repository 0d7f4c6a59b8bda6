"""Checks what a notebook shows: the paths, the kinds of activity and the arguments of widgets."""

import ast
import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, cast

from lessonkit.activities.problems import ActivityError, Problem
from lessonkit.activities.text import listed, nearest, shown
from lessonkit.checks.activity_files import ActivityFile, ActivityFiles
from lessonkit.checks.arguments import Wrong, is_plain, plain_value, wrong_arguments
from lessonkit.checks.notebook_cells import read_cells
from lessonkit.checks.widget_calls import WidgetCall, read_code
from lessonkit.checks.widget_classes import widget_class

if TYPE_CHECKING:
    from lessonkit.activities.kinds.sorting import SortingActivity

FEWEST_CODES = 3
"""The lowest threshold of a GroupTally, which says why."""

_ABSOLUTE = re.compile(r"[/\\~]|[A-Za-z]:")


@dataclass(frozen=True)
class NotebookReport:
    """What was found in a notebook.

    Attributes:
        errors: What is wrong.
        advice: What could be better.
        names: Every path or name in its code that may lead to an activity.
    """

    errors: list[Problem] = field(default_factory=list)
    advice: list[Problem] = field(default_factory=list)
    names: set[str] = field(default_factory=set)


def check_notebook(name: str, files: ActivityFiles, known: Sequence[str]) -> NotebookReport:
    """Check one notebook.

    Args:
        name: Its path.
        files: Reads the activities that it shows.
        known: The paths of the activities that are checked beside it.

    Returns:
        What was found.
    """
    try:
        code = read_code(name, read_cells(name))
    except ActivityError as error:
        return NotebookReport(error.problems)
    report = NotebookReport(code.problems, names=code.texts)
    for call in code.calls:
        widget = widget_class(call.widget)
        for wrong in wrong_arguments(call.node, widget):
            report.errors.append(_problem(name, call, wrong))
        node = _activity_of(call.node) if widget.activity else None
        path = code.path_of(node) if node else None
        if node is None or path is None:
            continue
        where = (name, call.line(node))
        # A kernel runs in the folder of its notebook.
        target = os.path.normpath(Path(name).parent / path)
        if not _is_there(target):
            report.errors.append(_leads_nowhere(where, path, target, known))
            continue
        if _ABSOLUTE.match(path):
            report.advice.append(_absolute(where, path))
        file = files.get(target)
        if file.problems and file.name not in known:
            report.errors.append(_has_mistakes(where, path, file))
        if file.activity is None:
            continue
        if file.activity.widget != widget.shows:
            report.errors.append(_other_kind(where, call.widget, widget.shows, file))
        elif widget.shows == "SortingExercise":
            deck = cast("SortingActivity", file.activity)
            for wrong in _unfit_for_deck(call.node, deck):
                report.errors.append(_problem(name, call, wrong))
    return report


def _problem(name: str, call: WidgetCall, wrong: Wrong) -> Problem:
    return Problem(name, call.line(wrong.node), wrong.what, wrong.rule, wrong.found, wrong.fix)


def _activity_of(call: ast.Call) -> ast.expr | None:
    if call.args:
        return call.args[0]
    return next((each.value for each in call.keywords if each.arg == "activity"), None)


def _is_there(path: str) -> bool:
    try:
        return Path(path).is_file()
    except (OSError, ValueError):
        return False


def _absolute(where: tuple[str, int], path: str) -> Problem:
    return Problem(
        *where,
        "the path of the activity begins at the root of this computer",
        "a path begins at the notebook's folder, so that it holds on every computer and in the "
        "published book",
        shown(path),
        'write it as "activities/….yaml"',
    )


def _leads_nowhere(where: tuple[str, int], path: str, target: str, known: Sequence[str]) -> Problem:
    plain = path.replace("\\", "/")
    close = _near(plain.rsplit("/", 1)[-1], Path(where[0]).parent, known)
    if close:
        fix = f"did you mean '{close}'?"
    elif plain.endswith((".yaml", ".yml")):
        fix = f"make the file '{shown(target)}', or name another"
    else:
        fix = "write the path of a YAML file"
    return Problem(
        *where,
        "the path leads to no activity",
        "a path begins at the notebook's folder, and large and small letters count"
        + ("; folders are parted by /" if "\\" in path else ""),
        shown(path) or "an empty path",
        fix,
    )


def _near(name: str, folder: Path, known: Sequence[str]) -> str | None:
    """Return the path, from a notebook's folder, of the known activity that comes nearest."""
    paths = [os.path.relpath(each, folder).replace(os.sep, "/") for each in known]
    wanted = name.lower()
    same = [path for path in paths if Path(path).name.lower() == wanted]
    same += [path for path in paths if Path(path).stem.lower() == wanted]
    if same:
        return same[0]
    names = {Path(path).name: path for path in reversed(paths)}
    return names.get(nearest(name, names) or "")


def _has_mistakes(where: tuple[str, int], path: str, file: ActivityFile) -> Problem:
    first = file.problems[0]
    number = len(file.problems)
    return Problem(
        *where,
        f"the activity has {'a mistake' if number == 1 else f'{number:,} mistakes'}",
        "a notebook shows activities without mistakes",
        f"line {first.line} of {shown(path)}: {first.what}",
        f"run: lessonkit check {file.name}",
    )


def _other_kind(where: tuple[str, int], widget: str, shows: str, file: ActivityFile) -> Problem:
    from lessonkit.activities.kinds import KINDS

    kind = next(word for word, model in KINDS.items() if model.widget == shows)
    found = file.activity
    assert found is not None
    return Problem(
        *where,
        f"{widget} cannot show this activity",
        f"{widget} shows activities of the type '{kind}'",
        f"type: {found.type}, in {file.name}",
        f"write {found.widget} instead, or name another file",
    )


def _unfit_for_deck(call: ast.Call, deck: "SortingActivity") -> Iterator[Wrong]:
    """Find arguments that this deck cannot follow, though they are right in themselves."""
    for keyword in call.keywords:
        value = plain_value(keyword.value)
        written = shown(ast.unparse(keyword)) if is_plain(value) else ""
        if keyword.arg == "cards":
            for what, rule, fix in _wrong_cards(value, deck):
                yield Wrong(keyword, what, rule, written, fix)
        elif keyword.arg == "threshold" and type(value) is int and value < FEWEST_CODES:
            yield Wrong(
                keyword,
                "the threshold is too low",
                f"results are shown from {FEWEST_CODES} people on: with fewer one could tell who "
                "has answered what",
                written,
                f"write threshold={FEWEST_CODES} or more",
            )
        elif keyword.arg == "mode" and value in ("practice", "check"):
            open_cards = [card.id for card in deck.cards if card.category is None]
            if open_cards:
                yield Wrong(
                    keyword,
                    f"the deck has no answer for {len(open_cards)} of its cards",
                    f"with {written}, each card has an answer",
                    shown(", ".join(open_cards)),
                    "write mode='opinion', or give each card a 'category' and a 'reason'",
                )


def _wrong_cards(value: object, deck: "SortingActivity") -> Iterator[tuple[str, str, str]]:
    if type(value) is int and value < 1:
        yield (
            "a round needs at least one card",
            "'cards' is a number from 1, or None for all cards",
            "write cards=12, say, or cards=None",
        )
    elif value == "pairs" and not deck.variant_pairs():
        yield (
            "the deck has no pairs",
            "cards='pairs' deals the cards that differ in one detail, which say 'variant_of'",
            "write 'variant_of' under the second card of each pair, or a number of cards",
        )
    elif isinstance(value, list | tuple):
        ids = [card.id for card in deck.cards]
        unknown = [each for each in value if each not in ids]
        twice = [each for each in dict.fromkeys(map(str, value)) if value.count(each) > 1]
        rule = "'cards' names cards of the deck by their ids, each once"
        if not value:
            yield "no card is named", rule, "name some cards, or write cards=None for all"
        for each in unknown:
            close = nearest(each, ids)
            fix = f"did you mean '{close}'?" if close else "name a card that is there, or add it"
            yield f"the deck has no card {shown(repr(each))}", rule, fix
        if twice:
            yield f"{listed(map(repr, twice))} is named twice", rule, "remove one of the two"
