"""How far a learner has come, told by a table that the front end's test reads too."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessonkit.activities.course import CARDS_OF_A_ROUND, Step, part_values
from lessonkit.activities.course_progress import countable_values
from lessonkit.activities.kinds import KINDS
from lessonkit.activities.kinds.my_course import Lesson, ShownActivity
from lessonkit.widgets._course_summary import summary_of

GOLDEN = json.loads(
    (Path(__file__).parents[1] / "golden_progress.json").read_text(encoding="utf-8")
)
ACTIVITIES = {
    name: KINDS[values["type"]].model_validate(values)
    for name, values in GOLDEN["activities"].items()
}
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=8,
)


def step_of(name, cards=None, again_shown=False):
    shown = ShownActivity(file=name, cards=cards)
    lesson = Lesson(id="first", title="First", notebook="01_first", activities=(shown,))
    return Step(lesson, shown, ACTIVITIES[name], again_shown)


def learner_traits():
    """Return every name and id of the table, so that made-up answers often hit one."""
    found = set()

    def collect(value):
        if isinstance(value, dict):
            found.update(value)
            list(map(collect, value.values()))
        elif isinstance(value, list):
            list(map(collect, value))
        elif isinstance(value, str):
            found.add(value)

    collect([case["answers"] for case in GOLDEN["cases"]])
    return sorted(found)


@pytest.mark.parametrize("case", GOLDEN["cases"], ids=lambda case: case["name"])
def test_python_counts_as_the_front_end_does(case):
    found = summary_of(step_of(case["activity"], **case.get("step", {})), case["answers"])
    assert {name: getattr(found, name) for name in case["summary"]} == {
        **case["summary"],
        "again": tuple(case["summary"]["again"]),
    }


def test_the_table_shows_the_activities_as_the_front_end_gets_them():
    assert {name: part_values(each) for name, each in ACTIVITIES.items()} == GOLDEN["parts"]


def test_the_table_shows_what_is_counted_as_the_pages_get_it():
    found = {name: countable_values(each) for name, each in ACTIVITIES.items()}
    assert found == GOLDEN["countable"]


def test_the_table_has_every_kind():
    shown = {values["type"] for values in GOLDEN["activities"].values()}
    assert shown == KINDS.keys() - {"my-course"}


def test_a_round_has_twelve_cards_unless_the_deck_has_fewer():
    assert (CARDS_OF_A_ROUND, step_of("deck").cards) == (12, 3)


WORDS = st.sampled_from(learner_traits())
LIKELY = st.recursive(
    JSON | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=4),
    max_leaves=10,
)


@given(st.sampled_from(sorted(ACTIVITIES)), LIKELY, st.booleans())
def test_whatever_a_file_holds_there_is_a_summary(name, answers, again_shown):
    found = summary_of(step_of(name, again_shown=again_shown), answers)
    assert found.done in ("no", "begun", "yes")
    assert 0 <= found.parts_done <= found.parts
