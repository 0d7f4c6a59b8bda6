"""Plans a week: acts placed, timed and taken out, acts of one's own, a calendar file."""

from collections.abc import Generator
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, expect

from lessonkit.words import words

from ..hands import Hand

WORDS = words("planner") | words("rating") | words("keeping")
FIRST, SECOND = "Read to each other, aloud", "A bath, alone"
MONDAY, WEDNESDAY = "2026-11-30", "2026-12-02"


def walk(hand: Hand, view: Locator) -> Generator[str, None, dict[str, Any]]:
    """Go through the activity from its first state to its last."""
    acts, week, along = view.locator(".lk-act"), view.locator(".lk-week"), view.locator(".lk-along")
    placed = week.locator(".lk-placed")
    from_file = acts.count()
    expect(placed).to_have_count(0)
    expect(week.get_by_text(WORDS["day_free"], exact=True)).to_have_count(7)
    expect(along).to_be_hidden()
    yield "nothing placed"

    first, second = acts.nth(0), acts.nth(1)
    for act, day in ((first, "Monday"), (first, "Friday"), (second, "Monday")):
        box = act.get_by_role("checkbox", name=day, exact=True)
        hand.choose(box)
        expect(box).to_be_checked()
        expect(box).to_be_focused()
    expect(placed).to_have_count(3)
    expect(_day(week, "monday").locator(".lk-placed")).to_have_count(2)
    expect(_day(week, "tuesday")).to_contain_text(WORDS["day_free"])
    yield "three things placed"

    add = _button(view, "add_own")
    for number, text in enumerate((FIRST, SECOND)):
        hand.press(add)
        own = acts.nth(from_file + number)
        box = own.get_by_role("textbox")
        expect(box).to_be_focused()
        hand.write(box, text)
        expect(box).to_have_value(text)
        hand.choose(own.get_by_role("checkbox", name="Sunday", exact=True))
    expect(_day(week, "sunday")).to_contain_text(FIRST)
    hand.press(acts.last.get_by_role("button"))
    expect(acts).to_have_count(from_file + 1)
    expect(_button(view, "put_back")).to_be_focused()
    expect(week).not_to_contain_text(SECOND)
    yield "an act of one's own removed"

    hand.press(_button(view, "put_back"))
    expect(acts.last.get_by_role("textbox")).to_be_focused()
    expect(acts.last.get_by_role("textbox")).to_have_value(SECOND)
    expect(_day(week, "sunday")).to_contain_text(SECOND)

    on_monday = _day(week, "monday").locator(".lk-placed")
    hand.press(on_monday.nth(1).get_by_role("button"))
    expect(on_monday).to_have_count(1)
    expect(on_monday.get_by_role("button")).to_be_focused()
    expect(second.locator(":checked")).to_have_count(0)
    # Each browser writes times and dates in the order of its language, so they are filled in whole.
    on_monday.locator("input").fill("19:30")
    week.locator(".lk-date").fill(WEDNESDAY)
    expect(week).to_contain_text("30 November 2026")
    expect(_day(week, "sunday")).to_contain_text("6 December")
    yield "a time and a week given"

    named = along.get_by_role("checkbox")
    expect(named).not_to_be_checked()
    saved = _saved(hand, view)
    assert (saved.count("BEGIN:VEVENT"), saved.count("DTSTART;VALUE=DATE:20261206")) == (4, 2)
    assert "DTSTART:20261130T193000\r\nDURATION:PT30M\r\n" in saved
    assert "Read to each other" not in saved
    hand.choose(named)
    assert "SUMMARY:Read to each other\\, aloud\r\n" in _saved(hand, view)
    expect(along).to_contain_text(f"{MONDAY}.ics")
    yield "a calendar file saved"

    hand.press(_button(view, "start_again"))
    expect(_button(view, "keep_all")).to_be_focused()
    hand.press(_button(view, "keep_all"))
    expect(_button(view, "start_again")).to_be_focused()
    expect(placed).to_have_count(4)
    yield "everything kept"
    act = first.get_attribute("data-act")
    return {
        "plan": [
            {"act": act, "day": "monday", "time": "19:30"},
            {"act": act, "day": "friday", "time": ""},
            {"act": "own-1", "day": "sunday", "time": ""},
            {"act": "own-2", "day": "sunday", "time": ""},
        ],
        "own_acts": {"own-1": FIRST, "own-2": SECOND},
        "week": MONDAY,
        "named": True,
    }


def answer(hand: Hand, view: Locator) -> None:
    """Place the first act on Monday."""
    box = view.locator(".lk-act").first.get_by_role("checkbox", name="Monday", exact=True)
    hand.choose(box)
    expect(box).to_be_checked()
    expect(view.locator(".lk-placed")).to_have_count(1)


def _button(view: Locator, entry: str) -> Locator:
    return view.get_by_role("button", name=WORDS[entry], exact=True)


def _day(week: Locator, day: str) -> Locator:
    return week.locator(f".lk-week-day[data-day='{day}']")


def _saved(hand: Hand, view: Locator) -> str:
    """Save the calendar file and read it."""
    with view.page.expect_download() as download:
        hand.press(_button(view, "save_calendar"))
    return Path(download.value.path()).read_bytes().decode()
