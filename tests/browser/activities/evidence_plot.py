"""How a person goes through an evidence plot: row by row, then the table, then back."""

from collections.abc import Generator
from typing import Any

from playwright.sync_api import Locator, expect

from ..hands import Hand


def walk(hand: Hand, view: Locator) -> Generator[str, None, dict[str, Any]]:
    """Go through the activity from its first state to its last.

    Args:
        hand: How the person works the page.
        view: The widget's element.

    Yields:
        A name for each state that is worth a look.

    Returns:
        What the learner's traits must hold at the end.
    """
    rows = view.locator(".lk-effect")
    about = view.locator(".lk-about")
    total = rows.count()
    expect(view.get_by_text(f"0 of {total} looked at")).to_be_visible()
    yield "nothing looked at"

    looked_at: list[str] = []
    for number in range(total):
        row = rows.nth(number)
        hand.press(row)
        expect(row).to_have_attribute("aria-current", "true")
        expect(view.locator(".lk-effect[aria-current]")).to_have_count(1)
        label = row.locator(".lk-effect-label").inner_text()
        expect(about.locator(".lk-shown")).to_have_count(1)
        expect(about.locator(".lk-shown .lk-detail-label")).to_have_text(label)
        expect(view.get_by_text(f"{number + 1} of {total} looked at").first).to_be_visible()
        looked_at.append(row.get_attribute("data-effect") or "")
        if number == 0:
            hand.press(about.locator(".lk-shown summary"))
            expect(about.locator(".lk-shown details p").first).to_be_visible()
            yield "one row looked at, its evidence open"

    hand.press(view.get_by_role("button", name="Show as a table"))
    table = view.get_by_role("table")
    expect(table).to_be_visible()
    expect(table.get_by_role("row")).to_have_count(total + 1)
    expect(rows.first).to_be_hidden()
    yield "the table"

    hand.press(view.get_by_role("button", name="Show as a picture"))
    expect(table).to_be_hidden()
    expect(rows.last).to_be_visible()
    yield "every row looked at"
    return {"looked_at": looked_at}


def answer(hand: Hand, view: Locator) -> None:
    """Look at every row."""
    rows = view.locator(".lk-effect")
    for row in rows.all():
        hand.press(row)
    total = f"{rows.count()} of {rows.count()} looked at"
    expect(view.get_by_text(total).first).to_be_visible()
