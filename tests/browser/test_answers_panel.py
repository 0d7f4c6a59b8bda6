"""The panel at the foot of each page: whether answers are remembered, and an end to them."""

from playwright.sync_api import Locator, Page, expect

from lessonkit.words import words

from .accessibility import COLOURS, violations
from .conftest import SERVED, Open
from .exercise import Exercise
from .learner import wait_for_activities
from .place import Place

WORDS = words("answers_panel")


def open_panel(page: Page) -> Locator:
    """Open the panel."""
    panel = page.locator(".lk-answers-panel")
    panel.locator("summary").click()
    return panel


def button(panel: Locator, entry: str) -> Locator:
    return panel.get_by_role("button", name=WORDS[entry], exact=True)


def kept(page: Page) -> list[int]:
    """Count what the tab and the device keep."""
    numbers: list[int] = page.evaluate("[sessionStorage.length, localStorage.length]")
    return numbers


def test_answers_are_remembered_and_erased_from_the_panel(visit: Open, small: Place) -> None:
    page = visit(small, "practice")
    panel = open_panel(page)
    expect(panel).to_contain_text(WORDS["panel_nothing"])
    Exercise(page).place_by_key("1", "2")
    expect(panel).to_contain_text(WORDS["panel_in_tab_one"].format(count=1))
    panel.locator("input[value=yes]").check()
    expect(panel).to_contain_text(WORDS["panel_on_device_one"].format(count=1))
    assert kept(page) == [0, 2]

    other = page.context.new_page()
    other.goto(small.page("practice"))
    Exercise(other).expect_progress(2, 6)
    expect(open_panel(other).locator("input[value=yes]")).to_be_checked()

    button(panel, "panel_erase").click()
    expect(button(panel, "panel_keep")).to_be_focused()
    assert violations(page, ".lk-answers-panel") == []
    page.emulate_media(color_scheme="dark")
    assert violations(page, ".lk-answers-panel", COLOURS) == []
    page.keyboard.press("Escape")
    expect(button(panel, "panel_erase")).to_be_focused()
    assert kept(page) == [0, 2]
    button(panel, "panel_erase").click()
    button(panel, "panel_erase_now").click()
    expect(panel.get_by_text(WORDS["panel_erased"])).to_be_focused()
    assert kept(page) == [0, 0]
    for each in [page, other]:
        Exercise(each).expect_progress(0, 6)
        expect(each.locator(".lk-answers-panel input[value=no]")).to_be_checked()
        expect(each.locator(".lk-answers-panel")).to_contain_text(WORDS["panel_nothing"])


@SERVED
def test_copies_for_offline_reading_are_erased_as_well(visit: Open, small: Place) -> None:
    page = visit(small, "index")
    panel = open_panel(page)
    page.evaluate("void (lessonkitPage.eraseOffline = async () => {})")
    button(panel, "panel_erase").click()
    expect(panel).to_contain_text(WORDS["panel_sure_offline"])
    button(panel, "panel_erase_now").click()
    expect(panel).to_contain_text(WORDS["panel_offline_erased"])
    page.evaluate("void (lessonkitPage.eraseOffline = () => Promise.reject(new Error()))")
    button(panel, "panel_erase").click()
    button(panel, "panel_erase_now").click()
    expect(panel).to_contain_text(WORDS["panel_offline_left"])


@SERVED
def test_choice_stands_in_the_first_page_and_agrees_with_every_other(
    visit: Open, book: Place
) -> None:
    first = visit(book, "book/welcome")
    here = first.locator(".lk-answers-panel-here")
    expect(here.locator("input[value=no]")).to_be_checked()
    here.locator("input[value=yes]").check()
    page = first.context.new_page()
    page.goto(book.page("notebooks/01_before_you_start"))
    wait_for_activities(page)
    activity = page.locator(".lk-remember-choice")
    panel = open_panel(page)
    for remembering in [activity, panel]:
        expect(remembering.locator("input[value=yes]")).to_be_checked()
    activity.locator("input[value=no]").check()
    for remembering in [panel, here]:
        expect(remembering.locator("input[value=no]")).to_be_checked()
    panel.locator("input[value=yes]").check()
    expect(activity.locator("input[value=yes]")).to_be_checked()
    panel.get_by_role("link", name=WORDS["panel_course"]).click()
    page.wait_for_url(book.page("notebooks/my_course"))
    expect(open_panel(page).get_by_role("link")).to_have_count(0)


@SERVED
def test_without_scripts_there_is_no_panel(visit: Open, small: Place) -> None:
    page = visit(small, "practice", java_script_enabled=False)
    expect(page.locator(".lk-answers-panel")).to_be_hidden()
