"""Storage that is full, forbidden, damaged or shared, and a script that does not come."""

from collections.abc import Callable

from playwright.sync_api import BrowserContext, Locator, Page, expect

from lessonkit.words import words

from .accessibility import COLOURS, violations
from .answers import Answers
from .conftest import SERVED, Open
from .exercise import Exercise
from .place import Place
from .watch import Watch

WORDS = words("notices")
FORBIDDEN = """
for (const name of ["localStorage", "sessionStorage"]) {
  Object.defineProperty(window, name, {
    get() { throw new DOMException("Access is denied", "SecurityError"); },
  });
}
"""
FULL = """
() => {
  window.isFull = true;
  const { setItem } = Storage.prototype;
  Storage.prototype.setItem = function (...entry) {
    if (window.isFull) throw new DOMException("It is full", "QuotaExceededError");
    setItem.apply(this, entry);
  };
}
"""


def notices(page: Page) -> Locator:
    return page.locator(".lk-notice p:visible")


@SERVED
def test_where_storage_is_forbidden_all_works_and_one_line_says_what_does_not(
    visit: Open, small: Place
) -> None:
    page = visit(small, "practice")
    page.add_init_script(FORBIDDEN)
    page.reload()
    exercise = Exercise(page)
    page.locator(".lk-answers-panel summary").click()
    expect(page.locator(".lk-answers-panel input[value=yes]")).to_be_disabled()
    expect(notices(page)).to_have_count(0)
    exercise.place_by_key("1", "2", "3")
    expect(notices(page)).to_have_text([WORDS["answers_forbidden"]])
    exercise.expect_progress(3, 6)
    assert violations(page, ".lk-notices") == []
    page.emulate_media(color_scheme="dark")
    assert violations(page, ".lk-notices", COLOURS) == []
    # At the end of the page nothing is below the note.
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    footer = page.locator("footer").bounding_box()
    note = page.locator(".lk-notices").bounding_box()
    assert footer and note and footer["y"] + footer["height"] <= note["y"] + 1
    page.get_by_role("button", name=WORDS["dismiss"]).click()
    exercise.place_by_key("1")
    expect(notices(page)).to_have_count(0)


@SERVED
def test_answers_that_find_no_room_are_kept_as_soon_as_there_is_some(
    visit: Open, small: Place
) -> None:
    page = visit(small, "practice")
    Exercise(page).place_by_key("1")
    page.evaluate(FULL)
    Exercise(page).place_by_key("2", "3")
    expect(notices(page)).to_have_text([WORDS["answers_full"]])
    panel = page.locator(".lk-answers-panel")
    panel.locator("summary").click()
    panel.locator("input[value=yes]").click()
    expect(notices(page).last).to_contain_text(WORDS["answers_not_remembered"])
    expect(panel.locator("input[value=no]")).to_be_checked()
    page.evaluate("window.isFull = false")
    Exercise(page).place_by_key("1")
    page.reload()
    Exercise(page).expect_progress(4, 6)


@SERVED
def test_damaged_answers_are_named_and_none_overwrites_another(visit: Open, small: Place) -> None:
    page = visit(small, "practice")
    Exercise(page).place_by_key("1")
    answers = Answers(page)
    for text, name in [("{one", "damaged"), ("{two", "damaged-2")]:
        answers.write_text(text)
        page.reload()
        Exercise(page).expect_progress(0, 6)
        expect(notices(page)).to_have_text([WORDS["answers_set_aside"]])
        assert answers.text(f"{answers.name}:{name}") == text
    assert answers.text(f"{answers.name}:damaged") == "{one"


@SERVED
def test_two_tabs_that_remember_lose_nothing_of_each_other(visit: Open, small: Place) -> None:
    page = visit(small, "practice")
    page.locator(".lk-answers-panel summary").click()
    page.locator(".lk-answers-panel input[value=yes]").check()
    other = page.context.new_page()
    other.goto(small.page("check"))
    Exercise(page).place_by_key("1")
    Exercise(other).place_by_key("2")
    Exercise(page).place_by_key("3")
    expect(page.locator(".lk-answers-panel")).to_contain_text("2 activities")
    other.goto(small.page("practice"))
    Exercise(other).place_by_key("1")
    Exercise(page).expect_progress(3, 6)
    page.goto(small.page("check"))
    assert len(Exercise(page).placements()) == 1


@SERVED
def test_a_script_that_does_not_come_is_said_in_the_page_itself(
    new_context: Callable[..., tuple[BrowserContext, Watch]], small: Place
) -> None:
    for script in ["page-*.js", "sorting_exercise-*.js"]:
        context, watch = new_context(small.address)
        watch.forgive("Failed to load resource", "could not start")
        context.route(f"**/{script}", lambda route: route.abort())
        page = context.new_page()
        page.goto(small.page("practice"))
        expect(notices(page)).to_contain_text(WORDS["page_is_broken"])
