"""The table of counts: written, read again, and refused with words where it has mistakes."""

import re

import pytest

from lessonkit.activities import SortingActivity
from lessonkit.group.csv_file import GroupFileError, counts_table, is_table, read_counts
from lessonkit.group.reading import Group, read_results, results_in

from .conftest import MakeGroup

TABLE = """\
round,card,text,cats,dogs,both,pass,not_placed
1,fish,"Fish, please.",6,0,0,0,0
1,naps,"A nap, or two.",0,3,3,0,0
1,walks,A walk in the rain.,2,1,1,1,1
"""


def problems(text: str, *deals: SortingActivity) -> str:
    with pytest.raises(GroupFileError) as caught:
        read_counts(text, "group.csv", deals)
    return str(caught.value)


def test_a_table_has_a_line_for_each_card_and_all_people_on_it(split: Group) -> None:
    assert counts_table([(1, split.deck, split.tally)]) == TABLE


def test_a_table_is_read_as_it_was_written(split: Group) -> None:
    assert read_counts(TABLE, "group.csv", [split.deck]) == [split.tally]


@pytest.mark.parametrize("separator", [";", "\t"])
def test_a_spreadsheet_may_change_separators_line_ends_and_columns(
    split: Group, separator: str
) -> None:
    lines = [
        separator.join([both, "note", card, round_, cats, dogs, passed, left])
        for round_, card, cats, dogs, both, passed, left in (
            ("round", "card", "cats", "dogs", "both", "pass", "not_placed"),
            ("1", "walks", "2", "1", "1", "1", "1"),
            ("1", "fish", "6", "0", "0", "0", "0"),
            ("1", "naps", "0", "3", "3", "0", "0"),
        )
    ]
    text = "\ufeff" + "\r\n".join([*lines, ""])
    assert read_counts(text, "group.csv", [split.deck]) == [split.tally]


def test_each_round_has_its_own_people_and_one_may_be_missing(
    group: MakeGroup, split: Group
) -> None:
    pair = group("cats dogs", "both", "dogs -")
    text = counts_table([(1, split.deck, split.tally), (3, pair.deck, pair.tally)])
    first, second, third = read_counts(text, "group.csv", [split.deck] * 3)
    assert (first, third) == (split.tally, pair.tally)
    assert second.people == 0 and all(card.agreement is None for card in second.cards)


def test_a_text_that_a_spreadsheet_would_work_out_stays_a_text(deck: SortingActivity) -> None:
    card = deck.cards[0].model_copy(update={"text": "=1+1"})
    deck = deck.model_copy(update={"cards": (card,)})
    (tally,) = read_counts("round,card,cats,dogs,both,pass,not_placed\n", "group.csv", [deck])
    assert "1,fish,'=1+1,0," in counts_table([(1, deck, tally)])


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        (TABLE, True),
        ("\ufeff" + TABLE, True),
        ("\n" + TABLE.replace(",", ";"), True),
        ("Ann: round, card, all done", False),
        ("", False),
    ],
)
def test_a_table_is_told_from_a_chat_by_its_first_line(text: str, is_one: bool) -> None:
    assert is_table(text) is is_one


def test_all_mistakes_are_told_with_their_lines(deck: SortingActivity) -> None:
    text = (
        TABLE
        + "2,fish,,6,0,0,0,0\n"
        + "1,fihs,,6,0,0,0,0\n"
        + "1,fish,,six,-1,,0,0\n"
        + "1,naps,,0,3,3,0,0\n"
    )
    told = problems(text.replace("1,walks,A walk in the rain.,2,1", "1,walks,,2,2"), deck)
    for words in (
        "group.csv:4: the people of this line are not as many as in the lines before.",
        "Found: 7 and not 6.",
        "group.csv:5: there is no such round. Rule: round is a number from 1 to 1. Found: 2.",
        "group.csv:6: round 1 has no such card.",
        "Fix: did you mean 'fish'?",
        "group.csv:7: cats is not a count. Rule: a count is a whole number from 0 to 10000. "
        "Found: six.",
        "group.csv:7: dogs is not a count",
        "group.csv:7: both is not a count. Rule: a count is a whole number from 0 to 10000. "
        "Found: nothing.",
        "group.csv:8: this card has a line already.",
    ):
        assert words in told
    assert len(told.splitlines()) == 7


def test_a_table_of_another_deck_is_told_by_its_columns(deck: SortingActivity) -> None:
    told = problems(TABLE.replace("dogs", "birds").replace("both", "none"), deck)
    assert told.startswith("group.csv:1: the first line does not name dogs and both.")
    assert re.search("Found: round, card, text, cats, birds, none", told)


def test_a_notebook_reads_a_table_as_it_reads_a_chat(split: Group) -> None:
    assert read_results(TABLE, [split.deck]).groups == (split,)


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (f"{'9' * 5_000},fish,,1,0,0,0,0\n", "group.csv:2: there is no such round"),
        ("1,fish,,1,0,0,0,0\n" * 100_000, "group.csv:2001: the table goes on"),
        (f'1,fish,"{"x" * 200_000}",1,0,0,0,0\n', "group.csv:1: the table cannot be read"),
    ],
)
def test_a_table_that_is_far_too_large_is_refused(split: Group, lines: str, said: str) -> None:
    assert problems(TABLE.splitlines(keepends=True)[0] + lines, split.deck).startswith(said)


@pytest.mark.parametrize("part", ["0 ", "A-", "ABCD ", "ab12 ", ","])
def test_a_long_line_of_anything_is_read_in_one_go(split: Group, part: str) -> None:
    # What looks at the whole line for each word of it would take minutes.
    results = results_in("the chat", part * (1_000_000 // len(part)), [split.deck])
    assert not results.groups[0].people
