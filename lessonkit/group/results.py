"""What a facilitator's notebook asks about a group: who agreed on what, and what moved.

Frames are pandas frames; pandas is imported when the first one is asked for.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import nan
from textwrap import fill
from typing import TYPE_CHECKING

from lessonkit.group.agreement import change_interval
from lessonkit.group.csv_file import GroupFileError, counts_table
from lessonkit.group.reading import (
    THRESHOLD,
    Group,
    GroupResults,
    TooFewPeopleError,
    deal_rounds,
    read_results,
)
from lessonkit.group.tally import CardTally, disputed_first, moved
from lessonkit.scoring import PASS

if TYPE_CHECKING:
    import pandas

__all__ = [
    "Group",
    "GroupFileError",
    "GroupResults",
    "Move",
    "TooFewPeopleError",
    "card_frame",
    "counts_csv",
    "deal_rounds",
    "moved_frame",
    "moves",
    "ordered",
    "read_results",
    "talk_about",
]

ORDERS = ("disputed", "agreed", "deck")
"""Most disputed first, most agreed first, or as the deck has them."""


def ordered(cards: Sequence[CardTally], order: str = "disputed") -> list[CardTally]:
    """Return cards in an order.

    Args:
        cards: The cards of a tally.
        order: ``"disputed"``, ``"agreed"`` or ``"deck"``. Cards without an agreement come last.

    Raises:
        ValueError: There is no such order.
    """
    if order not in ORDERS:
        raise ValueError(f"order={order!r} is not one of {', '.join(ORDERS)}.")
    if order == "deck":
        return list(cards)
    if order == "disputed":
        return list(disputed_first(cards))
    known = [card for card in cards if card.agreement is not None]
    known.sort(key=lambda card: -(card.agreement or 0))
    return known + [card for card in cards if card.agreement is None]


def card_frame(
    group: Group, *, order: str = "disputed", threshold: int = THRESHOLD
) -> "pandas.DataFrame":
    """Return a frame with a row for each card.

    Args:
        group: The group.
        order: ``"disputed"``, ``"agreed"`` or ``"deck"``.
        threshold: With fewer people than this nothing is shown.

    Returns:
        A frame with the card's id as its index and the columns ``text``; one for each category,
        ``pass`` and ``not_placed``, as counts of people; ``agreement``, the P_i of Fleiss 1971.

    Raises:
        TooFewPeopleError: The group is smaller than the threshold.
    """
    import pandas

    rows = [
        {
            "card": card.card,
            "text": group.deck.card(card.card).text,
            **card.counts,
            "not_placed": group.people - sum(card.counts.values()),
            "agreement": card.agreement,
        }
        for card in ordered(group.shown(threshold).tally.cards, order)
    ]
    frame = pandas.DataFrame(rows).set_index("card")
    return frame.astype({"agreement": float})


def moved_frame(before: Group, after: Group, *, threshold: int = THRESHOLD) -> "pandas.DataFrame":
    """Return a frame of what moved between two sortings of the same cards.

    A share is of those who put the card into a category; whoever passed or left it out is not
    among them. Codes carry no names, so nobody's first answer is put beside their second.

    Args:
        before: The first sorting.
        after: The second one.
        threshold: If either group has fewer people, nothing is shown.

    Returns:
        A frame with the card's id as its index, the card that moved most first, and the columns
        ``text``; one for each category, the change of its share in percentage points; ``moved``,
        the smallest part of the group, in percent, that can have brought the changes about;
        ``category``, the one that changed most; ``low`` and ``high``, between which its change
        lies with a confidence of 95 %. NaN where nobody placed the card in one of the sortings.

    Raises:
        TooFewPeopleError: One of the groups is smaller than the threshold.
        ValueError: The two groups sorted different cards.
    """
    import pandas

    rows = [
        {
            "card": move.card,
            "text": before.deck.card(move.card).text,
            **move.changes,
            "moved": move.moved,
            "category": move.category,
            "low": move.low,
            "high": move.high,
        }
        for move in moves(before.shown(threshold), after.shown(threshold))
    ]
    return pandas.DataFrame(rows).set_index("card")


@dataclass(frozen=True)
class Move:
    """What moved on one card between two sortings, in percentage points.

    Attributes:
        card: The card's id.
        changes: For each category's id the change of its share; NaN where nobody placed the card
            in one of the sortings, here and in the other numbers.
        moved: The smallest part of the group that can have brought the changes about.
        category: The id of the category that changed most; None where there is none.
        low: The lower end of what its change may be, with a confidence of 95 %.
        high: The upper end.
    """

    card: str
    changes: dict[str, float]
    moved: float = nan
    category: str | None = None
    low: float = nan
    high: float = nan


def moves(before: Group, after: Group) -> list[Move]:
    """Return what moved on each card, the card that moved most first.

    Args:
        before: The first sorting.
        after: The second one.

    Raises:
        ValueError: The two groups sorted different cards.
    """
    if [card.card for card in before.tally.cards] != [card.card for card in after.tally.cards]:
        raise ValueError(
            f"the two sortings are not of the same cards: round {before.number} of "
            f"{before.deck.id!r} and round {after.number} of {after.deck.id!r}. "
            "Compare a round with the same round, sorted again."
        )
    changes = moved(before.tally, after.tally)
    places = [place.id for place in before.deck.categories]
    pairs = zip(before.tally.cards, after.tally.cards, strict=True)
    found = [_move(first, second, changes[first.card], places) for first, second in pairs]
    return sorted(found, key=lambda move: (move.category is None, -move.moved))


def talk_about(group: Group, most: int = 3, *, threshold: int = THRESHOLD) -> str:
    """Return the most disputed cards as a text to read out, each with its question.

    Args:
        group: The group.
        most: How many cards.
        threshold: With fewer people than this nothing is shown.

    Raises:
        TooFewPeopleError: The group is smaller than the threshold.
    """
    paragraphs = []
    for card in disputed_first(group.shown(threshold).tally.cards)[:most]:
        words = group.deck.card(card.card)
        counts = (f"{place.label} {card.counts[place.id]}" for place in group.deck.categories)
        lines = [words.text, f"({', '.join(counts)}, passed {card.counts[PASS]})"]
        if words.question:
            lines.append(f"To ask: {words.question}")
        paragraphs.append("\n".join(fill(line, 88) for line in lines))
    return "\n\n".join(paragraphs)


def counts_csv(*groups: Group, threshold: int = THRESHOLD) -> str:
    """Return the counts of some rounds as the text of a CSV file, which can be read again.

    Args:
        *groups: The rounds.
        threshold: With fewer people than this nothing is written.

    Raises:
        TooFewPeopleError: One of the groups is smaller than the threshold.
    """
    shown = [group.shown(threshold) for group in groups]
    return counts_table([(group.number, group.deck, group.tally) for group in shown])


def _move(
    first: CardTally, second: CardTally, changes: dict[str, float] | None, places: list[str]
) -> Move:
    if changes is None:
        return Move(first.card, dict.fromkeys(places, nan))
    largest = max(places, key=lambda place: abs(changes[place]))
    low, high = change_interval(
        first.counts[largest], first.placed, second.counts[largest], second.placed
    )
    least = sum(map(abs, changes.values())) / 2
    return Move(first.card, changes, least, largest, 100 * low, 100 * high)
