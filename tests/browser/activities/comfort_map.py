"""Goes through a comfort map: marks, notes, and the page that comes of them."""

from collections.abc import Generator
from typing import Any

from playwright.sync_api import Locator, expect

from lessonkit.words import words
from tests.browser.hands import Hand

WORDS = words("comfort_map") | words("rating") | words("keeping")
MARKED = 5
NOTE = "Only when I am rested."
ONLY_A_NOTE = "Ask me some day."


def walk(hand: Hand, view: Locator) -> Generator[str, None, dict[str, Any]]:
    """Go through the activity from its first state to its last."""
    items, page = view.locator(".lk-item"), view.locator(".lk-page")
    make_page = _button(view, "make_page")
    answers: dict[str, str] = {}
    notes: dict[str, str] = {}
    expect(make_page).to_have_attribute("aria-disabled", "true")
    expect(page).to_be_hidden()
    yield "nothing marked"

    for number in range(min(MARKED, items.count())):
        item = items.nth(number)
        radios = item.get_by_role("radio")
        radio = radios.nth(number % radios.count())
        hand.choose(radio)
        expect(radio).to_be_checked()
        answers[_id(item)] = radio.input_value()
    first, last = items.first, items.last
    hand.press(first.locator(".lk-clear"))
    expect(first.locator(":checked")).to_have_count(0)
    expect(first.locator("input:focus")).to_have_count(1)
    hand.choose(first.get_by_role("radio").first)
    expect(first.locator(".lk-clear")).to_be_visible()
    for item, note in {first: NOTE, last: ONLY_A_NOTE}.items():
        if _id(item) in notes:
            continue
        hand.press(item.locator("summary"))
        hand.write(item.get_by_role("textbox"), note)
        expect(item.locator("summary")).to_contain_text(WORDS["your_note"])
        notes[_id(item)] = note
    expect(view.locator(".lk-progress")).to_contain_text(f"{len(answers)}")
    yield "marked and noted"

    hand.press(make_page)
    paper = page.locator(".lk-paper")
    expect(paper.locator(".lk-page-title")).to_be_focused()
    expect(paper.locator("li")).to_have_count(len(answers | notes))
    expect(paper).to_contain_text(NOTE)
    yield "the whole page"

    shown = page.get_by_role("checkbox")
    hand.choose(shown.last)
    expect(paper).not_to_contain_text(NOTE)
    expect(paper.locator("li")).to_have_count(len(answers))
    hand.choose(shown.first)
    left = [mark for mark in answers.values() if mark != shown.first.input_value()]
    expect(paper.locator("li")).to_have_count(len(left))
    hand.press(_button(view, "hide_page"))
    expect(page).to_be_hidden()
    hand.press(make_page)
    expect(shown.first).not_to_be_checked()
    expect(paper.locator("li")).to_have_count(len(left))
    yield "a page with something left out"

    hand.press(_button(view, "start_again"))
    expect(_button(view, "keep_all")).to_be_focused()
    hand.press(_button(view, "keep_all"))
    expect(_button(view, "start_again")).to_be_focused()
    yield "everything kept"
    return {"answers": answers, "notes": notes}


def _button(view: Locator, entry: str) -> Locator:
    return view.get_by_role("button", name=WORDS[entry], exact=True)


def _id(item: Locator) -> str:
    return item.get_attribute("data-item") or ""


def answer(hand: Hand, view: Locator) -> None:
    """Mark every item with the first choice."""
    items = view.locator(".lk-item")
    for number in range(items.count()):
        hand.choose(items.nth(number).get_by_role("radio").first)
    expect(view.locator(".lk-progress")).to_contain_text(f"{items.count()}")
