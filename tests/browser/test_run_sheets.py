import io

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from lessonkit.sphinx_ext.plans_file import Plan, load_plans
from lessonkit.sphinx_ext.run_sheet import cues

from .conftest import ROOT, SERVED, Open
from .place import Place

FACILITATE = "book/facilitate"
PLANS = load_plans(ROOT / FACILITATE / "plans.yaml", ROOT / "notebooks" / "activities").plans
PAPERS = {"A4": (210, 297), "Letter": (215.9, 279.4)}
"""Width and height in mm."""

MARGIN = 10
"""On each side of a sheet, in mm."""

NARROW = {"viewport": {"width": 320, "height": 640}}

OF_EACH_PLAN = pytest.mark.parametrize("plan", PLANS, ids=[plan.id for plan in PLANS])

CUT_OFF = """
() => [...document.querySelectorAll("table, table *")]
  .filter((part) => part.checkVisibility())
  // Headings that are there for the ear alone.
  .filter((part) => getComputedStyle(part.closest("thead") ?? part).position !== "absolute")
  .filter((part) => {
    const { left, right } = part.getBoundingClientRect();
    const isWider = getComputedStyle(part).display !== "inline"
      && part.scrollWidth > part.clientWidth + 1;
    return left < -1 || right > innerWidth + 1 || isWider;
  })
  .map((part) => part.outerHTML.slice(0, 80))
"""
"""Names what is wider than its place or lies beside the paper."""


def sheet_of(plan: Plan) -> str:
    return f"{FACILITATE}/{plan.id.replace('plan-', 'run-sheet-')}"


def squeezed(text: str) -> str:
    """Return a text without its blanks, which are others where lines end."""
    return "".join(text.split())


def words_on(plan: Plan) -> list[str]:
    """Return every text that a sheet of a plan has."""
    steps = plan.steps
    texts = [text for step in steps for text in (step.title, *cues(step), *step.materials)]
    return [*texts, *(step.short_of_time for step in steps if step.short_of_time)]


def laid_on(page: Page, width: float, height: float) -> None:
    """Give a page the room that it has on paper."""
    page.emulate_media(media="print")
    room = [round((side - 2 * MARGIN) / 25.4 * 96) for side in (width, height)]
    page.set_viewport_size({"width": room[0], "height": room[1]})


@SERVED
@OF_EACH_PLAN
@pytest.mark.parametrize("paper", PAPERS)
def test_a_run_sheet_is_one_page_with_everything_on_it(
    visit: Open, book: Place, plan: Plan, paper: str
) -> None:
    page = visit(book, sheet_of(plan))
    [printed] = PdfReader(io.BytesIO(page.pdf(format=paper))).pages
    size = [float(side) / 72 * 25.4 for side in printed.mediabox[2:]]
    assert size == pytest.approx(PAPERS[paper], abs=0.6)
    text = squeezed(printed.extract_text())
    missing = [each for each in words_on(plan) if squeezed(each) not in text]
    assert not missing
    laid_on(page, *PAPERS[paper])
    assert page.evaluate(CUT_OFF) == []
    # Another computer's letters may be a little larger.
    content = page.locator("[role=main] > section").bounding_box()
    assert content
    assert content["y"] + content["height"] < 0.95 * page.viewport_size["height"]


@SERVED
def test_a_run_sheet_has_room_for_the_real_times_on_paper_alone(visit: Open, book: Place) -> None:
    page = visit(book, sheet_of(PLANS[0]))
    rooms = page.locator("tbody .lk-plan-real")
    expect(rooms.first).to_be_hidden()
    laid_on(page, *PAPERS["A4"])
    expect(rooms).to_have_count(len(PLANS[0].steps) + 1)
    for room in rooms.all():
        box = room.bounding_box()
        assert box
        assert box["width"] > 40


@SERVED
@OF_EACH_PLAN
@pytest.mark.parametrize("sheet", [False, True], ids=["plan", "sheet"])
def test_a_plan_is_a_table_without_sideways_scrolling_in_a_narrow_window(
    visit: Open, book: Place, plan: Plan, sheet: bool
) -> None:
    page = visit(book, sheet_of(plan) if sheet else f"{FACILITATE}/{plan.id}", **NARROW)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate(CUT_OFF) == []
    table = page.get_by_role("table").first
    expect(table.get_by_role("rowheader")).to_have_count(len(plan.steps) + 1)
    expect(table.get_by_role("columnheader", name="At hand")).to_have_count(1)
    expect(table.get_by_role("cell", name=plan.steps[0].materials[0])).to_have_count(1)


@SERVED
def test_a_step_of_the_table_leads_to_its_words(visit: Open, book: Place) -> None:
    [_, second, *_] = PLANS[0].steps
    page = visit(book, f"{FACILITATE}/{PLANS[0].id}")
    page.get_by_role("table").get_by_role("link", name=second.title).click()
    expect(page.locator(f"#step-{second.id} blockquote")).to_contain_text(second.say[0])
    expect(page.locator(f"#step-{second.id} h2")).to_be_in_viewport()
