"""The opinion scale as Python sees it: what it takes, keeps, tells and refuses."""

import doctest
import sys
from pathlib import Path

import pytest
import traitlets

from lessonkit import ComfortMap, OpinionScale
from lessonkit.activities.kinds.opinion_scale import OpinionScaleActivity
from lessonkit.widgets import opinion_scale

NOTEBOOKS = Path(__file__).parents[2] / "notebooks"
COLUMNS = ["statement", "text", "before", "before_label", "after", "after_label", "moved"]


@pytest.fixture
def scale():
    return OpinionScale(
        OpinionScaleActivity(
            type="opinion-scale",
            id="tea",
            title="Tea",
            prompt="Say how far you agree.",
            points=("No", "In between", "Yes"),
            statements=(
                {"id": "warm", "text": "Tea is warm."},
                {"id": "dear", "text": "Tea is dear."},
            ),
            closing_question="Why?",
        )
    )


def test_a_scale_starts_with_nothing_answered(scale):
    assert scale.trait_values(learner=True) == {"before": {}, "after": {}, "again": False}
    assert scale.learner_traits == ["after", "again", "before"]
    assert scale.answering is False


def test_answers_of_the_front_end_reach_python_and_are_no_news_to_it(scale):
    heard = []
    scale.observe(lambda change: heard.append(change["new"]), "before")
    scale.comm.receive(before={"warm": 3}, answering=True)
    assert heard == [{"warm": 3}]
    assert scale.comm.updates() == []


def test_answers_from_python_reach_the_front_end(scale):
    scale.before = {"warm": 1}
    assert scale.comm.updates() == [{"before": {"warm": 1}}]


@pytest.mark.parametrize("trait", ["before", "after"])
def test_an_unknown_statement_is_refused_in_words(scale, trait):
    with pytest.raises(traitlets.TraitError) as error:
        setattr(scale, trait, {"wram": 1})
    assert str(error.value) == "'tea' has no statements 'wram'. It has warm, dear."
    assert getattr(scale, trait) == {}


@pytest.mark.parametrize("point", [0, 4, 2.0, "2", True, None], ids=repr)
def test_a_point_that_the_scale_does_not_have_is_refused_in_words(scale, point):
    with pytest.raises(traitlets.TraitError) as error:
        scale.after = {"warm": point}
    assert str(error.value) == (
        f"'tea' has no point {point!r} for the statement 'warm'. "
        "Its points are the numbers 1 (No) to 3 (Yes)."
    )


def test_changes_tell_how_far_each_statement_moved(scale, monkeypatch):
    monkeypatch.setitem(sys.modules, "pandas", None)
    scale.before, scale.after = {"warm": 1, "dear": 2}, {"warm": 3}
    warm, dear = scale.changes()
    assert warm == {
        "statement": "warm",
        "text": "Tea is warm.",
        "before": 1,
        "before_label": "No",
        "after": 3,
        "after_label": "Yes",
        "moved": 2,
    }
    assert (dear["before"], dear["after"], dear["after_label"], dear["moved"]) == (
        2,
        None,
        None,
        None,
    )


def test_a_statement_that_stayed_has_moved_by_nothing(scale, monkeypatch):
    monkeypatch.setitem(sys.modules, "pandas", None)
    scale.before = scale.after = {"warm": 2}
    assert scale.changes()[0]["moved"] == 0


def test_changes_are_a_frame_where_pandas_is_there(scale):
    frame = scale.changes()
    assert type(frame).__name__ == "DataFrame"
    assert list(frame.columns) == COLUMNS


def test_reset_makes_the_scale_as_new(scale):
    new = scale.get_state()
    scale.set_state({"before": {"warm": 1}, "after": {"warm": 2}, "again": True, "answering": True})
    scale.reset()
    assert scale.get_state() == new


def test_the_worksheet_holds_every_statement(scale):
    assert [scale.static_form().count(each.text) for each in scale.content.statements] == [1, 1]


def test_an_activity_of_another_kind_is_refused(scale):
    with pytest.raises(TypeError, match=r"Show it with OpinionScale\(…\)"):
        ComfortMap(scale.content)


def test_the_example_in_the_docstring_is_true(monkeypatch):
    monkeypatch.chdir(NOTEBOOKS)
    [example] = doctest.DocTestFinder(recurse=False).find(
        OpinionScale, module=opinion_scale, globs={"OpinionScale": OpinionScale}
    )
    assert doctest.DocTestRunner().run(example).failed == 0
