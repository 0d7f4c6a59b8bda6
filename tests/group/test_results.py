"""What is read from chats, and the frames of it."""

import subprocess
import sys
from pathlib import Path

import pytest

from lessonkit import SortingExercise
from lessonkit.activities import SortingActivity
from lessonkit.group.csv_file import GroupFileError
from lessonkit.group.reading import Group, TooFewPeopleError, deal_rounds, read_results
from lessonkit.group.results import (
    card_frame,
    counts_csv,
    moved_frame,
    moves,
    ordered,
    talk_about,
)
from lessonkit.share_code import encode

from .conftest import MakeGroup


@pytest.fixture
def codes(deck: SortingActivity) -> list[str]:
    """Codes of six people."""
    places = ["cats", "cats", "dogs", "dogs", "both", "pass"]
    return [encode(deck, {"fish": "cats", "naps": place}) for place in places]


def test_codes_in_a_chat_become_counts(deck: SortingActivity, codes: list[str]) -> None:
    chat = "\n".join(f"10:0{n} Person {n}: {code}" for n, code in enumerate(codes))
    (group,) = read_results(chat, [deck]).groups
    assert group.people == 6
    assert [card.counts["cats"] for card in group.tally.cards] == [6, 2, 0]


def test_what_needs_a_look_is_told_in_the_order_of_its_lines(
    deck: SortingActivity, codes: list[str]
) -> None:
    other = deck.model_copy(update={"id": "pests"})
    stray = encode(other, {"fish": "dogs"})
    wrong = codes[0][:-1] + ("0" if codes[0][-1] != "0" else "1")
    chat = "\n".join([f"Ann: {stray}", f"Bea: {wrong}", f"Cy: {codes[1]}", f"Cy: {codes[1]}"])
    found = read_results(chat, [deck])
    assert [line for line, _ in found.remarks()] == [1, 2, 4]
    said = str(found).splitlines()
    assert said[0] == "Round 1 of “Cats or dogs?”: 2 people."
    assert said[1].startswith("Line 1: ") and said[1].endswith("is a code of other cards.")
    assert said[2].startswith("Line 2: ") and said[2].endswith("is damaged. Ask for it again.")
    assert said[3] == "Line 4: the same line stands above, and is counted again."


def test_a_repeated_line_can_be_dropped(deck: SortingActivity, codes: list[str]) -> None:
    chat = f"Ann: {codes[0]}\n" * 2 + f"Bea: {codes[0]}\n"
    kept, dropped = (read_results(chat, [deck], drop_repeats=drop) for drop in (False, True))
    assert (kept.groups[0].people, dropped.groups[0].people) == (3, 2)
    assert "and is not counted." in str(dropped)


def test_a_chat_without_codes_says_so(deck: SortingActivity) -> None:
    assert str(read_results("hello\nis this on?", [deck])) == "No codes of these cards were found."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_file_is_read_in_any_usual_encoding(
    tmp_path: Path, deck: SortingActivity, codes: list[str], encoding: str
) -> None:
    path = tmp_path / "chat.txt"
    path.write_bytes("".join(f"Zoë: {code}\r\n" for code in codes).encode(encoding))
    assert read_results(str(path), [deck]).groups[0].people == 6


def test_a_file_that_is_not_there_is_told_with_the_folder(
    tmp_path: Path, deck: SortingActivity
) -> None:
    path = tmp_path / "caht.txt"
    with pytest.raises(GroupFileError) as caught:
        read_results(str(path), [deck])
    assert str(caught.value).startswith(f"{path}:1: the file cannot be opened.")
    assert f"look for it in {tmp_path}" in str(caught.value)


def test_rounds_are_dealt_as_the_exercise_deals_them(repository: Path) -> None:
    path = repository / "notebooks" / "activities" / "intimacy-or-passion.yaml"
    rounds = deal_rounds(path, cards=12, seed=3)
    exercise = SortingExercise(str(path), cards=12, seed=3)
    assert [{card.id for card in deck.cards} for deck in rounds] == list(map(set, exercise.rounds))


