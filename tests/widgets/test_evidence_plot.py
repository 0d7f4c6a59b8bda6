"""The evidence plot as Python sees it: what it takes, keeps, tells and refuses."""

import doctest
import sys
from pathlib import Path

import pytest
import traitlets

from lessonkit import EvidencePlot
from lessonkit.activities.kinds.evidence_plot import EvidencePlotActivity
from lessonkit.widgets import evidence_plot

NOTEBOOKS = Path(__file__).parents[2] / "notebooks"


def effect(name, **numbers):
    return {
        "id": name,
        "label": name.capitalize(),
        "whom": "40 adults",
        "limits": "Little.",
        "evidence": {"strength": "weak", "studies": ["Light and others 2005", "Moyer 2011"]},
        **numbers,
    }


@pytest.fixture
def plot():
    """Return a plot of an effect with an interval, a range, and a number alone."""
    activity = EvidencePlotActivity.model_validate(
        {
            "type": "evidence-plot",
            "id": "touch",
            "title": "Touch",
            "prompt": "Look.",
            "measure": "Size",
            "reading": "A dot is a guess.",
            "none": 0,
            "lower": "Worse",
            "higher": "Better",
            "effects": [
                effect("calm", value=0.5, low=0.2, high=0.8, claims=["C47"]),
                effect("pulse", low=-0.1, high=0.3, interval="range"),
                effect("pain", value=1.0),
            ],
        }
    )
    return EvidencePlot(activity)


@pytest.fixture
def without_pandas(monkeypatch):
    monkeypatch.setitem(sys.modules, "pandas", None)


def test_a_plot_starts_with_nothing_looked_at(plot):
    assert plot.trait_values(learner=True) == {"looked_at": []}
    assert plot.learner_traits == ["looked_at"]
    assert plot.activity_key == "touch"


def test_the_front_end_gets_the_numbers_that_there_are_and_no_claims(plot):
    effects = plot.comm.opened["activity"]["effects"]
    assert [sorted({"value", "low", "high"} & each.keys()) for each in effects] == [
        ["high", "low", "value"],
        ["high", "low"],
        ["value"],
    ]
    assert [each["interval"] for each in effects] == [
        "95% confidence interval",
        "range",
        "95% confidence interval",
    ]
    assert "claims" not in effects[0]


def test_what_the_learner_looks_at_reaches_python(plot):
    plot.comm.receive(looked_at=["pain", "calm"])
    assert plot.looked_at == ["pain", "calm"]


def test_what_python_looks_at_reaches_the_front_end(plot):
    plot.looked_at = ["pulse"]
    assert plot.comm.updates() == [{"looked_at": ["pulse"]}]


def test_an_effect_that_there_is_not_is_refused_in_words(plot):
    plot.looked_at = ["calm"]
    with pytest.raises(traitlets.TraitError) as error:
        plot.looked_at = ["calm", "pian"]
    assert str(error.value) == "'touch' has no effects 'pian'. It has calm, pulse, pain."
    assert plot.looked_at == ["calm"]


@pytest.mark.parametrize("looked_at", [[1], {"calm": 1}, None], ids=str)
def test_what_was_looked_at_is_a_list_of_texts(plot, looked_at):
    with pytest.raises(traitlets.TraitError, match="'looked_at' trait"):
        plot.looked_at = looked_at


def test_the_results_say_what_was_looked_at(plot, without_pandas):
    plot.looked_at = ["pain"]
    assert plot.results() == [
        {"effect": "calm", "label": "Calm", "looked_at": False},
        {"effect": "pulse", "label": "Pulse", "looked_at": False},
        {"effect": "pain", "label": "Pain", "looked_at": True},
    ]


def test_the_table_has_the_numbers_with_their_sources(plot, without_pandas):
    calm, pulse, pain = plot.table()
    assert calm == {
        "effect": "calm",
        "label": "Calm",
        "value": 0.5,
        "low": 0.2,
        "high": 0.8,
        "interval": "95% confidence interval",
        "includes_none": False,
        "whom": "40 adults",
        "limits": "Little.",
        "strength": "weak",
        "studies": "Light and others 2005; Moyer 2011",
    }
    assert (pulse["value"], pulse["includes_none"]) == (None, True)
    assert (pain["low"], pain["high"], pain["includes_none"]) == (None, None, None)


def test_table_and_results_are_frames_where_pandas_is_there(plot):
    assert list(plot.table()["effect"]) == ["calm", "pulse", "pain"]
    assert list(plot.results().columns) == ["effect", "label", "looked_at"]


def test_a_reset_forgets_what_was_looked_at(plot):
    plot.looked_at = ["pain"]
    plot.reset()
    assert plot.looked_at == []


def test_the_static_form_is_the_worksheet(plot):
    form = plot.static_form()
    assert form.startswith('<section class="lk-worksheet">')
    data, _ = plot._repr_mimebundle_()
    assert data["text/html"] == form


def test_an_activity_of_another_kind_is_refused_with_the_widget_that_shows_it(make_deck):
    with pytest.raises(TypeError, match=r"Show it with SortingExercise\(…\)"):
        EvidencePlot(make_deck())


def test_the_example_in_the_docstring_is_true(monkeypatch):
    monkeypatch.chdir(NOTEBOOKS)
    [example] = doctest.DocTestFinder(recurse=False).find(
        EvidencePlot, module=evidence_plot, globs={"EvidencePlot": EvidencePlot}
    )
    assert doctest.DocTestRunner().run(example).failed == 0
