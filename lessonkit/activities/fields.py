"""What the fields of every kind of activity are made of."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, Any, ClassVar, Literal, Self

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


def _instead_of_pattern(words: str) -> Any:
    """Return what an editor says of a text of the wrong form."""
    return Field(json_schema_extra={"patternErrorMessage": words})


Identifier = Annotated[
    str,
    StringConstraints(
        strip_whitespace=True, min_length=1, max_length=64, pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$"
    ),
    _instead_of_pattern(
        "An id has the letters a to z, digits, and single hyphens between them, such as first-card."
    ),
]
Claim = Annotated[
    str,
    StringConstraints(strip_whitespace=True, pattern=r"^C[0-9]{2,3}$"),
    _instead_of_pattern("A claim is written as C and two or three digits, such as C07 or C123."),
]
Label = Annotated[str, _text(40), AfterValidator(_seen)]
LongLabel = Annotated[str, _text(80), AfterValidator(_seen)]
Title = Annotated[str, _text(200), AfterValidator(_seen)]
ShortText = Annotated[str, _text(300), AfterValidator(_seen)]
Text = Annotated[str, _text(10_000), AfterValidator(_seen)]
Strength = Literal["strong", "moderate", "weak", "contested"]

ITEM_ID = (
    "The {noun}'s name in the file: lower-case words joined by hyphens, such as {noun}-01. It is "
    "given once and never changes its meaning, because saved answers are kept under it. Learners "
    "do not see it."
)
CLAIMS = (
    "Leave it out, unless the course keeps a list of numbered claims: then these are the ones on "
    "which this rests, such as [C07, C123]. Learners do not see them."
)


def _title(model: type) -> str:
    """Return what an editor calls a part: ``Defensible answer`` for ``DefensibleAnswer``."""
    return re.sub("(?<=[a-z])[A-Z]", lambda letter: f" {letter[0].lower()}", model.__name__)


class Part(BaseModel):
    """A part of an activity: it has the keys that are named here, and no others."""

    model_config = ConfigDict(extra="forbid", frozen=True, model_title_generator=_title)


class Evidence(Part):
    """How well studies support what is said, and which studies."""

    strength: Strength = Field(
        description="How far the studies carry what is said here, and not how good it is.",
        json_schema_extra={
            "enumDescriptions": [
                "Several good studies, or one large review, point the same way.",
                "The studies are decent but have limits, or their results are mixed.",
                "There is one small study, an indirect measure, or a guess from something else.",
                "Researchers disagree, or the term itself is in dispute.",
            ]
        },
    )
    studies: tuple[ShortText, ...] = Field(
        description="The studies, 1 or more, as a reader would name them, such as [Light and "
        "others 2005].",
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
        "by hyphens, the same as the file's name without .yaml. It stays as it is once somebody "
        "has answered."
    )
    title: Title = Field(description="The heading over the activity, as learners read it.")

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
