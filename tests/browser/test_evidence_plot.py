"""Ways of looking at an effect that a walk through a lesson does not take: keys, hovering."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from lessonkit import EvidencePlot

ACTIVITY = Path(__file__).parents[2] / "notebooks" / "activities" / "touch-effects.yaml"
MOUNT = """
async ([state, script]) => {
  const listeners = [];
  window.state = state;
  const model = {
    get: (name) => state[name],
    set: (name, value) => { state[name] = value; for (const tell of listeners) tell(); },
    on: (_, listener) => listeners.push(listener),
    off: () => {},
    save_changes: () => {},
  };
  window.model = model;
  const address = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  const { default: front } = await import(address);
  for (const el of document.querySelectorAll("div")) front.render({ model, el });
}
"""


@pytest.fixture
def plots(chromium: Browser) -> Iterator[Callable[..., Page]]:
    """Return a function that shows a plot on a bare page, in two views of one model."""
    pages: list[Page] = []

    def show(*looked_at: str) -> Page:
        plot = EvidencePlot(ACTIVITY)
        page = chromium.new_page(viewport={"width": 1200, "height": 900})
        pages.append(page)
        page.set_content(f"<html lang=en><style>{plot._css}</style><div></div><div></div>")
        state = {"activity": plot.activity, "looked_at": looked_at}
        page.evaluate(MOUNT, [json.loads(json.dumps(state)), plot._esm])
        return page

    yield show
    for page in pages:
        page.close()


def rows(page: Page) -> Locator:
    return page.locator(".lk-evidence-plot").first.locator(".lk-effect")


def shown(page: Page) -> Locator:
    return page.locator(".lk-about").first.locator(".lk-shown")


def test_arrow_keys_go_from_row_to_row_and_look_at_each(plots: Callable[..., Page]) -> None:
    page = plots()
    ids = [row.get_attribute("data-effect") for row in rows(page).all()]
    rows(page).first.focus()
    assert page.evaluate("state.looked_at") == []
    there = 0
    for key, step in {"ArrowDown": 1, "End": len(ids), "ArrowUp": -1, "Home": -len(ids)}.items():
        page.keyboard.press(key)
        there = max(0, min(len(ids) - 1, there + step))
        expect(rows(page).nth(there)).to_be_focused()
        expect(rows(page).nth(there)).to_have_attribute("aria-current", "true")
        assert page.evaluate("state.looked_at.at(-1)") == ids[there]
    page.keyboard.press("ArrowUp")
    expect(rows(page).first).to_be_focused()


def test_a_mouse_over_a_row_shows_it_without_keeping_it(plots: Callable[..., Page]) -> None:
    page = plots("pain")
    expect(shown(page)).to_contain_text("Less pain")
    rows(page).nth(1).hover()
    expect(shown(page)).to_contain_text("Less anxious")
    page.mouse.move(0, 0)
    expect(shown(page)).to_contain_text("Less pain")
    assert page.evaluate("state.looked_at") == ["pain"]


def test_nothing_moves_whatever_row_is_looked_at(plots: Callable[..., Page]) -> None:
    page = plots()
    frame = page.locator(".lk-frame").first
    size = frame.bounding_box()
    for row in rows(page).all():
        place = row.bounding_box()
        row.click()
        expect(shown(page)).to_be_visible()
        assert row.bounding_box() == place
        assert frame.bounding_box() == size


def test_two_views_of_one_model_agree(plots: Callable[..., Page]) -> None:
    page = plots("gone")
    first, second = page.locator(".lk-evidence-plot").all()
    expect(second.locator(".lk-looked")).to_have_text("0 of 9 looked at")
    first.locator(".lk-effect").nth(2).click()
    expect(second.locator(".lk-looked")).to_have_text("1 of 9 looked at")
    expect(second.locator(".lk-effect").nth(2)).to_have_attribute("aria-current", "true")
    assert page.evaluate("state.looked_at") == ["depression"]


def test_a_row_is_named_by_its_label_its_number_and_its_interval(
    plots: Callable[..., Page],
) -> None:
    page = plots()
    name = "Less pain 0.69, 0.48 to 0.89 (95% confidence interval)"
    expect(page.get_by_role("button", name=name, exact=True)).to_have_count(2)


def test_what_an_effect_says_is_announced_after_its_name(plots: Callable[..., Page]) -> None:
    page = plots()
    rows(page).first.click()
    said = page.locator("[aria-live]").first
    expect(said).to_contain_text("Points to: Better off with touch. Adults in trials of touch")
    expect(said).to_contain_text("1 of 9 looked at.")
