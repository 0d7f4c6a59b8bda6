"""The later activities of a page come to life as a reader comes near, and not before."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, Playwright, expect

from lessonkit.words import words

from .conftest import SERVED, Open
from .exercise import Exercise
from .learner import come_to
from .place import LESSON, PHONE, Place

WORDS = words("hydrate")
MOVES = """
window.moved = 0;
new PerformanceObserver((list) => {
  for (const { value, sources } of list.getEntries()) {
    if (sources.some(({ node }) => node?.parentElement?.closest("article"))) moved += value;
  }
}).observe({ type: "layout-shift", buffered: true });
"""
"""Adds up how far the content has moved by itself."""

STEP = 240


def slots_of(page: Page) -> Locator:
    return page.locator(".lk-widget[data-model]")


def files_asked_for(page: Page) -> list[str]:
    """Watch a page and return a list that grows with the files that it loads."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    return asked


def page_that_counts_moves(new_context: Callable, book: Place, window: dict) -> Page:
    context, _ = new_context(book.address, **window)
    page: Page = context.new_page()
    page.add_init_script(MOVES)
    return page


def files_of(slot: Locator) -> set[str]:
    return set((slot.get_attribute("data-files") or "").split())


@pytest.mark.parametrize("window", [PHONE, {}], ids=["phone", "desk"])
def test_a_slow_reader_meets_every_activity_alive_and_nothing_moves(
    new_context: Callable, book: Place, window: dict
) -> None:
    page = page_that_counts_moves(new_context, book, window)
    asked = files_asked_for(page)
    page.goto(book.page(LESSON))
    expect(slots_of(page).first).to_have_attribute("data-mounted", "")
    last = slots_of(page).last
    expect(last).to_have_attribute("data-waiting", "far")
    of_the_last = files_of(last) - files_of(slots_of(page).first)
    assert not of_the_last & set(asked)
    seen = 0
    while page.evaluate("scrollY + innerHeight < document.documentElement.scrollHeight - 1"):
        page.evaluate("step => scrollBy({ top: step, behavior: 'instant' })", STEP)
        for slot in page.locator(".lk-widget[data-waiting]").all():
            expect(slot).not_to_be_in_viewport()
        seen += 1
    expect(page.locator(".lk-widget[data-mounted]")).to_have_count(slots_of(page).count())
    assert of_the_last <= set(asked)
    assert len(asked) == len(set(asked)), "a file was loaded twice"
    assert page.evaluate("moved") < 0.001


@SERVED
@pytest.mark.parametrize("window", [PHONE, {}], ids=["phone", "desk"])
def test_nothing_moves_below_an_activity_that_is_shorter_than_its_worksheet(
    new_context: Callable, book: Place, window: dict
) -> None:
    page = page_that_counts_moves(new_context, book, window)
    page.goto(book.page("book/author/reference/card-explorer"))
    slot = slots_of(page)
    expect(slot).to_have_attribute("data-mounted", "")
    below = slot.locator("xpath=following-sibling::div").first
    expect(below).to_be_visible()
    expect(below).to_be_in_viewport()
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))")
    assert page.evaluate("moved") < 0.001


@SERVED
def test_an_answered_activity_is_there_again_and_is_printed_as_it_stands(
    visit: Open, book: Place
) -> None:
    page = visit(book, LESSON)
    [placed] = Exercise(page, 1).place_by_key("1")
    page.evaluate("scrollTo({ top: 0, behavior: 'instant' })")
    page.reload()
    slots = page.locator(".lk-widget[data-files*='sorting_exercise-']")
    exercise = Exercise(page, 1)
    assert list(exercise.placements()) == [placed]
    page.emulate_media(media="print")
    for slot, is_begun in ((slots.first, False), (slots.nth(1), True)):
        expect(slot.locator(".lk-live")).to_be_visible(visible=is_begun)
        expect(slot.locator(".lk-worksheet")).to_be_visible()


