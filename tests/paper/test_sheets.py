"""The HTML of what is printed: every part numbers the cards alike, and text is text."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from lessonkit import load_activity
from lessonkit.activities import SortingActivity
from lessonkit.paper.deal import Deal, deal_cards
from lessonkit.paper.document import PARTS, Choices, cards_document
from lessonkit.paper.estimate import estimated_points
from lessonkit.paper.fitting import Fit, Misfit, problems_of
from lessonkit.paper.layout import EDGE, LARGE_PRINT, LAYOUTS, MARGIN, PAPERS, sheet_size
from lessonkit.paper.worksheet import FORMS, worksheet_page

from .decks import line_of, write_deck

HOSTILE = "<script>alert(1)</script> & <b>bold</b> </style> {{ x }}"


def deal_of(path: Path, number: int | None = None) -> Deal:
    deck = load_activity(path)
    assert isinstance(deck, SortingActivity)
    return deal_cards(deck, number)


@pytest.fixture
def deal(tmp_path: Path) -> Deal:
    return deal_of(write_deck(tmp_path, [f"Text {number}." for number in range(1, 21)]))


def document(deal: Deal, choices: Choices | None = None) -> BeautifulSoup:
    return BeautifulSoup(cards_document(deal, choices or Choices()), "html.parser")


@pytest.mark.parametrize(("per_page", "sheets"), [(8, 3), (9, 3)])
def test_every_sheet_has_the_same_grid_and_cut_lines(
    deal: Deal, per_page: int, sheets: int
) -> None:
    found = document(deal, Choices(per_page=per_page)).select(".lk-cards .lk-sheet")
    assert len(found) == sheets
    assert len({sheet["class"][1] for sheet in found}) == 1
    assert len({str(sheet.select_one(".lk-cuts")) for sheet in found}) == 1
    assert [len(sheet.select("li")) for sheet in found[:2]] == [per_page, per_page]


def test_numbers_are_the_same_on_cards_in_the_key_and_on_the_worksheet(deal: Deal) -> None:
    page = document(deal)
    wanted = {str(number): card.text for number, card in deal.numbered}
    cards = {
        card.select_one(".lk-number b").text: card.select_one(".lk-fit").text
        for card in page.select(".lk-paper-card")
    }
    key = {
        entry.select_one(".lk-number").text: entry.select_one(".lk-card-text").text
        for entry in page.select(".lk-entries > li")
    }
    rows = {
        row.select_one(".lk-number").text: row.select_one("th").text
        for row in page.select(".lk-tick-sheet tbody tr")
    }
    assert cards == key == rows == wanted
    assert [line.text for line in page.select(".lk-lines li")] == list(wanted)


def test_a_round_of_several_is_named_on_the_cards_and_in_the_key(tmp_path: Path) -> None:
    path = write_deck(tmp_path, ["A.", "B.", "C."])
    deck = deal_of(path).deck
    page = document(deal_cards(deck, 2, seed=4, round_number=2))
    assert page.select_one(".lk-paper-card .lk-round").text == "Round 2"
    assert "Round 2 of 2: 1 of 3 cards, dealt with seed 4." in page.select_one(".lk-key").text
    whole = document(deal_of(path))
    assert not whole.select(".lk-round")
    assert "All 3 cards, dealt with seed 0." in whole.select_one(".lk-key").text


def test_the_key_begins_with_the_words_of_the_workshop(deal: Deal) -> None:
    key = document(deal).select_one(".lk-key")
    said = key.text
    words = ["25 minutes", "Say this first.", "Then say that.", "What did you see?", "Text "]
    places = [said.index(each) for each in words]
    assert places == sorted(places)
    assert [each.text for each in key.select("blockquote")] == ["Say this first.", "Then say that."]


def test_each_entry_of_the_key_has_its_reasons_and_its_question(deal: Deal) -> None:
    entries = document(deal).select(".lk-entries > li")
    for entry, card in zip(entries, deal.cards, strict=True):
        number = card.id.removeprefix("card-")
        for said in ("One.", f"Reason {number}.", "Also defensible: Two.", f"Else {number}."):
            assert said in entry.text
        assert f"To talk over: Question {number}?" in entry.text
    assert "And now?" in document(deal).select_one(".lk-key").text


def test_there_is_a_header_for_each_category_and_for_a_pass(deal: Deal) -> None:
    page = document(deal)
    assert [each.text for each in page.select(".lk-label")] == ["One", "Two", "Pass"]
    assert len(page.select(".lk-headers .lk-sheet")) == 2


@pytest.mark.parametrize(("form", "other"), [FORMS, FORMS[::-1]])
def test_a_worksheet_may_have_one_form_alone(deal: Deal, form: str, other: str) -> None:
    page = BeautifulSoup(worksheet_page(deal, forms=(form,)), "html.parser")
    assert page.select(f".lk-form-{form}") and not page.select(f".lk-form-{other}")


@pytest.mark.parametrize("part", PARTS)
def test_a_part_can_be_printed_alone(deal: Deal, part: str) -> None:
    style = "tick-sheet" if part == "worksheet" else part
    [section] = document(deal, Choices(parts=(part,))).select("main > section")
    assert section["class"] == [f"lk-{style}"]


def test_texts_are_text_in_every_part(tmp_path: Path) -> None:
    hostile = HOSTILE.replace('"', "")
    path = write_deck(tmp_path, [hostile], title=f'"{hostile}"', label="<i>Two</i>")
    page = document(deal_of(path))
    assert not page.select("script, b b, i, main style")
    assert page.title.string.startswith(HOSTILE)
    assert len(page.select("style")) == 1 and len(page.select("main")) == 1
    assert page.select_one(".lk-paper-card .lk-fit").text == HOSTILE
    assert page.select_one(".lk-card-text").text == HOSTILE
    assert "</style>" not in page.style.string


def test_texts_of_any_direction_decide_it_themselves(tmp_path: Path) -> None:
    page = document(deal_of(write_deck(tmp_path, ["שלום", "مرحبا"])))
    for box in page.select(".lk-fit, .lk-card-text, .lk-tick-sheet tbody th"):
        assert box["dir"] == "auto"


def test_the_language_is_said(deal: Deal) -> None:
    assert document(deal, Choices(language="ar")).html["lang"] == "ar"


def test_an_opinion_deck_says_that_there_is_no_answer(tmp_path: Path) -> None:
    path = tmp_path / "deck.yaml"
    path.write_text(
        "type: sorting\nid: a\ntitle: A\nprompt: Where?\nmode: opinion\n"
        "categories: [{id: one, label: One}, {id: two, label: Two}]\n"
        "cards: [{id: c, text: A card.}]\n",
        encoding="utf-8",
    )
    key = document(deal_of(path)).select_one(".lk-key")
    assert "no right answer" in key.text and not key.select(".lk-glance")


@pytest.mark.parametrize("paper", PAPERS)
def test_margins_are_equal_and_wide_enough_for_any_printer(paper: str) -> None:
    (page_width, page_height), (width, height) = PAPERS[paper], sheet_size(paper)
    assert page_width - width == pytest.approx(2 * EDGE)
    assert page_height - height == pytest.approx(2 * EDGE, abs=0.5)
    assert MARGIN >= 10 and EDGE > 4


def test_what_does_not_fit_is_told_with_the_line_of_the_card(tmp_path: Path) -> None:
    path = write_deck(tmp_path, ["Short.", "Long " * 400])
    deal = deal_of(path)
    number = next(number for number, card in deal.numbered if card.id == "card-2")
    fit = Fit((Misfit(number, 0, 5, 0.5), Misfit(0, 1, 12, 1)), worksheet=False)
    header, cards, card = problems_of(fit, deal, LAYOUTS[8], path)
    assert str(card).startswith(f"{path}:{line_of(path, 'Long')}: the text of card {number} ")
    assert "9 points or more" in card.rule and "the key alone" in card.found
    assert "shorten the text to about 293 characters" in card.fix
    assert header.line == line_of(path, "The first place.") and "'one'" in header.what
    assert cards.line == line_of(path, "cards:") and "one page" in cards.rule


def test_what_fits_is_told_of_in_no_way(deal: Deal) -> None:
    assert problems_of(Fit((), worksheet=True), deal, LARGE_PRINT, Path("nowhere.yaml")) == []


def test_longer_texts_are_estimated_to_need_smaller_type() -> None:
    sizes = [estimated_points("word " * count, LAYOUTS[8]) for count in (5, 30, 60, 90, 900)]
    assert sizes == sorted(sizes, reverse=True) and len(set(sizes)) > 3
    assert sizes[0] == LAYOUTS[8].largest and sizes[-1] == 0
    assert estimated_points("字" * 100, LAYOUTS[8]) < estimated_points("a" * 100, LAYOUTS[8])
