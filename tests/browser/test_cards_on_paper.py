"""A deck on paper as it comes out of the printer: from the command line, and from the book."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from lessonkit import load_activity
from lessonkit.activities import SortingActivity
from lessonkit.paper.deal import Deal, deal_cards
from lessonkit.paper.document import Choices, cards_document
from lessonkit.paper.fitting import Fit, fit_texts
from lessonkit.paper.make_cards import print_cards
from lessonkit.paper.printing import open_page
from lessonkit.words import words

from .conftest import ROOT, SERVED, Open
from .paper import PER_MILLIMETRE, grids, outside, pages_of, sizes_of, squeezed
from .place import Place

DECK = ROOT / "notebooks/activities/intimacy-or-passion.yaml"
KEY = words("cards_to_print")["key"]
SIZES = {"a4": (210, 297), "letter": (216, 279)}
FORMS = {
    "8": (Choices(per_page=8), 8),
    "9": (Choices(per_page=9), 9),
    "large": (Choices(large_print=True), 4),
}
HOSTILE = "<img src=x onerror=alert(1)><script>alert(2)</script></style> & {{ x }}"
CARD = """\
  - id: card-{number}
    text: "{text}"
    category: one
    reason: It is so.
"""
HEAD = """\
type: sorting
id: a-deck
title: "{title}"
prompt: Where?
categories:
  - {{id: one, label: "{label}", description: "{text}"}}
  - {{id: two, label: Two}}
