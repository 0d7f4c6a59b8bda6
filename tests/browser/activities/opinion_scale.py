"""Goes through an opinion scale: a first round, a second one, and what moved between them."""

from collections.abc import Generator
from typing import Any

from playwright.sync_api import Locator, expect

from lessonkit.words import words
from tests.browser.hands import Hand

WORDS = words("opinion_scale") | words("rating")


def walk(hand: Hand, view: Locator) -> Generator[str, None, dict[str, Any]]:
    """Go through the activity from its first state to its last."""
    statements = view.locator(".lk-rated")
    stage, picture = view.locator(".lk-stage"), view.locator(".lk-picture")
    close, compare = _button(view, "close_first"), _button(view, "close_second")
    expect(close).to_have_attribute("aria-disabled", "true")
    expect(_button(view, "start_again")).to_be_hidden()
    yield "nothing answered"

    before = _answer(hand, statements, shift=0)
    first = statements.first
    hand.press(first.locator(".lk-clear"))
    expect(first.locator(":checked")).to_have_count(0)
    expect(first.locator("input:focus")).to_have_count(1)
    before |= {_item(first): _choose(hand, first, 1)}
    expect(view.locator(".lk-progress")).to_contain_text(f"{len(before)}")
    yield "answered once"

    hand.press(close)
    expect(stage).to_be_focused()
    expect(view.locator("input:visible")).to_have_count(0)
    yield "kept for later"

    hand.press(_button(view, "change_first"))
    expect(view.locator("input:checked:visible")).to_have_count(len(before))
    hand.press(close)
    hand.press(_button(view, "answer_again"))
    expect(stage).to_have_text(WORDS["stage_second"])
    expect(view.locator("input:visible").first).to_be_visible()
    expect(view.locator("input:checked")).to_have_count(0)
    yield "answering again"

    hand.press(_button(view, "not_now"))
    expect(view.locator("input:visible")).to_have_count(0)
    hand.press(_button(view, "answer_again"))
    after = _answer(hand, statements, shift=1)
    hand.press(compare)
    expect(stage).to_be_focused()
    expect(picture.locator(".lk-move")).to_have_count(len(before | after))
    expect(picture.locator(".lk-way")).to_have_count(sum(before[x] != after[x] for x in after))
    hand.press(_button(view, "change_second"))
    expect(view.locator("input:checked:visible")).to_have_count(len(after))
    hand.press(compare)
    hand.press(_button(view, "start_again"))
    expect(_button(view, "keep_all")).to_be_focused()
    yield "asked whether to clear everything"

    hand.press(_button(view, "keep_all"))
    expect(_button(view, "start_again")).to_be_focused()
    yield "compared"
    return {"before": before, "after": after, "again": True}


def _button(view: Locator, entry: str) -> Locator:
    return view.get_by_role("button", name=WORDS[entry], exact=True)


def _answer(hand: Hand, statements: Locator, shift: int) -> dict[str, int]:
    """Answer all statements but the last of several: every second one as far as ``shift`` on."""
    count = statements.count()
    chosen = {}
    for number in range(max(1, count - 1)):
        statement = statements.nth(number)
        points = statement.get_by_role("radio").count()
        point = (number + shift * (number % 2)) % points + 1
        chosen[_item(statement)] = _choose(hand, statement, point)
    return chosen


def _choose(hand: Hand, statement: Locator, point: int) -> int:
    radio = statement.get_by_role("radio").nth(point - 1)
    hand.choose(radio)
    expect(radio).to_be_checked()
    return point


def _item(statement: Locator) -> str:
    return statement.get_attribute("data-item") or ""


def answer(hand: Hand, view: Locator) -> None:
    """Answer every statement: for the first time, or again where the first answers are kept."""
    again = _button(view, "answer_again")
    second = again.is_visible()
    if second:
        hand.press(again)
    statements = view.locator(".lk-rated")
    for number in range(statements.count()):
        _choose(hand, statements.nth(number), 2 if second else 4)
    hand.press(_button(view, "close_second" if second else "close_first"))
    expect(view.locator(".lk-stage")).to_be_focused()
    expect(view.locator(".lk-move")).to_have_count(statements.count() if second else 0)
