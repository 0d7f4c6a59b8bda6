from playwright.sync_api import Page, expect

from .conftest import SERVED, Open
from .place import LESSON, PHONE, Place

HIDDEN_STOPS = """
() => {
  const stops = document.querySelectorAll("a[href], button, input, summary, textarea, select");
  return [...stops]
    .filter((stop) => stop.checkVisibility({ visibilityProperty: true }) && !stop.disabled)
    .filter((stop) => {
      const { left, right } = stop.getBoundingClientRect();
      return right < 0 || left > innerWidth;
    })
    .map((stop) => stop.outerHTML.slice(0, 80));
}
"""
"""Names what the focus could reach and nobody could see, to the left or right of the window."""


def tab_to(page: Page, selector: str) -> None:
    """Go on by Tab until an element has the focus."""
    for _ in range(200):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"the keyboard does not reach {selector}")


@SERVED
def test_drawers_open_and_close_by_keyboard_and_keep_the_focus_in_sight(
    visit: Open, book: Place
) -> None:
    page = visit(book, LESSON, **PHONE)
    assert page.evaluate(HIDDEN_STOPS) == []
    for toggle, drawer in (
        (".nav-overlay-icon", ".sidebar-drawer"),
        (".toc-header-icon", ".toc-drawer"),
    ):
        expect(page.locator(drawer)).to_be_hidden()
        tab_to(page, toggle)
        expect(page.locator(toggle)).to_have_attribute("aria-expanded", "false")
        page.keyboard.press("Space")
        expect(page.locator(toggle)).to_have_attribute("aria-expanded", "true")
        expect(page.locator(drawer)).to_be_visible()
        tab_to(page, f"{drawer} a:not([href='#'])")
        expect(page.locator(":focus")).to_be_in_viewport()
        page.keyboard.press("Escape")
        expect(page.locator(drawer)).to_be_hidden()
        expect(page.locator(toggle)).to_be_focused()


@SERVED
def test_a_finger_on_the_icons_opens_the_drawers(visit: Open, book: Place) -> None:
    page = visit(book, LESSON, **PHONE)
    page.locator(".toc-header-icon").tap()
    contents = page.locator(".toc-drawer")
    expect(contents).to_be_in_viewport()
    contents.get_by_role("link").nth(2).tap()
    expect(contents).to_be_hidden()
    page.locator(".nav-overlay-icon").tap()
    expect(page.locator(".sidebar-drawer")).to_be_in_viewport()
