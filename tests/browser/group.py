"""A group of people who sort, what their chat looks like, and the tally that a facilitator sees."""

import random
import re
from collections.abc import Sequence
from math import floor
from typing import Any

from playwright.sync_api import Locator, Page, expect

from lessonkit.activities import SortingActivity
from lessonkit.group.tally import CardTally
from lessonkit.words import words

from .exercise import Exercise
from .learner import wait_for_activities

WORDS = words("group_tally")
SHARE = words("sorting_share")["share"]
TALLY_PAGE = "notebooks/facilitate/group_tally"
Placements = dict[str, str]


def said(entry: str, **values: object) -> str:
    """Say an entry of the tally's catalogue as the page says it."""
    if "count" in values:
        entry = f"{entry}_one" if values["count"] == 1 else f"{entry}_other"
    return WORDS[entry].format(**values)


def sorts_of(deck: SortingActivity, people: int, seed: int = 1) -> list[Placements]:
    """Make up how different people sort: some cards divide them, and some are passed."""
    chance = random.Random(seed)
    places = [category.id for category in deck.categories]
    sorts = []
    for _ in range(people):
        placements = {}
        for number, card in enumerate(deck.cards):
            leaning = [1 + (number % 5) * 3 * (place == card.category) for place in places]
            placed = chance.choices([*places, "pass"], [*leaning, 0.4])[0]
            placements[card.id] = placed
        sorts.append(placements)
    return sorts


def sort_and_share(exercise: Exercise, placements: Placements) -> str:
    """Sort every card on the table by its number key, take the code, and clear the table."""
    keys = {spot.id: spot.key for spot in exercise.spots()}
    keyboard = exercise.root.page.keyboard
    exercise.next_card.focus()
    for _ in placements:
        # The next card has the focus as soon as one is placed.
        keyboard.press(keys[placements[exercise.next_id()]])
    exercise.result.get_by_text(SHARE, exact=True).click()
    code = exercise.result.locator(".lk-share-code").inner_text()
    exercise.button("start_again").click()
    expect(exercise.tray).to_be_visible()
    return code


def noisy_chat(codes: Sequence[str], seed: int = 3) -> list[str]:
    """Return a chat in which codes stand between names, times, links, numbers and other talk."""
    chance = random.Random(seed)
    lines = ["Welcome, everyone! Please send your code to me alone.", ""]
    for number, code in enumerate(codes):
        time = f"{19 + number // 40}:{number % 40 + 10}"
        name = f"Ada Lovelace {number}"
        shown = [code, code.lower(), code.replace("-", ""), code.replace("-", " ")][number % 4]
        lines.append(
            [
                f"[{time}] {name}: {shown}",
                f"{time} From {name} to You (Direct Message): my code is {shown}. Thanks!",
                f"{name} ({time}): here it comes: {shown}",
                shown,
            ][number % 4]
        )
        lines += chance.choice(
            (
                [],
                [f"{time} Bo: see https://example.org/{code}?x=12"],
                ["", "Call me on +49 30 1234567 or 0151-2345-6789, order 4711-0815-12"],
                [f"{time} {name}: well-done, all of you :-) 100% agree, 2026-11-23"],
            )
        )
    return lines


def percent(share: float) -> str:
    """Write a share of one in percent, halves up, as the page does."""
    return f"{floor(100 * share + 0.5)}%"


def bars_of(deck: SortingActivity, card: CardTally) -> dict[str, str]:
    """Say for each category how many put a card there, and the share of those who placed it."""
    return {
        category.id: said(
            "count_and_share",
            number=card.counts[category.id],
            percent=percent(card.counts[category.id] / card.placed if card.placed else 0),
        )
        for category in deck.categories
    }


