"""A learner takes the course and never lets the device remember."""

from collections.abc import Callable

from playwright.sync_api import BrowserContext, expect

from .activities import answer, kind_of
from .conftest import SERVED
from .course import LESSONS, expect_done
from .hands import Pointer
from .learner import Learner, wait_for_activities
from .place import PHONE, Place


@SERVED
def test_a_learner_who_never_lets_the_device_remember_finds_nothing_left_behind(
    own_browser: Callable[..., BrowserContext], book: Place
) -> None:
    learner = Learner(lambda: own_browser(book, **PHONE), book, Pointer)
    learner.begin()
    for number in range(1, LESSONS + 1):
        view = learner.page.locator(".lk-live > .lk").first
        assert kind_of(view) != "lk-remember-choice"
        answer(learner.hand, view)
        if number < LESSONS:
            learner.next_page()
    kept = learner.kept()
    assert kept["local"] == {}
    assert kept["cookies"] == ""
    assert len(kept["session"]) >= LESSONS - 1, "the tab itself keeps the answers of its lessons"
    learner.close_and_open_the_browser()
    learner.page.goto(book.page("notebooks/my_course"))
    wait_for_activities(learner.page)
    expect_done(learner.activity("my-course"), 0)
    assert learner.kept() == {"local": {}, "session": {}, "cookies": ""}
    databases = "async () => [(await indexedDB.databases()).length, (await caches.keys()).length]"
    assert learner.page.evaluate(databases) == [0, 0]
    learner.page.goto(book.page("notebooks/01_before_you_start"))
    wait_for_activities(learner.page)
    expect(learner.activity("opinion-scale").locator(":checked")).to_have_count(0)
