"""A table as rows of text, whatever file it came from, and what went wrong with it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from lessonkit.activities.problems import ActivityError, Problem
from lessonkit.activities.text import shown

MOST_ROWS, MOST_COLUMNS = 2_000, 50
"""How many rows and columns of a table are read. A deck has 500 cards at most."""


class TableError(ActivityError):
    """A table cannot be used; its text lists every mistake, one a line.

    Attributes:
        problems: The mistakes. Their ``line`` is a line of a text, or a row of a sheet.
    """


@dataclass(frozen=True)
class Row:
    """One row of a table.

    Attributes:
        line: Where it begins: the line of a text, or the row of a sheet, from 1.
        cells: What stands in its columns.
    """

    line: int
    cells: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        """Whether no cell holds anything."""
        return not any(cell.strip() for cell in self.cells)


@dataclass(frozen=True)
class Table:
    """A table.

    Attributes:
        file: How messages call the file.
        rows: The rows, those without content too.
        described: What it was read as, for the person who asks, such as ``UTF-8, commas``.
        sheet: The name of the sheet, if it has one.
        names: The names of the columns, if the rows do not begin with them.
        special: Columns that a program wrote for itself, such as the tags of Anki, by their place.
        notes: What was understood, beyond the columns.
        remarks: What needs a person's eye.
    """

    file: str
    rows: tuple[Row, ...]
    described: str
    sheet: str | None = None
    names: tuple[str, ...] | None = None
    special: Mapping[int, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    remarks: tuple[Problem, ...] = ()

    def where(self, column: str | None = None) -> str:
        """Return the sheet and the column as a message names them, or nothing.

        Args:
            column: The name of a column.
        """
        parts = [f"the column '{shown(column, 40)}'"] if column else []
        parts += [f"the sheet '{self.sheet}'"] if self.sheet else []
        return f" (in {' of '.join(parts)})" if parts else ""

    def problem(
        self, line: int, what: str, rule: str, found: str, fix: str, column: str | None = None
    ) -> Problem:
        """Return something to tell about a row.

        Args:
            line: The row's line.
            what: What is wrong.
            rule: The rule that it breaks.
            found: What stands there.
            fix: What to do about it.
            column: The name of the column where it stands.
        """
        return Problem(self.file, line, what, rule, f"{found}{self.where(column)}", fix)


def refuse(file: str, line: int, what: str, rule: str, found: str, fix: str) -> TableError:
    """Return the error for one mistake that leaves nothing to read.

    Args:
        file: How messages call the file.
        line: The line.
        what: What is wrong.
        rule: The rule that it breaks.
        found: What stands there.
        fix: What to do about it.
    """
    return TableError([Problem(file, line, what, rule, found, fix)])


def left_out(table: Table, line: int, found: str) -> Problem:
    """Return what to say where a table goes on after the rows that are read.

    Args:
        table: The table.
        line: The line of the last row that is read.
        found: How many rows there are.
    """
    return table.problem(
        line + 1,
        f"rows after row {line:,} are left out",
        "a deck has at most 500 cards",
        found,
        "move the cards to the top, or remove empty rows, also those that only have a colour",
    )


def rows_word(lines: Iterable[int]) -> str:
    """Return the rows that a message is about: ``row 3``, ``rows 3, 4, 5, 6 and 9 more``.

    Args:
        lines: Their lines.
    """
    numbers = [str(line) for line in lines]
    if len(numbers) == 1:
        return f"row {numbers[0]}"
    if len(numbers) > 5:
        numbers = [*numbers[:4], f"{len(numbers) - 4} more"]
    return f"rows {', '.join(numbers[:-1])} and {numbers[-1]}"
