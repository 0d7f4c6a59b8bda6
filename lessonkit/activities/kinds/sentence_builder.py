"""What a sentence builder is: the parts of a sentence, and words to choose from for each."""

import re
from collections.abc import Iterator, Mapping
from typing import ClassVar, Literal

from pydantic import Field, StrictBool

from lessonkit.activities.answers import OWN_WORDS
from lessonkit.activities.fields import (
    CLAIMS,
    ITEM_ID,
    Activity,
    Claim,
    Identifier,
    LongLabel,
    Part,
    ShortText,
    Text,
)
from lessonkit.activities.problems import Mistake
from lessonkit.activities.rules import as_text, mistake, name_of, parts, repeated_ids

_SPACES = re.compile(r"[ \t\n\r\f\v]+")


class Wording(Part):
    """One way to say a part."""

    id: Identifier = Field(
        description=ITEM_ID.format(noun="option")
        + " 'own' is taken: it stands for the learner's own words."
    )
    text: ShortText = Field(
        description="The words as they stand in the sentence, with their commas and full stop. A "
        "space joins them to the next part."
    )
    note: Text = Field(
        description="What choosing these words does. Learners read it when they choose them."
    )


class SentencePart(Part):
    """One part of the sentence."""

    id: Identifier = Field(description=ITEM_ID.format(noun="part"))
    label: LongLabel = Field(description="What this part of the sentence does, in a few words.")
    optional: StrictBool = Field(
        default=False,
        description="Write true where the sentence can do without this part. At least one part is "
        "needed.",
    )
    options: tuple[Wording, ...] = Field(
        description="Words to choose from, 2 to 8. Learners can write their own instead.",
        min_length=2,
        max_length=8,
    )
    claims: tuple[Claim, ...] = Field(default=(), description=CLAIMS)

    def words(self, choice: str, own_words: str = "") -> str:
        """Return what the part adds to the sentence.

        Args:
            choice: The id of an option, ``"own"``, or ``""`` for none.
            own_words: What the learner has written for this part.
        """
        texts = {option.id: option.text for option in self.options} | {OWN_WORDS: own_words}
        return _SPACES.sub(" ", texts.get(choice, "")).strip(" ")


class SentenceBuilderActivity(Activity):
    """The parts of a sentence, to put together and say."""

    widget: ClassVar[str] = "SentenceBuilder"

    type: Literal["sentence-builder"] = Field(description="The kind of activity: sentence-builder.")
    prompt: Text = Field(description="What the sentence is for, and how to go about it.")
    parts: tuple[SentencePart, ...] = Field(
        description="The parts in the order in which they are said, 1 to 6.",
        min_length=1,
        max_length=6,
    )
    closing: Text | None = Field(
        default=None, description="What to do with the sentence, and with the answer to it."
    )

    @classmethod
    def mistakes_together(cls, data: Mapping[str, object]) -> Iterator[Mistake]:
        """Find what no field can see alone.

        Args:
            data: The activity as plain values. Fields that are wrong in themselves may be among
                them; they are passed over.

        Yields:
            Ids that are given twice, options that claim the name of own words, and a sentence
            that could be left out whole.
        """
        yield from repeated_ids(data)
        found = parts(data.get("parts"), ("parts",))
        for location, part in found:
            for place, option in parts(part.get("options"), (*location, "options")):
                if as_text(option.get("id")) == OWN_WORDS:
                    yield mistake(
                        (*place, "id"),
                        OWN_WORDS,
                        f"an option of {name_of(location, part)} has the id '{OWN_WORDS}'",
                        "under this id the learner's own words are kept",
                        "give the option another id",
                    )
        if found and all(part.get("optional") is True for _, part in found):
            yield mistake(
                ("parts",),
                "optional: true in each of them",
                "every part is optional, so there may be no sentence at all",
                "at least one part is needed",
                "take 'optional: true' out of the part without which there is nothing to say",
            )

    def sentence(self, choices: Mapping[str, str], own_words: Mapping[str, str]) -> str:
        """Put the sentence together.

        Args:
            choices: For each part's id, the id of an option, ``"own"``, or ``""`` for none.
            own_words: For each part's id, what the learner has written.

        Returns:
            The parts that have words, joined by single spaces; the first letter is a capital.
        """
        pieces = [
            part.words(choices.get(part.id, ""), own_words.get(part.id, "")) for part in self.parts
        ]
        joined = " ".join(filter(None, pieces))
        first = next((n for n, letter in enumerate(joined) if letter.isalnum()), 0)
        return joined[:first] + joined[first : first + 1].upper() + joined[first + 1 :]
