import pytest
from playwright.sync_api import expect

from .conftest import SERVED, Open
from .exercise import Exercise
from .lesson import exercises_of_the_lesson
from .place import LESSON, PHONE, Place

# Of A4, between the margins.
PAPER = {"width": 718, "height": 1000}

LOOK_WHEN_PRINTED = """
wanted => {
  const isWhole = (element) => {
    const { width, height, left, right } = element.getBoundingClientRect();
    if (!width || !height || left < 0 || right > innerWidth + 1) return false;
    for (let part = element; part; part = part.parentElement) {
      const { overflow, visibility, opacity } = getComputedStyle(part);
      if (visibility === "hidden" || opacity === "0") return false;
      const isCut = part.scrollHeight > part.clientHeight + 1 && part !== document.documentElement;
      if (overflow !== "visible" && isCut) return false;
    }
    return true;
  };
  const hasText = (element) =>
    [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
  addEventListener("beforeprint", () => {
    window.missing = wanted.flatMap(([selector, texts]) => {
      const part = document.querySelector(selector);
      const whole = [...part.querySelectorAll("*")].filter(
        (element) => hasText(element) && element.checkVisibility() && isWhole(element));
      const seen = whole.map((element) => element.textContent);
      return texts.filter((text) => !seen.some((each) => each.includes(text)));
    });
  });
}
"""


@SERVED
@pytest.mark.parametrize(
    ("window", "placed"), [({}, 0), (PHONE, 5), ({}, 12)], ids=["desk-0", "phone-5", "desk-12"]
)
def test_every_card_category_and_answer_is_printed(
    visit: Open, book: Place, window: dict, placed: int
) -> None:
    page = visit(book, LESSON, **window)
    Exercise(page).place_by_key(*("1230" * 3)[:placed])
    [exercise, *_] = exercises_of_the_lesson()
    cards = [exercise.deck.card(card) for card in exercise.card_ids]
    board = [card.text for card in cards] + [place.label for place in exercise.deck.categories]
    answers = [answer.reason for card in cards for answer in (card, *card.defensible)]
    slot = ".lk-widget:has(.lk-sorting-exercise)"
    parts = [[f"{slot} .lk-live", board], [f"{slot} .lk-static", board + answers]]
    page.set_viewport_size(PAPER)
    page.emulate_media(media="print")
    page.evaluate(LOOK_WHEN_PRINTED, parts)
    page.pdf()
    assert page.evaluate("missing") == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.emulate_media(media="screen")
    expect(page.locator(".lk-static").first).to_be_hidden()
