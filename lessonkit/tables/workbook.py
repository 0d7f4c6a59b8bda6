"""Reads a table from a spreadsheet file (.xlsx), by openpyxl."""

import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from lessonkit.activities.problems import Problem
from lessonkit.activities.text import listed, nearest, shown
from lessonkit.tables.table import (
    MOST_COLUMNS,
    MOST_ROWS,
    Row,
    Table,
    TableError,
    left_out,
    refuse,
    rows_word,
)

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

LARGEST_UNPACKED, LARGEST_SHEETS = 40_000_000, 2_000_000
"""The largest spreadsheet once it is unpacked, in bytes, and the largest without its pictures: a
small file can hold a huge one, and reading takes about a second for each megabyte of cells."""

CATEGORIES_SHEET = "categories"
"""A sheet of this name says which categories there are."""

INSTALL = 'pip install "lessonkit[author]"'
_SAVE_AS = (
    "open it in the program that made it and save it as an Excel workbook (.xlsx) or as CSV UTF-8"
)
_FORMULA = re.compile(rb"<(?:\w+:)?f[ >/]")
_PICTURES = "xl/media/"
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"


def is_packed(content: bytes) -> bool:
    """Tell whether a file is a spreadsheet or another packed document, and not a text.

    Args:
        content: The file's bytes.
    """
    return content.startswith((b"PK\x03\x04", b"PK\x05\x06", _OLD_EXCEL))


def read_workbook(
    content: bytes, file: str, sheet: str | None = None
) -> tuple[Table, Table | None]:
    """Read the cards of a spreadsheet, and its sheet 'categories' if it has one.

    Args:
        content: The file's bytes.
        file: How messages call the file.
        sheet: The name of the sheet with the cards; without it, the first that is not the
            categories'.

    Raises:
        TableError: The file is no such spreadsheet, or too large, or has no such sheet.
    """
    _check_package(content, file)
    values, formulas = _opened(content, file)
    names = [each.title for each in values.worksheets]
    chosen = _chosen_sheet(names, sheet, file)
    others = [name for name in names if _same(name, CATEGORIES_SHEET) and name != chosen]

    def table(name: str) -> Table:
        return _table(values[name], formulas[name] if formulas else None, file)

    return table(chosen), table(others[0]) if others else None


def _check_package(content: bytes, file: str) -> None:
    """Refuse what is not a spreadsheet before anything of it is unpacked."""
    rule = "a spreadsheet is an .xlsx file"
    if content.startswith(_OLD_EXCEL):
        found = "an .xls file of an old Excel, or a file with a password"
        fix = f"{_SAVE_AS}, without a password"
        raise refuse(file, 1, "this spreadsheet cannot be read", rule, found, fix)
    try:
        parts = zipfile.ZipFile(io.BytesIO(content)).infolist()
    except (zipfile.BadZipFile, ValueError, OSError):
        raise _damaged(file) from None
    names = {part.filename for part in parts}
    if "xl/workbook.xml" not in names:
        found, fix = "another packed file", _SAVE_AS
        if "content.xml" in names:
            found = "an .ods file of LibreOffice or another OpenDocument"
        elif any(name.startswith("collection.anki2") for name in names):
            found = "a packed deck of Anki"
            fix = "in Anki choose Export, and 'Notes in Plain Text (.txt)'"
        raise refuse(file, 1, "this is not a table that can be read", rule, found, fix)
    # The sizes are what the file says of itself, and unpacking ends there.
    everything = sum(part.file_size for part in parts)
    pictures = sum(part.file_size for part in parts if part.filename.startswith(_PICTURES))
    for size, most, kind in (
        (everything, LARGEST_UNPACKED, ""),
        (everything - pictures, LARGEST_SHEETS, " without its pictures"),
    ):
        if size > most:
            raise refuse(
                file,
                1,
                "the spreadsheet is too large",
                f"unpacked it has at most {most // 1_000_000} MB{kind}",
                f"{size / 1e6:,.1f} MB",
                "copy the rows with the cards into a new spreadsheet, without pictures",
            )


def _has_formulas(content: bytes) -> bool:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        sheets = [name for name in package.namelist() if name.startswith("xl/worksheets/")]
        return any(_FORMULA.search(package.read(name)) for name in sheets)


def _opened(content: bytes, file: str) -> "tuple[Workbook, Workbook | None]":
    """Return the workbook with its values, and again with its formulas if it has any."""
    try:
        from openpyxl import load_workbook
    except ImportError:
        raise refuse(
            file,
            1,
            "a spreadsheet cannot be read yet",
            "what reads spreadsheets is the package openpyxl",
            "no such package in this Python",
            f"run {INSTALL}, or save the table as CSV UTF-8",
        ) from None
    try:
        with warnings.catch_warnings():
            # Of what the file has besides its cells, such as its style.
            warnings.simplefilter("ignore")
            values = load_workbook(io.BytesIO(content), data_only=True, keep_links=False)
            formulas = None
            if _has_formulas(content):
                formulas = load_workbook(io.BytesIO(content), read_only=True, keep_links=False)
    # A damaged file meets openpyxl, the XML parser and zipfile in many ways.
    except Exception:
        raise _damaged(file) from None
    return values, formulas


