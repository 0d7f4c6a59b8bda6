"""What a sentence builder is: the parts of a sentence, and words to choose from for each."""

from typing import ClassVar, Literal

from pydantic import Field, StrictBool

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


class Wording(Part):
    """One way to say a part."""

    id: Identifier = Field(description=ITEM_ID.format(noun="option"))
    text: ShortText = Field(description="The words, as they stand in the sentence.")
    note: Text = Field(description="What choosing these words does.")


class SentencePart(Part):
    """One part of the sentence."""

    id: Identifier = Field(description=ITEM_ID.format(noun="part"))
    label: LongLabel = Field(description="What this part does, in a few words.")
    optional: StrictBool = Field(
        default=False, description="Whether the sentence can do without it."
    )
    options: tuple[Wording, ...] = Field(
        description="Words to choose from, 2 to 8.", min_length=2, max_length=8
    )
    claims: tuple[Claim, ...] = Field(default=(), description=CLAIMS)


class SentenceBuilderActivity(Activity):
    """The parts of a sentence, to put together and say."""

    widget: ClassVar[str] = "SentenceBuilder"

    type: Literal["sentence-builder"] = Field(description="The kind of activity: sentence-builder.")
    prompt: Text = Field(description="What the sentence is for.")
    parts: tuple[SentencePart, ...] = Field(
        description="The parts in the order in which they are said, 1 to 6.",
        min_length=1,
        max_length=6,
    )
    closing: Text | None = Field(
        default=None, description="What to do with the sentence, and with the answer to it."
    )
