"""The one scoring rule, and how the cards of a bank are dealt. Pure functions."""

import random
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lessonkit.activities import FULL_CREDIT, HALF_CREDIT, PASS

if TYPE_CHECKING:
    from lessonkit.activities import Card, SortingActivity

__all__ = ["PASS", "Score", "draw_rounds", "points", "score"]


@dataclass(frozen=True)
class Score:
    """What some placements are worth.

    Attributes:
        points: The sum of the points, one or a half a card.
        possible: The points that could be had: one for each card that is placed and has an answer.
        placed: How many cards have a place, passes not among them.
        passed: How many cards the learner passed.
        total: How many cards there are.
    """

    points: float
    possible: int
    placed: int
    passed: int
    total: int


def points(card: "Card", category: str) -> float:
    """Return what it is worth to put a card into a category.

    Args:
        card: The card.
        category: The id of a category, or ``PASS``.

    Returns:
        1 for the card's answer, 0.5 for a further defensible category, 0 for any other.
    """
    if category == card.category:
        return FULL_CREDIT
    if any(answer.category == category for answer in card.defensible):
        return HALF_CREDIT
    return 0.0


def score(
    activity: "SortingActivity", card_ids: Iterable[str], placements: Mapping[str, str]
) -> Score:
    """Add up the points of some placements.

    A pass, and a card without an answer as in an opinion deck, count neither for nor against.

    Args:
        activity: The deck.
        card_ids: The ids of the cards that count.
        placements: For each placed card's id, the id of its category or ``PASS``.

    Returns:
        The score.

    Raises:
        KeyError: A card's id is not in the deck.
    """
    cards = [activity.card(card_id) for card_id in card_ids]
    passed = [card for card in cards if placements.get(card.id) == PASS]
    placed = [card for card in cards if placements.get(card.id, PASS) != PASS]
    scored = [card for card in placed if card.category is not None]
    return Score(
        points=sum((points(card, placements[card.id]) for card in scored), 0.0),
        possible=len(scored),
        placed=len(placed),
        passed=len(passed),
        total=len(cards),
    )


def draw_rounds(activity: "SortingActivity", number: int | None, seed: int) -> list[list[str]]:
    """Deal the cards of a bank into rounds that are balanced over the categories.

    Every card is dealt once, so a learner who sorts round after round meets the whole bank. Each
    round takes the categories in turn for as long as they have cards; the last one may be short.

    Args:
        activity: The deck.
        number: How many cards a round has; ``None`` for all of them in one.
        seed: The same seed deals the same rounds.

    Returns:
        The ids of the cards, a list a round.

    Raises:
        ValueError: ``number`` is less than one.
    """
    if number is not None and number < 1:
        raise ValueError(f"a round needs at least one card (got cards={number}).")
    generator = random.Random(seed)
    piles: dict[str | None, list[str]] = {}
    for card in activity.cards:
        piles.setdefault(card.category, []).append(card.id)
    for pile in piles.values():
        generator.shuffle(pile)
    dealt: list[str] = []
    while any(piles.values()):
        dealt += [pile.pop() for pile in piles.values() if pile]
    size = number or len(dealt)
    rounds = [dealt[start : start + size] for start in range(0, len(dealt), size)]
    for cards in rounds:
        generator.shuffle(cards)
    return rounds
