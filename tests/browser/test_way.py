"""The way through the lessons: what is done, where the reader was last, and what can be shared."""

import json
import re

from playwright.sync_api import Page, expect

from lessonkit.words import words

from .accessibility import COLOURS, violations
from .conftest import SERVED, Open
from .learner import wait_for_activities
from .place import Place

FIRST, LESSON = "book/welcome", "notebooks/02_close_connections"
HEADING = "The need to belong"
MARKS, WAY = words("progress_marks"), words("place")


def read_aloud(page: Page) -> str:
    """Return what the lesson's link in the list of pages says to whoever does not see it."""
    return page.locator(f".sidebar-tree a[data-lesson='{LESSON}']").aria_snapshot()


@SERVED
def test_what_is_done_shows_on_every_page_as_soon_as_it_is(visit: Open, book: Place) -> None:
    page = visit(book, LESSON)
    end = page.locator(".lk-lesson-end")
    mark = page.locator(f"a[data-lesson='{LESSON}'] > .lk-mark")
    data = page.locator("script[src*='/progress_marks-']")
    assert "Close connections 25 minutes" in read_aloud(page)
    expect(end).to_be_hidden()

    slot = page.locator("[data-key='my-ties']")
    slot.scroll_into_view_if_needed()
    expect(data).to_have_count(0)
    slot.get_by_role("textbox").first.fill("A friend.")
    expect(end).to_contain_text(MARKS["done_here_other"].format(done=1, count=5))
    assert f"{MARKS['mark_begun']} 25 minutes" in read_aloud(page)
    assert not violations(page, ".lk-lesson-end")
    for looks in ({"color_scheme": "dark"}, {"color_scheme": "light", "forced_colors": "active"}):
        page.emulate_media(**looks)
        assert not violations(page, ".sidebar-tree", COLOURS)
    end.get_by_role("link", name=MARKS["next_here"].format(title="")).click()
    expect(page.locator("[data-key='what-holds-them']")).to_be_in_viewport()

    page.goto(book.page(FIRST))
    expect(mark).to_contain_text(MARKS["mark_begun"])
    expect(data).to_have_count(1)
    page.evaluate("lessonkitPage.answers.erase()")
    expect(mark).to_have_text("")


@SERVED
def test_reader_finds_the_way_back_and_can_share_it(visit: Open, book: Place) -> None:
    page = visit(book, FIRST)
    way = page.locator(".lk-continue")
    expect(way).to_be_hidden()
    page.goto(book.page(LESSON))
    # They make room for themselves as they come, and headings move.
    wait_for_activities(page)
    page.get_by_role("heading", name=HEADING).evaluate(
        "heading => heading.scrollIntoView({ block: 'center', behavior: 'instant' })"
    )
    page.wait_for_function("() => lessonkitPage.answers.readText('place')?.includes('belong')")
    page.goto(book.page(FIRST))
    words_of_way = WAY["continue_at"].format(heading=HEADING, number=2)
    way.get_by_role("link", name=words_of_way, exact=True).click()
    expect(page).to_have_url(re.compile(f"{LESSON}.html#the-need-to-belong$"))
    expect(page.get_by_role("heading", name=HEADING)).to_be_in_viewport()

    link = page.get_by_role("link", name=words("headings")["heading_link"]).nth(1)
    expect(link).to_have_css("opacity", "0")
    link.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    expect(link).to_be_focused()
    expect(link).to_have_css("opacity", "1")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"#before-you-read$"))

    gone = json.dumps({"page": "notebooks/00_gone", "heading": "", "title": ""})
    # From a page that is no lesson, since a lesson goes on saying where its reader is.
    page.goto(book.page(FIRST))
    expect(way).to_be_visible()
    page.evaluate("gone => lessonkitPage.answers.writeText('place', gone)", gone)
    page.reload()
    expect(way).to_be_hidden()
