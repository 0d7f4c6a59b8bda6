"""Says which column of a table means what: by its name, or by the word of the person."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from lessonkit.activities.problems import Problem
from lessonkit.activities.text import listed, nearest, shown
from lessonkit.tables.column_names import CARD_WORDS, field_of, plain_words
from lessonkit.tables.formulas import unprotected
from lessonkit.tables.table import Row, Table, TableError

_FIRST_ROWS = 5
_MOST_BACKS = 6


@dataclass(frozen=True)
class Columns:
    """The columns of a table.

    Attributes:
        table: The table.
        places: For each thing that a card has, in which column it stands, from 0.
        names: The names of the columns.
        rows: The rows with content, without the one that names the columns.
        remarks: What needs a person's eye.
    """

    table: Table
    places: Mapping[str, int]
    names: tuple[str, ...]
    rows: tuple[Row, ...]
    remarks: tuple[Problem, ...] = ()

    def cell(self, row: Row, field: str) -> str | None:
        """Return what a row says of something; None if it says nothing.

        Args:
            row: The row.
            field: What a card has, such as ``text``.
        """
        place = self.places.get(field, len(row.cells))
        value = unprotected(row.cells[place]) if place < len(row.cells) else ""
        return value if value.strip() else None

    def name(self, field: str) -> str | None:
        """Return the name of the column that holds something.

        Args:
            field: What a card has.
        """
        return self.names[self.places[field]] if field in self.places else None


def find_columns(
    table: Table,
    by_hand: Mapping[str, str],
    words: Mapping[str, Sequence[str]] = CARD_WORDS,
    *,
    has_names: bool = True,
) -> Columns:
    """Find out what the columns of a table hold.

    Args:
        table: The table.
        by_hand: What a person said: for each thing that a card has the name of its column, its
            number, or its letter.
        words: What there is to hold, and the names that mean it.
        has_names: Whether a row of the table names its columns.

    Raises:
        TableError: A column cannot be found, or two hold the same, or a row has too many cells.
    """
    names, line, rows, remarks = _names(table, words, has_names)
    problems: list[Problem] = []
    places: dict[str, int] = {}
    for field, wanted in by_hand.items():
        place = _place(wanted, names)
        if place is None:
            problems.append(_no_such_column(table, line, field, wanted, names))
        else:
            places[field] = place
    by_name: dict[str, int] = {}
    for place, name in enumerate(names):
        meant = field_of(name, words) if place not in table.special else None
        if meant is None or meant in places or place in places.values():
            continue
        if meant in by_name:
            problems.append(_twice(table, line, meant, names[by_name[meant]], name))
        by_name.setdefault(meant, place)
    rows = tuple(row for row in rows if not row.is_empty)
    columns = Columns(table, {**places, **by_name}, names, rows, remarks)
    problems += _too_many_cells(columns)
    if problems:
        raise TableError(problems)
    columns = _by_content(columns, by_hand) if "text" in words else columns
    return replace(columns, remarks=(*columns.remarks, *_left_out(columns, line, words)))


def _names(
    table: Table, words: Mapping[str, Sequence[str]], has_names: bool
) -> tuple[tuple[str, ...], int, tuple[Row, ...], tuple[Problem, ...]]:
    """Return the names of the columns, their line, the rows below them, and remarks."""
    full = [row for row in table.rows if not row.is_empty]
    if table.names is not None:
        return table.names, full[0].line if full else 1, table.rows, ()
    if not has_names or not full:
        width = max((len(row.cells) for row in full), default=0)
        return tuple(str(n + 1) for n in range(width)), 1, table.rows, ()
    # A title may stand above the names.
    needed = "text" if "text" in words else "label"
    header = full[0]
    for row in full[:_FIRST_ROWS]:
        fields = [field_of(cell, words) for cell in row.cells]
        if needed in fields and len(set(fields) - {None}) > 1:
            header = row
            break
    remarks: tuple[Problem, ...] = ()
    if header is not full[0]:
        remarks = (
            table.problem(
                full[0].line,
                "what stands above the names of the columns is left out",
                "the first row names the columns",
                shown(" ".join(full[0].cells)),
                f"nothing, if row {header.line} names the columns",
            ),
        )
    below = tuple(row for row in table.rows if row.line > header.line)
    return tuple(unprotected(cell).strip() for cell in header.cells), header.line, below, remarks


def _place(wanted: str, names: Sequence[str]) -> int | None:
    by_name = [
        place for place, name in enumerate(names) if plain_words(name) == plain_words(wanted)
    ]
    if by_name:
        return by_name[0]
    if re.fullmatch(r"[0-9]{1,3}", wanted):
        place = int(wanted) - 1
    elif re.fullmatch(r"[A-Za-z]", wanted):
        place = ord(wanted.upper()) - ord("A")
    else:
        return None
    return place if 0 <= place < len(names) else None


def _no_such_column(
    table: Table, line: int, field: str, wanted: str, names: Sequence[str]
) -> Problem:
    close = nearest(wanted, names)
    there = [f"'{shown(name)}'" for name in names if name]
    return table.problem(
        line,
        f"there is no column '{shown(wanted)}'",
        "--column says the name, the number or the letter of a column",
        shown(listed(there), 200) if there else "no names of columns",
        f'did you mean --column "{field}={close}"?' if close else "give one of these names",
    )


def _twice(table: Table, line: int, field: str, first: str, second: str) -> Problem:
    return table.problem(
        line,
        f"two columns mean '{field}'",
        "each column holds something else",
        f"'{shown(first)}' and '{shown(second)}'",
        f'say which one with --column "{field}={first}", or give the other another name',
    )


def _too_many_cells(columns: Columns) -> Iterator[Problem]:
    width = len(columns.names)
    for row in columns.rows:
        if any(cell.strip() for cell in row.cells[width:]):
            yield columns.table.problem(
                row.line,
                f"the row has {len(row.cells)} cells",
                f"a row has as many cells as there are columns, {width}",
                shown(row.cells[width]),
                "put a text with separators in it in quotation marks, or name the column",
            )


def _by_content(columns: Columns, by_hand: Mapping[str, str]) -> Columns:
    """Decide by what stands in a column where its name leaves it open, and say so."""
    places, table = dict(columns.places), columns.table
    remarks = []

    def tell(what: str, rule: str, found: str, fix: str, name: str) -> None:
        remarks.append(table.problem(1, what, rule, found, fix, name))

    if "text" not in places and "question" in places and "question" not in by_hand:
        places["text"] = places.pop("question")
        name = columns.names[places["text"]]
        tell(
            f"'{shown(name)}' was taken for the text of a card",
            "a card has a text, and no other column says it",
            "a column of questions",
            'if another column is the text, say --column "text=…"',
            name,
        )
    back = columns.name("category") or ""
    sure = "category" in by_hand or "reason" in places
    backs = {plain_words(columns.cell(row, "category") or "") for row in columns.rows}
    if plain_words(back) == "back" and not sure and len(backs) > _MOST_BACKS:
        places["reason"] = places.pop("category")
        tell(
            f"'{back}' was taken for the reason of a card, not for its category",
            f"there are at most {_MOST_BACKS} categories",
            f"{len(backs)} different texts",
            f'if it is the category, say --column "category={back}"',
            back,
        )
    for place, special in table.special.items():
        values = {row.cells[place].strip() for row in columns.rows if place < len(row.cells)}
        few = 2 <= len(values - {""}) <= _MOST_BACKS
        if "category" not in places and special in ("deck", "tags") and few:
            places["category"] = place
            tell(
                f"the {special} of a note was taken for its category",
                "a card has a category, and no other column says it",
                shown(listed(sorted(values - {""})), 200),
                'if another column is the category, say --column "category=…"',
                columns.names[place],
            )
    return replace(columns, places=places, remarks=(*columns.remarks, *remarks))


def _left_out(columns: Columns, line: int, words: Mapping[str, Sequence[str]]) -> Iterator[Problem]:
    table = columns.table
    for place, name in enumerate(columns.names):
        used = place in columns.places.values() or place in table.special
        cells = (row.cells[place] for row in columns.rows if place < len(row.cells))
        if used or not any(cell.strip() for cell in cells):
            continue
        known = [word for field, all_words in words.items() for word in (field, *all_words)]
        close = field_of(nearest(name, known) or "", words)
        close = close if close not in columns.places else None
        yield table.problem(
            line,
            f"the column '{shown(name) if name else place + 1}' is left out",
            f"a column is {listed(list(words), 'or')}, or a further answer"
            if "text" in words
            else f"a column is {listed(list(words), 'or')}",
            shown(name) if name else "no name",
            f'if it is the {close}, say --column "{close}={name or place + 1}"'
            if close
            else "nothing, if it is for you alone; else say with --column what it is",
        )
