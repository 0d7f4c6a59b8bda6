"""Each kind of activity, gone through in the published book from its first state to its last.

In JupyterLab the same is done with the keyboard alone; the course is taken in both ways.
"""

from typing import Any

import pytest
from playwright.sync_api import Locator, Page

from .accessibility import COLOURS, violations
from .activities import go_through
from .conftest import Open
from .hands import Pointer
from .learner import come_to
from .place import PHONE, Place

LOOKED_AT_IN = {
    "lk-opinion-scale": "01_before_you_start",
    "lk-remember-choice": "01_before_you_start",
    "lk-quick-check": "02_close_connections",
    "lk-comfort-map": "04_physical_intimacy",
    "lk-dialogue": "05_consent_and_boundaries",
    "lk-sentence-builder": "05_consent_and_boundaries",
    "lk-evidence-plot": "06_what_touch_does",
    "lk-sorting-exercise": "06_what_touch_does",
    "lk-card-explorer": "07_sexual_passion",
    "lk-reflection": "07_sexual_passion",
    "lk-planner": "10_when_sex_is_not_part",
    "lk-my-course": "my_course",
}
"""For each kind, the page on which a person goes through all that it can do."""

BEGIN_ELSEWHERE = {
    "lk-comfort-map",
    "lk-planner",
    "lk-remember-choice",
    "lk-sentence-builder",
    "lk-sorting-exercise",
}
"""Kinds that after a reload keep all answers, and begin with a part closed or a message gone."""

IS_SAVED = """
([key, wanted]) => {
  const same = (a, b) => a === b || (a instanceof Object && b instanceof Object
    && Object.keys(a).length === Object.keys(b).length
    && Object.keys(a).every(name => same(a[name], b[name])));
  const saved = JSON.parse(sessionStorage.getItem(`lessonkit:intimacy-and-passion:${key}`)) ?? {};
  return Object.keys(wanted).every(name => same(saved[name], wanted[name]));
}
"""
LINES = """
view => {
  // What was only said in passing, or opened to look at, is not there again.
  for (const live of view.querySelectorAll("[aria-live]")) live.textContent = "";
  for (const details of view.querySelectorAll("details")) details.open = false;
  return view.innerText.split("\\n").filter(line => line.trim());
}
"""


def view_of(page: Page, kind: str) -> tuple[Locator, str]:
    """Find the first activity of a kind on a page, and what its answers are kept under."""
    stem = kind.removeprefix("lk-").replace("-", "_")
    slot = page.locator(f".lk-widget[data-files*='{stem}-']").first
    come_to(slot)
    return slot.locator(f".lk-live > .{kind}"), slot.get_attribute("data-key") or ""


def expect_saved(page: Page, key: str, wanted: dict[str, Any]) -> None:
    """See that the tab keeps what the learner did."""
    page.wait_for_function(IS_SAVED, arg=[key, wanted])


@pytest.mark.parametrize("place_of", ["file"], indirect=True)
@pytest.mark.parametrize("kind", LOOKED_AT_IN)
def test_an_activity_goes_to_its_end_by_finger_in_the_dark_and_is_there_again_after_a_reload(
    visit: Open, book: Place, kind: str
) -> None:
    page = visit(book, f"notebooks/{LOOKED_AT_IN[kind]}", color_scheme="dark", **PHONE)
    view, key = view_of(page, kind)
    found: list[str] = []

    def look(state: str) -> None:
        found.extend(f"{state}: {each}" for each in violations(page, f".{kind}"))
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            found.append(f"{state}: the page scrolls sideways")

    saved = go_through(Pointer(page), view, look)
    page.emulate_media(color_scheme="light")
    found += [f"light: {each}" for each in violations(page, f".{kind}", rules=COLOURS)]
    if saved:
        expect_saved(page, key, saved)
    lines = view.evaluate(LINES)
    page.reload()
    view, _ = view_of(page, kind)
    if saved:
        expect_saved(page, key, saved)
    if kind not in BEGIN_ELSEWHERE:
        assert view.evaluate(LINES) == lines
    assert not found, "\n".join(found)
