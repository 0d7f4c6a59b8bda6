"""A sorting exercise on a page, as a person meets it: cards, places, what is said of them."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect

from lessonkit.words import words

from .learner import come_to

WORDS = words("sorting_exercise")
TABS = 200
"""More presses of the Tab key than any page of ours has controls."""


def said(entry: str, **values: object) -> str:
    """Say an entry of the widget's catalogue as the page says it."""
    if "count" in values:
        entry = f"{entry}_one" if values["count"] == 1 else f"{entry}_other"
    return WORDS[entry].format(**values)


def in_halves(points: float) -> str:
    """Write points as the page writes them."""
    whole = int(points)
    return str(whole) if points == whole else f"{whole or ''}½"


@dataclass(frozen=True)
class Spot:
    """A place of the board."""

    id: str
    label: str
    key: str


class Exercise:
    """One view of a sorting exercise.

    Example:
        >>> exercise = Exercise(page)
        >>> exercise.sort_all(exercise.press_number)
    """

    def __init__(self, page: Page, view: int = 0, root: Locator | None = None) -> None:
        """Take a view on a page, by its number from 0 or its root, and wait until it is there."""
        self.page = page
        # In a published page, each comes to life as a reader comes near.
        slots = page.locator(".lk-widget[data-files*='sorting_exercise-']").all()
        for slot in [] if root else slots[: view + 1]:
            come_to(slot)
        self.root = root or page.locator(".lk-sorting-exercise").nth(view)
        self.tray = self.root.locator(".lk-tray")
        self.board = self.root.locator(".lk-board")
        self.feedback = self.root.locator(".lk-feedback")
        self.result = self.root.locator(".lk-result")
        self.announcement = self.root.locator("[aria-live]")
        self.next_card = self.tray.locator(".lk-card:visible").first
        expect(self.root).to_be_visible()

    def card(self, card: str) -> Locator:
        """Find a card by its id."""
        return self.root.locator(f".lk-card[data-card='{card}']:not(.lk-drag-copy)")

    def place(self, place: str) -> Locator:
        """Find a place by its category's id."""
        return self.board.locator(f".lk-place[data-category='{place}']")

    def place_button(self, place: str) -> Locator:
        """Find the button of a place."""
        return self.place(place).locator(".lk-place-button")

    def card_in(self, place: str, card: str) -> Locator:
        """Find a card where it stands in a place."""
        return self.place(place).locator(f".lk-card[data-card='{card}']")

    def button(self, entry: str, **values: object) -> Locator:
        """Find a button by the catalogue's entry for its name."""
        return self.root.get_by_role("button", name=said(entry, **values), exact=True)

    def total(self) -> int:
        """Return how many cards are on the table."""
        return int(self.root.locator("progress").get_attribute("max") or "0")

    def next_id(self) -> str:
        """Return the id of the card that waits first."""
        return self.next_card.get_attribute("data-card") or ""

    def text_of(self, card: str) -> str:
        """Return a card's words."""
        return self.card(card).locator(".lk-text").text_content() or ""

    def spots(self) -> list[Spot]:
        """Return the places in the order of their keys, the pass last."""
        found = self.board.locator(".lk-place").evaluate_all(
            "places => places.map(place => [place.dataset.category,"
            " place.querySelector('.lk-label').textContent,"
            " place.querySelector('kbd').dataset.key])"
        )
        spots = [Spot(*each) for each in found]
        return sorted(spots, key=lambda spot: (spot.key == "0", spot.key))

    def placements(self) -> dict[str, str]:
        """Return where the cards stand: for each placed card's id, the id of its place."""
        pairs = self.board.locator(".lk-card").evaluate_all(
            "cards => cards.map(card =>"
            " [card.dataset.card, card.closest('.lk-place').dataset.category])"
        )
        return dict(pairs)

    def sort_all(self, move: Callable[[Locator, Spot], None]) -> dict[str, str]:
        """Sort every card, to each place in turn, and see that each move is taken up.

        Args:
            move: Brings a card to a spot.

        Returns:
            For each card's id, the id of its place.
        """
        spots, total = self.spots(), self.total()
        placed: dict[str, str] = {}
        for number in range(total):
            card, spot = self.next_id(), spots[number % len(spots)]
            text = self.text_of(card)
            move(self.card(card), spot)
            placed[card] = spot.id
            self.expect_placed(placed, total)
            self.expect_said(text, spot.label, total - len(placed))
        return placed

    def expect_placed(self, placed: dict[str, str], total: int) -> None:
        """See that the card that was put last stands in its place, and that all are counted."""
        card, place = list(placed.items())[-1]
        expect(self.card_in(place, card)).to_be_attached()
        count = sum(1 for each in placed.values() if each == place)
        expect(self.place(place).locator(".lk-count")).to_have_attribute("data-count", str(count))
        self.expect_progress(len(placed), total)

    def expect_progress(self, placed: int, total: int) -> None:
        """See that the progress is told in words and drawn, and the tray is there while needed."""
        progress = said("progress", placed=placed, total=total)
        expect(self.root.locator(".lk-progress-line")).to_have_text(progress)
        expect(self.root.locator("progress")).to_have_js_property("value", placed)
        expect(self.tray).to_be_visible(visible=placed < total)

    def expect_said(self, text: str, label: str, left: int) -> None:
        """See that a move was announced: the card, the place and what is left."""
        placed = said("announce_placed", card=text, place=label)
        waiting = said("left", count=left) if left else said("announce_all_placed")
        both = re.compile(f"^{re.escape(placed)}.*{re.escape(waiting)}$", re.DOTALL)
        expect(self.announcement).to_have_text(both)

    def expect_focus_goes_on(self) -> None:
        """See that the focus is on the next card, or on the result when there is none."""
        waits = self.tray.is_visible()
        expect(self.next_card if waits else self.result.locator("h3")).to_be_focused()

    def press_number(self, card: Locator, spot: Spot) -> None:
        """Place the card that has the focus with one key."""
        expect(card).to_be_focused()
        self.page.keyboard.press(spot.key)

    def choose_then_place(self, card: Locator, spot: Spot) -> None:
        """Place the card that has the focus by keys that press buttons, and no others."""
        expect(card).to_be_focused()
        self.page.keyboard.press("Space")
        expect(card).to_have_attribute("aria-pressed", "true")
        self.tab_to(f".lk-place[data-category='{spot.id}'] .lk-place-button")
        self.page.keyboard.press("Enter")

    def tap_card_then_place(self, card: Locator, spot: Spot) -> None:
        """Place a card with two taps of a finger."""
        card.tap()
        self.place_button(spot.id).tap()

    def place_by_key(self, *keys: str) -> list[str]:
        """Place the cards that wait first, one for each key, and return their ids."""
        placed = []
        for key in keys:
            placed.append(self.next_id())
            self.next_card.press(key)
            expect(self.board.locator(f"[data-card='{placed[-1]}']")).to_be_attached()
        return placed

    def tab_to(self, selector: str) -> None:
        """Press the Tab key until the focus is on an element of this view."""
        for _ in range(TABS):
            self.page.keyboard.press("Tab")
            if self.page.evaluate("selector => document.activeElement.matches(selector)", selector):
                return
        raise AssertionError(f"The Tab key never comes to {selector}")
