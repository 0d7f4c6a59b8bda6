"""The card explorer as Python sees it: what it takes, keeps, tells and refuses."""

import doctest
import sys
from pathlib import Path

import pytest
import traitlets

from lessonkit import CardExplorer
from lessonkit.activities.kinds.card_explorer import CardExplorerActivity
from lessonkit.widgets import card_explorer

NOTEBOOKS = Path(__file__).parents[2] / "notebooks"


@pytest.fixture
def explorer():
    """Return an explorer of three cards."""
    cards = [
        {"id": name, "label": name.capitalize(), "about": "This.", "ask": "May I?"}
        for name in ("hug", "kiss", "dance")
    ]
    activity = {"type": "card-explorer", "id": "forms", "title": "Forms", "prompt": "Look."}
    return CardExplorer(CardExplorerActivity.model_validate(activity | {"cards": cards}))


def test_an_explorer_starts_with_nothing_opened(explorer):
    assert explorer.trait_values(learner=True) == {"opened": []}
    assert explorer.learner_traits == ["opened"]
    assert explorer.activity_key == "forms"
    assert repr(explorer) == "CardExplorer('forms')"


def test_a_card_opened_on_the_page_reaches_python(explorer):
    explorer.comm.receive(opened=["kiss"])
    assert explorer.opened == ["kiss"]


def test_a_card_opened_from_python_reaches_the_page(explorer):
    explorer.opened = ["kiss", "hug"]
    assert explorer.comm.updates() == [{"opened": ["kiss", "hug"]}]


def test_a_card_named_twice_counts_once_at_its_later_place(explorer):
    explorer.opened = ["hug", "kiss", "hug"]
    assert explorer.opened == ["kiss", "hug"]


def test_cards_that_are_not_there_are_refused_by_name(explorer):
    with pytest.raises(traitlets.TraitError) as refused:
        explorer.opened = ["hug", "sauna", "walk"]
    assert str(refused.value) == ("'forms' has no cards 'sauna', 'walk'. It has hug, kiss, dance.")
    assert explorer.opened == []


def test_results_tell_for_each_card_whether_it_was_opened(explorer):
    explorer.opened = ["dance", "hug"]
    results = explorer.results()
    assert list(results.columns) == ["card", "label", "opened"]
    assert list(results["card"]) == ["hug", "kiss", "dance"]
    assert list(results["opened"]) == [True, False, True]


def test_results_come_as_dicts_where_there_is_no_pandas(explorer, monkeypatch):
    monkeypatch.setitem(sys.modules, "pandas", None)
    assert explorer.results()[0] == {"card": "hug", "label": "Hug", "opened": False}


def test_reset_closes_every_card(explorer):
    explorer.opened = ["hug"]
    explorer.reset()
    assert explorer.opened == []


def test_the_static_form_is_the_worksheet(explorer):
    form = explorer.static_form()
    assert all(f"<h4>{label}</h4>" in form for label in ("Hug", "Kiss", "Dance"))


def test_another_kind_of_activity_is_refused_with_the_widget_that_shows_it():
    with pytest.raises(TypeError, match=r"Show it with SentenceBuilder\(…\)\."):
        CardExplorer(NOTEBOOKS / "activities" / "saying-a-boundary.yaml")


def test_the_example_in_the_docstring_is_true(monkeypatch):
    monkeypatch.chdir(NOTEBOOKS)
    [example] = doctest.DocTestFinder(recurse=False).find(
        CardExplorer, module=card_explorer, globs={"CardExplorer": CardExplorer}
    )
    assert doctest.DocTestRunner().run(example).failed == 0
