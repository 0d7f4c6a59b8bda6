"""Goes through a learner's own page: notes, a copy to keep and bring back, an end to it all."""

import json
from collections.abc import Generator
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, expect

from lessonkit.words import words

from ..hands import Hand

WORDS = words("my_course")
NOTE = "Ask Mo about this."
OTHER_NOTE = "Read this one again."
LAST_NOTE = "A new beginning."


def walk(hand: Hand, view: Locator) -> Generator[str, None, dict[str, Any]]:
    """Go through the page from its first state to its last; yield each state worth a look."""
    lessons, status = view.locator(".lk-lesson"), view.locator(".lk-course-status")
    first, last = lessons.first, lessons.last
    expect(view.locator(".lk-course-path > *")).to_have_count(lessons.count())
    expect(view.locator(".lk-course-where")).not_to_be_empty()
    expect(status).to_be_hidden()
    yield "where the learner is"

    for lesson in (first, last):
        _open(hand, lesson)
        hand.write(lesson.get_by_role("textbox"), NOTE)
    yield "two notes"

    with view.page.expect_download() as download:
        hand.press(_button(view, "save_copy"))
    copy = json.loads(Path(download.value.path()).read_text(encoding="utf-8"))
    notes = {_id(first): NOTE, _id(last): NOTE}
    assert copy["format"] == "lessonkit-progress"
    assert copy["answers"][_key(copy, notes)] == {"notes": notes}
    expect(status).to_contain_text(download.value.suggested_filename)
    yield "a copy saved"

    _bring_back(view, "[1, 2")
    expect(status).to_have_text(WORDS["copy_not_json"].format(file="progress.json"))
    expect(status).to_be_focused()
    _bring_back(view, json.dumps(copy | {"version": 99}))
    expect(status).to_have_text(WORDS["copy_too_new"])
    yield "no copy that could be taken"

    other = json.loads(json.dumps(copy))
    other["answers"][_key(copy, notes)]["notes"][_id(first)] = OTHER_NOTE
    _bring_back(view, json.dumps(other))
    expect(_button(view, "keep_things")).to_be_focused()
    yield "asked before a note is replaced"
    view.page.keyboard.press("Escape")
    expect(status).to_have_text(WORDS["copy_left"])
    expect(first.get_by_role("textbox")).to_have_value(NOTE)
    _bring_back(view, json.dumps(other))
    hand.press(_button(view, "take_copy"))
    expect(first.get_by_role("textbox")).to_have_value(OTHER_NOTE)
    expect(last.get_by_role("textbox")).to_have_value(NOTE)
    expect(status).to_be_focused()
    yield "a copy brought back"

    hand.press(_button(view, "erase_everything"))
    expect(_button(view, "keep_things")).to_be_focused()
    hand.press(_button(view, "keep_things"))
    expect(_button(view, "erase_everything")).to_be_focused()
    hand.press(_button(view, "erase_everything"))
    hand.press(_button(view, "erase_go_on"))
    expect(_button(view, "keep_things")).to_be_focused()
    yield "asked twice"
    view.page.keyboard.press("Escape")
    expect(_button(view, "erase_everything")).to_be_focused()
    hand.press(_button(view, "erase_everything"))
    hand.press(_button(view, "erase_go_on"))
    hand.press(_button(view, "erase_now"))
    expect(status).to_contain_text(WORDS["is_erased"].partition("{")[0].strip())
    expect(status).to_be_focused()
    for lesson in (first, last):
        expect(lesson.get_by_role("textbox")).to_have_value("")
    hand.press(_button(view, "erase_everything"))
    expect(status).to_have_text(WORDS["nothing_to_erase"])
    yield "everything erased"

    hand.write(first.get_by_role("textbox"), LAST_NOTE)
    expect(status).to_be_hidden()
    yield "a new note"
    return {"notes": {_id(first): LAST_NOTE}}


def answer(hand: Hand, view: Locator) -> None:
    """Write a note on the last lesson."""
    lesson = view.locator(".lk-lesson").last
    _open(hand, lesson)
    hand.write(lesson.get_by_role("textbox"), NOTE)


def _open(hand: Hand, lesson: Locator) -> None:
    if lesson.get_attribute("open") is None:
        hand.press(lesson.locator("> summary"))
    expect(lesson.get_by_role("textbox")).to_be_visible()


def _bring_back(view: Locator, text: str) -> None:
    file = {"name": "progress.json", "mimeType": "application/json", "buffer": text.encode()}
    view.locator("input[type=file]").set_input_files(file)


def _key(copy: dict[str, Any], notes: dict[str, str]) -> str:
    return next(key for key, given in copy["answers"].items() if given.get("notes") == notes)


def _button(view: Locator, entry: str) -> Locator:
    return view.get_by_role("button", name=WORDS[entry], exact=True)


def _id(lesson: Locator) -> str:
    return lesson.get_attribute("data-lesson") or ""
