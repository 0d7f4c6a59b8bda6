"""In a language whose lines begin at the right, everything is said in it, mirrored and usable."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from lessonkit.words.pseudo import CODE

from .accessibility import violations
from .conftest import Open
from .place import Place
from .speaking import PAGES, SAID, build_book, texts_of_the_decks, unsaid

WIDTHS = (1280, 360)
BOXES = """
root => {
  const frame = root.getBoundingClientRect();
  // An axis of numbers runs from left to right in every language.
  const runsAlong = (part) => getComputedStyle(part.parentElement).direction === root.dir;
  const named = "button, input, textarea, summary, .lk-place, .lk-tray";
  const parts = root.lkParts ??= [...root.querySelectorAll(named)]
    .filter((part) => part.checkVisibility() && runsAlong(part));
  return parts.map((part) => {
    const { left, right, width } = part.getBoundingClientRect();
    return [left - frame.left, frame.right - right, width];
  });
}
"""
FROM_THE_LEFT = """
root => {
  root.dir = "ltr";
  return (BOXES)(root);
}
""".replace("BOXES", BOXES)


@pytest.fixture(scope="module")
def mirrored_book(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """A book in the made-up language."""
    folder = build_book(tmp_path_factory.mktemp("mirrored") / "book")
    return Place(f"{folder.as_uri()}/")


def wake(page: Page) -> list[Locator]:
    """Bring every activity of the page to life, and return their roots."""
    roots = []
    for slot in page.locator(".lk-widget[data-model]").all():
        slot.scroll_into_view_if_needed()
        root = slot.locator(":scope > .lk, :scope > * > .lk").first
        root.wait_for()
        roots.append(root)
    assert len(roots) == len(PAGES)
    return roots


def test_everything_is_said_in_the_language_of_the_book_and_begins_at_the_right(
    mirrored_book: Place, visit: Open
) -> None:
    decks = texts_of_the_decks() + "\nA small book\nEverything\nIts widgets"
    for width in WIDTHS:
        page = visit(mirrored_book, "all", viewport={"width": width, "height": 900})
        assert page.locator("html").get_attribute("dir") == "rtl"
        roots = wake(page)
        for root in roots:
            assert root.get_attribute("lang") == CODE
            assert root.evaluate("root => getComputedStyle(root).direction") == "rtl"
        assert unsaid(page.evaluate(f"({SAID})(document.body)"), decks) == []
        over = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert page.evaluate(over) == 0
        # No text in brackets of its own stands within the name of its button.
        found = [each for each in violations(page) if not each.startswith("label-content-name")]
        assert found == []
        exit_way, brand = page.locator(".lk-quick-exit"), page.locator(".back-to-top")
        for part in (exit_way, brand):
            box = part.bounding_box()
            assert box is None or (box["x"] >= 0 and box["x"] + box["width"] <= width)
        for root in roots:
            from_right = root.evaluate(BOXES)
            from_left = root.evaluate(FROM_THE_LEFT)
            assert len(from_left) == len(from_right)
            assert from_right
            wrong = [
                (right, left)
                for right, left in zip(from_right, from_left, strict=True)
                if abs(right[1] - left[0]) > 3 and abs(right[2] - left[2]) < 1
            ]
            assert not wrong, (root.get_attribute("class"), wrong[:3])


def test_cards_are_sorted_by_key_and_by_dragging_from_right_to_left(
    mirrored_book: Place, visit: Open
) -> None:
    page = visit(mirrored_book, "all", viewport={"width": 1280, "height": 900})
    exercise = page.locator(".lk-sorting-exercise").first
    tray = exercise.locator(".lk-tray .lk-card")
    first = tray.locator("visible=true").first
    shown = first.get_attribute("data-card")
    first.focus()
    first.press("ArrowLeft")
    following = page.locator(":focus").get_attribute("data-card")
    assert following != shown
    page.keyboard.press("ArrowRight")
    expect(page.locator(f":focus[data-card='{shown}']")).to_be_visible()
    page.keyboard.press("1")
    places = exercise.locator(".lk-place")
    expect(places.nth(0).locator(f"[data-card='{shown}']")).to_have_count(1)

    card = tray.locator("visible=true").first
    dragged = card.get_attribute("data-card")
    target = places.nth(2)
    target.scroll_into_view_if_needed()
    start, end = card.bounding_box(), target.bounding_box()
    assert start is not None
    assert end is not None
    page.mouse.move(start["x"] + start["width"] - 30, start["y"] + start["height"] / 2)
    page.mouse.down()
    page.mouse.move(end["x"] + end["width"] / 2, end["y"] + end["height"] / 2, steps=5)
    under = page.locator(".lk-drag-copy")
    box = under.bounding_box()
    assert box is not None
    assert box["x"] <= end["x"] + end["width"] / 2 <= box["x"] + box["width"]
    page.mouse.up()
    expect(target.locator(f"[data-card='{dragged}']")).to_have_count(1)
    announced = exercise.locator("[aria-live]").first
    expect(announced).to_have_text(re.compile("⟦.*⟧"))
