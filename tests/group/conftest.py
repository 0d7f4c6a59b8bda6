"""A small deck, and groups who sorted it."""

from collections.abc import Callable

import pytest

from lessonkit.activities import SortingActivity
from lessonkit.group.reading import Group
from lessonkit.group.tally import tally

DECK = {
    "type": "sorting",
    "id": "pets",
    "title": "Cats or dogs?",
    "prompt": "Whose is it?",
    "categories": [
        {"id": "cats", "label": "Cats"},
        {"id": "dogs", "label": "Dogs"},
        {"id": "both", "label": "Both", "overlap_of": ["cats", "dogs"]},
    ],
    "cards": [
        {"id": "fish", "text": "Fish, please.", "category": "cats", "reason": "They purr for it."},
        {"id": "naps", "text": "A nap, or two.", "category": "both", "reason": "All day."},
        {
            "id": "walks",
            "text": "A walk in the rain.",
            "category": "dogs",
            "reason": "Any time.",
            "question": "Who likes rain?",
        },
    ],
}

MakeGroup = Callable[..., Group]
"""Makes a group from strings such as ``"cats cats dogs"``: one for each card, a word a person."""


@pytest.fixture
def deck() -> SortingActivity:
    return SortingActivity.model_validate(DECK)


@pytest.fixture
def group(deck: SortingActivity) -> MakeGroup:
    def make(fish: str, naps: str, walks: str, number: int = 1) -> Group:
        columns = dict(
            zip(("fish", "naps", "walks"), map(str.split, (fish, naps, walks)), strict=True)
        )
        people = max(map(len, columns.values()))
        placements = [
            {
                card: places[person]
                for card, places in columns.items()
                if person < len(places) and places[person] != "-"
            }
            for person in range(people)
        ]
        return Group(deck, number, tally(deck, placements))

    return make


@pytest.fixture
def split(group: MakeGroup) -> Group:
    """Six people: of one mind on fish, of two on naps, of three on walks; one passes, one skips."""
    return group(
        "cats cats cats cats cats cats",
        "both both both dogs dogs dogs",
        "cats cats dogs both pass -",
    )
