"""Turns the rows of a table into the values of cards, and tells what a row lacks."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from lessonkit.activities.problems import Problem
from lessonkit.activities.text import shown
from lessonkit.tables.categories import Categories
from lessonkit.tables.column_names import MOST_DEFENSIBLE, defensible
from lessonkit.tables.columns import Columns
from lessonkit.tables.names import numbered
from lessonkit.tables.table import Row

STARTING_REASON = "Write here why this is the answer."
STARTING_DEFENSIBLE = "Write here why one could say so."
_MISSING = "…"
_TEXTS = ("hint", "question", "variant_of")


@dataclass
class Cards:
    """The cards of a table.

    Attributes:
        values: What the deck's file says of each, in the order of the rows.
        problems: What is wrong with the rows.
        starting: For each text that the table cannot know, how many cards begin with one of ours.
    """

    values: list[dict[str, Any]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    starting: dict[str, int] = field(default_factory=dict)

    def start(self, what: str) -> None:
        """Count a text of ours.

        Args:
            what: Which text it is.
        """
        self.starting[what] = self.starting.get(what, 0) + 1


def read_cards(
    columns: Columns, categories: Categories, former: list[dict[str, Any]], needs_answers: bool
) -> Cards:
    """Read the cards of a table.

    Args:
        columns: The table.
        categories: The categories of the deck.
        former: The cards of the deck that the table renews. A card keeps its id, if it has the
            same text; what the table has no column for stays as it is there.
        needs_answers: Whether each card has a right answer.
    """
    cards = Cards()
    by_id = {card["id"]: card for card in former}
    by_text = {_plain(card["text"]): card for card in reversed(former)}
    taken: set[str] = set()
    for row in columns.rows:
        text = columns.cell(row, "text") or ""
        name = columns.cell(row, "id")
        before = by_id.get(name.strip()) if name else by_text.get(_plain(text))
        if not name and before and before["id"] not in taken:
            name = str(before["id"])
        if name:
            taken.add(name.strip())
        values = _card(columns, row, categories, before or {}, needs_answers, cards)
        cards.values.append({"id": name, **values})
    taken |= set(by_id)
    for values in cards.values:
        if values["id"] is None:
            made = numbered(str(values.get("category") or "card"), taken)
            values["id"] = made
            taken.add(made)
    return cards


def _plain(text: str) -> str:
    return " ".join(text.split())


def _card(
    columns: Columns,
    row: Row,
    categories: Categories,
    before: Mapping[str, Any],
    needs_answers: bool,
    cards: Cards,
) -> dict[str, Any]:
    reader = _Reader(columns, row, categories, cards)
    values: dict[str, Any] = {"text": columns.cell(row, "text")}
    if values["text"] is None:
        reader.complain("text", "the row has no text", "a card has a text", "write the text")
        values["text"] = _MISSING
    keep = {key: each for key, each in before.items() if key != "id" and key not in columns.places}
    if defensible(1, "category") in columns.places:
        keep.pop("defensible", None)
    reason = columns.cell(row, "reason") or keep.get("reason")
    word = columns.cell(row, "category")
    known = True
    if word:
        found = categories.find(word)
        known = found is not None
        values["category"] = found or reader.unknown("category", word)
    elif "category" in keep:
        values["category"] = keep["category"]
    elif needs_answers:
        known = False
        reader.complain(
            "category",
            "the card has no category",
            "a card has its answer, unless no card of the table has one",
            categories.fix(""),
        )
        values["category"] = reader.any_category()
    if reason is None and "category" in values:
        if "reason" in columns.places:
            reader.complain(
                "reason",
                "the card has no reason",
                "an answer comes with its reason",
                "write why that is the answer",
            )
        else:
            cards.start("the reason of each card")
        reason = STARTING_REASON
    if reason is not None:
        values["reason"] = reason
    further = reader.further_answers()
    if further and known:
        values["defensible"] = further
    for key in _TEXTS:
        if (text := columns.cell(row, key)) is not None:
            values[key] = text
    if claims := columns.cell(row, "claims"):
        values["claims"] = [claim for claim in re.split(r"[\s,;]+", claims) if claim]
    return {**keep, **values}


@dataclass
class _Reader:
    """Reads one row."""

    columns: Columns
    row: Row
    categories: Categories
    cards: Cards

    def complain(
        self, key: str, what: str, rule: str, fix: str, found: str = "an empty cell"
    ) -> None:
        name = self.columns.name(key)
        found = found if name or found != "an empty cell" else f"no column '{key}'"
        problem = self.columns.table.problem(self.row.line, what, rule, found, fix, name)
        self.cards.problems.append(problem)

    def any_category(self) -> str:
        """Return some category, so that the rest of the card is looked at, too."""
        return str(self.categories.values[0]["id"]) if self.categories.values else _MISSING

    def unknown(self, key: str, word: str) -> str:
        self.complain(
            key,
            "there is no such category",
            "a cell names a category of the deck, by its label or its id",
            self.categories.fix(word),
            f"'{shown(word)}'",
        )
        return self.any_category()

    def further_answers(self) -> list[dict[str, str]]:
        answers = []
        for number in range(1, MOST_DEFENSIBLE + 1):
            column, why = defensible(number, "category"), defensible(number, "reason")
            word = self.columns.cell(self.row, column)
            reason = self.columns.cell(self.row, why)
            if word and not reason and why not in self.columns.places and ":" in word:
                word, _, reason = (part.strip() for part in word.partition(":"))
            if word:
                category = self.categories.find(word)
                if category is None:
                    self.unknown(column, word)
                    continue
                answers.append({"category": category, "reason": self._reason(why, reason)})
            elif reason:
                self.complain(
                    column,
                    "a further answer has a reason and no category",
                    "a further answer is a category and its reason",
                    "write the category, or clear the reason",
                )
        return answers

    def _reason(self, why: str, reason: str | None) -> str:
        if reason:
            return reason
        if why in self.columns.places:
            self.complain(
                why,
                "a further answer has no reason",
                "a further answer is a category and its reason",
                "write why one could say so",
            )
        else:
            self.cards.start("the reason of each further answer")
        return STARTING_DEFENSIBLE
