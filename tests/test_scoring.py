"""The one scoring rule, told by a table that the front end's test reads too, and the deal."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lessonkit.activities import SortingActivity, front_end_activity
from lessonkit.scoring import PASS, Score, draw_rounds, points, score

GOLDEN = json.loads(Path(__file__).with_name("golden_scores.json").read_text(encoding="utf-8"))
ANSWER_FIELDS = ("category", "reason", "defensible")


def golden_deck(*, answers: bool = True) -> SortingActivity:
    """Return the deck of the table, with its answers or as an opinion deck without any."""
    if answers:
        return SortingActivity.model_validate(GOLDEN["deck"])
    cards = [
        {name: value for name, value in card.items() if name not in ANSWER_FIELDS}
        for card in GOLDEN["deck"]["cards"]
    ]
    return SortingActivity.model_validate(GOLDEN["deck"] | {"mode": "opinion", "cards": cards})


def deck_with(sizes: list[int]) -> SortingActivity:
    """Return a deck with so many cards in each category."""
    return SortingActivity.model_validate(
        {
            "type": "sorting",
            "id": "bank",
            "title": "Bank",
            "prompt": "Where?",
            "categories": [{"id": f"category-{n}", "label": f"Category {n}"} for n in range(6)],
            "cards": [
                {
                    "id": f"card-{category}-{n}",
                    "text": "A card.",
                    "category": f"category-{category}",
                    "reason": "It fits.",
                }
                for category, size in enumerate(sizes)
                for n in range(size)
            ],
        }
    )


def category_of(card_id: str) -> str:
    return card_id.split("-")[1]


SIZES = st.lists(st.integers(0, 12), min_size=1, max_size=6).filter(any)
NUMBERS = st.integers(1, 40)
SEEDS = st.integers()


def test_an_answer_is_worth_one_a_defensible_place_a_half_and_any_other_nothing():
    card = golden_deck().card("naps")
    assert [points(card, place) for place in ("both", "cats", "dogs")] == [1, 0.5, 0]


def test_a_pass_is_worth_nothing():
    assert points(golden_deck().card("naps"), PASS) == 0


def test_a_card_without_an_answer_is_worth_nothing():
    assert points(golden_deck(answers=False).card("naps"), "both") == 0


def test_the_table_shows_the_deck_as_the_front_end_gets_it():
    deck = golden_deck()
    assert front_end_activity(deck, GOLDEN["table"]) == GOLDEN["front_end"]


@pytest.mark.parametrize("case", GOLDEN["cases"], ids=lambda case: case["name"])
def test_python_scores_as_the_front_end_does(case):
    deck = golden_deck(answers=not case.get("without_answers"))
    found = score(deck, case.get("table", GOLDEN["table"]), case["placements"])
    assert {name: getattr(found, name) for name in case["score"]} == case["score"]


def test_a_score_counts_what_is_placed_and_what_is_passed():
    placements = {"fish": "cats", "naps": "dogs", "sofas": PASS}
    expected = Score(points=1.0, possible=2, placed=2, passed=1, total=4)
    assert score(golden_deck(), GOLDEN["table"], placements) == expected


def test_a_card_without_an_answer_is_placed_but_gives_no_points():
    expected = Score(points=0.0, possible=0, placed=1, passed=0, total=4)
    assert score(golden_deck(answers=False), GOLDEN["table"], {"fish": "cats"}) == expected


def test_in_a_deck_with_some_answers_only_those_cards_give_points():
    cards = [
        GOLDEN["deck"]["cards"][0],
        {"id": "open", "text": "Who is the better friend?"},
    ]
    deck = SortingActivity.model_validate(GOLDEN["deck"] | {"mode": "opinion", "cards": cards})
    expected = Score(points=1.0, possible=1, placed=2, passed=0, total=2)
    assert score(deck, ["fish", "open"], {"fish": "cats", "open": "dogs"}) == expected


def test_points_are_a_number_with_halves_even_when_nothing_is_placed():
    assert repr(score(golden_deck(), GOLDEN["table"], {}).points) == "0.0"
    assert repr(score(golden_deck(), GOLDEN["table"], {"fish": "cats"}).points) == "1.0"


def test_a_card_that_is_not_in_the_deck_cannot_be_scored():
    with pytest.raises(KeyError, match=r"has no card 'fihs'.*Did you mean 'fish'"):
        score(golden_deck(), ["fihs"], {})


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from(GOLDEN["table"]), st.sampled_from(["cats", "dogs", PASS])))
def test_points_never_exceed_what_is_possible(placements):
    found = score(golden_deck(), GOLDEN["table"], placements)
    assert 0 <= found.points <= found.possible == found.placed
    assert found.placed + found.passed == len(placements) <= found.total


@settings(deadline=None)
@given(SIZES, NUMBERS | st.none(), SEEDS)
def test_every_card_is_dealt_once(sizes, number, seed):
    deck = deck_with(sizes)
    dealt = [card for cards in draw_rounds(deck, number, seed) for card in cards]
    assert sorted(dealt) == sorted(card.id for card in deck.cards)


@settings(deadline=None)
@given(SIZES, NUMBERS, SEEDS)
def test_every_round_but_the_last_has_the_number_of_cards_asked_for(sizes, number, seed):
    *full, last = map(len, draw_rounds(deck_with(sizes), number, seed))
    assert set(full) <= {number}
    assert 1 <= last <= number


@settings(deadline=None)
@given(SIZES, NUMBERS, SEEDS)
def test_rounds_are_balanced_while_every_category_has_cards(sizes, number, seed):
    sizes = [size for size in sizes if size]
    balanced = min(sizes) * len(sizes) // number
    for cards in draw_rounds(deck_with(sizes), number, seed)[:balanced]:
        counts = Counter(map(category_of, cards))
        shares = [counts[str(category)] for category in range(len(sizes))]
        assert max(shares) - min(shares) <= 1


@settings(deadline=None)
@given(SIZES, NUMBERS | st.none(), SEEDS)
def test_the_same_seed_deals_the_same_rounds(sizes, number, seed):
    deck = deck_with(sizes)
    assert draw_rounds(deck, number, seed) == draw_rounds(deck, number, seed)


def test_another_seed_deals_other_rounds():
    deck = deck_with([12, 12, 12])
    assert len({str(draw_rounds(deck, 12, seed)) for seed in range(20)}) == 20


def test_the_deal_stays_the_same_from_release_to_release():
    assert draw_rounds(deck_with([3, 3]), 4, seed=7) == [
        ["card-1-1", "card-1-0", "card-0-0", "card-0-1"],
        ["card-0-2", "card-1-2"],
    ]


def test_the_categories_do_not_take_turns_on_the_table():
    deck = deck_with([6, 6])
    tables = [draw_rounds(deck, None, seed)[0] for seed in range(20)]
    assert any(category_of(table[0]) != category_of(tables[0][0]) for table in tables)
    assert any(category_of(table[0]) == category_of(table[1]) for table in tables)


def test_no_number_deals_all_cards_in_one_round():
    assert [len(cards) for cards in draw_rounds(deck_with([5, 1, 9]), None, 0)] == [15]


def test_more_cards_than_there_are_make_one_round():
    assert [len(cards) for cards in draw_rounds(deck_with([2, 1]), 40, 0)] == [3]


def test_an_opinion_deck_without_answers_is_dealt_too():
    assert [len(cards) for cards in draw_rounds(golden_deck(answers=False), 3, 0)] == [3, 1]


@pytest.mark.parametrize("number", [0, -1])
def test_a_round_without_cards_is_refused_in_words(number):
    words = f"a round needs at least one card (got cards={number})."
    with pytest.raises(ValueError, match=re.escape(words)):
        draw_rounds(deck_with([2, 2]), number, 0)
