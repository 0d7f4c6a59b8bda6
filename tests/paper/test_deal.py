"""Which cards go on paper, and their numbers: those of the exercise on a screen."""

from pathlib import Path

import pytest

from lessonkit import SortingExercise, load_activity
from lessonkit.activities import SortingActivity
from lessonkit.paper.deal import DealError, deal_cards


@pytest.fixture
def deck(repository: Path) -> SortingActivity:
    deck = load_activity(repository / "notebooks/activities/intimacy-or-passion.yaml")
    assert isinstance(deck, SortingActivity)
    return deck


@pytest.mark.parametrize(("number", "seed"), [(12, 0), (7, 3), (None, 1)])
def test_the_rounds_are_those_of_the_exercise(
    deck: SortingActivity, number: int | None, seed: int
) -> None:
    rounds = SortingExercise(deck, cards=number, seed=seed).rounds
    for place, ids in enumerate(rounds, start=1):
        deal = deal_cards(deck, number, seed, place)
        assert [card.id for card in deal.cards] == ids
        assert (deal.round, deal.rounds) == (place, len(rounds))
        assert [number for number, _ in deal.numbered] == list(range(1, len(ids) + 1))


@pytest.mark.parametrize("place", [0, 5])
def test_a_round_that_is_not_there_is_told_with_those_that_are(
    deck: SortingActivity, place: int
) -> None:
    with pytest.raises(DealError, match=f"no round {place}.*45 cards, 12 a round.*from 1 to 4"):
        deal_cards(deck, 12, 0, place)
