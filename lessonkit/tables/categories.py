"""The categories of a deck that is made of a table, and which one a cell means."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from lessonkit.activities import PASS
from lessonkit.activities.problems import Problem
from lessonkit.activities.text import listed, nearest, shown
from lessonkit.tables.column_names import plain_words
from lessonkit.tables.columns import Columns
from lessonkit.tables.names import identifier
from lessonkit.tables.table import TableError

LEAST, MOST = 2, 6
_ALIKE = 0.8


@dataclass(frozen=True)
class Categories:
    """Categories, in the order of the deck.

    Attributes:
        values: What the deck's file says of each.
        lines: In which row of the table each appears first, by its id.
    """

    values: Sequence[Mapping[str, Any]]
    lines: Mapping[str, int]

    def find(self, word: str) -> str | None:
        """Return the id of the category that a cell names, by its id or its label.

        Args:
            word: What the cell says.
        """
        plain = plain_words(word)
        for key in ("id", "label"):
            for each in self.values:
                if plain_words(str(each[key])) == plain:
                    return str(each["id"])
        return None

    def word(self, category_id: str) -> str:
        """Return how a cell names a category: by its label, where that is of one alone.

        Args:
            category_id: The category's id.
        """
        labels = [str(each["label"]) for each in self.values if each["id"] == category_id]
        return labels[0] if labels and self.find(labels[0]) == category_id else category_id

    def fix(self, word: str) -> str:
        """Return the fix for a word that names none of them.

        Args:
            word: What the cell says.
        """
        labels = [str(each["label"]) for each in self.values]
        close = nearest(word, labels)
        return f"did you mean '{close}'?" if close else f"write {listed(labels, 'or')}"


def categories_in_cells(columns: Columns) -> Categories:
    """Return the categories that the cards of a table name, in the order of their appearance.

    Args:
        columns: The table of the cards.

    Raises:
        TableError: They are too few or too many for a deck.
    """
    first: dict[str, tuple[str, int]] = {}
    for row in columns.rows:
        if word := columns.cell(row, "category"):
            first.setdefault(plain_words(word), (" ".join(word.split()), row.line))
    if not LEAST <= len(first) <= MOST:
        raise TableError([_wrong_number(columns, [label for label, _ in first.values()])])
    values = with_ids([{"label": label} for label, _ in first.values()])
    lines = [line for _, line in first.values()]
    return Categories(values, {v["id"]: line for v, line in zip(values, lines, strict=True)})


def categories_of_table(columns: Columns) -> Categories:
    """Return the categories that a table of its own describes, one a row.

    Args:
        columns: The table of the categories.
    """
    found: list[dict[str, Any]] = []
    for row in columns.rows:
        texts = {key: columns.cell(row, key) for key in ("id", "label", "description")}
        found.append({key: text for key, text in texts.items() if text is not None})
        if overlap := columns.cell(row, "overlap_of"):
            found[-1]["overlap_of"] = [part.strip() for part in overlap.split(",")]
    values = with_ids(found)
    known = Categories(values, {})
    for each in values:
        if "overlap_of" in each:
            each["overlap_of"] = [known.find(word) or word for word in each["overlap_of"]]
        each.setdefault("label", each["id"])
    lines = [row.line for row in columns.rows]
    return Categories(values, {v["id"]: line for v, line in zip(values, lines, strict=True)})


def with_ids(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Give each category an id of its own, made of its label.

    Args:
        found: What is known of each category.
    """
    taken = {each["id"] for each in found if "id" in each} | {PASS}
    values = []
    for number, each in enumerate(found, start=1):
        if "id" not in each:
            name = identifier(each.get("label", ""))
            if not name or name == PASS:
                name = f"category-{number}"
            tries = [name, *(f"{name[:60].strip('-')}-{n}" for n in range(2, len(found) + 2))]
            each = {"id": next(one for one in tries if one not in taken), **each}
            taken.add(each["id"])
        values.append(each)
    return values


def look_alikes(columns: Columns, categories: Categories) -> Iterator[Problem]:
    """Find categories of one card that look like another one misspelt.

    Args:
        columns: The table of the cards.
        categories: The categories that its cells name.
    """
    words = [categories.find(columns.cell(row, "category") or "") for row in columns.rows]
    count = Counter(words)
    labels = {str(each["id"]): str(each["label"]) for each in categories.values}
    for rare, label in labels.items():
        for other, usual in labels.items():
            alike = SequenceMatcher(None, label.casefold(), usual.casefold()).ratio()
            if rare != other and count[rare] == 1 < count[other] and alike >= _ALIKE:
                yield columns.table.problem(
                    categories.lines.get(rare, 1),
                    f"the category '{shown(label)}' has one card and looks like another one",
                    "a category is written in the same way on each card",
                    f"'{shown(label)}' beside '{shown(usual)}'",
                    f"if '{shown(usual)}' is meant, correct the cell",
                    columns.name("category"),
                )


def _wrong_number(columns: Columns, labels: list[str]) -> Problem:
    name = columns.name("category")
    line = columns.rows[0].line if columns.rows else 1
    found = shown(listed(labels), 200) if labels else "no category"
    if name is None:
        what = "no column says the category of a card"
        fix = (
            "name one 'category', or say which it is with --column \"category=…\"; where there is "
            "no right answer, give the categories with --like or --categories"
        )
    elif not labels:
        what, fix = "no card has a category", "write one for each card, or give --categories"
    else:
        what = f"there are too {'few' if len(labels) < LEAST else 'many'} categories"
        found = f"{len(labels)}: {found}"
        fix = (
            'if another column is the category, say --column "category=…"; else write the same '
            "few words in this one"
        )
    rule = f"a deck has {LEAST} to {MOST} categories"
    return columns.table.problem(line, what, rule, found, fix, name)
