"""Every activity of every lesson, gone through in the published book from its first state on."""

from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from .accessibility import COLOURS, violations
from .activities import go_through
from .conftest import ROOT, Open
from .hands import Keyboard, Pointer
from .place import PHONE, Place

# The eighth has tests of its own.
LESSONS = sorted(path.stem for path in (ROOT / "notebooks").glob("0[1-7]_*.ipynb"))
LOOKED_AT_IN = {
    "lk-opinion-scale": LESSONS[0],
    "lk-quick-check": LESSONS[1],
    "lk-reflection": LESSONS[0],
    "lk-evidence-plot": LESSONS[5],
    "lk-sorting-exercise": LESSONS[5],
    "lk-card-explorer": LESSONS[6],
    "lk-comfort-map": LESSONS[3],
    "lk-dialogue": LESSONS[4],
    "lk-sentence-builder": LESSONS[4],
}
"""For each kind, the lesson in which axe looks at every state; elsewhere, at the first and last."""

BEGIN_ELSEWHERE = {"lk-comfort-map", "lk-sentence-builder", "lk-sorting-exercise"}
"""Kinds that after a reload keep all answers, and begin with a part or a page closed."""

KEYS = """
() => Object.fromEntries([...document.querySelectorAll("script.lk-state")]
  .flatMap(script => Object.entries(JSON.parse(script.textContent).models))
  .map(([name, { state }]) => [name, state.activity_key]))
"""
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


def views_of(page: Page) -> dict[str, Locator]:
    """Find the activities of a page: for each key, its first view."""
    slots = page.locator(".lk-widget[data-model]")
    expect(page.locator(".lk-widget[data-mounted]")).to_have_count(slots.count())
    keys: dict[str, str] = page.evaluate(KEYS)
    models = [slot.get_attribute("data-model") or "" for slot in slots.all()]
    return {
        keys[model]: page.locator(f".lk-widget[data-model='{model}'] .lk-live > .lk").first
        for model in dict.fromkeys(models)
    }


def kind_of(view: Locator) -> str:
    """Return the CSS class that tells which widget a view is of."""
    return (view.get_attribute("class") or "").split()[-1]


def expect_saved(page: Page, key: str, wanted: dict[str, Any]) -> None:
    """See that the tab keeps what the learner did."""
    page.wait_for_function(IS_SAVED, arg=[key, wanted])


@pytest.mark.parametrize("place_of", ["http"], indirect=True)
@pytest.mark.parametrize("lesson", LESSONS)
def test_every_activity_goes_to_its_end_by_keyboard_alone(
    visit: Open, book: Place, lesson: str
) -> None:
    # Without it, each jump to a distant control would be a glide to wait for.
    page = visit(book, f"notebooks/{lesson}", reduced_motion="reduce")
    hand = Keyboard(page)
    for key, view in views_of(page).items():
        go_through(hand, view, lambda state: None)
        assert page.evaluate("document.activeElement !== document.body"), f"{key} lost the focus"


@pytest.mark.parametrize("place_of", ["file"], indirect=True)
@pytest.mark.parametrize("lesson", LESSONS)
def test_every_activity_goes_to_its_end_by_finger_in_the_dark_and_is_there_again_after_a_reload(
    visit: Open, book: Place, lesson: str
) -> None:
    page = visit(book, f"notebooks/{lesson}", color_scheme="dark", **PHONE)
    found: list[str] = []
    saved: dict[str, dict[str, Any]] = {}
    for key, view in views_of(page).items():
        kind = kind_of(view)

        def look(state: str, key: str = key, kind: str = kind) -> None:
            if LOOKED_AT_IN[kind] == lesson:
                found.extend(f"{key}, {state}: {each}" for each in violations(page, f".{kind}"))
            if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                found.append(f"{key}, {state}: the page scrolls sideways")

        saved[key] = go_through(Pointer(page), view, look)
        expect_saved(page, key, saved[key])
    lines = {key: view.evaluate(LINES) for key, view in views_of(page).items()}
    page.reload()
    for key, view in views_of(page).items():
        expect_saved(page, key, saved[key])
        if kind_of(view) not in BEGIN_ELSEWHERE:
            assert view.evaluate(LINES) == lines[key]
    found += violations(page)
    page.emulate_media(color_scheme="light")
    found += violations(page, rules=COLOURS)
    assert not found, "\n".join(found)
