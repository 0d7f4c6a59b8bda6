"""A person who takes the course in a browser of their own, page by page, to its end."""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import BrowserContext, Locator, Page, expect

from .activities import answer, kind_of
from .hands import Hand
from .place import Place

PRINTED = """
() => {
  window.print = () => {
    const text = document.body.innerText;
    (window.frameElement ? window.parent : window).lessonkitPrinted = text;
    dispatchEvent(new Event("afterprint"));
  };
}
"""
"""Stands in for the printer, which a browser without a window does not have."""

OpenBrowser = Callable[[], BrowserContext]


def come_to(slot: Locator) -> None:
    """Scroll to an activity's place, and wait until the activity is alive."""
    slot.scroll_into_view_if_needed()
    expect(slot).to_have_attribute("data-mounted", "")


def wait_for_activities(page: Page) -> None:
    """Scroll through a page until every activity is alive, and back."""
    for slot in page.locator(".lk-widget[data-model]").all():
        come_to(slot)
    page.evaluate("scrollTo({ top: 0, behavior: 'instant' })")


class Learner:
    """A learner in front of a browser that is theirs.

    Example:
        >>> learner = Learner(open_browser, book, Keyboard)
        >>> learner.begin()
        >>> learner.take_lesson()
        >>> learner.close_and_open_the_browser()
    """

    def __init__(self, open_browser: OpenBrowser, book: Place, hand: Callable[[Page], Hand]):
        """Open the browser on an empty page."""
        self._open_browser, self._hand_of, self.book = open_browser, hand, book
        self._open()

    def _open(self) -> None:
        self.context = self._open_browser()
        self.context.add_init_script(f"({PRINTED})()")
        self.page = self.context.pages[0]
        self.hand = self._hand_of(self.page)

    def begin(self) -> None:
        """Open the first page of the book and go to the first lesson."""
        self.page.goto(self.book.page("book/welcome"))
        self.follow(self.page.get_by_role("link", name="Start with lesson 1"))

    def close_and_open_the_browser(self) -> None:
        """Close the browser with all its tabs, and open it again another day."""
        self.context.close()
        self._open()

    def follow(self, link: Locator) -> None:
        """Follow a link to a page whose activities are all there."""
        with self.page.expect_navigation():
            self.hand.press(link)
        wait_for_activities(self.page)

    def activity(self, kind: str) -> Locator:
        """Return the page's first activity of a kind, by its CSS class."""
        return self.page.locator(f".lk-live > .lk-{kind}").first

    def take_lesson(self, leave_out: tuple[str, ...] = ()) -> None:
        """Do every activity of the page.

        Args:
            leave_out: CSS classes of the kinds that are left alone.
        """
        for view in self.page.locator(".lk-live > .lk").all():
            kind = kind_of(view)
            if kind not in leave_out:
                answer(self.hand, view)
                focus = self.page.evaluate("document.activeElement !== document.body")
                assert focus or self.is_pointing, f"{kind} lost the focus on {self.page.url}"

    @property
    def is_pointing(self) -> bool:
        """Whether the learner points at things, so that the focus need not be on one."""
        return hasattr(self.hand, "touches")

    def next_page(self) -> None:
        """Go on to the next page."""
        self.follow(self.page.locator(".next-page"))

    def printed(self) -> str:
        """Return what was printed last."""
        text: str = self.page.evaluate("window.lessonkitPrinted")
        return text

    def kept(self) -> dict[str, Any]:
        """Return all that the page's address keeps in this browser, by the name of the storage."""
        kept: dict[str, Any] = self.page.evaluate(
            "() => ({local: {...localStorage}, session: {...sessionStorage},"
            " cookies: document.cookie})"
        )
        return kept
