"""What a comfort map is: items, and the few words with which a learner marks each."""

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import ClassVar, Literal

from pydantic import Field

from lessonkit.activities.fields import (
    CLAIMS,
    ITEM_ID,
    Activity,
    Claim,
    Identifier,
    Label,
    LongLabel,
    Part,
    ShortText,
    Text,
)
from lessonkit.activities.problems import Mistake
from lessonkit.activities.rules import parts, repeated_ids, repeated_words


class Choice(Part):
    """One word with which an item can be marked."""

    id: Identifier = Field(description=ITEM_ID.format(noun="choice"))
    label: Label = Field(
        description="The word with which an item is marked, such as Maybe. Yes and No need double "
        "quotes, for without them YAML reads them as true and false."
    )
    description: ShortText | None = Field(
        default=None, description="What the word means here, in one sentence."
    )


class Item(Part):
    """One thing to mark."""

    id: Identifier = Field(description=ITEM_ID.format(noun="item"))
    label: LongLabel = Field(description="What there is to mark, in a few words.")
    group: LongLabel | None = Field(
        default=None,
        description="The heading under which it stands, together with the other items that name "
        "the same one.",
    )
    claims: tuple[Claim, ...] = Field(default=(), description=CLAIMS)


class ComfortMapActivity(Activity):
    """Items to mark for oneself, and a page that comes of it."""

    widget: ClassVar[str] = "ComfortMap"

    type: Literal["comfort-map"] = Field(description="The kind of activity: comfort-map.")
    prompt: Text = Field(
        description="What to mark, and how. That nobody has to see it is said without you."
    )
    choices: tuple[Choice, ...] = Field(
        description="The words to mark with, 2 to 4, each different.", min_length=2, max_length=4
    )
    items: tuple[Item, ...] = Field(
        description="The items to mark, 1 to 60.", min_length=1, max_length=60
    )
    closing: Text | None = Field(
        default=None,
        description="What stands at the top of the page that learners can make of their marks, to "
        "copy, save or print.",
    )

    @classmethod
    def mistakes_together(cls, data: Mapping[str, object]) -> Iterator[Mistake]:
        """Find ids that are given twice, and choices that read alike."""
        choices = parts(data.get("choices"), ("choices",))
        found = (((*location, "label"), choice.get("label")) for location, choice in choices)
        return chain(repeated_ids(data), repeated_words("choice", found))
