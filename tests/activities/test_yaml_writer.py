"""What is written as YAML loads as it was, and looks as a person would write it."""

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from lessonkit.activities import SortingActivity, load_activity
from lessonkit.activities.checking import checked_activity
from lessonkit.activities.yaml_writer import WIDTH, activity_values, activity_yaml, yaml_text

from .test_any_text import activities, load, seen_text

DECK = Path(__file__).with_name("good_deck.yaml")
SIGNS = st.text(alphabet="ab:-[]{}!&*#?|>'\"%@`,~<= \n\t\\.0e", min_size=1, max_size=160)
SOME_EXAMPLES = settings(deadline=None, max_examples=40)
LONG = st.text(alphabet="ab '\".:#\n", min_size=90, max_size=300)


def text_again(text: str) -> str:
    """Return a card's text after the deck was written and loaded."""
    deck = load_activity(DECK)
    assert isinstance(deck, SortingActivity)
    card = deck.cards[0].model_copy(update={"text": text})
    written = activity_yaml(deck.model_copy(update={"cards": (card,)}))
    again = checked_activity(written, "deck.yaml")
    assert isinstance(again, SortingActivity)
    return again.cards[0].text


@settings(deadline=None, max_examples=15)
@given(activities())
def test_any_deck_that_is_written_loads_as_it_was(deck: SortingActivity) -> None:
    assert load(activity_yaml(deck).encode()) == deck


@SOME_EXAMPLES
@given((SIGNS | LONG | seen_text(200)).map(str.strip).filter(bool))
@example("0o17")
@example("1e5")
@example("no")
@example("a  b " * 40 + "c")
@example("a \tb " * 40 + "c")
@example("One line.\n  An indented one.\n\nA last one.")
@example("\ufeff")
@example("'Isn\\'t' and \"is\"")
def test_any_text_that_is_written_loads_as_it_was(text: str) -> None:
    assert text_again(text) == text


def test_every_activity_of_the_course_is_written_and_loads_as_it_was(repository: Path) -> None:
    for path in sorted((repository / "notebooks/activities").glob("*.yaml")):
        activity = load_activity(path)
        written = activity_yaml(activity)
        assert checked_activity(written, str(path)) == activity
        assert max(map(len, written.split("\n"))) <= WIDTH, path


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Plain words, as they are.", "Plain words, as they are."),
        ("no", "'no'"),
        ("12", "'12'"),
        ("Ask: why?", "'Ask: why?'"),
        ("Ask: isn't it?", '"Ask: isn\'t it?"'),
        ('"No": isn\'t it?', '>-\n  "No": isn\'t it?'),
        ("One.\nTwo.", ">-\n  One.\n\n  Two."),
        ("word " * 20 + "end", f">-\n  {('word ' * 19).strip()}\n  word end"),
    ],
)
def test_quotation_marks_and_folds_are_where_they_are_needed(text: str, written: str) -> None:
    assert yaml_text({"text": text}) == f"text: {written}\n"


def test_lists_of_words_stand_on_one_line_and_others_do_not() -> None:
    values = {"claims": ["C90", "C74"], "say": ["What now?", "Then what?"], "none": []}
    assert yaml_text(values) == (
        "claims: [C90, C74]\nsay:\n  - What now?\n  - Then what?\nnone: []\n"
    )


def test_the_first_line_names_the_schema_and_comments_follow() -> None:
    deck = load_activity(DECK)
    lines = activity_yaml(deck, ["Write the prompt. " * 9]).splitlines()
    assert lines[0] == "# yaml-language-server: $schema=schema/sorting.json"
    assert lines[1].startswith("# Write the prompt.") and len(lines[1]) <= WIDTH
    assert lines[3] == "type: sorting"
    assert list(activity_values(deck)) == ["type", "id", "title", "prompt", "categories", "cards"]
