"""Any valid activity, whatever its words: it shows, it can be sorted, and its words stay words."""

import re
from collections.abc import Callable
from itertools import count
from pathlib import Path
from random import Random

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from lessonkit.activities import SortingActivity, load_activity
from lessonkit.activities.fields import Activity
from lessonkit.activities.kinds import KINDS
from lessonkit.preview.page import activity_page
from lessonkit.share_code import decode

from ..decks import WORDS, any_deck
from .conftest import ROOT
from .exercise import Exercise
from .place import PHONE
from .watch import Watch

# Places, cards, the longest text: the smallest, the largest, and some between.
SIZES = [(2, 1, 1), (6, 500, 40), (2, 3, 10_000), (6, 2, 3000)]
SIZES += [(2 + number % 5, 4 + number, 60 * (number + 1)) for number in range(8)]
STRANGERS = ":is(img, iframe, style, script, [onerror], [onload], [href^='javascript:'])"
MOST_KEYS = 20
"""Of more cards, the others have been sorted on another day."""
SORTED_BEFORE = """
placements => {
  for (const [name, text] of Object.entries(sessionStorage)) {
    if (!name.startsWith("lessonkit:")) continue;
    const saved = JSON.parse(text);
    if (saved.placements) sessionStorage[name] = JSON.stringify({ ...saved, placements });
  }
}
"""

NAMES = re.compile(r"^[a-z0-9]+(-[a-z0-9]+)*$|^C\d+$|\.ya?ml$")

Show = Callable[..., Page]


@pytest.fixture
def show(new_context: Callable[..., tuple[BrowserContext, Watch]], tmp_path: Path) -> Show:
    def shown(activity: Activity, **options: object) -> Page:
        path = tmp_path / "activity.html"
        path.write_text(activity_page(activity), encoding="utf-8")
        context, _ = new_context(path.as_uri(), **options)
        page = context.new_page()
        page.goto(path.as_uri())
        return page

    return shown


def expect_no_harm(page: Page) -> None:
    assert page.evaluate("self.harm") is None
    expect(page.locator(f".lk-widget {STRANGERS}")).to_have_count(0)


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_any_deck_is_sorted_by_keys_and_its_code_says_how(show: Show, size: tuple) -> None:
    deck = any_deck(Random(str(size)), *size)
    page = show(deck)
    exercise = Exercise(page)
    expect_no_harm(page)
    keys = [str(1 + number % size[0]) for number in range(size[1])]
    placed = {card.id: f"place-{int(key) - 1}" for card, key in zip(deck.cards, keys, strict=True)}
    exercise.next_card.focus()
    for key in keys[:MOST_KEYS]:
        page.keyboard.press(key)
    if rest := keys[MOST_KEYS:]:
        exercise.expect_progress(MOST_KEYS, len(keys))
        page.evaluate(SORTED_BEFORE, dict(list(placed.items())[:-1]))
        page.reload()
        exercise.next_card.press(rest[-1])
    expect_sorted(page, deck, placed)


def test_a_deck_is_sorted_by_taps(show: Show) -> None:
    deck = any_deck(Random("taps"), 3, 4, 200)
    page = show(deck, **PHONE)
    placed = Exercise(page).sort_all(Exercise(page).tap_card_then_place)
    expect_sorted(page, deck, placed)


def expect_sorted(page: Page, deck: SortingActivity, placed: dict[str, str]) -> None:
    exercise = Exercise(page)
    exercise.expect_progress(len(placed), len(deck.cards))
    assert exercise.placements() == placed
    for card in deck.cards[:3]:
        assert exercise.text_of(card.id) == card.text
    expect_no_harm(page)
    if deck.mode == "check":
        exercise.button("check", count=len(placed)).press("Enter")
    expect(exercise.result).to_be_visible()
    exercise.result.locator(".lk-share summary").press("Enter")
    assert decode(exercise.result.locator(".lk-share-code").inner_text(), deck) == placed
    expect_no_harm(page)


@pytest.mark.parametrize("kind", sorted(KINDS.keys() - {"sorting", "my-course"}))
def test_hostile_words_stay_words_in_each_kind_of_activity(show: Show, kind: str) -> None:
    activity = with_hostile_words(kind)
    page = show(activity)
    title = page.locator(".lk-widget").get_by_text(activity.title, exact=True)
    expect(title.locator("visible=true").first).to_be_visible()
    first = page.locator(".lk-widget button:visible:not([aria-disabled=true])").first
    if first.count():
        first.click()
    expect_no_harm(page)


def with_hostile_words(kind: str) -> Activity:
    """Return the course's first activity of a kind with other words in all its texts."""
    files = sorted((ROOT / "notebooks" / "activities").glob("*.yaml"))
    path = next(each for each in files if f"type: {kind}\n" in each.read_text(encoding="utf-8"))
    numbers = count()

    def other(value: object, key: str = "") -> object:
        if isinstance(value, dict):
            return {name: other(inner, name) for name, inner in value.items()}
        if isinstance(value, list):
            return [other(inner, key) for inner in value]
        # Names, and words of which the schema gives a few, stay.
        if not isinstance(value, str) or len(value) < 12 or NAMES.search(value):
            return value
        # Each is another one: an activity may refuse words that it has already.
        number = next(numbers)
        word = f"{WORDS[number % 5]} {number}"
        return word if len(word) <= 40 or len(word) <= len(value) else f"<b>{number}</b><i>{number}"

    plain = load_activity(path).model_dump(mode="json", exclude_none=True)
    return KINDS[kind].model_validate(other(plain))
