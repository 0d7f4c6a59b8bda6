"""Writes an activity as JSON, or its parts as a table.

JSON holds the plain values of the activity's file, so it is valid by the JSON Schema of its kind,
and as JSON is YAML too, `load_activity` reads it.

A table has a row for each card, question or entry, and the columns that ``lessonkit import``
reads. CSV is UTF-8 with a byte order mark, without which Excel takes it for another encoding, has
commas and the line ends of RFC 4180. No cell is a formula: see `lessonkit.tables.formulas`.
"""

import csv
import io
import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from lessonkit.activities.yaml_writer import activity_values
from lessonkit.tables.categories import Categories
from lessonkit.tables.column_names import CATEGORY_WORDS
from lessonkit.tables.formulas import protected
from lessonkit.tables.table import refuse
from lessonkit.tables.workbook import CATEGORIES_SHEET, INSTALL

if TYPE_CHECKING:
    from lessonkit.activities import Activity

TABLES = {
    "sorting": "cards",
    "quick-check": "questions",
    "card-explorer": "cards",
    "opinion-scale": "statements",
    "reflection": "questions",
    "comfort-map": "items",
    "evidence-plot": "effects",
    "planner": "acts",
}
"""The kinds whose parts are a table, and the key of these."""

_CARD = ("id", "text", "category", "reason", "hint", "question", "variant_of", "claims")
_FURTHER = ("defensible 1 category", "defensible 1 reason")
_LIST = ", "

Grid = list[list[str]]
"""Rows of cells; the first names the columns."""


def activity_json(activity: "Activity") -> str:
    """Return an activity as JSON.

    Args:
        activity: The activity.
    """
    return json.dumps(activity_values(activity), indent=2, ensure_ascii=False) + "\n"


def activity_grid(activity: "Activity", file: str) -> Grid:
    """Return the parts of an activity as a table.

    Args:
        activity: The activity.
        file: How messages call its file.

    Raises:
        TableError: The activity is of a kind that no table can hold.
    """
    values = activity_values(activity)
    key = TABLES.get(activity.type, "")
    if key not in values:
        raise refuse(
            file,
            1,
            f"an activity of the kind '{activity.type}' is no table",
            "a table has a row for each card or question",
            f"type: {activity.type}",
            "write it as JSON, with --to json",
        )
    rows = []
    names: dict[str, None] = {}
    if activity.type == "sorting":
        categories = Categories(values["categories"], {})
        values[key] = [_with_words(card, categories) for card in values[key]]
        names = dict.fromkeys([*_CARD[:4], *_FURTHER, *_CARD[4:]])
    for part in values[key]:
        rows.append(_flat(part))
        names.update(dict.fromkeys(rows[-1]))
    ordered = _ordered(list(names))
    grid = [[row.get(name, "") for name in ordered] for row in rows]
    return [ordered, *([protected(cell) for cell in cells] for cells in grid)]


def csv_bytes(grid: Grid) -> bytes:
    """Return a table as a CSV file.

    Args:
        grid: The table.
    """
    file = io.StringIO(newline="")
    csv.writer(file, lineterminator="\r\n").writerows(grid)
    return file.getvalue().encode("utf-8-sig")


def workbook_bytes(activity: "Activity", grid: Grid, file: str) -> bytes:
    """Return a table as a spreadsheet; that of a deck has its categories on a second sheet.

    Args:
        activity: The activity.
        grid: Its parts as a table.
        file: How messages call its file.

    Raises:
        TableError: What writes spreadsheets is not installed.
    """
    try:
        from openpyxl import Workbook
    except ImportError:
        raise refuse(
            file,
            1,
            "a spreadsheet cannot be written yet",
            "what writes spreadsheets is the package openpyxl",
            "no such package in this Python",
            f"run {INSTALL}, or choose --to csv",
        ) from None
    book = Workbook()
    sheets = {TABLES[activity.type]: grid}
    if activity.type == "sorting":
        places = [_flat(each) for each in activity_values(activity)["categories"]]
        sheets[CATEGORIES_SHEET] = [
            [*CATEGORY_WORDS],
            *([protected(each.get(key, "")) for key in CATEGORY_WORDS] for each in places),
        ]
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for line, row in enumerate(rows, start=1):
            for column, text in enumerate(row, start=1):
                cell = sheet.cell(line, column, text or None)
                if text:
                    # No text is a number, a date or a formula.
                    cell.data_type = "s"
        sheet.freeze_panes = "A2"
    book.remove(book.worksheets[0])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _with_words(card: Mapping[str, Any], categories: Categories) -> dict[str, Any]:
    """Return a card whose categories are named as a person names them."""
    named = dict(card)
    if "category" in card:
        named["category"] = categories.word(card["category"])
    if "defensible" in card:
        named["defensible"] = [
            {**answer, "category": categories.word(answer["category"])}
            for answer in card["defensible"]
        ]
    return named


def _flat(part: Mapping[str, Any], above: str = "") -> dict[str, str]:
    """Return a part as cells: what lies in it gets columns of its own: ``options 1 text``."""
    cells: dict[str, str] = {}
    for key, value in part.items():
        name = f"{above}{key}"
        if isinstance(value, Mapping):
            cells |= _flat(value, f"{name} ")
        elif isinstance(value, Sequence) and any(isinstance(each, Mapping) for each in value):
            for number, each in enumerate(value, start=1):
                cells |= _flat(each, f"{name} {number} ")
        elif isinstance(value, list):
            if value:
                cells[name] = _LIST.join(map(str, value))
        else:
            cells[name] = str(value).lower() if isinstance(value, bool) else str(value)
    return cells


def _ordered(names: list[str]) -> list[str]:
    """Put the columns of one list beside each other, by number, where the first of them stands."""
    first: dict[str, int] = {}
    for place, name in enumerate(names):
        first.setdefault(name.split(" ")[0], place)

    def rank(name: str) -> tuple[int, int]:
        words = name.split(" ")
        return first[words[0]], int(words[1]) if len(words) > 1 and words[1].isdecimal() else 0

    return sorted(names, key=rank)
