"""Reads a deck from a table, whichever kind of file it is."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from lessonkit.activities.problems import Problem
from lessonkit.tables.anki import is_anki, read_anki
from lessonkit.tables.column_names import CARD_WORDS, CATEGORY_WORDS, count_known
from lessonkit.tables.columns import find_columns
from lessonkit.tables.deck import DeckWords, ImportedDeck, make_deck
from lessonkit.tables.source import decoded, read_bytes
from lessonkit.tables.table import Table, TableError, refuse
from lessonkit.tables.text_table import read_text_table
from lessonkit.tables.workbook import is_packed, read_workbook


@dataclass(frozen=True)
class TableWords:
    """What a person says of the table itself.

    Attributes:
        columns: For each thing that a card has the name of its column, its number, or its letter.
        sheet: The sheet of a spreadsheet.
        categories: Another file, with a table of the categories.
        has_names: Whether a row names the columns.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    sheet: str | None = None
    categories: Path | None = None
    has_names: bool = True


def read_deck(path: Path, table_words: TableWords, deck_words: DeckWords) -> ImportedDeck:
    """Make a deck of a table in a file.

    Args:
        path: A CSV file, an .xlsx spreadsheet or Anki's plain text; ``-`` is standard input.
        table_words: What is said of the table.
        deck_words: What is said of the deck.

    Raises:
        TableError: The file cannot be read, or the table has mistakes; all of them are named.
        OSError: The file cannot be opened.
    """
    cards, categories = _tables(path, table_words)
    if table_words.categories:
        categories, _ = _tables(table_words.categories, TableWords())
    problems: list[Problem] = []
    places = None
    try:
        columns = find_columns(
            cards, table_words.columns, CARD_WORDS, has_names=table_words.has_names
        )
    except TableError as error:
        problems += error.problems
    if categories:
        try:
            places = find_columns(categories, {}, CATEGORY_WORDS)
        except TableError as error:
            problems += error.problems
    if problems:
        raise TableError(problems)
    return make_deck(columns, deck_words, places)


def _tables(path: Path, words: TableWords) -> tuple[Table, Table | None]:
    """Return the table of the cards, and that of the categories if the file has one."""
    file = str(path)
    if path.suffix.lower() in (".yaml", ".yml", ".json"):
        raise refuse(
            file,
            1,
            "this is no table",
            "a table is a CSV file, an .xlsx spreadsheet, or the plain text that Anki exports",
            path.suffix,
            "if it is an activity, 'lessonkit export' makes a table of it",
        )
    content = read_bytes(path)
    if is_packed(content):
        return read_workbook(content, file, words.sheet)
    if words.sheet is not None:
        raise refuse(
            file,
            1,
            "there are no sheets in this file",
            "--sheet is the name of a sheet of a spreadsheet",
            "a text",
            "leave --sheet out",
        )
    text, encoding, remarks = decoded(content, file)
    if is_anki(text):
        return read_anki(text, file), None
    table = read_text_table(
        text, file, lambda cells: count_known(cells, words.columns), encoding, remarks
    )
    return table, None
