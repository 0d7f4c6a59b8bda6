"""What the fields of every kind of activity are made of."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, ClassVar, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    model_validator,
)
from pydantic_core import PydanticCustomError

from lessonkit.activities.problems import Mistake
from lessonkit.activities.rules import repeated_ids
from lessonkit.activities.text import UNSEEN, nearest, shown


def _seen(text: str) -> str:
    """Refuse a text with a character that cannot be seen."""
    if match := UNSEEN.search(text):
        raise PydanticCustomError(
            "unseen_character",
            "text has no invisible control characters",
            {"character": match[0]},
        )
    return text


def _text(longest: int) -> StringConstraints:
    return StringConstraints(strip_whitespace=True, min_length=1, max_length=longest)


Identifier = Annotated[
    str,
    StringConstraints(
        strip_whitespace=True, min_length=1, max_length=64, pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$"
    ),
]
Claim = Annotated[str, StringConstraints(strip_whitespace=True, pattern=r"^C[0-9]{2,3}$")]
Label = Annotated[str, _text(40), AfterValidator(_seen)]
LongLabel = Annotated[str, _text(80), AfterValidator(_seen)]
Title = Annotated[str, _text(200), AfterValidator(_seen)]
ShortText = Annotated[str, _text(300), AfterValidator(_seen)]
Text = Annotated[str, _text(10_000), AfterValidator(_seen)]
Strength = Literal["strong", "moderate", "weak", "contested"]

ITEM_ID = (
    "The {noun}'s name in the file: lower-case words joined by hyphens. "
    "It never changes its meaning, because saved answers are kept under it."
)
CLAIMS = "Numbers in the claim review on which this rests, as C90."


class Part(BaseModel):
    """A part of an activity: it has the keys that are named here, and no others."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Evidence(Part):
    """How well studies support what is said, and which studies."""

    strength: Strength = Field(
        description="strong, moderate, weak or contested, as the course explains these words."
    )
    studies: tuple[ShortText, ...] = Field(
        description="The studies as a reader would name them, such as Light and others 2005.",
        min_length=1,
    )


class Activity(Part):
    """What every kind of activity has.

    A kind says with ``type`` under which word a file asks for it.
    """

    widget: ClassVar[str]
    """The name of the class that shows this kind."""

    type: str
    id: Identifier = Field(
        description="The activity's name, under which answers are saved: lower-case words joined "
        "by hyphens, as in the file's name."
    )
    title: Title = Field(description="The heading over the activity.")

    @classmethod
    def mistakes_together(cls, data: Mapping[str, object]) -> Iterator[Mistake]:
        """Find what no field can see alone, such as an id that is given twice.

        Args:
            data: The activity as plain values. Fields that are wrong in themselves may be among
                them; they are passed over.

        Yields:
            The mistakes.
        """
        return repeated_ids(data)

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        mistakes = list(self.mistakes_together(self.model_dump()))
        if mistakes:
            sentences = (
                f"{m.details['what']}. Rule: {m.details['rule']}. Fix: {m.details['fix']}"
                for m in mistakes
            )
            raise PydanticCustomError("together", "{mistakes}", {"mistakes": "\n".join(sentences)})
        return self


def no_such(noun: str, wrong: object, known: Iterable[str], activity_id: str) -> str:
    """Return the words for an id that an activity does not have.

    Args:
        noun: What was looked for, such as ``card``.
        wrong: The id that was asked for.
        known: The ids that there are.
        activity_id: The activity.
    """
    close = nearest(wrong, known)
    choice = f"Did you mean '{close}'?" if close else f"It has {shown(', '.join(known), 200)}."
    return f"activity '{activity_id}' has no {noun} '{shown(wrong)}'. {choice}"