cards:
"""

Written = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Written:
    """Return a function that writes a deck of cards with some texts."""

    def write(texts: list[str], title: str = "A deck", label: str = "One", text: str = "x") -> Path:
        cards = "".join(CARD.format(number=n, text=each) for n, each in enumerate(texts, start=1))
        path = tmp_path / "deck.yaml"
        path.write_text(HEAD.format(title=title, label=label, text=text) + cards, encoding="utf-8")
        return path

    return write


def deal_of(path: Path, number: int | None = 12) -> Deal:
    deck = load_activity(path)
    assert isinstance(deck, SortingActivity)
    return deal_cards(deck, number)


@contextmanager
def fitted(browser: Browser, deal: Deal, choices: Choices) -> Iterator[tuple[Page, Fit]]:
    """Show what is about to be printed."""
    with open_page(browser, cards_document(deal, choices)) as page:
        yield page, fit_texts(page)


@pytest.mark.parametrize("paper", SIZES)
@pytest.mark.parametrize("form", FORMS)
def test_every_card_is_on_its_sheet_with_its_number(
    chromium: Browser, paper: str, form: str
) -> None:
    base, per_page = FORMS[form]
    deal = deal_of(DECK)
    choices = Choices(paper, base.per_page, base.large_print)
    pdf, fit = print_cards(chromium, deal, choices)
    assert fit == Fit((), worksheet=True)
    assert sizes_of(pdf) == {SIZES[paper]}
    pages = pages_of(pdf)
    sheets = -(-12 // per_page)
    for number, card in deal.numbered:
        sheet = pages[(number - 1) // per_page]
        assert squeezed(card.text) in sheet and str(number) in sheet
    headers = "".join(pages[sheets : sheets + 2])
    labels = [category.label for category in deal.deck.categories]
    assert all(squeezed(label) in headers for label in [*labels, "Pass"])
    assert squeezed(KEY) in pages[sheets + 2]
    assert "Nonameisneeded" in pages[-1] and "Nonameisneeded" not in "".join(pages[:-1])


@pytest.mark.parametrize("paper", SIZES)
@pytest.mark.parametrize("form", FORMS)
def test_nothing_runs_over_and_a_stack_is_cut_at_once(
    chromium: Browser, paper: str, form: str
) -> None:
    base, _ = FORMS[form]
    choices = Choices(paper, base.per_page, base.large_print)
    with fitted(chromium, deal_of(DECK, None), choices) as (page, fit):
        assert not fit.misfits and outside(page) == []
        first, *others = grids(page)
    assert others
    for sheet in others:
        for start, same in zip(sheet["lines"], first["lines"], strict=True):
            assert start == pytest.approx(same, abs=0.1)
        for corners, same in zip(sheet["corners"], first["corners"], strict=False):
            assert corners == pytest.approx(same, abs=0.1)
    # Before the sheet there is as much of the paper again, where no line goes.
    left, top, *_ = first["corners"][0]
    *_, right, bottom = first["corners"][-1]
    margins = [left, top, first["width"] - right, first["height"] - bottom]
    assert margins == pytest.approx([6 * PER_MILLIMETRE] * 4, abs=1)


def test_the_key_has_reasons_and_questions_and_begins_with_the_workshop(chromium: Browser) -> None:
    deal = deal_of(DECK)
    pdf, _ = print_cards(chromium, deal, Choices(parts=("key",)))
    pages = pages_of(pdf)
    key = "".join(pages)
    assert deal.deck.workshop is not None
    for said in (*deal.deck.workshop.say, *deal.deck.workshop.debrief):
        assert squeezed(said) in pages[0]
    for card in deal.cards:
        reasons = [card.reason, card.question, *(answer.reason for answer in card.defensible)]
        assert all(squeezed(each) in key for each in reasons if each)
    assert "Round1of4" in pages[0]
    for number, page in enumerate(pages, start=1):
        assert f"key{number}" in page, "the page's number, at its foot"


def test_a_pdf_is_tagged_named_and_the_same_each_time(chromium: Browser) -> None:
    deal, choices = deal_of(DECK), Choices(language="de")
    pdf, _ = print_cards(chromium, deal, choices)
    reader = PdfReader(BytesIO(pdf))
    assert reader.root_object["/MarkInfo"]["/Marked"] and reader.root_object["/Lang"] == "de"
    assert reader.metadata and reader.metadata.title == f"{deal.deck.title} · Cards on paper"
    assert reader.metadata.creation_date is None
    named = [part.title for part in reader.outline if not isinstance(part, list)]
    assert named[:3] == [
        "Cards",
        "Headers for the places",
        KEY,
    ]
    assert print_cards(chromium, deal, choices)[0] == pdf


def test_five_hundred_cards_are_printed_with_a_worksheet_of_one_page(
    chromium: Browser, write: Written
) -> None:
    deal = deal_of(write([f"This is card {number}." for number in range(500)]), None)
    pdf, fit = print_cards(chromium, deal, Choices(per_page=9))
    assert fit == Fit((), worksheet=True)
    pages = pages_of(pdf)
    assert "500" in pages[-1] and "Nonameisneeded" in pages[-1]
    for number, card in deal.numbered:
        assert squeezed(card.text) in pages[(number - 1) // 9]
    assert sum("Nonameisneeded" in page for page in pages) == 1


@pytest.mark.parametrize(
    "text",
    [
        "שלום עולם, זה כרטיס עם 12 מילים.",
        "مرحبا " * 40,
        "Donaudampfschifffahrtsgesellschaftskapitän " * 4,
        "W" * 300,
        "字" * 200,
    ],
    ids=["hebrew", "arabic", "long-words", "one-word", "chinese"],
)
def test_texts_of_every_kind_stay_on_their_cards(
    chromium: Browser, write: Written, text: str
) -> None:
    path = write([text.strip(), "Short."], label="W" * 40, text=text.strip()[:300])
    with fitted(chromium, deal_of(path), Choices()) as (page, fit):
        assert not [misfit for misfit in fit.misfits if misfit.card]
        assert outside(page) == []
        way = page.evaluate(
            "text => getComputedStyle([...document.querySelectorAll('.lk-paper-card .lk-fit')]"
            ".find((each) => each.textContent === text)).direction",
            text.strip(),
        )
        # A page that is wider than its paper would be printed smaller, and its cards with it.
        assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    assert way == ("rtl" if text[0] in "שم" else "ltr")


def test_nothing_of_a_hostile_deck_becomes_markup(chromium: Browser, write: Written) -> None:
    deal = deal_of(write([HOSTILE], title=HOSTILE, label="<b>One</b>", text=HOSTILE))
    asked = []
    with open_page(chromium, cards_document(deal, Choices())) as page:
        page.on("dialog", lambda dialog: (asked.append(dialog.message), dialog.dismiss()))
        fit_texts(page)
        assert page.locator("script, img, main style, .lk-label b").count() == 0
        assert page.locator(".lk-paper-card .lk-fit").inner_text() == HOSTILE
    pdf, _ = print_cards(chromium, deal, Choices())
    assert not asked
    assert all(squeezed(HOSTILE) in page for page in (pages_of(pdf)[0], pages_of(pdf)[-1]))


def test_an_absurdly_long_text_is_told_with_its_line_and_is_in_the_key_in_full(
    browser_path: str, write: Written, tmp_path: Path
) -> None:
    path, made = write(["Short.", " ".join(f"word{n}" for n in range(1200))]), tmp_path / "out.pdf"
    command = [sys.executable, "-m", "lessonkit.cli", "cards", str(path), "--output", str(made)]
    environment = os.environ | {"LESSONKIT_BROWSER": browser_path, "PYTHONPATH": str(ROOT)}
    shown = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    lines = path.read_text(encoding="utf-8").splitlines()
    line = next(number for number, each in enumerate(lines, start=1) if "word1199" in each)
    assert shown.returncode == 3
    assert shown.stderr.startswith(f"{path}:{line}: the text of card ") and "Fix:" in shown.stderr
    assert shown.stderr.count("\n") == 1
    pages = pages_of(made.read_bytes())
    assert "Short." in pages[0] and "word0" in pages[0]
    assert "word1199" in "".join(pages[1:])


@SERVED
@pytest.mark.parametrize("paper", SIZES)
@pytest.mark.parametrize(("name", "sheets"), [("cards", 2), ("cards-large-print", 3)])
def test_the_page_of_the_book_prints_the_same_sheets_and_nothing_else(
    visit: Open, book: Place, paper: str, name: str, sheets: int
) -> None:
    page = visit(book, f"book/facilitate/{name}")
    pdf = page.pdf(format=paper)
    pages = pages_of(pdf)
    deal = deal_of(DECK)
    per_page = 8 if sheets == 2 else 4
    for number, card in deal.numbered:
        assert squeezed(card.text) in pages[(number - 1) // per_page]
    for label in ("Intimacy", "Both", "Passion", "Pass"):
        assert label in "".join(pages[sheets : sheets + 2])
    key = "".join(pages[sheets + 2 :])
    assert pages[sheets + 2].count(squeezed(KEY)) == 1
    assert all(key.count(squeezed(card.reason)) == 1 for card in deal.cards if card.reason)
    assert "Nonameisneeded" in pages[-1] and squeezed(deal.deck.prompt) in pages[-1]
    assert squeezed(deal.deck.title) in pages[-1], "a worksheet of one page"
    assert "Printthispage" not in "".join(pages)


@SERVED
@pytest.mark.parametrize("name", ["cards", "cards-large-print"])
def test_nothing_runs_over_on_the_page_of_the_book(visit: Open, book: Place, name: str) -> None:
    page = visit(book, f"book/facilitate/{name}")
    page.emulate_media(media="print")
    assert outside(page) == []
    widths = {round(sheet["width"] / PER_MILLIMETRE) for sheet in grids(page)}
    assert widths == {196}


@SERVED
def test_on_a_screen_the_key_is_closed_until_it_is_wanted(visit: Open, book: Place) -> None:
    page = visit(book, "book/facilitate/cards", viewport={"width": 320, "height": 700})
    deal = deal_of(DECK)
    reason = page.get_by_text(deal.cards[0].reason or "")
    assert [each.is_visible() for each in reason.all()] == [False, False]
    page.get_by_text(KEY, exact=True).first.click()
    assert [each.is_visible() for each in reason.all()] == [True, False]
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
