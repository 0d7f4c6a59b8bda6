import pytest
from playwright.sync_api import expect

from .conftest import SERVED, Open
from .exercise import Exercise
from .lesson import exercises_of_the_lesson
from .place import LESSON, PHONE, Place

# Of A4, between the margins.
PAPER = {"width": 718, "height": 1000}
DARK = {"color_scheme": "dark"}

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
  const isSeen = (element) => hasText(element) && element.checkVisibility();
  const lightOf = (color) => {
    const [red, green, blue, alpha = 1] = color.match(/[\\d.]+/g).map(Number);
    return alpha ? (0.3 * red + 0.6 * green + 0.1 * blue) / 255 : null;
  };
  const groundOf = (element) => {
    for (let part = element; part; part = part.parentElement) {
      const light = lightOf(getComputedStyle(part).backgroundColor);
      if (light !== null) return light;
    }
    return 1;
  };
  addEventListener("beforeprint", () => {
    window.missing = wanted.flatMap(([selector, texts]) => {
      const part = document.querySelector(selector);
      const whole = [...part.querySelectorAll("*")].filter(
        (element) => isSeen(element) && isWhole(element));
      const seen = whole.map((element) => element.textContent);
      return texts.filter((text) => !seen.some((each) => each.includes(text)));
    });
    const content = document.querySelector("[role=main] > section");
    const shown = [...document.body.querySelectorAll("*")].filter(isSeen);
    window.extra = shown.filter((each) => !content.contains(each)).map((each) => each.outerHTML);
    window.dark = shown.filter(
      (each) => groundOf(each) < 0.7 || lightOf(getComputedStyle(each).color) > 0.6,
    ).map((each) => each.outerHTML);
  });
}
"""


@SERVED
@pytest.mark.parametrize(
    ("window", "placed"),
    [({}, 0), (PHONE, 5), (DARK, 12)],
    ids=["desk-0", "phone-5", "dark-12"],
)
def test_every_card_category_and_answer_is_printed_and_nothing_but_the_lesson(
    visit: Open, book: Place, window: dict, placed: int
) -> None:
    page = visit(book, LESSON, **window)
    Exercise(page).place_by_key(*("1230" * 3)[:placed])
    [exercise, *_] = exercises_of_the_lesson()
    cards = [exercise.deck.card(card) for card in exercise.card_ids]
    board = [card.text for card in cards] + [place.label for place in exercise.deck.categories]
    answers = [answer.reason for card in cards for answer in (card, *card.defensible)]
    slot = ".lk-widget:has(.lk-sorting-exercise)"
    # An exercise that nobody has begun is its worksheet.
    begun = [[f"{slot} .lk-live", board]] if placed else []
    page.set_viewport_size(PAPER)
    page.emulate_media(media="print")
    expect(page.locator(f"{slot} .lk-live").first).to_be_visible(visible=bool(placed))
    page.evaluate(LOOK_WHEN_PRINTED, [*begun, [f"{slot} .lk-static", board + answers]])
    page.pdf()
    assert page.evaluate("missing") == []
    assert page.evaluate("extra") == []
    assert page.evaluate("dark") == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.emulate_media(media="screen")
    expect(page.locator(".lk-static").first).to_be_hidden()
