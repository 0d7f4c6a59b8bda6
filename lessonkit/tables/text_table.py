"""Reads a table from text: values parted by commas, semicolons or tabs (RFC 4180)."""

import csv
from collections.abc import Callable
from dataclasses import replace

from lessonkit.activities.problems import Problem
from lessonkit.activities.text import shown
from lessonkit.tables.table import MOST_COLUMNS, MOST_ROWS, Row, Table, left_out, refuse

SEPARATORS = {",": "commas", ";": "semicolons", "\t": "tabs"}
"""What may part the values of a row, and its name."""

_NO_SEPARATOR = "\x1f"
_FIRST_LINES = 5
_SAMPLE = 10_000

Known = Callable[[tuple[str, ...]], int]
"""Tells how many cells of a row are names of columns that are known."""


def read_text_table(
    text: str,
    file: str,
    known: Known,
    encoding: str = "UTF-8",
    remarks: list[Problem] | None = None,
) -> Table:
    """Read a table.

    Args:
        text: The text, with new lines as line ends.
        file: How messages call the file.
        known: Tells how many cells of a row are names of columns.
        encoding: In which encoding it was saved.
        remarks: What needs a person's eye already.

    Raises:
        TableError: A quotation mark is out of place, so nobody can tell where a cell ends.
    """
    separator = _separator(text, known)
    name = SEPARATORS.get(separator)
    described = f"{encoding}, parted by {name}" if name else f"{encoding}, one column"
    table = parted(text, separator, file, described)
    return replace(table, remarks=(*(remarks or ()), *table.remarks))


def parted(text: str, separator: str, file: str, described: str, above: int = 0) -> Table:
    """Return a text as a table of its first rows, which says so where there are more.

    Args:
        text: The text, with new lines as line ends.
        separator: What parts the values.
        file: How messages call the file.
        described: What the text is read as.
        above: How many lines of the file stand above the text.

    Raises:
        TableError: A quotation mark is out of place.
    """
    lines = _lines(text)
    reader = csv.reader(lines, delimiter=separator, skipinitialspace=True, strict=True)
    rows: list[Row] = []
    before = 0
    while len(rows) <= MOST_ROWS:
        try:
            cells = next(reader, None)
        except csv.Error as error:
            raise _misplaced_quote(file, above + before + 1, lines[before], error) from None
        if cells is None:
            break
        rows.append(Row(above + before + 1, tuple(cells[:MOST_COLUMNS])))
        before = reader.line_num
    table = Table(file, tuple(rows[:MOST_ROWS]), described)
    if len(rows) == len(table.rows):
        return table
    found = f"more than {MOST_ROWS:,} rows"
    return replace(table, remarks=(left_out(table, table.rows[-1].line, found),))


def _lines(text: str) -> list[str]:
    """Return the lines of a text; unlike `splitlines`, parted by new lines alone."""
    *whole, last = text.split("\n")
    return [f"{line}\n" for line in whole] + ([last] if last else [])


def _separator(text: str, known: Known) -> str:
    """Return what parts the values: what makes most names of columns, or else what csv guesses."""
    first = [line for line in text.split("\n", 200)[:200] if line.strip()][:_FIRST_LINES]
    names = {
        each: max((known(tuple(_cells(line, each))) for line in first), default=0)
        for each in SEPARATORS
    }
    best = max(names, key=lambda each: names[each])
    if names[best] > 1:
        return best
    if first and not any(each in first[0] for each in SEPARATORS):
        return _NO_SEPARATOR
    try:
        return csv.Sniffer().sniff(text[:_SAMPLE], "".join(SEPARATORS)).delimiter
    except csv.Error:
        return max(SEPARATORS, key=first[0].count) if first else ","


def _cells(line: str, separator: str) -> list[str]:
    return next(csv.reader([line[:_SAMPLE]], delimiter=separator, skipinitialspace=True), [])


def _misplaced_quote(file: str, line: int, found: str, error: csv.Error) -> Exception:
    if "field limit" in str(error) or "field larger" in str(error):
        what = "a cell is too long"
        rule = "a cell has at most 131,072 characters"
        fix = "shorten it; if it runs over several rows, a quotation mark is not closed"
    else:
        what = "a quotation mark is out of place in the row that begins here"
        rule = (
            "a cell that begins with a quotation mark ends with one, and those inside are doubled"
        )
        fix = (
            'write "" for a quotation mark inside the cell, and close the cell with one; a '
            "spreadsheet program that saves the table as CSV does so by itself"
        )
    return refuse(file, line, what, rule, shown(found), fix)
