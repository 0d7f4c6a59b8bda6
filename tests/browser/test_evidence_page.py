"""The page of the article's claims: read whole, and filtered."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from lessonkit.sphinx_ext.claims_file import Claims, load_claims

from .accessibility import COLOURS, violations
from .conftest import ROOT, SERVED, Open
from .place import PHONE, Place

EVIDENCE = "book/evidence"
SHIFTS = """() => new Promise((done) => {
  const moved = (list) => list.getEntries().flatMap(({ sources }) => sources)
    .filter(({ node }) => node?.parentElement?.closest("article"))
    .map(({ node }) => node.outerHTML ?? node.data);
  new PerformanceObserver((list) => done(moved(list)))
    .observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done([]), 500);
})"""
"""What has moved in the page's text by itself. The theme moves the buttons above it, everywhere."""


@pytest.fixture(scope="module")
def claims() -> Claims:
    return load_claims(ROOT / "book" / "evidence.yaml")


def select(page: Page, label: str) -> Locator:
    return page.get_by_role("combobox", name=label, exact=True)


def choose(page: Page, **wanted: str) -> None:
    for label, option in wanted.items():
        select(page, label.title()).select_option(label=option)


def test_every_claim_can_be_read_without_scripts(visit: Open, book: Place, claims: Claims) -> None:
    page = visit(book, EVIDENCE, java_script_enabled=False, **PHONE)
    expect(page.locator(".lk-claims-filter")).to_be_hidden()
    rows = page.locator(".lk-claim")
    expect(rows).to_have_count(len(claims.rows()))
    for claim in (claims.rows()[0], claims.rows()[-1]):
        row = page.locator(f"#{claim.id.lower()}")
        expect(row).to_be_visible()
        expect(row.locator("strong")).to_have_text(claim.claim)


def test_a_reader_sees_only_the_claims_that_fit(visit: Open, book: Place, claims: Claims) -> None:
    page = visit(book, EVIDENCE)
    address = page.url
    section = claims.sections[5]
    choose(page, section=section.title, evidence="weak")
    weak = [claim for claim in section.claims if claim.strength == "weak"]
    count = page.get_by_role("main").get_by_role("status")
    expect(count).to_have_text(f"{len(weak)} of {len(claims.rows())} shown")
    expect(page.locator(".lk-claim:visible")).to_have_count(len(weak))
    expect(page.locator(".lk-claims-section:visible")).to_have_count(1)
    assert page.url == address
    assert page.evaluate("sessionStorage.length + localStorage.length") == 0

    choose(page, kind="definition")
    expect(count).to_contain_text("0 of 140 shown.")
    expect(page.locator(".lk-claims-section:visible")).to_have_count(0)
    page.get_by_role("button", name="Show all").click()
    expect(page.locator(".lk-claim:visible")).to_have_count(len(claims.rows()))
    expect(select(page, "Kind")).to_have_value("")


@SERVED
def test_the_filter_works_by_keyboard(visit: Open, book: Place) -> None:
    page = visit(book, EVIDENCE)
    select(page, "Section").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    expect(select(page, "Evidence")).to_have_value("strong")
    strong = page.locator(".lk-claim:visible")
    expect(strong).to_have_count(page.locator(".lk-strength-strong").count())
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Show all")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("main").get_by_role("status")).to_have_text("140 of 140 shown")


def test_a_link_to_a_hidden_claim_shows_it(visit: Open, book: Place) -> None:
    page = visit(book, EVIDENCE)
    choose(page, evidence="contested")
    expect(page.locator("#c72")).to_be_hidden()
    page.locator("#c137").get_by_role("link", name="C72", exact=True).click()
    expect(page.locator("#c72")).to_be_in_viewport()
    expect(page.get_by_role("main").get_by_role("status")).to_have_text("140 of 140 shown")
    choose(page, evidence="contested")
    page.evaluate("location.hash = '#c57'")
    expect(page.locator("#c57")).to_be_in_viewport()


@SERVED
def test_nothing_jumps_when_the_script_comes(visit: Open, book: Place) -> None:
    for options in ({}, PHONE):
        page = visit(book, EVIDENCE, **options)
        page.goto(f"{book.page(EVIDENCE)}#claim-by-claim")
        expect(select(page, "Kind")).to_be_enabled()
        assert page.evaluate(SHIFTS) == []


@SERVED
def test_the_filtered_page_has_no_barrier_and_fits_a_narrow_window(
    visit: Open, book: Place
) -> None:
    page = visit(book, EVIDENCE, viewport={"width": 320, "height": 640}, color_scheme="light")
    choose(page, evidence="no evidence called for")
    found = violations(page)
    page.emulate_media(color_scheme="dark")
    found += violations(page, rules=COLOURS)
    assert not found, "\n".join(found)
    assert page.evaluate("document.documentElement.scrollWidth") == 320


@SERVED
def test_paper_has_the_claims_and_no_form(visit: Open, book: Place) -> None:
    page = visit(book, EVIDENCE)
    page.emulate_media(media="print")
    expect(page.locator(".lk-claims-filter")).to_be_hidden()
    expect(page.locator("#c01")).to_be_visible()
    expect(page.locator("#c140")).to_be_visible()


@SERVED
def test_a_claim_leads_to_its_rating_its_lesson_and_its_studies(visit: Open, book: Place) -> None:
    page = visit(book, EVIDENCE)
    row = page.locator("#c43")
    for name, place in (("evidence: moderate", "how-sure"), ("What touch does", "06_what_touch")):
        link = row.get_by_role("link", name=name)
        expect(link).to_have_attribute("href", re.compile(place))
    study = row.locator("a[href*='references.html']").first
    study.click()
    expect(page.locator(":target")).to_be_in_viewport()
