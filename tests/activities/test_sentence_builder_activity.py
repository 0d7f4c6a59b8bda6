"""What holds for a sentence builder beyond its single fields."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from lessonkit.activities.kinds.sentence_builder import SentenceBuilderActivity

GOLDEN = json.loads(
    (Path(__file__).parents[1] / "golden_sentences.json").read_text(encoding="utf-8")
)
ACTIVITY = SentenceBuilderActivity.model_validate(GOLDEN["activity"])
CHOICES = st.fixed_dictionaries(
    {},
    optional={
        part.id: st.sampled_from(["", "own", "gone", *(option.id for option in part.options)])
        for part in ACTIVITY.parts
    },
)
OWN_WORDS = st.fixed_dictionaries({}, optional={part.id: st.text() for part in ACTIVITY.parts})


def with_parts(*parts):
    return SentenceBuilderActivity.model_validate(GOLDEN["activity"] | {"parts": list(parts)})


@given(CHOICES, OWN_WORDS)
def test_whatever_is_chosen_the_sentence_has_no_spaces_too_many(choices, own_words):
    sentence = ACTIVITY.sentence(choices, own_words)
    assert sentence == sentence.strip(" ")
    assert not {"  ", "\n", "\t"} & {sentence[n : n + size] for n in range(99) for size in (1, 2)}


def test_a_sentence_with_one_needed_part_is_accepted():
    opening, question, _ = GOLDEN["activity"]["parts"]
    assert len(with_parts(opening, question).parts) == 2


def test_a_sentence_of_optional_parts_alone_is_refused():
    opening, _, room = GOLDEN["activity"]["parts"]
    with pytest.raises(ValidationError, match="every part is optional"):
        with_parts(opening, room)


def test_the_id_of_own_words_is_refused_for_an_option():
    _, question, _ = GOLDEN["activity"]["parts"]
    options = [*question["options"], {"id": "own", "text": "Dance?", "note": "Bold."}]
    with pytest.raises(ValidationError, match="under this id the learner's own words are kept"):
        with_parts(question | {"options": options})
