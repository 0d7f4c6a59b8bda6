"""The quick check as Python sees it: what it takes, keeps, tells and refuses."""

import doctest
import sys
from pathlib import Path

import pytest
import traitlets

from lessonkit import QuickCheck
from lessonkit.activities.kinds.quick_check import QuickCheckActivity
from lessonkit.widgets import quick_check

NOTEBOOKS = Path(__file__).parents[2] / "notebooks"
UNTOUCHED = {"attempts": {}, "choices": {}, "confidence": {}, "revealed": []}


def question(name, right, **changes):
    """Return a question with the options a to d, of which some hold."""
    options = [
        {"id": each, "text": each, "correct": each in right, "reason": "So it is."}
        for each in "abcd"
    ]
    several = len(right) > 1
    return {"id": name, "text": f"{name}?", "several": several, "options": options, **changes}


@pytest.fixture
def check():
    """Return a check with a question for one option and one for several."""
    activity = QuickCheckActivity.model_validate(
        {
            "type": "quick-check",
            "id": "rain",
            "title": "Rain",
            "confidence": True,
            "questions": [question("one", "a", claims=["C47"]), question("many", "ab")],
        }
    )
    return QuickCheck(activity)


@pytest.fixture
def without_pandas(monkeypatch):
    monkeypatch.setitem(sys.modules, "pandas", None)


def test_a_check_starts_with_nothing_answered(check):
    assert check.trait_values(learner=True) == UNTOUCHED
    assert check.learner_traits == sorted(UNTOUCHED)
    assert check.activity_key == "rain"


def test_the_front_end_gets_what_holds_with_its_reasons_and_no_claims(check):
    sent = check.comm.opened["activity"]
    assert sent["confidence"] is True
    assert [option["correct"] for option in sent["questions"][1]["options"]] == [
        True,
        True,
        False,
        False,
    ]
    assert sorted(sent["questions"][0]) == ["id", "options", "several", "text"]


def test_what_the_learner_does_reaches_python(check):
    done = {
        "choices": {"one": ["b"], "many": []},
        "confidence": {"one": "guess"},
        "attempts": {"one": [["b"]]},
        "revealed": ["one"],
    }
    check.comm.receive(**done)
    assert check.trait_values(learner=True) == done


def test_what_python_answers_reaches_the_front_end(check):
    check.choices = {"many": ["a", "c"]}
    assert check.comm.updates() == [{"choices": {"many": ["a", "c"]}}]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("choices", {"two": ["a"]}),
        ("confidence", {"two": "sure"}),
        ("attempts", {"two": [["a"]]}),
        ("revealed", ["two"]),
    ],
)
def test_a_question_that_there_is_not_is_refused_in_words(check, name, value):
    with pytest.raises(traitlets.TraitError) as error:
        setattr(check, name, value)
    assert str(error.value) == "'rain' has no questions 'two'. It has one, many."
    assert check.trait_values(learner=True) == UNTOUCHED


@pytest.mark.parametrize(("name", "value"), [("choices", ["a", "e"]), ("attempts", [["e"]])])
def test_an_option_that_there_is_not_is_refused_in_words(check, name, value):
    with pytest.raises(traitlets.TraitError) as error:
        setattr(check, name, {"many": value})
    assert str(error.value) == "'rain' has no options of 'many' called 'e'. It has a, b, c, d."


@pytest.mark.parametrize(("name", "value"), [("choices", ["a", "b"]), ("attempts", [["a", "b"]])])
def test_two_options_where_one_is_asked_for_are_refused_in_words(check, name, value):
    with pytest.raises(traitlets.TraitError) as error:
        setattr(check, name, {"one": value})
    assert str(error.value) == (
        "'one' of 'rain' takes one option (got a, b). "
        "Leave one, or write 'several: true' under the question."
    )


def test_a_third_try_is_refused_in_words(check):
    with pytest.raises(traitlets.TraitError) as error:
        check.attempts = {"one": [["b"], ["c"], ["a"]]}
    assert str(error.value) == (
        "'rain' lets a question be checked 2 times, and 'one' has 3 lists. "
        "Leave out the later ones."
    )


def test_a_try_with_nothing_chosen_is_refused_in_words(check):
    with pytest.raises(traitlets.TraitError) as error:
        check.attempts = {"many": [["a"], []]}
    assert str(error.value) == (
        "'many' of 'rain' was checked with nothing chosen (got []). "
        "Name the options, or leave this list out."
    )


def test_how_sure_one_is_is_one_of_three_words(check):
    with pytest.raises(traitlets.TraitError, match=r"any of .'guess', 'fairly', 'sure'"):
        check.confidence = {"one": "very"}


def test_the_results_say_what_was_checked_and_whether_it_holds(check, without_pandas):
    check.attempts = {"one": [["b"], ["a"]]}
    check.confidence = {"one": "sure"}
    assert check.results() == [
        {
            "question": "one",
            "text": "one?",
            "chosen": ["a"],
            "first_chosen": ["b"],
            "holds": True,
            "held_at_first": False,
            "confidence": "sure",
        },
        {
            "question": "many",
            "text": "many?",
            "chosen": None,
            "first_chosen": None,
            "holds": None,
            "held_at_first": None,
            "confidence": None,
        },
    ]


def test_the_results_are_a_frame_where_pandas_is_there(check):
    assert list(check.results()["question"]) == ["one", "many"]


def test_several_options_hold_together_in_any_order_and_with_none_too_many(check):
    for chosen, holds in {"ba": True, "a": False, "abc": False}.items():
        check.attempts = {"many": [list(chosen)]}
        assert check.held_at_first == (["many"] if holds else [])


def test_a_reset_takes_every_answer_back(check):
    check.attempts = {"one": [["b"]]}
    check.choices, check.confidence, check.revealed = {"one": ["b"]}, {"one": "sure"}, ["one"]
    check.reset()
    assert check.trait_values(learner=True) == UNTOUCHED


def test_the_static_form_is_the_worksheet(check):
    form = check.static_form()
    assert form.startswith('<section class="lk-worksheet">')
    data, _ = check._repr_mimebundle_()
    assert data["text/html"] == form


def test_an_activity_of_another_kind_is_refused_with_the_widget_that_shows_it(make_deck):
    with pytest.raises(TypeError, match=r"Show it with SortingExercise\(…\)"):
        QuickCheck(make_deck())


def test_the_example_in_the_docstring_is_true(monkeypatch):
    monkeypatch.chdir(NOTEBOOKS)
    [example] = doctest.DocTestFinder(recurse=False).find(
        QuickCheck, module=quick_check, globs={"QuickCheck": QuickCheck}
    )
    assert doctest.DocTestRunner().run(example).failed == 0
