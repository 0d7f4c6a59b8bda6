"""Advice on the cards of a sorting deck: how many, how long, and how they are explained."""

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from lessonkit.activities.problems import Mistake
from lessonkit.activities.rules import mistake
from lessonkit.activities.text import listed

if TYPE_CHECKING:
    from lessonkit.activities.kinds.sorting import SortingActivity

LONGEST_CARD = {2: 280, 3: 280, 4: 280, 5: 200, 6: 200}
"""How many characters a card may have, by the number of categories.

Measured in Chromium in a window of 360 by 640 pixels, of which the browser's own bars leave 560:
with as many characters, a card of 302 pixels in type of 16 pixels and all the places under it are
in sight together. Places stand in rows of two; a third row takes the room of 80 characters.
"""

FEWEST_CARDS = 3
"""With one or two cards, nobody learns what belongs to a category and what does not."""

FEWEST_WORDS = 3
"""A reason of fewer words says that an answer is right or wrong, and not why."""


def advice_on_cards(deck: "SortingActivity") -> Iterator[Mistake]:
    """Find categories with few cards, cards too long for a phone, and reasons that explain nothing.

    Args:
        deck: The deck.

    Yields:
        The advice, each with its words in ``details``.
    """
    yield from _few_cards(deck)
    longest = LONGEST_CARD[len(deck.categories)]
    for number, card in enumerate(deck.cards):
        if (length := len(card.text)) > longest:
            yield mistake(
                ("cards", number, "text"),
                card.text,
                f"card '{card.id}' has {length} characters",
                f"up to {longest} fit on a phone above {len(deck.categories)} places, so that card "
                "and places are in sight together",
                f"shorten it by {length - longest}, or move what only explains to 'reason'",
            )
        if card.reason is not None:
            yield from short_reason(("cards", number, "reason"), card.reason, f"card '{card.id}'")
        for place, answer in enumerate(card.defensible):
            here = ("cards", number, "defensible", place, "reason")
            yield from short_reason(here, answer.reason, f"card '{card.id}'")


def _few_cards(deck: "SortingActivity") -> Iterator[Mistake]:
    if deck.mode == "opinion":
        return
    counts = Counter(card.category for card in deck.cards)
    share = len(deck.cards) / len(deck.categories)
    few = [
        (number, category.id)
        for number, category in enumerate(deck.categories)
        if counts[category.id] < max(FEWEST_CARDS, share / 2)
    ]
    if few:
        names = listed(f"'{name}'" for _, name in few)
        yield mistake(
            ("categories", few[0][0]),
            listed(f"{counts[name]} of {len(deck.cards)} in '{name}'" for _, name in few),
            f"category {names} has few cards" if len(few) == 1 else f"{names} have few cards each",
            f"a category has {FEWEST_CARDS} cards or more, and half its share or more: with fewer, "
            "a learner gets it right by leaving out the others",
            "add cards that belong there, or make one category of two",
        )


def short_reason(location: tuple[str | int, ...], reason: str, whose: str) -> Iterator[Mistake]:
    """Find a reason that says no more than right or wrong.

    Args:
        location: Where it stands.
        reason: The reason.
        whose: What it belongs to, such as ``card 'apart-01'``.

    Yields:
        The advice, if there is any.
    """
    # Languages without blanks between words would have one word only.
    if len(reason.split()) < FEWEST_WORDS and reason.isascii():
        yield mistake(
            location,
            reason,
            f"the reason of {whose} says little",
            "feedback helps where it says why, and not only that an answer is right or wrong",
            "say what on the card leads to this answer",
        )
