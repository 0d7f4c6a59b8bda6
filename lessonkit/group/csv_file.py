"""Reads and writes how a group sorted as a table of counts, in the form that GroupTally exports.

A line is a card of a round. The first line names the columns::

    round,card,text,intimacy,both,passion,pass,not_placed

``round`` is the number of the round, from 1; ``card`` is the card's id; ``text`` is for people and
is not read back. Then comes a column for each category of the deck, by its id and in the deck's
order: how many people put the card there. ``pass`` counts those who passed, ``not_placed`` those
who left the card out, so that the numbers of a line add up to the people of the round.

Commas part the values, quotation marks hold those with commas (RFC 4180), the encoding is UTF-8.
Semicolons and tabs are read too, because spreadsheets write them in some countries.
"""

import csv
import io
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from lessonkit.activities import PASS
from lessonkit.activities.problems import Problem
from lessonkit.activities.text import listed, nearest, shown
from lessonkit.group.tally import Tally, tally

if TYPE_CHECKING:
    from lessonkit.activities import SortingActivity

ROUND, CARD, TEXT, NOT_PLACED = "round", "card", "text", "not_placed"
SEPARATORS = ",;\t"
# A spreadsheet takes a value that begins so for something to work out.
FORMULA = ("=", "+", "-", "@", "\t", "\r")
MOST_PEOPLE = 10_000
MOST_LINES = 2_000
LONGEST_HEAD = 10_000
"""How much of a text is looked at to tell a table from a chat, in characters."""

Deals = Sequence["SortingActivity"]


class GroupFileError(ValueError):
    """A group's file cannot be used; its text lists every mistake, one a line.

    Attributes:
        problems: The mistakes, in the order of their lines.
    """

    def __init__(self, problems: Sequence[Problem]) -> None:
        """Collect the mistakes of one file.

        Args:
            problems: The mistakes, in the order of their lines.
        """
        self.problems = list(problems)
        super().__init__("\n".join(map(str, self.problems)))


def is_table(text: str) -> bool:
    """Tell whether a text is a table of counts, and not a chat.

    Args:
        text: The text of a file.
    """
    first = text.lstrip("\ufeff\n").split("\n", 1)[0]
    cells = _cells(first[:LONGEST_HEAD])
    return len(cells) > 2 and cells[:2] == [ROUND, CARD]


def counts_table(tallies: Sequence[tuple[int, "SortingActivity", Tally]]) -> str:
    """Return the counts of some rounds as the text of a CSV file.

    Args:
        tallies: For each round its number, its deck narrowed to what was dealt, and its tally. All
            are of decks with the same categories.
    """
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    if tallies:
        writer.writerow([ROUND, CARD, TEXT, *_places(tallies[0][1]), NOT_PLACED])
    for number, deck, counted in tallies:
        for card in counted.cards:
            text = deck.card(card.card).text
            text = f"'{text}" if text.startswith(FORMULA) else text
            counts = [card.counts[place] for place in _places(deck)]
            writer.writerow([number, card.card, text, *counts, counted.people - sum(counts)])
    return file.getvalue()


def read_counts(text: str, name: str, deals: Deals) -> list[Tally]:
    """Read a table of counts.

    Args:
        text: The text of the file.
        name: How messages call the file.
        deals: The decks of the rounds, the first round first, each narrowed to what was dealt.

    Returns:
        A tally for each of the decks; of nobody for a round that is not in the file.

    Raises:
        GroupFileError: The table has mistakes; all of them are named.
    """
    try:
        lines = [*_numbered(text)]
    except csv.Error:
        raise GroupFileError([_no_table(name)]) from None
    columns = lines[0][1] if lines else []
    expected = [ROUND, CARD, *_places(deals[0]), NOT_PLACED]
    if missing := [column for column in expected if column not in columns]:
        raise GroupFileError([_missing_columns(name, missing, columns, expected)])
    if len(lines) > MOST_LINES:
        raise GroupFileError([_too_long(name, lines[MOST_LINES][0])])
    problems: list[Problem] = []
    rounds: list[dict[str, list[int]]] = [{} for _ in deals]
    people: dict[int, int] = {}
    for line, cells in lines[1:]:
        row = dict(zip(columns, cells, strict=False))
        wrong = [*_wrong_cells(row, deals, expected)]
        if not wrong:
            number, card = int(row[ROUND]) - 1, row[CARD]
            counts = [int(row[column]) for column in expected[2:]]
            wrong = [
                *_wrong_line(rounds[number], card, counts, people.setdefault(number, sum(counts)))
            ]
            rounds[number][card] = counts
        problems += [Problem(name, line, *words) for words in wrong]
    if problems:
        raise GroupFileError(problems)
    return [_tally(deck, rounds[i], people.get(i, 0)) for i, deck in enumerate(deals)]


