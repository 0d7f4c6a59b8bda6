import pytest
from playwright.sync_api import Page, expect

from .conftest import Open
from .exercise import Exercise
from .place import Place
from .small_book import HOSTILE

NARROW = {"viewport": {"width": 320, "height": 740}}


def expect_no_harm(page: Page) -> None:
    assert page.evaluate("window.harm") is None
    strangers = ".lk-widget :is(script, img, iframe, style, a, b[onclick], [onload], [onerror])"
    expect(page.locator(strangers)).to_have_count(0)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("window", [{}, NARROW], ids=["desk", "narrow"])
def test_hostile_words_stay_words_in_every_state(visit: Open, small: Place, window: dict) -> None:
    page = visit(small, "hostile", **window)
    exercise = Exercise(page)
    expect_no_harm(page)
    for text in HOSTILE:
        exercise.root.locator(".lk-hint").click()
        [card] = exercise.place_by_key("1")
        shown = exercise.card(card).locator(".lk-text").text_content()
        assert shown in HOSTILE, text
        expect_no_harm(page)
    expect(exercise.result).to_be_visible()
    exercise.result.locator(".lk-answers summary").click()
    expect_no_harm(page)


def test_hostile_words_stay_words_on_the_worksheet(visit: Open, small: Place) -> None:
    page = visit(small, "hostile", java_script_enabled=False, **NARROW)
    for text in HOSTILE:
        shown = page.locator(".lk-worksheet").get_by_text(text, exact=True).first
        expect(shown).to_be_visible()
    expect_no_harm(page)


def test_words_in_another_direction_are_kept_to_themselves(visit: Open, small: Place) -> None:
    exercise = Exercise(visit(small, "hostile"))
    card = exercise.root.locator(".lk-text", has_text="שלום").first
    while not card.count():
        exercise.place_by_key("1")
    expect(card).to_have_css("direction", "rtl")
    expect(card).to_have_css("unicode-bidi", "isolate")
    expect(exercise.root).to_have_css("direction", "ltr")
