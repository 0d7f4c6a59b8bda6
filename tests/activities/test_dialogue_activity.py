"""The lines of a dialogue: every line can be reached, and from every line there is an end."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from lessonkit.activities import front_end_values
from lessonkit.activities.kinds.dialogue import DialogueActivity
from lessonkit.activities.kinds.dialogue_rules import dialogue_mistakes


def line(line_id, *targets, **fields):
    """Return a line as plain values; without targets it is an ending."""
    choices = [
        {"id": f"choice-{number}", "text": "So.", "to": to, "debrief": "It did so."}
        for number, to in enumerate(targets)
    ]
    way_on = {"choices": choices} if targets else {"ending": f"Ending {line_id}"}
    return {"id": line_id, "text": f"This is {line_id}."} | way_on | fields


def dialogue(*lines):
    return {
        "type": "dialogue",
        "id": "a-talk",
        "title": "A talk",
        "prompt": "Talk.",
        "lines": lines,
    }


def found(*lines):
    """Return what is wrong with some lines, and where."""
    return [
        (mistake.location, mistake.details["what"], mistake.value)
        for mistake in dialogue_mistakes(dialogue(*lines))
    ]


GOOD = dialogue(line("a", "b", "c"), line("b", "a", "c"), line("c"))


@st.composite
def graphs(draw):
    """Draw for each line the lines to which it leads; a line that leads nowhere is an ending."""
    size = draw(st.integers(2, 9))
    names = [f"line-{number}" for number in range(size)]
    some = st.lists(st.sampled_from(names), max_size=3)
    return {name: draw(some) for name in names}


def reached(start, ways):
    """Return all that can be reached, found in another way than the rules do: one by one."""
    waiting, seen = [start], set()
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            waiting += ways[name]
    return seen


@settings(deadline=None, max_examples=400)
@given(graphs())
def test_a_dialogue_is_accepted_exactly_when_all_is_reached_and_all_can_end(ways):
    endings = {name for name, targets in ways.items() if not targets}
    sound = reached("line-0", ways) == set(ways) and all(
        reached(name, ways) & endings for name in ways
    )
    data = dialogue(*(line(name, *targets) for name, targets in ways.items()))
    try:
        DialogueActivity.model_validate(data)
    except ValidationError:
        assert not sound
    else:
        assert sound


@settings(deadline=None, max_examples=400)
@given(graphs())
def test_each_line_that_is_lost_is_named_once_as_the_cause_or_found_behind_one(ways):
    endings = {name for name, targets in ways.items() if not targets}
    lost = set(ways) - reached("line-0", ways)
    endless = {name for name in ways if not reached(name, ways) & endings}
    told = {"no other line leads to": set(), "no choice leads out of": set()}
    for _, what, value in found(*(line(name, *targets) for name, targets in ways.items())):
        told[next(words for words in told if what.startswith(words))] |= set(value.split(", "))
    assert told == {"no other line leads to": lost, "no choice leads out of": endless}


def test_a_line_that_no_other_line_leads_to_is_named():
    assert found(line("a", "b"), line("b"), line("c", "c", "b")) == [
        (("lines", 2), "no other line leads to line 'c'", "c")
    ]


def test_a_line_behind_a_lost_one_is_no_second_mistake():
    assert found(line("a", "b"), line("b"), line("c", "d"), line("d")) == [
        (("lines", 2), "no other line leads to line 'c'", "c, d")
    ]


def test_lines_that_lead_only_to_each_other_are_one_mistake():
    assert found(line("a", "b", "d"), line("b", "c"), line("c", "b"), line("d")) == [
        (("lines", 1), "no choice leads out of the lines 'b' and 'c'", "b, c")
    ]


def test_a_line_that_leads_into_a_loop_is_not_to_blame_for_it():
    assert found(line("a", "b", "z"), line("b", "c"), line("c", "c"), line("z")) == [
        (("lines", 2), "no choice leads out of line 'c'", "b, c")
    ]


def test_two_loops_are_two_mistakes():
    loops = found(line("a", "b", "c", "d"), line("b", "b"), line("c", "c"), line("d"))
    assert [what for _, what, _ in loops] == [
        "no choice leads out of line 'b'",
        "no choice leads out of line 'c'",
    ]


def test_of_many_lines_in_a_loop_the_first_few_are_named():
    ring = [line(f"r{n}", f"r{(n + 1) % 9}") for n in range(9)]
    [(_, what, _)] = found(line("a", "r0", "z"), *ring, line("z"))
    assert what == "no choice leads out of the lines 'r0', 'r1', 'r2', 'r3' and 5 others"


def test_a_loop_with_a_way_out_is_no_mistake():
    assert found(*GOOD["lines"]) == []


def test_a_dead_end_is_told_once_and_not_for_the_lines_before_it():
    dead = {"id": "c", "text": "This is c."}
    assert found(line("a", "b", "d"), line("b", "c"), dead, line("d")) == [
        (("lines", 2), "line 'c' is a dead end", None)
    ]


@pytest.mark.parametrize(
    "begun",
    [{"ending": None}, {"choices": None}, {"choices": "go"}],
    ids=lambda fields: str(fields),
)
def test_what_is_begun_and_wrong_in_itself_is_no_dead_end(begun):
    assert found(line("a", "b", "c"), line("b"), {"id": "c", "text": "So."} | begun) == []


@pytest.mark.parametrize("broken", [None, 3, "", {"to": "b"}], ids=str)
def test_no_line_is_called_lost_while_a_target_cannot_be_read(broken):
    first = line("a", "b")
    first["choices"].append(broken if isinstance(broken, dict) else {"to": broken})
    first["choices"].append("go")
    assert found(first, line("b"), line("c")) == []


def test_an_unknown_target_is_told_the_nearest_line():
    [mistake] = dialogue_mistakes(dialogue(line("opening", "good-nihgt"), line("good-night")))
    assert mistake.location == ("lines", 0, "choices", 0, "to")
    assert mistake.details["fix"] == "did you mean 'good-night'?"


def test_an_ending_with_choices_is_refused():
    both = line("b", "a", ending="An end")
    assert [what for _, what, _ in found(line("a", "b"), both)] == [
        "line 'b' is an ending and has choices"
    ]


@pytest.mark.parametrize("lines", [None, "text", [], [1, 2], [{}, {}], [{"id": 3}]], ids=str)
def test_any_value_in_the_place_of_lines_is_passed_over(lines):
    list(dialogue_mistakes({"lines": lines}))


def test_a_line_is_found_by_its_id():
    activity = DialogueActivity.model_validate(GOOD)
    assert activity.line("b").text == "This is b."
    with pytest.raises(KeyError, match=r"'a-talk' has no line 'x'\. It has a, b, c\."):
        activity.line("x")


def test_the_front_end_gets_no_claims_and_nothing_that_is_empty():
    good = dialogue(line("a", "b", claims=["C40"]), line("b", speaker="Noor"))
    first, last = front_end_values(DialogueActivity.model_validate(good))["lines"]
    assert first.keys() == {"id", "text", "choices"}
    assert last == {
        "id": "b",
        "speaker": "Noor",
        "text": "This is b.",
        "choices": [],
        "ending": "Ending b",
    }
