"""The planner as Python sees it: what it takes, keeps, tells and refuses."""

import doctest
import json
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import icalendar
import pytest
import traitlets

from lessonkit import OpinionScale, Planner
from lessonkit.activities.kinds.planner import PlannerActivity
from lessonkit.widgets import planner as planner_module
from lessonkit.widgets._answers import restore_answers

ROOT = Path(__file__).parents[2]
GOLDEN = json.loads((ROOT / "tests" / "golden_calendars.json").read_text(encoding="utf-8"))
EMPTY = {"plan": [], "own_acts": {}, "week": "", "named": False}


@pytest.fixture
def planner():
    return Planner(
        PlannerActivity(
            type="planner",
            id="visits",
            title="A week",
            prompt="Tick.",
            calendar_name="Time set aside",
            acts=({"id": "tea", "label": "Tea"}, {"id": "walk", "label": "A walk"}),
        )
    )


def entry(act, day, time=""):
    return {"act": act, "day": day, "time": time}


def refusal(planner, **traits):
    """Return the words with which a value is refused."""
    [(name, value)] = traits.items()
    before = getattr(planner, name)
    with pytest.raises(traitlets.TraitError) as refused:
        setattr(planner, name, value)
    assert getattr(planner, name) == before
    return str(refused.value)


def test_a_planner_starts_with_nothing_placed(planner):
    assert planner.trait_values(learner=True) == EMPTY
    assert planner.learner_traits == ["named", "own_acts", "plan", "week"]


def test_a_week_of_the_front_end_reaches_python_and_is_no_news_to_it(planner):
    plan = [entry("own-1", "friday", "21:30"), entry("tea", "monday")]
    planner.comm.receive(plan=plan, own_acts={"own-1": "<b>Sing</b>"}, week="2026-11-30")
    assert (planner.plan, planner.own_acts) == (plan, {"own-1": "<b>Sing</b>"})
    assert planner.week == "2026-11-30"
    assert planner.comm.updates() == []


def test_a_week_from_python_reaches_the_front_end(planner):
    planner.plan = [entry("tea", "monday", "00:00")]
    assert planner.comm.updates() == [{"plan": [entry("tea", "monday", "00:00")]}]


def test_an_own_act_that_is_removed_leaves_the_week(planner):
    planner.own_acts = {"own-1": "Sing"}
    planner.plan = [entry("own-1", "monday"), entry("tea", "monday")]
    planner.own_acts = {}
    assert planner.plan == [entry("tea", "monday")]


def test_acts_and_days_that_are_not_there_are_refused_by_name(planner):
    assert refusal(planner, plan=[entry("dance", "monday"), entry("own-1", "monday")]) == (
        "'visits' has no acts 'dance', 'own-1'. It has tea, walk."
    )
    assert refusal(planner, plan=[entry("tea", "Monday")]) == (
        "'visits' has no days 'Monday'. It has monday, tuesday, wednesday, thursday, friday, "
        "saturday, sunday."
    )


@pytest.mark.parametrize("time", ["7:30", "24:00", "07:60", "07:30:00", "07:30\n", None, 730])
def test_a_time_that_is_none_is_refused_with_what_to_write(planner, time):
    assert refusal(planner, plan=[entry("tea", "monday", time)]) == (
        f"'tea' of 'visits' is placed at {time!r}. Write a time from '00:00' to '23:59', "
        "or '' for none."
    )


def test_an_act_stands_on_a_day_once(planner):
    assert refusal(planner, plan=[entry("tea", "monday"), entry("tea", "monday", "08:00")]) == (
        "'tea' of 'visits' is placed on monday twice. Once is enough."
    )


def test_an_entry_has_all_its_keys_and_no_others(planner):
    assert refusal(planner, plan=[{"act": "tea", "day": "monday"}]) == (
        "each entry of the plan of 'visits' has the keys act, day and time, and one has act, day."
    )
    assert "one has none" in refusal(planner, plan=[{}])
    assert "one has act, day, time, place" in refusal(
        planner, plan=[entry("tea", "monday") | {"place": "sofa"}]
    )
    refusal(planner, plan=["tea"])


def test_own_acts_have_numbers_and_there_is_room_for_eight(planner):
    assert refusal(planner, own_acts={"own-1": "Sing", "dance": "Dance"}) == (
        "'visits' has no place for own acts called 'dance'. Call them 'own-1', 'own-2' and so on."
    )
    refusal(planner, own_acts={"own-0": "Sing"})
    refusal(planner, own_acts={"own-1": 3})
    nine = {f"own-{n}": "Sing" for n in range(1, 10)}
    words = "'visits' has room for 8 own acts, and these are 9."
    assert refusal(planner, own_acts=nine) == words


