"""The reflection as Python sees it: what it takes, keeps, tells and refuses."""

import doctest
import sys
from pathlib import Path

import pytest
import traitlets

from lessonkit import Dialogue, Reflection
from lessonkit.activities.kinds.reflection import ReflectionActivity
from lessonkit.widgets import reflection

NOTEBOOKS = Path(__file__).parents[2] / "notebooks"


@pytest.fixture
def content():
    return ReflectionActivity.model_validate(
        {
            "type": "reflection",
            "id": "one-day",
            "title": "One day",
            "questions": [
                {"id": "noticed", "text": "What did you notice?", "hint": "A colour."},
                {"id": "constructor", "text": "And then?"},
                {"id": "wished", "text": "What did you wish?"},
            ],
        }
    )


@pytest.fixture
def day(content):
    return Reflection(content)


@pytest.fixture
def without_pandas(monkeypatch):
    monkeypatch.setitem(sys.modules, "pandas", None)


def test_a_reflection_starts_empty(day):
    assert day.trait_values(learner=True) == {"texts": {}}
    assert day.learner_traits == ["texts"]
    assert day.text() == ""


def test_what_the_front_end_writes_is_taken_and_not_sent_back(day):
    day.comm.receive(texts={"noticed": "Rain.\n\u202e<b>"})
    assert day.texts == {"noticed": "Rain.\n\u202e<b>"}
    assert day.comm.updates() == []


def test_what_python_writes_reaches_the_front_end(day):
    day.texts = {"wished": "Sun."}
    assert day.comm.updates() == [{"texts": {"wished": "Sun."}}]


def test_the_text_has_each_answer_below_its_question_and_leaves_out_what_is_empty(day):
    day.texts = {"wished": " Sun. \n", "noticed": "Rain.\nWind.", "constructor": " \n"}
    assert day.text() == (
        "One day\n\nWhat did you notice?\nRain.\nWind.\n\nWhat did you wish?\nSun.\n"
    )


def test_results_have_a_row_for_each_question(day, without_pandas):
    day.texts = {"noticed": "Rain."}
    assert day.results()[:2] == [
        {"question": "noticed", "text": "What did you notice?", "written": "Rain."},
        {"question": "constructor", "text": "And then?", "written": ""},
    ]


def test_results_are_a_frame_where_pandas_is_there(day):
    assert list(day.results()["written"]) == ["", "", ""]


def test_a_text_for_a_question_that_there_is_not_is_refused_in_words(day):
    day.texts = {"noticed": "Rain."}
    with pytest.raises(traitlets.TraitError) as error:
        day.texts = {"notcied": "Rain."}
    assert str(error.value) == (
        "'one-day' has no questions 'notcied'. It has noticed, constructor, wished."
    )
    assert day.texts == {"noticed": "Rain."}


@pytest.mark.parametrize("texts", [{"noticed": 1}, {1: "Rain."}, ["Rain."], None], ids=str)
def test_texts_are_a_dict_of_texts(day, texts):
    with pytest.raises(traitlets.TraitError, match="'texts' trait"):
        day.texts = texts


def test_reset_erases_everything(day):
    new = day.get_state()
    day.comm.receive(texts={"noticed": "Rain."})
    day.reset()
    assert day.get_state() == new


def test_a_reflection_is_shown_by_no_other_widget(content):
    with pytest.raises(TypeError, match=r"'reflection'\. Show it with Reflection\(…\)\."):
        Dialogue(content)


def test_the_static_form_asks_every_question_and_holds_nothing_that_was_written(day):
    day.texts = {"noticed": "A secret."}
    data, _ = day._repr_mimebundle_()
    assert data["text/html"] == day.static_form()
    assert all(question.text in day.static_form() for question in day.content.questions)
    assert "secret" not in "".join(map(str, data.values()))


def test_the_example_in_the_docstring_is_true(monkeypatch):
    monkeypatch.chdir(NOTEBOOKS)
    [example] = doctest.DocTestFinder(recurse=False).find(
        Reflection, module=reflection, globs={"Reflection": Reflection}
    )
    assert doctest.DocTestRunner().run(example).failed == 0
