"""The quick exit: always in reach, at once, and with no way back to a page of the book."""

from collections.abc import Callable

from playwright.sync_api import BrowserContext, Page, Route, expect

from lessonkit.words import words

from .accessibility import violations
from .conftest import SERVED, Open
from .exercise import Exercise, said
from .place import Place
from .watch import Watch

EXIT = "https://www.wikipedia.org/"
WORDS = words("quick_exit")
NewContext = Callable[..., tuple[BrowserContext, Watch]]

COVERED = """
() => {
  const link = document.querySelector(".lk-quick-exit");
  const { left, top, right, bottom } = link.getBoundingClientRect();
  const points = [];
  for (let x = left; x <= right; x += (right - left) / 8) {
    for (let y = top; y <= bottom; y += (bottom - top) / 4) points.push([x, y]);
  }
  const isInside = left > 0 && top > 0 && right < innerWidth && bottom < innerHeight;
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  const problems = [];
  if (!isInside || document.elementFromPoint(x, y) !== link) problems.push("it is out of reach");
  if (right - left < 24 || bottom - top < 24) problems.push("it is too small");
  link.style.visibility = "hidden";
  const room = "html, body, .page, .mobile-header, .header-center, .overlay, .sidebar-drawer,"
    + " .sidebar-container, .sidebar-sticky, .toc-drawer, .toc-sticky";
  for (const point of points) {
    const found = document.elementFromPoint(...point);
    if (found && !found.matches(room)) problems.push(`it covers ${found.outerHTML.slice(0, 60)}`);
  }
  link.style.visibility = "";
  return [...new Set(problems)];
}
"""
"""Says what is wrong with where the exit stands."""

WINDOWS = [
    (320, 256),
    (320, 640),
    (700, 900),
    (1008, 700),
    (1009, 700),
    (1100, 800),
    (1312, 800),
    (1313, 800),
    (1600, 900),
    (1920, 1000),
]
"""A phone's and a desktop's, one at 400 %, and those on both sides of a change of layout."""


class Outside:
    """The page that the exit leads to. As long as it is slow, what is being left stays as it is."""

    def __init__(self, context: BrowserContext) -> None:
        self.is_slow = False
        context.route(f"{EXIT}**", self._answer)

    def _answer(self, route: Route) -> None:
        if self.is_slow:
            route.fulfill(status=204)
        else:
            route.fulfill(content_type="text/html", body="<title>Elsewhere</title>Weather")


def open_book(new_context: NewContext, place: Place, name: str) -> tuple[Page, Outside]:
    context, _ = new_context((place.address, EXIT))
    page = context.new_page()
    page.goto(place.page(name))
    return page, Outside(context)


def expect_hidden(page: Page) -> None:
    """See that a page of the book that is being left shows nothing and names nothing."""
    expect(page.locator("body")).to_be_hidden()
    expect(page).to_have_title(EXIT)


def kept(page: Page, storage: str) -> list[str]:
    names: list[str] = page.evaluate(f"Object.keys({storage}).sort()")
    return names


def press_shift(page: Page, times: int) -> None:
    for _ in range(times):
        page.keyboard.press("Shift")


