"""The comfort map as Python sees it: what it takes, keeps, tells and refuses."""

import doctest
import sys
from pathlib import Path

import pytest
import traitlets

from lessonkit import ComfortMap, OpinionScale
from lessonkit.activities.kinds.comfort_map import ComfortMapActivity
from lessonkit.widgets import comfort_map

NOTEBOOKS = Path(__file__).parents[2] / "notebooks"
COLUMNS = ["item", "label", "group", "choice", "choice_label", "note"]


@pytest.fixture
def comfort():
    return ComfortMap(
        ComfortMapActivity(
            type="comfort-map",
            id="visits",
            title="Visits",
            prompt="Mark what suits you.",
            choices=({"id": "yes", "label": "Yes"}, {"id": "no", "label": "No"}),
            items=(
                {"id": "cats", "label": "Cats", "group": "Animals"},
                {"id": "aunts", "label": "Aunts"},
            ),
        )
    )


def test_a_map_starts_with_nothing_marked(comfort):
    assert comfort.trait_values(learner=True) == {"answers": {}, "notes": {}}
    assert comfort.learner_traits == ["answers", "notes"]


def test_marks_of_the_front_end_reach_python_and_are_no_news_to_it(comfort):
    heard = []
    comfort.observe(lambda change: heard.append(change["new"]), ["answers", "notes"])
    comfort.comm.receive(answers={"cats": "yes"}, notes={"aunts": "<b>On Sundays</b>"})
    assert heard == [{"cats": "yes"}, {"aunts": "<b>On Sundays</b>"}]
    assert comfort.comm.updates() == []


def test_marks_from_python_reach_the_front_end(comfort):
    comfort.answers = {"cats": "no"}
    assert comfort.comm.updates() == [{"answers": {"cats": "no"}}]


@pytest.mark.parametrize("trait", ["answers", "notes"])
def test_an_unknown_item_is_refused_in_words(comfort, trait):
    with pytest.raises(traitlets.TraitError) as error:
        setattr(comfort, trait, {"dogs": "yes"})
    assert str(error.value) == "'visits' has no items 'dogs'. It has cats, aunts."
    assert getattr(comfort, trait) == {}


def test_an_unknown_choice_is_refused_in_words(comfort):
    with pytest.raises(traitlets.TraitError) as error:
        comfort.answers = {"cats": "maybe"}
    assert str(error.value) == "'visits' has no choices 'maybe'. It has yes, no."


def test_a_note_may_say_anything_but_is_text(comfort):
    comfort.notes = {"cats": "maybe"}
    with pytest.raises(traitlets.TraitError, match="notes"):
        comfort.notes = {"cats": 3}


def test_results_tell_of_every_item(comfort, monkeypatch):
    monkeypatch.setitem(sys.modules, "pandas", None)
    comfort.answers, comfort.notes = {"cats": "yes"}, {"aunts": "On Sundays."}
    assert comfort.results() == [
        {
            "item": "cats",
            "label": "Cats",
            "group": "Animals",
            "choice": "yes",
            "choice_label": "Yes",
            "note": "",
        },
        {
            "item": "aunts",
            "label": "Aunts",
            "group": None,
            "choice": None,
            "choice_label": None,
            "note": "On Sundays.",
        },
    ]


def test_results_are_a_frame_where_pandas_is_there(comfort):
    frame = comfort.results()
    assert type(frame).__name__ == "DataFrame"
    assert list(frame.columns) == COLUMNS


def test_reset_makes_the_map_as_new(comfort):
    new = comfort.get_state()
    comfort.set_state({"answers": {"cats": "yes"}, "notes": {"cats": "Soft."}})
    comfort.reset()
    assert comfort.get_state() == new


def test_the_worksheet_holds_every_item(comfort):
    assert [comfort.static_form().count(item.label) for item in comfort.content.items] == [1, 1]


def test_an_activity_of_another_kind_is_refused(comfort):
    with pytest.raises(TypeError, match=r"Show it with ComfortMap\(…\)"):
        OpinionScale(comfort.content)


def test_the_example_in_the_docstring_is_true(monkeypatch):
    monkeypatch.chdir(NOTEBOOKS)
    [example] = doctest.DocTestFinder(recurse=False).find(
        ComfortMap, module=comfort_map, globs={"ComfortMap": ComfortMap}
    )
    assert doctest.DocTestRunner().run(example).failed == 0
