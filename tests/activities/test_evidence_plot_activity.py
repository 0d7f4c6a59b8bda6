"""The evidence plot's rules: numbers in order, and none below zero on a log scale."""

import pytest
from pydantic import ValidationError

from lessonkit.activities.kinds.evidence_plot import EvidencePlotActivity


def plot(*effects, **changes):
    shared = {
        "label": "An effect",
        "whom": "40 adults",
        "limits": "Little.",
        "evidence": {"strength": "weak", "studies": ["Light and others 2005"]},
    }
    return EvidencePlotActivity.model_validate(
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
            "effects": [shared | {"id": f"e{n}"} | each for n, each in enumerate(effects)],
            **changes,
        }
    )


@pytest.mark.parametrize(
    "numbers",
    [
        {"value": -1.5},
        {"value": 0.5, "low": 0.5, "high": 0.5},
        {"value": -0.5, "low": -2, "high": 3},
        {"low": 0.1, "high": 0.2},
    ],
    ids=str,
)
def test_a_number_an_interval_or_both_can_be_given(numbers):
    assert plot(numbers).effects[0].model_dump(include=numbers.keys()) == numbers


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        ({}, "effect 'e0' has neither a number nor a range"),
        ({"value": 1, "low": 0.5}, "effect 'e0' has one end of an interval"),
        ({"value": 1, "low": 2, "high": 3}, "the numbers of effect 'e0' are not in order"),
        ({"low": 3, "high": 2}, "the numbers of effect 'e0' are not in order"),
    ],
    ids=str,
)
def test_numbers_that_do_not_fit_together_are_refused(numbers, words):
    with pytest.raises(ValidationError, match=words):
        plot(numbers)


@pytest.mark.parametrize("numbers", [{"value": True}, {"value": "0.5"}, {"value": float("nan")}])
def test_a_number_is_a_number(numbers):
    with pytest.raises(ValidationError, match=r"effects\.0\.value"):
        plot(numbers)


def test_a_log_scale_has_no_place_for_zero_and_below():
    with pytest.raises(ValidationError, match=r"'none' is 0.*log scale cannot show"):
        plot({"value": 2}, scale="log")
    with pytest.raises(ValidationError, match=r"'low' is -1.*log scale cannot show"):
        plot({"value": 2, "low": -1, "high": 3}, scale="log", none=1)


def test_a_plot_has_one_to_twenty_effects():
    assert len(plot(*[{"value": 1}] * 20).effects) == 20
    for count in (0, 21):
        with pytest.raises(ValidationError, match="effects"):
            plot(*[{"value": 1}] * count)
