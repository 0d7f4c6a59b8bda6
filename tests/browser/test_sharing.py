"""A learner shares with a group how they have sorted."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Page, expect

from lessonkit.activities import SortingActivity, load_activity
from lessonkit.scoring import draw_rounds
from lessonkit.share_code import decode
from lessonkit.words import words

from .conftest import SERVED, Open
from .exercise import Exercise
from .place import LESSON, Place

SAYS = words("sorting_share") | words("keeping")
PLACES = {"1": "intimacy", "2": "both", "3": "passion", "0": "pass"}
SORTED = "123012301231"


@pytest.fixture(scope="module")
def deal(repository: Path) -> SortingActivity:
    """The cards of the first round, as they are dealt."""
    deck = load_activity(repository / "notebooks" / "activities" / "intimacy-or-passion.yaml")
    assert isinstance(deck, SortingActivity)
    return deck.with_cards(draw_rounds(deck, 12, 0)[0])


def share(exercise: Exercise) -> str:
    """Open the part with the code by keyboard, and return the code."""
    summary = exercise.result.locator(".lk-share summary")
    expect(summary).to_have_text(SAYS["share"])
    summary.press("Enter")
    code = exercise.result.locator(".lk-share-code")
    expect(code).to_be_visible()
    return code.inner_text()


def in_the_picture(page: Page) -> str:
    """Read the QR code as a camera does."""
    picture = page.get_by_role("img", name=SAYS["share_picture"]).screenshot()
    [found] = zxingcpp.read_barcodes(Image.open(BytesIO(picture)))
    return str(found.text)


def placements(deal: SortingActivity, keys: str) -> dict[str, str]:
    return {card.id: PLACES[key] for card, key in zip(deal.cards, keys, strict=True)}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_code_and_its_picture_hold_where_the_cards_lie(
    visit: Open, book: Place, deal: SortingActivity, scheme: str
) -> None:
    page = visit(book, LESSON, color_scheme=scheme)
    exercise = Exercise(page)
    expect(page.locator(".lk-share")).to_have_count(0)
    exercise.place_by_key(*SORTED)
    before = page.url
    code = share(exercise)
    assert decode(code, deal) == placements(deal, SORTED)
    assert in_the_picture(page) == code
    copy = exercise.result.get_by_role("button", name=SAYS["copy_code"])
    copy.press("Enter")
    expect(exercise.result.locator(".lk-share [aria-live]")).to_have_text(SAYS["copied"])
    expect(copy).to_be_focused()
    assert page.url == before


@SERVED
def test_what_is_copied_is_the_code(visit: Open, book: Place) -> None:
    page = visit(book, LESSON, permissions=["clipboard-read", "clipboard-write"])
    exercise = Exercise(page)
    exercise.place_by_key(*SORTED)
    code = share(exercise)
    exercise.result.get_by_role("button", name=SAYS["copy_code"]).click()
    expect(exercise.result.locator(".lk-share [aria-live]")).to_have_text(SAYS["copied"])
    assert page.evaluate("navigator.clipboard.readText()") == code


@SERVED
def test_sorted_again_there_is_another_code_of_the_same_deal(
    visit: Open, book: Place, deal: SortingActivity
) -> None:
    page = visit(book, LESSON)
    exercise = Exercise(page)
    exercise.place_by_key(*SORTED)
    first = share(exercise)
    exercise.button("sort_again").click()
    exercise.place_by_key(*"3" * 12)
    second = share(exercise)
    assert second != first
    assert decode(second, deal) == placements(deal, "3" * 12)


@SERVED
def test_what_makes_the_code_comes_when_it_is_asked_for_and_again_where_it_did_not(
    new_context: Callable, book: Place, deal: SortingActivity
) -> None:
    context, watch = new_context(book.address)
    watch.forgive("could not be made", "Failed to load resource")
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    late = "**/sorting_share_panel-*.js"
    page.route(late, lambda route: route.abort())
    page.goto(book.page(LESSON))
    exercise = Exercise(page)
    exercise.place_by_key(*SORTED)
    summary = exercise.result.locator(".lk-share summary")
    expect(summary).to_have_text(SAYS["share"])
    assert not [url for url in asked if "sorting_share_panel" in url]
    summary.press("Enter")
    expect(exercise.result.locator(".lk-share [role=status]")).to_have_text(SAYS["share_missing"])
    page.unroute(late)
    summary.press("Enter")
    assert decode(share(exercise), deal) == placements(deal, SORTED)
