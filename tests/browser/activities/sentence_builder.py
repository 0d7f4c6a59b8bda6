"""A person puts a sentence together: words of the author, own words, and a part left out."""

from collections.abc import Generator
from typing import Any

from playwright.sync_api import Locator, expect

from ..hands import Hand

OWN = "as I would say it"


def walk(hand: Hand, view: Locator) -> Generator[str, None, dict[str, Any]]:
    """Go through the activity; yield a name for each state that is worth a look."""
    parts = view.locator(".lk-sentence-part")
    total = parts.count()
    part = view.locator(".lk-sentence-part:visible")
    sentence = view.get_by_role("textbox", name="Your sentence")
    copy = view.get_by_role("button", name="Copy")
    choices: dict[str, str] = {}
    own_words: dict[str, str] = {}
    said: list[str] = []

    def expect_sentence() -> None:
        whole = " ".join(said)
        expect(sentence).to_contain_text(whole[:1].upper() + whole[1:])

    expect(part).to_have_count(1)
    expect(copy).to_be_hidden()
    yield "nothing chosen"

    for index in range(total):
        part_id = str(part.get_attribute("data-part"))
        options = part.get_by_role("radio")
        leave_out = part.get_by_role("radio", name="Leave it out", exact=True)
        if leave_out.count():
            expect(leave_out).to_be_checked()

        hand.choose(options.first)
        expect(options.first).to_be_checked()
        expect(part.get_by_text("What this does:")).to_be_visible()
        choices[part_id] = str(options.first.get_attribute("value"))
        said.append(part.locator(".lk-choice-text").first.inner_text().strip())
        expect_sentence()
        if index == 0:
            yield "a part chosen"

        if index == total - 1:
            # Own words are kept while the author's are chosen, and come back with the choice.
            own = part.get_by_role("radio", name="In my own words", exact=True)
            hand.choose(own)
            box = part.get_by_role("textbox")
            expect(box).to_be_visible()
            hand.write(box, OWN)
            said[-1] = OWN
            expect_sentence()
            yield "own words"
            hand.choose(options.first)
            expect(box).to_be_hidden()
            hand.choose(own)
            expect(box).to_have_value(OWN)
            choices[part_id], own_words[part_id] = "own", OWN
            expect_sentence()
        elif leave_out.count() and index > 0:
            hand.choose(leave_out)
            choices[part_id] = ""
            said.pop()
            expect_sentence()

        if index < total - 1:
            hand.press(view.get_by_role("button", name="Next part"))
            expect(view.locator(f".lk-sentence-part[data-part='{part_id}']")).to_be_hidden()
            expect(part.get_by_role("group")).to_be_focused()

    expect(view.get_by_text("Still to choose:")).to_be_hidden()
    expect(copy).to_be_visible()
    hand.press(copy)
    expect(view.locator(".lk-keep").get_by_text("Copied.")).to_be_visible()
    yield "the sentence complete"
    return {"choices": choices, "own_words": own_words}


def answer(hand: Hand, view: Locator) -> None:
    """Choose the first words of every part."""
    part = view.locator(".lk-sentence-part:visible")
    total = view.locator(".lk-sentence-part").count()
    for number in range(1, total + 1):
        hand.choose(part.get_by_role("radio").first)
        if number < total:
            hand.press(view.get_by_role("button", name="Next part"))
            expect(part.get_by_role("group")).to_be_focused()
    expect(view.get_by_role("button", name="Copy")).to_be_visible()
