"""How a learner takes the whole course: twelve lessons in two sittings, then the summary."""

import re
from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

from lessonkit.words import words

from .hands import Hand
from .learner import Learner, OpenBrowser
from .place import Place

WORDS = words("my_course")
LESSONS = 12
FIRST_SITTING = 6
"""After how many lessons the browser is closed."""


def take_the_course(open_browser: OpenBrowser, book: Place, hand: Callable[[Page], Hand]) -> None:
    """Do every activity of every lesson, with a night in between, and print the summary.

    Args:
        open_browser: Opens a browser that keeps what it kept before.
        book: The published book.
        hand: How the learner works it.
    """
    learner = Learner(open_browser, book, hand)
    learner.begin()
    for number in range(1, LESSONS + 1):
        learner.take_lesson(leave_out=("lk-my-course",))
        if number == FIRST_SITTING:
            learner.close_and_open_the_browser()
            learner.page.goto(book.page("book/welcome"))
            learner.follow(main(learner).get_by_role("link", name="Your course so far").first)
            expect_done(learner.activity("my-course"), number)
            learner.follow(
                learner.activity("my-course").get_by_role(
                    "link", name=WORDS["go_on_with"].format(lesson="")
                )
            )
            expect(learner.page).to_have_url(re.compile(f"/{number + 1:02}_"))
        elif number < LESSONS:
            learner.next_page()
    course = learner.activity("my-course")
    expect_done(course, LESSONS)
    learner.hand.press(course.get_by_role("button", name=WORDS["print_course"]))
    printed = learner.printed()
    titles = learner.page.locator(".sidebar-tree a[href*='_'] .lk-page-title")
    for title in titles.all_inner_texts():
        if title != "Your course so far":
            assert title in printed, f"the printed page leaves out {title}"
    assert "My answer to question 1." in printed
    assert learner.kept()["session"] == {}


def main(learner: Learner) -> Locator:
    """Return the page's own part, beside the lists of pages."""
    return learner.page.get_by_role("main")


def expect_done(course: Locator, lessons: int) -> None:
    """See how many lessons the course counts as done."""
    where = {
        0: WORDS["nothing_yet_other"].format(count=LESSONS),
        LESSONS: WORDS["all_done"],
    }.get(lessons, WORDS["lessons_done_other"].format(done=lessons, count=LESSONS))
    expect(course.locator(".lk-course-where")).to_contain_text(where)
