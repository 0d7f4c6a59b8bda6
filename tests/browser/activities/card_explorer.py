"""A person opens every card of a card explorer."""

from collections.abc import Generator
from typing import Any

from playwright.sync_api import Locator, expect

from ..hands import Hand


def walk(hand: Hand, view: Locator) -> Generator[str, None, dict[str, Any]]:
    """Go through the activity; yield a name for each state that is worth a look."""
    buttons = view.locator(".lk-explorer-button")
    names = view.locator(".lk-explorer-label").all_inner_texts()
    total = len(names)
    panel = view.locator(".lk-explorer-panel:visible")
    closing = view.locator(".lk-explorer-closing")

    def expect_open(index: int, opened: int) -> None:
        expect(panel).to_have_count(1)
        expect(panel).to_have_attribute("aria-label", names[index])
        expect(buttons.nth(index)).to_have_attribute("aria-expanded", "true")
        expect(buttons.nth(index)).to_contain_text("(opened)")
        expect(view.get_by_text(f"{opened} of {total} opened")).to_be_visible()

    expect(panel).to_have_count(0)
    expect(view.get_by_text(f"0 of {total} opened")).to_be_visible()
    yield "nothing opened"

    # From the second card backwards to the first, then on from card to card to the last.
    hand.press(buttons.nth(1))
    expect_open(1, 1)
    expect(buttons.nth(1)).to_be_focused()
    yield "a card opened from the list"
    hand.press(panel.get_by_role("button", name="Back:"))
    expect_open(0, 2)
    expect(panel).to_be_focused()
    expect(panel.get_by_role("button", name="Back:")).to_have_count(0)
    note = panel.locator("summary")
    if note.count():
        hand.press(note)
        expect(panel.get_by_text("Studies:")).to_be_visible()
        yield "a card with the studies it rests on"
    hand.press(buttons.nth(0))
    expect(panel).to_have_count(0)
    expect(buttons.nth(0)).to_be_focused()
    expect(view.get_by_text(f"2 of {total} opened")).to_be_visible()
    hand.press(buttons.nth(0))
    expect_open(0, 2)
    for index in range(1, total):
        hand.press(panel.get_by_role("button", name="Next:"))
        expect_open(index, max(2, index + 1))
        expect(panel).to_be_focused()
    expect(panel.get_by_role("button", name="Next:")).to_have_count(0)
    if closing.text_content():
        expect(closing).to_be_visible()
    yield "every card opened"

    # The list stands in its own order; the cards were read in that order, from the first on.
    hand.press(buttons.nth(0))
    expect_open(0, total)
    ids = view.locator(".lk-explorer-item").evaluate_all(
        "items => items.map(item => item.dataset.card)"
    )
    return {"opened": [*ids[1:], ids[0]]}


def answer(hand: Hand, view: Locator) -> None:
    """Open the first card, and go on from card to card to the last."""
    buttons = view.locator(".lk-explorer-button")
    hand.press(buttons.first)
    for _ in range(buttons.count() - 1):
        hand.press(view.locator(".lk-explorer-panel:visible").get_by_role("button", name="Next:"))
    expect(view.get_by_text(f"{buttons.count()} of {buttons.count()} opened")).to_be_visible()
