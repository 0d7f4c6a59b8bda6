from collections.abc import Iterator
from itertools import count

import pytest
from playwright.sync_api import Page, expect

from .accessibility import names, violations
from .conftest import SERVED, Open
from .exercise import Exercise, said
from .place import LESSON, PHONE, Place

pytestmark = SERVED

TARGETS = "button, label, textarea, summary, a, input:not(label input)"
WINDOWS = {
    "320 wide": {"viewport": {"width": 320, "height": 740}},
    # What is left of 1280 by 1024 at a zoom of 400 %.
    "zoomed to 400 %": {"viewport": {"width": 320, "height": 256}, "device_scale_factor": 4},
}


def states(exercise: Exercise) -> Iterator[str]:
    """Lead an exercise from its first to its last state, and name each on the way."""
    yield "before"
    exercise.place_by_key("1", "2")
    yield "with feedback on a card"
    exercise.root.locator(".lk-hint").click()
    yield "with a hint"
    if exercise.root.locator(".lk-show-placed").is_visible():
        exercise.button("show_placed").click()
        yield "with the placed cards shown"
    exercise.root.get_by_label(said("reason_first")).check()
    exercise.next_card.press("0")
    yield "with a reason to write"
    exercise.page.keyboard.type("My reason.")
    exercise.button("compare").click()
    exercise.root.get_by_label(said("reason_first")).uncheck()
    exercise.place_by_key("3", "1", "2", "3", "1", "2", "3", "1", "2")
    yield "with the result"
    exercise.result.locator(".lk-answers summary").click()
    yield "with the answers open"
    exercise.result.locator(".lk-share summary").click()
    yield "with the code to share"
    exercise.button("sort_again").click()
    exercise.place_by_key(*"321" * 4)
    exercise.result.locator(".lk-answers summary").click()
    yield "with what moved"


@pytest.mark.parametrize(
    ("window", "scheme"), [({}, "light"), (PHONE, "dark")], ids=["desk-light", "phone-dark"]
)
def test_axe_finds_nothing_in_any_state(
    visit: Open, book: Place, scheme: str, window: dict
) -> None:
    page = visit(book, LESSON, color_scheme=scheme, reduced_motion="reduce", **window)
    found = violations(page)
    found += [
        f"{state}: {violation}"
        for state in states(Exercise(page))
        for violation in violations(page, ".lk-sorting-exercise")
    ]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("name", ["check", "opinion", "six", "two"])
def test_axe_finds_nothing_in_other_exercises(visit: Open, small: Place, name: str) -> None:
    page = visit(small, name, reduced_motion="reduce", color_scheme="dark", **PHONE)
    exercise = Exercise(page)
    found = violations(page, ".lk-sorting-exercise")
    keys = (str(number % 2 + 1) for number in count())
    exercise.place_by_key(*(next(keys) for _ in range(exercise.total())))
    if exercise.button("check", count=6).is_visible():
        found += violations(page, ".lk-sorting-exercise")
        exercise.button("check", count=6).click()
    expect(exercise.result).to_be_visible()
    found += violations(page, ".lk-sorting-exercise")
    assert not found, "\n".join(found)


def test_every_control_has_a_name_of_its_own(visit: Open, book: Place) -> None:
    exercise = Exercise(visit(book, LESSON))
    for state in states(exercise):
        found = [
            name
            for role in ("button", "checkbox", "textbox")
            for name in names(exercise.root, role)
        ]
        assert len(found) > 5
        assert all(found), state
        assert sorted(set(found)) == sorted(found), state
        if exercise.tray.is_visible():
            text = current_text(exercise)
            for spot in exercise.spots():
                assert said("put_here", place=spot.label, card=text) in found, state


def current_text(exercise: Exercise) -> str:
    card = exercise.root.locator(".lk-card[aria-pressed=true]")
    return exercise.text_of(card.get_attribute("data-card") or "")


@pytest.mark.parametrize("window", WINDOWS.values(), ids=WINDOWS)
@pytest.mark.parametrize("name", [LESSON, "six", "many", "hostile"])
def test_nothing_scrolls_sideways(
    visit: Open, book: Place, small: Place, name: str, window: dict
) -> None:
    page = visit(book if name == LESSON else small, name, **window)
    exercise = Exercise(page)
    expect_no_sideways_scrolling(page)
    exercise.place_by_key("1", "2", "0")
    exercise.button("show_placed").click()
    expect_no_sideways_scrolling(page)
    exercise.button("show_answers").click()
    expect(exercise.result).to_be_visible()
    expect_no_sideways_scrolling(page)


def expect_no_sideways_scrolling(page: Page) -> None:
    too_wide = page.evaluate(
        """() => document.documentElement.scrollWidth <= innerWidth ? [] :
        [...document.querySelectorAll("article *")]
          .filter(element => element.getBoundingClientRect().right > innerWidth)
          .map(element => element.outerHTML.slice(0, 120))"""
    )
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), too_wide


@pytest.mark.parametrize("window", [{}, PHONE], ids=["desk", "phone"])
def test_targets_are_large_enough(visit: Open, book: Place, window: dict) -> None:
    exercise = Exercise(visit(book, LESSON, **window))
    for state in states(exercise):
        sizes = exercise.root.locator(TARGETS).evaluate_all(SIZES)
        assert len(sizes) > 10
        small = [size for size in sizes if size[1] < (44 if size[0] == "lk-card" else 24)]
        assert not small, f"{state}: {small}"


SIZES = """
targets => targets.filter(target => target.checkVisibility()).map(target => {
  const { width, height } = target.getBoundingClientRect();
  return [target.classList[0] ?? target.tagName, Math.min(width, height), target.textContent];
})
"""


COUNT_MOVEMENTS = """
window.movements = 0;
const animate = Element.prototype.animate;
Element.prototype.animate = function (...how) { movements += 1; return animate.apply(this, how); };
for (const kind of ["transitionrun", "animationstart"]) {
  document.addEventListener(kind, (event) => {
    if (event.target.closest?.(".lk-sorting-exercise")) movements += 1;
  }, true);
}
"""


@pytest.mark.parametrize("motion", ["no-preference", "reduce"])
def test_nothing_moves_by_itself_where_less_motion_is_asked_for(
    visit: Open, book: Place, motion: str
) -> None:
    page = visit(book, LESSON, reduced_motion=motion)
    page.evaluate(COUNT_MOVEMENTS)
    exercise = Exercise(page)
    for _ in states(exercise):
        assert motion == "no-preference" or exercise.root.evaluate(
            "root => root.getAnimations({ subtree: true }).length === 0"
        )
    assert (page.evaluate("movements") > 0) == (motion == "no-preference")


def test_focus_is_always_visible(visit: Open, book: Place) -> None:
    exercise = Exercise(visit(book, LESSON))
    exercise.tab_to(".lk-card")
    inside = True
    while inside:
        focused = exercise.page.locator(":focus")
        outline = focused.evaluate("element => getComputedStyle(element).outlineStyle")
        assert outline != "none", focused
        exercise.page.keyboard.press("Tab")
        inside = exercise.root.evaluate("root => root.contains(document.activeElement)")
