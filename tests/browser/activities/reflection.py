"""Writes an answer to each question, thinks twice about erasing it, erases it and writes anew."""

from collections.abc import Generator
from typing import Any

from playwright.sync_api import Locator, expect

from ..hands import Hand


def walk(hand: Hand, view: Locator) -> Generator[str, None, dict[str, Any]]:
    """Go through the activity from its first state to its last; yield each state worth a look."""
    boxes = view.get_by_role("textbox")
    erase = view.get_by_role("button", name="Erase what I wrote")
    sure = view.get_by_role("group", name="Erase everything you wrote here?")
    copy = view.get_by_role("button", name="Copy")
    expect(boxes.first).to_have_value("")
    expect(erase).to_be_hidden()
    expect(copy).to_be_hidden()
    yield "nothing written"

    lines = "\n".join(f"Line {number} of a long answer." for number in range(1, 13))
    small = boxes.first.bounding_box()
    hand.write(boxes.first, lines)
    expect(boxes.first).to_have_value(lines)
    expect(copy).to_be_visible()
    grown = boxes.first.bounding_box()
    assert small and grown and grown["height"] > small["height"], "the box has not grown"
    yield "one answer, longer than the box was"

    hand.press(erase)
    expect(sure).to_be_visible()
    expect(sure.get_by_role("button", name="Keep it")).to_be_focused()
    yield "asked whether to erase"

    hand.press(sure.get_by_role("button", name="Keep it"))
    expect(sure).to_be_hidden()
    expect(erase).to_be_focused()
    expect(boxes.first).to_have_value(lines)

    hand.press(erase)
    hand.press(sure.get_by_role("button", name="Erase it"))
    expect(boxes.first).to_have_value("")
    expect(boxes.first).to_be_focused()
    expect(copy).to_be_hidden()
    yield "erased"

    texts = {}
    for number, box in enumerate(boxes.all(), 1):
        text = f"My answer to question {number}."
        hand.write(box, text)
        expect(box).to_have_value(text)
        texts[str(box.get_attribute("data-question"))] = text
    expect(erase).to_be_visible()
    yield "every question answered"
    return {"texts": texts}


def answer(hand: Hand, view: Locator) -> None:
    """Write a line in each box."""
    for number, box in enumerate(view.get_by_role("textbox").all(), 1):
        hand.write(box, f"My answer to question {number}.")
