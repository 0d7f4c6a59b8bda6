"""Advice is given where it is due, and not where it would be a false alarm."""

from pathlib import Path

import pytest

from lessonkit.checks.activity_files import ActivityFiles
from lessonkit.checks.advice import advice_on
from lessonkit.checks.advice.cues import _same_stem
from lessonkit.checks.advice.reading import FEWEST_WORDS, grade, syllables

BALANCED = ("It is a {} that I saw on the {} way home.", "We spoke of a {} for a {} while.")


def advice_of(path: Path, text: str) -> list[str]:
    path.write_text(text, encoding="utf-8")
    file = ActivityFiles().get(str(path))
    assert not file.problems
    return [problem.what for problem in advice_on(file)]


def deck(cards: list[tuple[str, str]], mode: str = "practice", labels: str = "One thing") -> str:
    places = {f"place-{n}": label for n, label in enumerate([labels, "Another"])}
    lines = ["type: sorting", "id: x", "title: X", "prompt: Where?", f"mode: {mode}", "categories:"]
    for place, label in places.items():
        lines += [f"  - id: {place}", f"    label: {label}"]
    lines.append("cards:")
    for number, (place, text) in enumerate(cards):
        lines += [f"  - id: c-{number}", f"    text: {text}", f"    category: {place}"]
        lines.append(f"    reason: It is so because of number {number}.")
    return "\n".join(lines)


WORDS = ["red", "blue", "green", "grey", "black", "white", "brown", "pink"]
PLAIN = [(f"place-{n % 2}", f"The {word} one came {n} times.") for n, word in enumerate(WORDS)]


def test_a_plain_deck_is_given_none(tmp_path: Path) -> None:
    assert advice_of(tmp_path / "x.yaml", deck(PLAIN)) == []


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({0: "The thing came often.", 2: "It came."}, ["card 'c-0' holds 'thing'"]),
        ({0: "The thing came often and another did."}, []),
        ({0: "They cling to one."}, []),
        ({0: "An apple.", 2: "Two apples.", 4: "Apple pie."}, ["can be told by a word"]),
        ({0: "An apple.", 2: "Two apples.", 4: "Apple pie.", 1: "An apple."}, ["the same text"]),
        ({0: "An apple.", 2: "Two apples.", 4: "Apple pie.", 1: "One apple."}, []),
        ({0: "The other.", 2: "The others.", 4: "Others."}, []),
        ({n: f"The {n}th one came many times and stayed for a long while." for n in (0, 2, 4, 6)},
         ["can be told by a word", "much longer"]),
        ({n: f"The {n}th one came many times and stayed for a long while." for n in (0, 1, 4, 5)}, []),
        ({0: "y" * 280}, []),
        ({0: "y" * 281}, ["has 281 characters"]),
    ],
)  # fmt: skip
def test_a_cue_on_cards_is_told(tmp_path: Path, changed: dict[int, str], said: list[str]) -> None:
    cards = [(place, changed.get(n, text)) for n, (place, text) in enumerate(PLAIN)]
    found = advice_of(tmp_path / "x.yaml", deck(cards))
    assert len(found) == len(said), found
    assert all(words in "\n".join(found) for words in said)


def test_in_an_opinion_deck_there_is_nothing_to_give_away(tmp_path: Path) -> None:
    cards = [("place-0", f"Thing number {n}.") for n in range(8)]
    assert advice_of(tmp_path / "x.yaml", deck(cards, mode="opinion")) == []
    assert len(advice_of(tmp_path / "x.yaml", deck(cards))) == 9


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("intimacy", "intimate", True),
        ("passion", "passionately", True),
        ("harmonious", "harmony", True),
        ("weak", "weaker", True),
        ("passion", "passing", False),
        ("thin", "things", False),
        ("support", "supper", False),
        ("strong", "string", False),
    ],
)
def test_words_of_one_stem_are_known(one: str, other: str, same: bool) -> None:
    assert _same_stem(one, other) is _same_stem(other, one) is same


def quick_check(*options: tuple[str, str]) -> str:
    lines = ["type: quick-check", "id: x", "title: X", "questions:"]
    for number, (right, wrong) in enumerate(options):
        first, second = (right, wrong) if number % 2 else (wrong, right)
        lines += [f"  - id: q-{number}", f"    text: What is number {number}?", "    options:"]
        for name, text in (("a", first), ("b", second)):
            lines += [f"      - id: {name}", f'        text: "{text}"']
            lines += [f"        reason: It is so because of {name} and {number}."]
            lines += ["        correct: true"] * (text == right)
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ("A house", "A tree", []),
        ("A house of stone", "A tree", []),
        ("A house that stands on stone", "A tree", ["clearly the longest"]),
        ("A tree", "A house that stands on stone", []),
        ("All of the above", "A tree in a garden", ["speaks of the other options"]),
        ("A tree in a garden", "None of these.", ["speaks of the other options"]),
        ("All of the people above the clouds", "Some of the people on the ground", []),
    ],
)
def test_a_cue_in_options_is_told(tmp_path: Path, right: str, wrong: str, said: list[str]) -> None:
    found = advice_of(tmp_path / "x.yaml", quick_check((right, wrong)))
    assert len(found) == len(said) and all(words in found[0] for words in said), found


def test_one_place_for_what_is_right_is_told_from_three_questions_on(tmp_path: Path) -> None:
    text = quick_check(*[("A house", "A tree")] * 3)
    assert advice_of(tmp_path / "x.yaml", text) == []
    moved = text.replace("correct: true", "correct: false")
    for number in range(3):
        moved = moved.replace(
            f"because of a and {number}.", f"because of a and {number}.\n        correct: true"
        )
    moved = moved.replace(
        "\n        correct: true\n        correct: false", "\n        correct: true"
    )
    assert advice_of(tmp_path / "x.yaml", moved) == [
        "the right option always stands in the same place"
    ]


SYLLABLES = {
    1: "the she walked called made makes don't friends house",
    2: "people couples closeness something settled passion table places didn't quiet study wanted",
    3: "intimate nobody physical sexual evidence diaries easier releases contested",
    4: "intimacy relationship emotional situation asexual familiar anxiety",
    5: "communication photosynthesis",
}


def test_syllables_are_counted_about_right() -> None:
    counted = {
        (word, number, syllables(word))
        for number, words in SYLLABLES.items()
        for word in words.split()
    }
    wrong = {each for each in counted if each[1] != each[2]}
    assert len(wrong) <= len(counted) / 12, wrong


def test_short_words_in_short_sentences_are_easy_and_long_ones_are_hard() -> None:
    easy = ["The cat sat on the mat, and the dog saw it."] * (FEWEST_WORDS // 8)
    hard = [
        "Institutional considerations of the organisational responsibilities and of their "
        "interdependence are characteristically the consequence of it"
    ] * (FEWEST_WORDS // 8)
    assert grade(easy) is not None and grade(easy) < 3
    assert grade(hard) is not None and grade(hard) > 16
    assert grade(easy[:2]) is None


def test_other_languages_have_no_grade() -> None:
    german = ["Die Katze sitzt auf der Matte, und der Hund hat sie gesehen."] * 20
    assert grade(german) is None and grade(["猫がマットの上に座っている。"] * 60) is None
