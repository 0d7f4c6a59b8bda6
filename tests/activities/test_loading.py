"""What load_activity accepts, and how it refuses what it cannot even read."""

import os
from pathlib import Path

import pytest

from lessonkit.activities import ActivityError, SortingActivity, load_activity

DECK = Path(__file__).with_name("good_deck.yaml").read_text(encoding="utf-8")


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def load(content: str | bytes, name: str = "deck.yaml") -> SortingActivity:
    Path(name).write_bytes(content.encode() if isinstance(content, str) else content)
    return load_activity(name)


def refusal(content: str | bytes) -> str:
    with pytest.raises(ActivityError) as refused:
        load(content)
    return str(refused.value)


def refusal_of_path(path: str | Path) -> str:
    with pytest.raises(ActivityError) as refused:
        load_activity(path)
    return str(refused.value)


def test_a_deck_loads() -> None:
    activity = load(DECK)
    assert activity.id == "rain-or-sun"
    assert [category.label for category in activity.categories] == ["Rain", "Sun"]
    assert activity.card("weather-01").reason == "Drops fall from clouds."
    assert activity.mode == "practice"


def test_text_is_stripped() -> None:
    activity = load(DECK + "    hint: |\n      Look up.\n\n    question: '  What now? '\n")
    assert activity.cards[0].hint == "Look up."
    assert activity.cards[0].question == "What now?"


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "javascript:alert(1)",
        "[a link](javascript:alert(1)) & <img src=x onerror=alert(1)>",
        "yes",
        "2024-05-01",
        "👩‍👩‍👧 שלום سلام ខ្មែរ",
    ],
)
def test_text_is_text(text: str) -> None:
    assert load(f"{DECK}    hint: |-\n      {text}\n").cards[0].hint == text


def test_unquoted_words_that_older_yaml_takes_for_other_things_are_text() -> None:
    card = load(f"{DECK}    hint: no\n    question: 2024-05-01\n").cards[0]
    assert (card.hint, card.question) == ("no", "2024-05-01")


def test_a_card_of_ten_thousand_characters_loads() -> None:
    assert len(load(f"{DECK}    hint: {'x' * 10_000}\n").cards[0].hint or "") == 10_000
    assert "has 10,001 characters. Rule: it has at most 10,000." in refusal(
        f"{DECK}    hint: {'x' * 10_001}\n"
    )


def test_five_hundred_cards_load_and_one_more_does_not() -> None:
    def deck(number: int) -> str:
        cards = "".join(f"  - {{id: c{n}, text: T}}\n" for n in range(number))
        return f"{DECK.partition('cards:')[0]}mode: opinion\ncards:\n{cards}"

    assert len(load(deck(500)).cards) == 500
    assert refusal(deck(501)) == (
        "deck.yaml:11: the activity has too many cards. Rule: an activity has 1 to 500 cards. "
        "Found: 501. Fix: remove cards, or make two activities of it."
    )


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_lines_are_counted_with_any_line_end(line_end: str) -> None:
    text = DECK.replace("Sun\n", "7\n").replace("\n", line_end)
    assert refusal(text).startswith("deck.yaml:9: 'label' of category 'sun' is a number")


def test_a_byte_order_mark_is_passed_over() -> None:
    assert load(b"\xef\xbb\xbf" + DECK.encode()).title == "Rain or sun?"


def test_a_path_object_and_a_path_elsewhere_are_shown_as_given(tmp_path: Path) -> None:
    path = tmp_path / "deck.yaml"
    path.write_text("- 1", encoding="utf-8")
    assert refusal_of_path(path).startswith(f"{path}:1: ")
    assert refusal_of_path("./deck.yaml").startswith("./deck.yaml:1: ")


def test_a_missing_file_is_told_the_nearest_one() -> None:
    load(DECK, "rain-or-sun.yaml")
    assert refusal_of_path("rain-or-son.yml") == (
        "rain-or-son.yml:1: there is no such file. Rule: the path leads to a YAML file. "
        "Found: no file of this name. Fix: did you mean 'rain-or-sun.yaml'?"
    )
    assert "Fix: write the name of a file that is there, such as rain-or-sun.yaml." in (
        refusal_of_path("xyz")
    )
    assert "Found: no folder 'decks'. Fix: check the folder's name." in (
        refusal_of_path("decks/rain-or-sun.yaml")
    )
    assert "there is no such file" in refusal_of_path("rain-or-sun.yaml/more.yaml")


def test_a_folder_is_told_a_file_in_it() -> None:
    Path("decks").mkdir()
    assert refusal_of_path("decks") == (
        "decks:1: this is a folder, not a file. Rule: an activity is one YAML file. "
        "Found: a folder. Fix: write the path of a YAML file."
    )
    load(DECK, "decks/rain-or-sun.yaml")
    assert "Fix: write the path of a file in it, such as rain-or-sun.yaml." in (
        refusal_of_path("decks")
    )


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes")
def test_a_pipe_is_refused_without_waiting_for_it() -> None:
    os.mkfifo("pipe.yaml")
    assert "this is not an ordinary file" in refusal_of_path("pipe.yaml")


@pytest.mark.parametrize("path", ["a\0b", "x" * 5000])
def test_a_path_that_cannot_be_is_refused(path: str) -> None:
    assert "the file cannot be opened" in refusal_of_path(path)


def test_a_file_of_five_megabytes_is_refused_with_its_size() -> None:
    assert refusal(b"#" * 5_000_000) == (
        "deck.yaml:1: the file is too large. Rule: an activity file has at most 1 MB. "
        "Found: 5.0 MB. Fix: split it into several activities."
    )


def test_a_file_that_is_not_utf_8_is_told_the_line_of_the_first_bad_byte() -> None:
    assert refusal(DECK.replace("clouds", "nuées").encode("latin-1")) == (
        "deck.yaml:14: the file is not UTF-8. Rule: an activity file is saved with the encoding "
        "UTF-8. Found: the byte 0xE9, in Windows-1252 the character 'é'. "
        "Fix: open it in an editor and save it with the encoding UTF-8."
    )
    assert "Found: the encoding UTF-16." in refusal(DECK.encode("utf-16"))


def test_a_null_byte_is_told_with_its_line() -> None:
    assert refusal(DECK.replace("window", "win\0dow")) == (
        "deck.yaml:12: the line has an invisible control character. Rule: text has no invisible "
        "characters that steer the direction of writing, or machines. Found: U+0000. "
        "Fix: write the text without it."
    )


def test_a_report_ends_after_a_thousand_mistakes() -> None:
    with pytest.raises(ActivityError) as refused:
        load(DECK + "".join(f"    word-{n}: x\n" for n in range(1200)))
    assert len(refused.value.problems) == 1001
    assert str(refused.value.problems[-1]) == (
        "deck.yaml:1015: from here on there are more mistakes. Rule: a report names 1,000 "
        "mistakes at most. Found: 1,200 mistakes. Fix: put these right and check the file again."
    )
