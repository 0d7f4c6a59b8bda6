"""The sentence builder as Python sees it: what it takes, keeps, tells and refuses."""

import doctest
import json
import sys
from pathlib import Path

import pytest
import traitlets

from lessonkit import SentenceBuilder
from lessonkit.activities.kinds.sentence_builder import SentenceBuilderActivity
from lessonkit.widgets import sentence_builder

ROOT = Path(__file__).parents[2]
NOTEBOOKS = ROOT / "notebooks"
GOLDEN = json.loads((ROOT / "tests" / "golden_sentences.json").read_text(encoding="utf-8"))


@pytest.fixture
def builder():
    """Return a builder of the sentence in the golden table."""
    return SentenceBuilder(SentenceBuilderActivity.model_validate(GOLDEN["activity"]))


def test_a_builder_starts_with_nothing_chosen(builder):
    assert builder.trait_values(learner=True) == {"choices": {}, "own_words": {}}
    assert builder.learner_traits == ["choices", "own_words"]
    assert builder.activity_key == "golden"
    assert builder.sentence == ""


def test_the_front_end_gets_the_parts_of_the_golden_table(builder):
    assert builder.comm.opened["activity"]["parts"] == GOLDEN["activity"]["parts"]


@pytest.mark.parametrize("case", GOLDEN["cases"], ids=lambda case: case["name"])
def test_the_sentence_comes_together_as_in_the_golden_table(builder, case):
    builder.comm.receive(choices=case["choices"], own_words=case["own_words"])
    assert builder.sentence == case["sentence"]


def test_choices_from_python_reach_the_page(builder):
    builder.choices = {"question": "own"}
    builder.own_words = {"question": "Dance?"}
    assert builder.comm.updates() == [
        {"choices": {"question": "own"}},
        {"own_words": {"question": "Dance?"}},
    ]


def test_parts_that_are_not_there_are_refused_by_name(builder):
    words = "'golden' has no parts 'end'. It has opening, question, room."
    with pytest.raises(traitlets.TraitError) as refused:
        builder.choices = {"question": "hug", "end": "own"}
    assert str(refused.value) == words
    with pytest.raises(traitlets.TraitError) as refused:
        builder.own_words = {"end": "Bye."}
    assert str(refused.value) == words
    assert (builder.choices, builder.own_words) == ({}, {})


def test_an_option_of_another_part_is_refused_with_those_that_there_are(builder):
    with pytest.raises(traitlets.TraitError) as refused:
        builder.choices = {"room": "hug"}
    assert str(refused.value) == (
        "part 'room' of 'golden' has no option 'hug'. It has fine, later; "
        "'own' stands for own words and '' for none."
    )


@pytest.mark.parametrize("name", ["choices", "own_words"])
def test_only_texts_are_taken(builder, name):
    with pytest.raises(traitlets.TraitError):
        builder.set_trait(name, {"question": 3})


def test_results_tell_what_each_part_adds(builder):
    builder.choices = {"opening": "like", "question": "own"}
    builder.own_words = {"question": " Dance? ", "room": "No is fine."}
    results = builder.results()
    assert list(results.columns) == ["part", "label", "choice", "words"]
    assert list(results["choice"]) == ["like", "own", ""]
    assert list(results["words"]) == ["I like being near you,", "Dance?", ""]


def test_results_come_as_dicts_where_there_is_no_pandas(builder, monkeypatch):
    monkeypatch.setitem(sys.modules, "pandas", None)
    assert builder.results()[0] == {
        "part": "opening",
        "label": "How you begin",
        "choice": "",
        "words": "",
    }


def test_reset_takes_the_sentence_back(builder):
    builder.choices, builder.own_words = {"question": "own"}, {"question": "Dance?"}
    builder.reset()
    assert (builder.choices, builder.own_words, builder.sentence) == ({}, {}, "")


def test_the_static_form_is_the_worksheet(builder):
    assert "What the words do" in builder.static_form()


def test_another_kind_of_activity_is_refused_with_the_widget_that_shows_it():
    with pytest.raises(TypeError, match=r"Show it with CardExplorer\(…\)\."):
        SentenceBuilder(NOTEBOOKS / "activities" / "eleven-forms.yaml")


def test_the_example_in_the_docstring_is_true(monkeypatch):
    monkeypatch.chdir(NOTEBOOKS)
    [example] = doctest.DocTestFinder(recurse=False).find(
        SentenceBuilder, module=sentence_builder, globs={"SentenceBuilder": SentenceBuilder}
    )
    assert doctest.DocTestRunner().run(example).failed == 0