def test_a_frame_has_a_row_a_card_the_most_disputed_first(split: Group) -> None:
    frame = card_frame(split)
    assert list(frame.columns) == [
        "text",
        "cats",
        "dogs",
        "both",
        "pass",
        "not_placed",
        "agreement",
    ]
    assert list(frame.index) == ["walks", "naps", "fish"]
    assert list(frame.loc["walks"])[1:] == [2, 1, 1, 1, 1, 1 / 6]
    assert frame.loc["fish", "agreement"] == 1


def test_cards_come_in_the_order_that_is_asked_for(split: Group, group: MakeGroup) -> None:
    assert list(card_frame(split, order="agreed").index) == ["fish", "naps", "walks"]
    assert list(card_frame(split, order="deck").index) == ["fish", "naps", "walks"]
    unknown = group("cats", "cats dogs", "cats cats")
    for order in ("disputed", "agreed"):
        assert ordered(unknown.tally.cards, order)[-1].card == "fish"
    with pytest.raises(ValueError, match="order='best' is not one of disputed, agreed, deck"):
        card_frame(split, order="best")


def test_nothing_is_shown_of_fewer_people_than_the_threshold(group: MakeGroup) -> None:
    four = group("cats cats cats dogs", "both both both both", "dogs dogs dogs dogs")
    for show in (card_frame, talk_about, counts_csv, lambda few: moved_frame(few, few)):
        with pytest.raises(TooFewPeopleError, match="4 people have sorted this round"):
            show(four)
    assert len(card_frame(four, threshold=4)) == 3
    one = group("cats", "both", "dogs")
    with pytest.raises(TooFewPeopleError, match="1 person has sorted this round"):
        card_frame(one)


def test_what_moved_most_comes_first_with_the_change_of_each_share(
    group: MakeGroup, split: Group
) -> None:
    later = group(
        "cats cats cats dogs dogs dogs", "both both both dogs dogs dogs", "cats cats dogs both"
    )
    frame = moved_frame(split, later)
    assert list(frame.index) == ["fish", "naps", "walks"]
    fish = frame.loc["fish"]
    assert (fish["cats"], fish["dogs"], fish["moved"], fish["category"]) == (-50, 50, 50, "cats")
    assert fish["low"] < -50 < fish["high"] <= 0
    assert frame.loc["naps", "moved"] == 0


def test_a_card_that_nobody_placed_moved_nobody_knows_how_far(
    group: MakeGroup, split: Group
) -> None:
    later = group("cats cats cats cats cats cats", "- - - - - -", "pass pass pass pass pass pass")
    frame = moved_frame(split, later)
    assert list(frame.index) == ["fish", "naps", "walks"]
    assert frame.loc["walks"].drop("text").isna().all()


def test_only_the_same_cards_can_be_compared(split: Group) -> None:
    deck = split.deck.model_copy(update={"cards": split.deck.cards[:2]})
    (other,) = read_results("", [deck]).groups
    with pytest.raises(ValueError, match="not of the same cards: round 1 of 'pets'"):
        moves(split, other)


def test_cards_to_talk_about_come_with_their_question(split: Group) -> None:
    first, second = talk_about(split, most=2).split("\n\n")
    assert first == (
        "A walk in the rain.\n(Cats 2, Dogs 1, Both 1, passed 1)\nTo ask: Who likes rain?"
    )
    assert second == "A nap, or two.\n(Cats 0, Dogs 3, Both 3, passed 0)"


def test_counts_can_be_read_again(split: Group) -> None:
    assert read_results(counts_csv(split), [split.deck]).groups == (split,)


def test_reading_and_counting_need_no_pandas_and_no_plotting_library() -> None:
    code = "import lessonkit.group.plots, lessonkit.cli.tally, sys; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"pandas", "numpy", "matplotlib", "PIL"} & set(run.stdout.split())