def _places(deck: "SortingActivity") -> list[str]:
    return [*(category.id for category in deck.categories), PASS]


def _cells(line: str) -> list[str]:
    separator = max(SEPARATORS, key=line.count)
    return [cell.strip() for cell in next(csv.reader([line], delimiter=separator), [])]


def _numbered(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the cells of each line that has some, with the line's number."""
    lines = text.lstrip("\ufeff").splitlines(keepends=True)
    first = next((line for line in lines if line.strip()), "")
    reader = csv.reader(lines, delimiter=max(SEPARATORS, key=first.count))
    for cells in reader:
        if any(cell.strip() for cell in cells):
            yield reader.line_num, [cell.strip() for cell in cells]


def _no_table(name: str) -> Problem:
    return Problem(
        name,
        1,
        "the table cannot be read",
        "a cell has at most 131,072 characters",
        "a longer one",
        "export the table again; if a cell runs over several lines, close its quotation marks",
    )


def _too_long(name: str, line: int) -> Problem:
    return Problem(
        name,
        line,
        "the table goes on",
        "a card has one line in each round, and a deck has at most 500 cards",
        f"more than {MOST_LINES:,} lines",
        "leave the lines of this deck's rounds, and take out all others",
    )


def _missing_columns(
    name: str, missing: list[str], columns: list[str], expected: list[str]
) -> Problem:
    return Problem(
        name,
        1,
        f"the first line does not name {listed(missing)}",
        f"it has the columns {', '.join(expected)}",
        shown(", ".join(columns) or None, 200),
        "export the table again, or give the deck that was sorted",
    )


def _wrong_cells(
    row: dict[str, str], deals: Deals, expected: list[str]
) -> Iterator[tuple[str, str, str, str]]:
    """Find what no other line is needed to see."""
    number = row[ROUND]
    if not _is_from(1, len(deals), number):
        yield (
            "there is no such round",
            f"round is a number from 1 to {len(deals)}",
            shown(number),
            "give as many rounds of the deck as were sorted, or correct the number",
        )
    else:
        known = [card.id for card in deals[int(number) - 1].cards]
        if row.get(CARD) not in known:
            close = nearest(row.get(CARD), known)
            yield (
                f"round {number} has no such card",
                "card is the id of a card that was dealt",
                shown(row.get(CARD)),
                f"did you mean '{close}'?" if close else "give the same --cards and --seed as then",
            )
    for column in expected[2:]:
        count = row.get(column, "")
        if not _is_from(0, MOST_PEOPLE, count):
            yield (
                f"{column} is not a count",
                f"a count is a whole number from 0 to {MOST_PEOPLE}",
                shown(count or None),
                "write how many people it was",
            )


def _is_from(least: int, most: int, text: str) -> bool:
    """Tell whether a text is a whole number between two others, however long it is."""
    return text.isdecimal() and len(text) < 6 and least <= int(text) <= most


def _wrong_line(
    before: dict[str, list[int]], card: str, counts: list[int], people: int
) -> Iterator[tuple[str, str, str, str]]:
    """Find what does not fit the lines before."""
    if card in before:
        yield (
            "this card has a line already",
            "a card has one line in each round",
            shown(card),
            "remove one of the two, or number the rounds apart",
        )
    if sum(counts) != people:
        yield (
            "the people of this line are not as many as in the lines before",
            "the counts of each line of a round add up to its people",
            f"{sum(counts)} and not {people}",
            "correct the counts, or export the table again",
        )


def _tally(deck: "SortingActivity", counts: dict[str, list[int]], people: int) -> Tally:
    """Count people again who would have sorted so: who is who does not matter."""
    everyone: list[dict[str, str]] = [{} for _ in range(people)]
    for card, found in counts.items():
        counted = zip(_places(deck), found, strict=False)
        places = [place for place, count in counted for _ in range(count)]
        for person, place in zip(everyone, places, strict=False):
            person[card] = place
    return tally(deck, everyone)
