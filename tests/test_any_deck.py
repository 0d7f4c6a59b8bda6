"""Whatever the words of a deck: on the worksheet and on paper they are text, and nothing else."""

from collections import Counter

import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings

from lessonkit.activities import SortingActivity
from lessonkit.paper.deal import deal_cards
from lessonkit.paper.document import Choices, cards_document
from lessonkit.widgets import SortingExercise

from .decks import decks, make_deck

STRANGERS = {"script", "img", "svg", "iframe", "textarea"}


def worksheet(deck: SortingActivity) -> str:
    return str(SortingExercise(deck, cards=None)._repr_mimebundle_()[0]["text/html"])


def paper(deck: SortingActivity) -> str:
    return cards_document(deal_cards(deck, None), Choices())


def tags(html: str) -> Counter[str]:
    return Counter(each.name for each in BeautifulSoup(html, "html.parser").find_all(True))


@pytest.mark.parametrize("made", [worksheet, paper])
@given(deck=decks())
@settings(max_examples=15, deadline=None)
def test_no_words_of_a_deck_become_markup(made, deck: SortingActivity) -> None:
    plain = tags(made(make_deck("plain", ["one", "two"], ["card"])))
    strangers = STRANGERS - plain.keys()
    page = BeautifulSoup(made(deck), "html.parser")
    assert not page.find_all(strangers)
    assert not page.select("[onerror], [onload], [href^='javascript:']")
    shown = " ".join(page.get_text().split())
    for card in deck.cards:
        assert " ".join(card.text.split()) in shown
