"""What is read from the source of the widgets is what they take."""

import inspect

import pytest

import lessonkit
from lessonkit import widgets
from lessonkit.activities.kinds import KINDS
from lessonkit.checks.notebooks import FEWEST_CODES
from lessonkit.checks.widget_classes import WidgetClass, widget_class, widget_modules
from lessonkit.widgets.group_tally import FEWEST

OF_ANY_WIDGET = {"layout", "tabbable", "tooltip"}


def test_every_widget_is_known() -> None:
    assert sorted(widget_modules()) == sorted(widgets.__all__)
    assert set(widget_modules()) <= set(lessonkit.__all__)


@pytest.mark.parametrize("name", widgets.__all__)
def test_arguments_are_those_of_the_class(name: str) -> None:
    cls, known = getattr(widgets, name), widget_class(name)
    parameters = [
        each
        for each in inspect.signature(cls.__init__).parameters.values()
        if each.name != "self" and each.kind is not inspect.Parameter.VAR_KEYWORD
    ]
    positional = [each.name for each in parameters if each.kind is not each.KEYWORD_ONLY]
    assert positional == (["activity"] if known.activity else [])
    named = {each.name for each in parameters} - {"activity"}
    assert {each for each, note in known.arguments.items() if note is not None} == named
    own = {
        each
        for each in cls.class_trait_names()
        if getattr(cls, each).this_class.__module__.startswith("lessonkit.")
        and not each.startswith("_")
    }
    by_itself = {"activity", "activity_key", "rounds"} if known.activity else set()
    assert set(known.arguments) == named | (own - by_itself - {"learner_traits"}) | OF_ANY_WIDGET


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_shown_by_the_class_that_it_names(kind: str) -> None:
    assert widget_class(KINDS[kind].widget).shows == KINDS[kind].widget


def test_a_tally_shows_decks_and_has_the_threshold_that_it_says() -> None:
    tally: WidgetClass = widget_class("GroupTally")
    assert tally.shows == "SortingExercise"
    assert FEWEST_CODES == FEWEST
