"""What is found in a chat and how it is counted, told by a table that the front end reads too."""

import json
from dataclasses import asdict
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lessonkit.group.tally import Tally, disputed_first, find_codes, moved, tally
from lessonkit.share_code import encode

from ..decks import deck_of_table, make_deck, sorted_decks

GOLDEN = json.loads((Path(__file__).parents[1] / "golden_tallies.json").read_text(encoding="utf-8"))
DECK = deck_of_table(GOLDEN["deck"])
PETS = make_deck("pets", ["cats", "dogs"], ["fish", "naps"])


def golden_tally() -> Tally:
    return tally(DECK, [code.placements for code in find_codes(GOLDEN["text"], [DECK]).codes])


def test_codes_are_found_in_a_chat_and_named_if_they_are_damaged_or_of_another_deck() -> None:
    assert asdict(find_codes(GOLDEN["text"], [DECK])) == GOLDEN["found"]


def test_a_group_is_counted_card_by_card() -> None:
    counted = golden_tally()
    assert asdict(counted) == GOLDEN["tally"]
    assert [card.card for card in disputed_first(counted.cards)] == GOLDEN["disputed"]
    assert moved(counted, tally(DECK, GOLDEN["again"])) == GOLDEN["moved"]


def test_agreement_is_the_share_of_pairs_that_agree() -> None:
    people = [{"fish": "cats"}] * 3 + [{"fish": "dogs"}, {"fish": "pass", "naps": "dogs"}]
    fish, naps = tally(PETS, people).cards
    assert (fish.placed, fish.counts) == (4, {"cats": 3, "dogs": 1, "pass": 1})
    # Three of the six pairs of the four agree.
    assert fish.agreement == pytest.approx(3 / 6)
    assert (naps.placed, naps.agreement) == (1, None)
    assert [card.card for card in disputed_first([naps, fish])] == ["fish", "naps"]


def test_what_nobody_placed_has_not_moved() -> None:
    first, second = tally(PETS, [{"fish": "cats"}]), tally(PETS, [{"fish": "dogs"}, {}])
    assert moved(first, second) == {"fish": {"cats": -100, "dogs": 100}, "naps": None}


def test_the_deal_that_a_code_is_of_is_found_among_several() -> None:
    deals = [PETS.with_cards(["fish"]), PETS, PETS.with_cards(["naps"])]
    text = "\n".join(encode(deal, {"naps": "dogs"} if n else {}) for n, deal in enumerate(deals))
    assert [code.deal for code in find_codes(text, deals).codes] == [0, 1, 2]


TALK = st.text(st.characters(codec="utf-8", exclude_characters="\r\n"), max_size=40).filter(
    # Talk that joins the code, as an address or a word would, is another matter.
    lambda talk: (
        not any(character.isalnum() for character in talk[-3:] + talk[:3])
        and "http" not in talk
        and "www" not in talk
    )
)


@given(st.lists(sorted_decks(30), min_size=1, max_size=4), TALK, TALK)
@settings(max_examples=60, deadline=None)
def test_talk_around_codes_changes_nothing(decks: list, before: str, after: str) -> None:
    deck, _ = decks[0]
    codes = [encode(deck, placements) for other, placements in decks if other == deck]
    text = "\n".join(f"{before} ! {code} ! {after}" for code in codes)
    found = find_codes(text, [deck])
    assert [code.code for code in found.codes] == codes
    assert [code.line for code in found.codes] == [n + 1 for n in range(len(codes))]


@given(st.text())
@settings(deadline=None)
def test_any_text_can_be_looked_through(text: str) -> None:
    find_codes(text, [DECK, PETS])