@pytest.mark.parametrize("week", ["next", "20261130", "2026-W49-1", "2026-02-31", "30.11.2026"])
def test_a_week_that_is_no_date_is_refused(planner, week):
    assert refusal(planner, week=week) == (
        "the week of 'visits' is the date of its Monday, such as '2026-11-30', "
        f"or '' for any week, and not {week!r}."
    )


def test_a_week_is_its_monday(planner):
    assert refusal(planner, week="2026-12-02") == (
        "the week of 'visits' is the date of its Monday, and 2026-12-02 is a Wednesday. "
        "Did you mean '2026-11-30'?"
    )


def test_results_are_in_the_order_of_the_week(planner, monkeypatch):
    planner.own_acts = {"own-1": "Sing"}
    planner.plan = [
        entry("own-1", "sunday"),
        entry("tea", "monday", "19:30"),
        entry("walk", "monday", "08:00"),
        entry("own-1", "monday"),
    ]
    assert list(planner.results().columns) == ["day", "act", "label", "time"]
    monkeypatch.setitem(sys.modules, "pandas", None)
    assert planner.results() == [
        {"day": "monday", "act": "own-1", "label": "Sing", "time": ""},
        {"day": "monday", "act": "walk", "label": "A walk", "time": "08:00"},
        {"day": "monday", "act": "tea", "label": "Tea", "time": "19:30"},
        {"day": "sunday", "act": "own-1", "label": "Sing", "time": ""},
    ]


def test_saved_answers_are_taken_up_as_far_as_there_is_a_place_for_them(planner):
    kept = [entry("own-1", "friday"), entry("tea", "monday", "08:00")]
    plan = [entry("gone", "monday"), *kept, entry("walk", "someday"), None]
    saved = {"plan": plan, "own_acts": {"own-1": "Sing", "mine": "No"}, "week": "x", "named": True}
    restore_answers(planner, planner.learner_traits, saved)
    assert (planner.plan, planner.own_acts) == (kept, {"own-1": "Sing"})
    assert (planner.week, planner.named) == ("", True)


def test_reset_makes_the_week_as_new(planner):
    new = planner.get_state()
    planner.own_acts, planner.week, planner.named = {"own-1": "Sing"}, "2026-11-30", True
    planner.plan = [entry("own-1", "monday")]
    planner.reset()
    assert planner.get_state() == new


@pytest.mark.parametrize("case", GOLDEN["cases"], ids=lambda case: case["name"])
def test_a_parser_of_calendars_understands_the_golden_files(case):
    text = "".join(f"{line}\r\n" for line in case["lines"]).encode()
    assert all(len(line) <= 75 for line in text.split(b"\r\n"))
    calendar = icalendar.Calendar.from_ical(text)
    assert calendar.errors == []
    assert calendar["VERSION"] == "2.0"
    assert calendar["PRODID"]
    week = date.fromisoformat(case["week"])
    labels = {act["id"]: act["label"] for act in GOLDEN["acts"]} | case["own_acts"]
    for event in calendar.events:
        start = event["DTSTART"].dt
        if isinstance(start, datetime):
            assert start.tzinfo is None
            assert event["DURATION"].dt == timedelta(minutes=30)
            assert "TRANSP" not in event
        else:
            assert event["TRANSP"] == "TRANSPARENT"
            assert "DURATION" not in event
        assert week.isoformat() <= start.isoformat()[:10] <= (week + timedelta(6)).isoformat()
        assert event["DTSTAMP"].dt == datetime(2026, 11, 22, 21, 34, 9, tzinfo=UTC)
        assert event["CLASS"] == "PRIVATE"
        assert event.errors == event.subcomponents == []
    assert len({event["UID"] for event in calendar.events}) == len(calendar.events)
    allowed = {case["calendar_name"]}
    if case["named"]:
        allowed |= {
            "".join(
                c
                for c in label.replace("\r\n", "\n").replace("\r", "\n").strip()
                if c in "\n\t" or c.isprintable() or c in "\ufe0f"
            )
            for label in labels.values()
        }
    assert {str(event["SUMMARY"]) for event in calendar.events} <= allowed


def test_the_static_form_is_the_worksheet(planner):
    assert "<table>" in planner.static_form()


def test_an_activity_of_another_kind_is_refused(planner):
    with pytest.raises(TypeError, match=r"Show it with Planner\(…\)"):
        OpinionScale(planner.content)


def test_the_example_in_the_docstring_is_true(monkeypatch):
    monkeypatch.chdir(ROOT / "notebooks")
    [example] = doctest.DocTestFinder(recurse=False).find(
        Planner, module=planner_module, globs={"Planner": Planner}
    )
    assert doctest.DocTestRunner().run(example).failed == 0
