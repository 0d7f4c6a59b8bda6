"""Kappa and intervals, against published examples, counting by hand, and what must hold."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from lessonkit.activities import SortingActivity
from lessonkit.group.agreement import change_interval, fleiss_kappa
from lessonkit.group.tally import tally

# The worked example that textbooks and encyclopedias give: 14 people, 10 subjects, 5 categories.
WORKED = [
    [0, 0, 0, 0, 14],
    [0, 2, 6, 4, 2],
    [0, 0, 3, 5, 6],
    [0, 3, 9, 2, 0],
    [2, 2, 8, 1, 1],
    [7, 7, 0, 0, 0],
    [3, 2, 6, 3, 0],
    [2, 5, 3, 2, 2],
    [6, 5, 2, 1, 0],
    [0, 2, 2, 3, 7],
]
EQUAL = st.integers(2, 30).flatmap(
    lambda people: st.lists(
        st.lists(st.integers(0, 2), min_size=people, max_size=people), min_size=2, max_size=12
    )
)


def counts_of(places: list[int]) -> list[int]:
    return [places.count(place) for place in range(3)]


def kappa(cards: list[list[int]]) -> float | None:
    """Return the kappa of cards of which it is known how many people put them where."""
    places = [f"place-{number}" for number in range(max(map(len, cards), default=2))]
    deck = SortingActivity.model_validate(
        {
            "type": "sorting",
            "id": "numbers",
            "title": "Numbers",
            "prompt": "Where?",
            "mode": "opinion",
            "categories": [{"id": place, "label": place} for place in places],
            "cards": [{"id": f"card-{n}", "text": "A card."} for n in range(len(cards) or 1)],
        }
    )
    people: list[dict[str, str]] = [{} for _ in range(max(map(sum, cards), default=0))]
    for number, counts in enumerate(cards):
        found = [place for place, count in zip(places, counts, strict=True) for _ in range(count)]
        for person, place in zip(people, found, strict=False):
            person[f"card-{number}"] = place
    return fleiss_kappa(tally(deck, people))


def test_the_worked_example_has_its_published_kappa() -> None:
    assert kappa(WORKED) == pytest.approx(0.210, abs=0.0005)


@settings(deadline=None)
@given(EQUAL)
def test_with_as_many_placements_a_card_it_is_the_kappa_of_fleiss(cards: list[list[int]]) -> None:
    counts, people = list(map(counts_of, cards)), len(cards[0])
    overall = [sum(column) / (people * len(cards)) for column in zip(*counts, strict=True)]
    chance = sum(share**2 for share in overall)
    assume(chance < 1)
    observed = sum(n * (n - 1) for card in counts for n in card) / (
        len(cards) * people * (people - 1)
    )
    assert kappa(counts) == pytest.approx((observed - chance) / (1 - chance))


def test_cards_that_not_everybody_placed_weigh_the_same() -> None:
    # By hand: agreements 1 and 0, shares 5/6 and 1/6, by lot 26/36.
    assert kappa([[2, 0], [1, 1], [1, 0]]) == pytest.approx((1 / 2 - 26 / 36) / (10 / 36))


def test_a_card_that_nobody_placed_changes_nothing() -> None:
    assert kappa([*WORKED, [0] * 5]) == kappa(WORKED)


def test_of_one_mind_on_every_card_is_one() -> None:
    assert kappa([[9, 0], [0, 7]]) == 1


@pytest.mark.parametrize("cards", [[], [[0, 0]], [[1, 0], [0, 1]], [[5, 0], [3, 0]]])
def test_no_kappa_where_nothing_can_be_compared(cards: list[list[int]]) -> None:
    assert kappa(cards) is None


@pytest.mark.parametrize(
    ("before", "after", "low", "high"),
    [
        # Newcombe 1998, table II, method 10.
        ((48, 80), (56, 70), 0.0524, 0.3339),
        ((3, 10), (9, 10), 0.1705, 0.8090),
        ((0, 29), (5, 56), -0.0381, 0.1926),
        ((0, 20), (0, 10), -0.1611, 0.2775),
        ((0, 10), (10, 10), 0.6075, 1.0),
    ],
)
def test_intervals_are_those_that_newcombe_published(
    before: tuple[int, int], after: tuple[int, int], low: float, high: float
) -> None:
    assert change_interval(*before, *after) == pytest.approx((low, high), abs=0.00006)


@settings(deadline=None)
@given(
    st.integers(1, 200).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))),
    st.integers(1, 200).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))),
)
def test_an_interval_holds_the_change_and_is_never_a_point(
    before: tuple[int, int], after: tuple[int, int]
) -> None:
    low, high = change_interval(*before, *after)
    change = after[0] / after[1] - before[0] / before[1]
    assert -1 - 1e-9 <= low <= change + 1e-9
    assert change - 1e-9 <= high <= 1 + 1e-9
    assert high - low > 0.001