def _damaged(file: str) -> TableError:
    return refuse(
        file,
        1,
        "the spreadsheet is damaged",
        "an .xlsx file is whole",
        "a part that cannot be read",
        f"copy the file again; or {_SAVE_AS}",
    )


def _chosen_sheet(names: list[str], wanted: str | None, file: str) -> str:
    if wanted is None and names:
        return next((name for name in names if not _same(name, CATEGORIES_SHEET)), names[0])
    for name in names:
        if wanted is not None and _same(name, wanted):
            return name
    close = nearest(wanted, names)
    sheets = shown(listed([f"'{name}'" for name in names]), 200) if names else "no sheet with cells"
    raise refuse(
        file,
        1,
        f"there is no sheet '{shown(wanted)}'",
        "--sheet is the name of a sheet of the file",
        sheets,
        f"did you mean '{close}'?" if close else "give the name of one of these",
    )


def _same(one: str, other: str) -> bool:
    return one.strip().casefold() == other.strip().casefold()


def _table(values: "Worksheet", formulas: Any, file: str) -> Table:
    columns, last = min(values.max_column, MOST_COLUMNS), min(values.max_row, MOST_ROWS)
    merged = _merged(values)
    unsaved = _unsaved(formulas, values, last, columns)
    rows, odd = [], []
    for line in range(1, last + 1):
        cells = []
        for column in range(1, columns + 1):
            place = merged.get((line, column), (line, column))
            cell = values.cell(*place)
            cells.append(_as_text(cell.value))
            if cell.data_type == "e" or isinstance(cell.value, date | time | timedelta):
                odd.append((line, cells[-1], cell.data_type == "e"))
        rows.append(Row(line, tuple(cells)))
    table = Table(file, tuple(rows), f"the sheet '{values.title}'", sheet=values.title)
    remarks = [*_remarks(table, odd, unsaved, values, sorted({line for line, _ in merged}))]
    return Table(file, table.rows, table.described, table.sheet, remarks=tuple(remarks))


def _merged(values: "Worksheet") -> dict[tuple[int, int], tuple[int, int]]:
    """Return for each cell that lies under a merged one where its value stands.

    Only cells that are merged over several rows repeat their value: the cells beside it belong to
    other columns.
    """
    below = {}
    for span in values.merged_cells.ranges:
        for line in range(span.min_row + 1, min(span.max_row, MOST_ROWS) + 1):
            below[line, span.min_col] = (span.min_row, span.min_col)
    return below


def _unsaved(formulas: Any, values: "Worksheet", last: int, columns: int) -> list[str]:
    """Return the cells whose formula has no stored result."""
    if formulas is None:
        return []
    return [
        cell.coordinate
        for row in formulas.iter_rows(max_row=last, max_col=columns)
        for cell in row
        if cell.data_type == "f" and values[cell.coordinate].value is None
    ]


def _as_text(value: object) -> str:
    """Return a value as a person reads it in the cell."""
    match value:
        case None:
            return ""
        case bool():
            return str(value).upper()
        case float() if value.is_integer() and abs(value) < 1e15:
            return str(int(value))
        case float():
            return f"{value:.15g}"
        case datetime() if value.time() == time():
            return value.date().isoformat()
        case _:
            return str(value).replace("\r\n", "\n").replace("\r", "\n")


def _remarks(
    table: Table,
    odd: list[tuple[int, str, bool]],
    unsaved: list[str],
    values: "Worksheet",
    merged: list[int],
) -> Iterator[Problem]:
    if merged:
        yield table.problem(
            merged[0],
            "cells are merged over several rows",
            "each card has a row of its own; what is merged counts for each of its rows",
            rows_word(merged),
            "look whether that is meant; if not, part the cells and fill in each",
        )
    if unsaved:
        yield table.problem(
            1,
            "formulas have no stored result, and count as empty",
            "a spreadsheet program stores the result of a formula when it saves the file",
            listed(unsaved[:5]) + (" and others" if len(unsaved) > 5 else ""),
            "open the file in a spreadsheet program and save it, or write the text itself",
        )
    for line, text, is_error in odd:
        yield table.problem(
            line,
            "a formula ended with an error" if is_error else "a cell holds a date or a time",
            "a cell of a card is text",
            shown(text),
            "look at the cell" if is_error else "write it as text, as it shall be read",
        )
    if values.max_row > MOST_ROWS:
        yield left_out(table, MOST_ROWS, f"{values.max_row:,} rows")
