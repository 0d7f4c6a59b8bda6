"""The directive that shows a deck as cards to print."""

from itertools import pairwise

import pytest

CARD = "  - {{id: card-{number}, text: {text}, category: one, reason: Reason {number}.}}\n"
DECK = """\
type: sorting
id: a-deck
title: A deck
prompt: Where?
categories:
  - {id: one, label: One}
  - {id: two, label: "<b>Two</b>"}
cards:
"""


def page_with(*options, deck="a-deck"):
    lines = [f"```{{cards-to-print}} {deck}", *options, "```"]
    return "# Cards\n\nWords.\n\n## The sheets\n\n" + "\n".join(lines) + "\n"


@pytest.fixture
def build(sphinx_build, tmp_path):
    """Return a function that builds a book of one page with cards, of fourteen in the deck."""

    def build(page, text="A text.", **options):
        folder = tmp_path / "book" / "decks"
        folder.mkdir(parents=True)
        cards = (CARD.format(number=number, text=text) for number in range(1, 15))
        (folder / "a-deck.yaml").write_text(DECK + "".join(cards), encoding="utf-8")
        pages = {"index": "# Welcome", "cards": page}
        return sphinx_build(pages, lessonkit_activities="decks", **options)

    return build


def test_the_page_has_twelve_cards_headers_key_and_worksheet(build):
    book = build(page_with())
    page = book.page("cards")
    assert len(page.select(".lk-paper-card")) == 12
    assert [each.text for each in page.select(".lk-label")] == ["One", "<b>Two</b>", "Pass"]
    assert not page.select(".lk-label b, .lk-cards-to-print script, .lk-cards-to-print [style]")
    # What is closed on a screen is there once more for paper.
    for section in (".lk-key", ".lk-tick-sheet"):
        assert [bool(each.find_parent("details")) for each in page.select(section)] == [True, False]
    assert page.select('link[rel="stylesheet"][href*="cards_to_print"]')
    assert not book.page("index").select('link[href*="cards_to_print"]')


def test_options_choose_the_cards_and_their_size(build):
    page = build(page_with(":cards: 10", ":round: 2", ":seed: 3", ":large-print:")).page("cards")
    assert len(page.select(".lk-paper-card")) == 4
    assert "Round 2 of 2: 4 of 14 cards, dealt with seed 3." in page.select_one(".lk-key").text
    assert page.select_one(".lk-large-print .lk-grid-2-2")
    assert page.select(".lk-lines") and not page.select(".lk-box")


def test_headings_go_down_one_level_at_a_time(build):
    page = build(page_with()).page("cards")
    main = page.select_one("[role=main]")
    levels = [int(each.name[1]) for each in main.select("h1, h2, h3, h4, h5")]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_a_text_that_is_too_long_for_its_card_is_a_warning(build):
    long = "word " * 300
    build(page_with(":cards: 1"), text=long.strip(), expect=("lessonkit.card_too_long",))


@pytest.mark.parametrize(
    ("page", "said"),
    [
        (page_with(deck="another"), "there is no such file"),
        (page_with(":round: 7"), "no round 7"),
    ],
)
def test_what_cannot_be_shown_is_told(build, page, said):
    build(page, expect=(said,))
