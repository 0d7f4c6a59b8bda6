"""Share codes, told by a table that the front end's test reads too, and by properties."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lessonkit.share_code import (
    ALPHABET,
    DamagedCodeError,
    OtherDeckError,
    ShareCodeError,
    UnknownPlacementError,
    decode,
    encode,
)

from .decks import deck_of_table, make_deck, sorted_decks

GOLDEN = json.loads(Path(__file__).with_name("golden_codes.json").read_text(encoding="utf-8"))
WHY = {"damaged": DamagedCodeError, "other": OtherDeckError}
PETS = make_deck("pets", ["cats", "both", "dogs"], ["fish", "naps", "walks", "balls"])
NAMED = pytest.mark.parametrize


def names(table: str) -> pytest.MarkDecorator:
    return NAMED("case", GOLDEN[table], ids=[case["name"] for case in GOLDEN[table]])


@names("cases")
def test_a_code_says_how_a_deck_was_sorted(case: dict) -> None:
    deck = deck_of_table(case["deck"])
    assert encode(deck, case["placements"]) == case["code"]
    assert decode(case["code"], deck) == case["placements"]


@names("written")
def test_a_code_is_read_however_it_is_written(case: dict) -> None:
    assert decode(case["code"], deck_of_table(case["deck"])) == case["placements"]


@names("refused")
def test_what_is_no_code_of_the_deck_is_refused_and_says_why(case: dict) -> None:
    with pytest.raises(WHY[case["why"]]) as refused:
        decode(case["code"], deck_of_table(case["deck"]))
    assert repr(case["code"]) in str(refused.value)


@NAMED(
    ("placements", "words"),
    [
        ({"cows": "cats"}, "no card 'cows'"),
        ({"fish": "cows"}, "no place 'cows'.*cats, both, dogs, pass"),
    ],
)
def test_placements_that_the_deck_does_not_have_are_refused(
    placements: dict[str, str], words: str
) -> None:
    with pytest.raises(UnknownPlacementError, match=words):
        encode(PETS, placements)


def test_a_deck_can_be_narrowed_to_the_cards_that_were_dealt() -> None:
    deal = PETS.with_cards(["walks", "fish"])
    assert [card.id for card in deal.cards] == ["walks", "fish"]
    assert deal.categories == PETS.categories
    assert deal.card("fish").id == "fish"
    with pytest.raises(KeyError, match="naps"):
        deal.card("naps")
    with pytest.raises(KeyError, match="cows"):
        PETS.with_cards(["cows"])


@given(sorted_decks())
@settings(max_examples=25, deadline=None)
def test_every_placement_survives_the_way_there_and_back(sorted_deck: tuple) -> None:
    deck, placements = sorted_deck
    code = encode(deck, placements)
    assert decode(code, deck) == placements
    assert re.fullmatch(f"([{ALPHABET}]{{4}}-)*[{ALPHABET}]{{1,4}}", code)


@given(sorted_decks(60), st.data())
@settings(max_examples=100, deadline=None)
def test_every_single_wrong_character_is_caught(sorted_deck: tuple, data: st.DataObject) -> None:
    deck, placements = sorted_deck
    code = encode(deck, placements).replace("-", "")
    place = data.draw(st.integers(0, len(code) - 1))
    wrong = data.draw(st.sampled_from(ALPHABET.replace(code[place], "")))
    with pytest.raises(DamagedCodeError):
        decode(code[:place] + wrong + code[place + 1 :], deck)


@given(sorted_decks(60), st.data())
@settings(max_examples=100, deadline=None)
def test_every_swap_of_neighbours_is_caught(sorted_deck: tuple, data: st.DataObject) -> None:
    deck, placements = sorted_deck
    code = encode(deck, placements).replace("-", "")
    swaps = [i for i in range(len(code) - 1) if code[i] != code[i + 1]]
    place = data.draw(st.sampled_from(swaps))
    swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    with pytest.raises(DamagedCodeError):
        decode(swapped, deck)


@given(st.text() | st.text(ALPHABET + "-oil ") | st.integers() | st.none() | st.binary())
@settings(deadline=None)
def test_nothing_that_is_given_as_a_code_makes_more_than_a_named_error(code: object) -> None:
    try:
        placements = decode(code, PETS)
    except ShareCodeError:
        return
    assert decode(encode(PETS, placements), PETS) == placements


@given(st.dictionaries(st.text() | st.sampled_from(["fish", "naps"]), st.text()))
def test_no_placements_make_more_than_a_named_error(placements: dict[str, str]) -> None:
    try:
        code = encode(PETS, placements)
    except UnknownPlacementError:
        return
    assert decode(code, PETS) == placements
