"""The sorting activity as Python sees it, and as the front end gets it."""

import json

import pytest
from pydantic import ValidationError

from lessonkit.activities import (
    FULL_CREDIT,
    HALF_CREDIT,
    Card,
    Category,
    DefensibleAnswer,
    SortingActivity,
    Workshop,
    front_end_activity,
)

CATEGORIES = (
    Category(id="rain", label="Rain", description="Water from above."),
    Category(id="both", label="Both", overlap_of=("rain", "sun")),
    Category(id="sun", label="Sun"),
)
CARDS = (
    Card(
        id="weather-01",
        text="Drops run down the window.",
        category="rain",
        reason="Drops fall from clouds.",
        defensible=(DefensibleAnswer(category="both", reason="The sun may shine behind."),),
        hint="Look up.",
        claims=("C01",),
    ),
    Card(id="weather-02", text="A rainbow.", category="both", reason="It needs both."),
    Card(
        id="weather-03",
        text="Drops run down the bathroom mirror.",
        category="sun",
        reason="They are from the shower.",
        variant_of="weather-01",
    ),
)


def activity(**changes: object) -> SortingActivity:
    return SortingActivity.model_validate(
        {
            "type": "sorting",
            "id": "rain-or-sun",
            "title": "Rain or sun?",
            "prompt": "Which weather is it?",
            "categories": CATEGORIES,
            "cards": CARDS,
            **changes,
        }
    )


def test_a_card_and_a_category_are_found_by_their_ids() -> None:
    assert activity().card("weather-02") is CARDS[1]
    assert activity().category("sun") is CATEGORIES[2]


def test_an_unknown_id_is_told_the_nearest_one() -> None:
    with pytest.raises(
        KeyError, match=r"'rain-or-sun' has no card 'wether-02'\. Did you mean 'weather-02'\?"
    ):
        activity().card("wether-02")
    with pytest.raises(KeyError, match=r"has no category 'x'\. It has rain, both, sun\."):
        activity().category("x")


def test_variant_pairs_are_a_card_and_the_one_that_differs_in_a_detail() -> None:
    assert activity().variant_pairs() == [(CARDS[0], CARDS[2])]


def test_an_activity_cannot_be_changed() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        activity().title = "Other"


def test_python_is_told_every_mistake_of_the_parts_together() -> None:
    with pytest.raises(ValidationError) as refused:
        activity(categories=CATEGORIES[:2])
    assert "category 'both' is an overlap of 'sun', which does not exist" in str(refused.value)
    assert "the answer of card 'weather-03' is a category that does not exist" in str(refused.value)


def test_the_front_end_gets_plain_values_in_the_order_of_the_card_ids() -> None:
    data = front_end_activity(activity(), ["weather-03", "weather-01"])
    assert data == json.loads(json.dumps(data))
    assert data == {
        "id": "rain-or-sun",
        "title": "Rain or sun?",
        "prompt": "Which weather is it?",
        "closing_question": None,
        "categories": [
            {
                "id": "rain",
                "label": "Rain",
                "description": "Water from above.",
                "overlap_of": None,
            },
            {"id": "both", "label": "Both", "description": None, "overlap_of": ["rain", "sun"]},
            {"id": "sun", "label": "Sun", "description": None, "overlap_of": None},
        ],
        "cards": [
            {
                "id": "weather-03",
                "text": "Drops run down the bathroom mirror.",
                "hint": None,
                "question": None,
                "variant_of": "weather-01",
                "answers": {"sun": {"points": FULL_CREDIT, "reason": "They are from the shower."}},
            },
            {
                "id": "weather-01",
                "text": "Drops run down the window.",
                "hint": "Look up.",
                "question": None,
                "variant_of": None,
                "answers": {
                    "rain": {"points": FULL_CREDIT, "reason": "Drops fall from clouds."},
                    "both": {"points": HALF_CREDIT, "reason": "The sun may shine behind."},
                },
            },
        ],
    }


def test_the_front_end_is_not_told_of_a_variant_whose_other_card_is_not_shown() -> None:
    data = front_end_activity(activity(), ["weather-03"])
    assert data["cards"][0]["variant_of"] is None  # type: ignore[index]


def test_the_front_end_gets_no_answers_of_an_opinion_deck() -> None:
    data = front_end_activity(activity(mode="opinion"), ["weather-01", "weather-02"])
    assert [card["answers"] for card in data["cards"]] == [{}, {}]  # type: ignore[attr-defined]


def test_the_front_end_cannot_ask_for_an_unknown_card() -> None:
    with pytest.raises(KeyError, match="weather-99"):
        front_end_activity(activity(), ["weather-99"])


WORKSHOP = {"minutes": 10, "say": ["Now we sort alone."], "debrief": ["Which was hardest?"]}


def test_what_a_facilitator_says_is_with_the_deck() -> None:
    assert activity().workshop is None
    assert activity(workshop=WORKSHOP).workshop == Workshop.model_validate(WORKSHOP)


def test_the_front_end_gets_nothing_of_what_a_facilitator_says() -> None:
    ids = [card.id for card in CARDS]
    with_words = front_end_activity(activity(workshop=WORKSHOP), ids)
    assert with_words == front_end_activity(activity(), ids)