def test_button_leaves_at_once_and_for_good(new_context: NewContext, small: Place) -> None:
    page, outside = open_book(new_context, small, "practice")
    Exercise(page).place_by_key("1")
    page.goto(small.page("six"))
    other = page.context.new_page()
    other.goto(small.page("check"))
    Exercise(other).place_by_key("1")
    outside.is_slow = True
    page.locator(".lk-quick-exit").click(no_wait_after=True)
    expect_hidden(page)
    expect_hidden(other)
    assert kept(page, "sessionStorage") == ["lessonkit-left"]
    assert kept(page, "localStorage") == []
    outside.is_slow = False
    for each in [page, other]:
        each.reload(wait_until="commit")
        each.wait_for_url(EXIT)

    outside.is_slow = True
    page.go_back(wait_until="commit")
    expect_hidden(page)
    outside.is_slow = False
    page.reload(wait_until="commit")
    page.wait_for_url(EXIT)
    page.go_back()
    assert page.url == "about:blank"

    page.goto(small.page("practice"))
    Exercise(page).expect_progress(0, 6)
    assert kept(page, "sessionStorage") == []
    # The browser keeps no pages alive for the way back here, so this one is told that it was kept.
    page.evaluate("sessionStorage.setItem('lessonkit-left', 'yes')")
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    page.wait_for_url(EXIT)

    page.goto(small.page("practice"))
    page.context.set_offline(True)
    page.locator(".lk-quick-exit").click()
    page.wait_for_url("about:blank")


@SERVED
def test_shift_pressed_three_times_leaves_and_writing_does_not(
    new_context: NewContext, small: Place
) -> None:
    page, _ = open_book(new_context, small, "practice")
    page.locator(".lk-answers-panel summary").click()
    page.locator(".lk-answers-panel input[value=yes]").check()
    exercise = Exercise(page)
    exercise.root.get_by_label(said("reason_first")).check()
    exercise.place_by_key("1")
    for key in ["Shift+A", "Shift+B", "Shift+C", "Alt+Shift", "Alt+Shift", "Alt+Shift"]:
        page.keyboard.press(key)
    press_shift(page, 2)
    link, lit = page.locator(".lk-quick-exit"), page.locator(".lk-exit-lit:visible")
    expect(lit).to_have_count(2)
    expect(page.locator(".lk-leaving [aria-live]")).to_have_text(
        WORDS["exit_presses_one"].format(count=1)
    )
    expect(link).to_have_accessible_description(WORDS["exit_how"])
    assert violations(page, ".lk-leaving") == []
    page.keyboard.press("d")
    expect(lit).to_have_count(0)
    press_shift(page, 2)
    page.mouse.click(5, 400)
    press_shift(page, 2)
    expect(lit).to_have_count(2)
    page.keyboard.press("Shift")
    page.wait_for_url(EXIT)
    page.goto(small.page("practice"))
    Exercise(page).expect_progress(1, 6)


@SERVED
def test_presses_that_take_too_long_do_not_count(new_context: NewContext, small: Place) -> None:
    page, _ = open_book(new_context, small, "index")
    page.clock.install()
    page.reload()
    press_shift(page, 2)
    page.clock.run_for(5001)
    press_shift(page, 2)
    expect(page.locator(".lk-exit-lit")).to_have_count(2)


def test_without_scripts_it_is_a_link(new_context: NewContext, small: Place) -> None:
    context, _ = new_context((small.address, EXIT), java_script_enabled=False)
    Outside(context)
    page = context.new_page()
    page.goto(small.page("practice"))
    page.keyboard.press("Tab")
    page.get_by_role("link", name=WORDS["exit_page"]).click()
    page.wait_for_url(EXIT)


@SERVED
def test_it_is_in_reach_and_covers_nothing_in_any_window(visit: Open, small: Place) -> None:
    page = visit(small, "practice", reduced_motion="reduce")
    found = []
    for name in ["practice", "many", "search"]:
        page.goto(small.page(name))
        for width, height in WINDOWS:
            page.set_viewport_size({"width": width, "height": height})
            for drawer in ["", "__navigation", "__toc"]:
                for scrolled in [0, 500]:
                    page.evaluate(
                        "([drawer, top]) => {"
                        " for (const each of document.querySelectorAll('.sidebar-toggle'))"
                        " each.checked = each.id === drawer; scrollTo(0, top); }",
                        [drawer, scrolled],
                    )
                    where = f"{name}, {width} x {height}, {drawer or 'closed'}, at {scrolled}"
                    found += [f"{where}: {problem}" for problem in page.evaluate(COVERED)]
    assert not found, "\n".join(found)
