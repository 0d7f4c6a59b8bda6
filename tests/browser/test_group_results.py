"""The facilitator's notebook in a real JupyterLab: it runs, and its choices show at once."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from .lab import Lab, Notebook, running_lab
from .watch import Watch

NOTEBOOK = "facilitate/group_results.ipynb"
DRAWING = 60_000
"""How long a kernel may take to draw the panel anew, in milliseconds."""


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    with running_lab(tmp_path_factory.mktemp("lab"), []) as lab:
        yield lab


@pytest.fixture(scope="module")
def page(chromium: Browser, lab: Lab) -> Iterator[Page]:
    """The notebook, run once from top to bottom, with the panel in view."""
    context = chromium.new_context(viewport={"width": 1400, "height": 1000})
    watch = Watch(context, (lab.address, lab.address.replace("http:", "ws:")))
    notebook = Notebook(context.new_page(), lab.page(NOTEBOOK))
    notebook.run_all()
    # A kernel that is still drawing would answer a hand late.
    outputs = notebook.page.locator(".jp-OutputArea-output")
    expect(outputs.filter(has_text="round,card,text")).to_have_count(1, timeout=DRAWING)
    panel_of(notebook.page).scroll_into_view_if_needed()
    yield notebook.page
    context.close()
    assert not watch.troubles(), "\n".join(watch.troubles())


def panel_of(page: Page) -> Locator:
    return page.locator(".widget-vbox")


def test_a_higher_threshold_hides_a_group_and_a_lower_one_shows_it_again(page: Page) -> None:
    panel, threshold = panel_of(page), page.get_by_label("Show from so many people")
    expect(panel.get_by_role("table")).to_be_visible()
    expect(panel.get_by_role("img")).to_have_attribute("alt", re.compile("^Bars for 12 cards"))
    expect(threshold).to_have_value("5")
    threshold.fill("31")
    threshold.press("Enter")
    refused = "30 people have sorted this round, and nothing is shown for"
    expect(panel).to_contain_text(refused, timeout=DRAWING)
    expect(panel.get_by_role("table")).to_have_count(0)
    expect(panel.get_by_role("img")).to_have_count(0)
    threshold.fill("30")
    threshold.press("Enter")
    expect(panel.get_by_role("table")).to_be_visible(timeout=DRAWING)


def test_another_order_turns_the_table_round(page: Page) -> None:
    panel = panel_of(page)
    cards = panel.get_by_role("rowheader")
    expect(cards).to_have_count(12)
    most_disputed, most_agreed = cards.first.text_content(), cards.last.text_content()
    assert most_disputed and most_agreed
    page.get_by_label("Order of the cards").select_option("Most agreed first")
    expect(cards.first).to_have_text(most_agreed, timeout=DRAWING)
    expect(cards.last).to_have_text(most_disputed)


def test_no_cell_ends_with_an_error(page: Page) -> None:
    expect(page.locator("[data-mime-type='application/vnd.jupyter.error']")).to_have_count(0)
    expect(page.locator("[data-mime-type='application/vnd.jupyter.stderr']")).to_have_count(0)