class TallyView:
    """A group tally on a page.

    Example:
        >>> view = TallyView(page)
        >>> view.paste(chat)
        >>> view.cards()
    """

    def __init__(self, page: Page) -> None:
        """Take the first tally of a page, and wait until it is alive."""
        self.page = page
        wait_for_activities(page)
        self.root = page.locator(".lk-group-tally").first
        self.first, self.second = self.root.locator(".lk-code-box").all()
        self.results = self.root.locator(".lk-tally-results")
        self.list = self.root.locator(".lk-tally-cards")
        self.waiting = self.root.locator(".lk-tally-waiting")
        self.stage = self.root.locator("dialog")
        expect(self.root).to_be_visible()

    def paste(self, text: str, box: Locator | None = None) -> None:
        """Put a text in the place of what is in a box, in one go."""
        area = (box or self.first).locator("textarea")
        area.fill(text)
        expect(area).to_have_value(text)

    def paste_at_once(self, text: str) -> None:
        """Paste a text as the clipboard does; a test's own way to fill a box goes line by line."""
        self.first.locator("textarea").evaluate(
            """(box, text) => {
              box.value = text;
              box.dispatchEvent(new InputEvent("input", { inputType: "insertFromPaste" }));
            }""",
            text,
        )

    def button(self, entry: str) -> Locator:
        """Find a button by the catalogue's entry for its name."""
        return self.root.get_by_role("button", name=said(entry), exact=True)

    def status(self, box: Locator | None = None) -> Locator:
        """Find what a box says was found in it."""
        return (box or self.first).locator(".lk-code-status")

    def problems(self) -> list[str]:
        """Return what the first box says of lines to look at."""
        return self.first.locator(".lk-code-problems li").all_inner_texts()

    def ids(self) -> list[str]:
        """Return the ids of the cards that are shown, in order."""
        return self.list.locator(".lk-tally-card").evaluate_all(
            "cards => cards.map(card => card.dataset.card)"
        )

    def numbers(self, when: str = "first") -> dict[str, dict[str, str]]:
        """Return the number at each bar, by card and category."""
        script = """(cards, when) => cards.map(card => [card.dataset.card,
          [...card.querySelectorAll(".lk-bar-row")].map(row => [row.dataset.category,
            row.querySelector(`.lk-bar-${when} .lk-bar-number`).textContent])])"""
        found = self.list.locator(".lk-tally-card").evaluate_all(script, when)
        return {card: dict(bars) for card, bars in found}

    def changes(self) -> dict[str, dict[str, str]]:
        """Return what is said to have moved, by card and category."""
        script = """cards => cards.map(card => [card.dataset.card,
          [...card.querySelectorAll(".lk-bar-row")].map(row => [row.dataset.category,
            row.querySelector(".lk-bar-change").textContent])])"""
        found = self.list.locator(".lk-tally-card").evaluate_all(script)
        return {card: dict(bars) for card, bars in found}

    def widths(self, card: str) -> list[float]:
        """Return how long the bars of a card are drawn, as shares of their tracks."""
        return self.list.locator(f"[data-card='{card}'] .lk-bar-first").evaluate_all(
            """lines => lines.map(line => line.querySelector(".lk-bar-fill").clientWidth
              / line.querySelector(".lk-bar-track").clientWidth)"""
        )

    def notes(self, card: str) -> str:
        """Return what is said below the bars of a card."""
        return self.list.locator(f"[data-card='{card}'] .lk-tally-notes").inner_text()

    def set_threshold(self, threshold: int) -> None:
        """Say how many codes must be in."""
        box = self.root.locator(".lk-threshold")
        box.fill(str(threshold))
        box.press("Tab")

    def kept(self) -> str:
        """Return all that the page keeps in this browser."""
        kept: Any = self.page.evaluate(
            "() => JSON.stringify([{...localStorage}, {...sessionStorage}, location.href])"
        )
        return str(kept)


def lines_with(chat: Sequence[str], text: str) -> int:
    """Return the number of the line on which a text stands, from 1."""
    return next(number for number, line in enumerate(chat, 1) if re.search(re.escape(text), line))
