"""Which cards of a deck go on paper, and the number that each has on every sheet."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lessonkit.scoring import draw_rounds

if TYPE_CHECKING:
    from lessonkit.activities import Card, SortingActivity


class DealError(ValueError):
    """The cards that were asked for cannot be dealt; the words say what can."""


@dataclass(frozen=True)
class Deal:
    """The cards of one round. The first has the number 1 on its card, in the key and to tick."""

    deck: "SortingActivity"

    cards: "tuple[Card, ...]"

    round: int
    """Which round this is, from 1."""

    rounds: int
    """How many rounds the deck has."""

    seed: int

    @property
    def numbered(self) -> "list[tuple[int, Card]]":
        """The cards with their numbers."""
        return list(enumerate(self.cards, start=1))


def deal_cards(
    deck: "SortingActivity", number: int | None = 12, seed: int = 0, round_number: int = 1
) -> Deal:
    """Deal the cards that a SortingExercise deals.

    Args:
        deck: The deck.
        number: How many cards a round has, ``None`` for all.
        seed: The same seed deals the same cards.
        round_number: Which of the rounds, from 1.

    Raises:
        DealError: There is no such round.
    """
    rounds = draw_rounds(deck, number, seed)
    if not 1 <= round_number <= len(rounds):
        there = "one round" if len(rounds) == 1 else f"{len(rounds)} rounds"
        raise DealError(
            f"deck {deck.id!r} has no round {round_number}. Rule: its {len(deck.cards)} cards, "
            f"{number or 'all'} a round, make {there}. Fix: ask for a round from 1 to {len(rounds)}"
        )
    cards = tuple(deck.card(card_id) for card_id in rounds[round_number - 1])
    return Deal(deck, cards, round_number, len(rounds), seed)