@SERVED
def test_a_keyboard_meets_an_activity_that_is_still_to_come(visit: Open, book: Place) -> None:
    page = visit(book, LESSON)
    last = slots_of(page).last
    expect(last).to_have_attribute("data-waiting", "far")
    expect(last).to_have_attribute("aria-label", WORDS["waiting"])
    last.focus()
    expect(last).to_have_attribute("data-mounted", "")
    expect(last).to_be_focused()
    page.keyboard.press("Tab")
    expect(last.locator(":focus")).to_be_attached()
    expect(last).not_to_have_attribute("tabindex", "-1")


@SERVED
def test_a_link_leads_to_its_heading_behind_activities_that_are_still_to_come(
    visit: Open, book: Place
) -> None:
    page = visit(book, LESSON, viewport={"width": 1500, "height": 900})
    expect(slots_of(page).last).to_have_attribute("data-waiting", "far")
    link = page.locator(".toc-tree a:not([href='#'])").nth(-2)
    part = link.get_attribute("href") or ""
    link.click()
    expect_led_to(page, part)
    page.goto("about:blank")
    page.goto(f"{book.page(LESSON)}{part}")
    expect_led_to(page, part)


@SERVED
def test_a_link_from_elsewhere_wakes_nothing_on_the_way_to_its_heading(
    launch: dict[str, Any], playwright: Playwright, book: Place
) -> None:
    part = "#looking-back"
    flags = [flag for flag in launch["args"] if flag != "--disable-smooth-scrolling"]
    with playwright.chromium.launch(**launch | {"args": flags}) as browser:
        page = browser.new_page(service_workers="block")
        page.goto(f"{book.page(LESSON)}{part}")
        expect_led_to(page, part)
        expect(slots_of(page).nth(1)).to_have_attribute("data-waiting", "far")


def expect_led_to(page: Page, part: str) -> None:
    """See that a part begins at the top of the window once all that is near has come."""
    expect(slots_of(page).last).to_have_attribute("data-mounted", "")
    expect(page.locator(".lk-widget[data-waiting='near']")).to_have_count(0)
    page.wait_for_function(
        "part => Math.abs(document.querySelector(part).getBoundingClientRect().top) < 100",
        arg=part,
    )


@SERVED
def test_an_activity_without_its_files_leaves_its_worksheet_and_can_be_asked_for_again(
    new_context: Callable, book: Place
) -> None:
    context, watch = new_context(book.address)
    watch.forgive("could not start", "Failed to load resource")
    page = context.new_page()
    missing = "**/_static/lessonkit/sorting_exercise-*"
    page.route(missing, lambda route: route.abort())
    page.goto(book.page(LESSON))
    slot = page.locator(".lk-widget[data-files*='sorting_exercise-']").first
    slot.scroll_into_view_if_needed()
    failure = slot.locator("details.lk-failure")
    expect(failure.locator("summary")).to_have_text(WORDS["failed"])
    expect(slot.locator(".lk-worksheet")).to_be_visible()
    come_to(slots_of(page).first)
    come_to(page.locator(".lk-widget[data-files*='quick_check-']").first)
    page.unroute(missing)
    failure.locator("summary").click()
    failure.get_by_role("button", name=WORDS["retry"]).click()
    expect(slot).to_have_attribute("data-mounted", "")
    expect(failure).to_have_count(0)


@SERVED
def test_activities_work_without_the_script_of_the_page(new_context: Callable, book: Place) -> None:
    context, watch = new_context(book.address)
    watch.forgive("Failed to load resource")
    page = context.new_page()
    page.route("**/_static/lessonkit/page-*.js", lambda route: route.abort())
    page.goto(book.page(LESSON))
    Exercise(page).place_by_key("1", "2")
    assert len(Exercise(page).placements()) == 2
    assert page.evaluate("sessionStorage.length") == 0
