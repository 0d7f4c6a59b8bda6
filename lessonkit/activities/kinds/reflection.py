"""What a reflection is: questions that a learner answers in writing, for nobody else."""

from typing import ClassVar, Literal

from pydantic import Field

from lessonkit.activities.fields import (
    CLAIMS,
    ITEM_ID,
    Activity,
    Claim,
    Identifier,
    Part,
    ShortText,
    Text,
)


class WritingQuestion(Part):
    """One question to write about."""

    id: Identifier = Field(description=ITEM_ID.format(noun="question"))
    text: Text = Field(description="The question, open enough to write about.")
    hint: ShortText | None = Field(
        default=None, description="A way to begin, such as a smaller question."
    )
    claims: tuple[Claim, ...] = Field(default=(), description=CLAIMS)


class ReflectionActivity(Activity):
    """Questions to write about in private."""

    widget: ClassVar[str] = "Reflection"

    type: Literal["reflection"] = Field(description="The kind of activity: reflection.")
    prompt: Text | None = Field(default=None, description="What stands above the questions.")
    questions: tuple[WritingQuestion, ...] = Field(
        description="The questions to write about, 1 to 6.", min_length=1, max_length=6
    )
