"""What a quick check is: questions, each with options and a reason for every option."""

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import ClassVar, Literal

from pydantic import Field, StrictBool

from lessonkit.activities.fields import (
    CLAIMS,
    ITEM_ID,
    Activity,
    Claim,
    Evidence,
    Identifier,
    Part,
    ShortText,
    Text,
)
from lessonkit.activities.problems import Mistake
from lessonkit.activities.rules import mistake, name_of, parts, repeated_ids


class Option(Part):
    """One answer that a learner can choose."""

    id: Identifier = Field(description=ITEM_ID.format(noun="option"))
    text: ShortText = Field(description="The answer as the learner reads it.")
    correct: StrictBool = Field(
        default=False,
        description="Write true for an answer that holds. Left out, the answer does not hold.",
    )
    reason: Text = Field(
        description="Why it holds or does not, which learners read once they have answered. It "
        "explains, and does not only say so."
    )


class Question(Part):
    """One question with its options."""

    id: Identifier = Field(description=ITEM_ID.format(noun="question"))
    text: Text = Field(description="The question, as the learner reads it.")
    several: StrictBool = Field(
        default=False,
        description="Write true where learners tick all the options that hold. Left out, they "
        "choose one, and just one holds.",
    )
    options: tuple[Option, ...] = Field(
        description="The answers to choose from, 2 to 6.", min_length=2, max_length=6
    )
    evidence: Evidence | None = Field(
        default=None, description="What the answer rests on. It is shown with the reasons."
    )
    claims: tuple[Claim, ...] = Field(default=(), description=CLAIMS)


class QuickCheckActivity(Activity):
    """Questions with options, each explained."""

    widget: ClassVar[str] = "QuickCheck"

    type: Literal["quick-check"] = Field(description="The kind of activity: quick-check.")
    prompt: Text | None = Field(default=None, description="What stands above the questions.")
    confidence: StrictBool = Field(
        default=False,
        description="Write true to ask learners how sure they are before they read the reasons. "
        "Left out, they are not asked.",
    )
    questions: tuple[Question, ...] = Field(
        description="The questions, 1 to 12.", min_length=1, max_length=12
    )

    @classmethod
    def mistakes_together(cls, data: Mapping[str, object]) -> Iterator[Mistake]:
        """Find ids that are given twice, and questions whose right answers cannot be chosen."""
        return chain(repeated_ids(data), _answers(data))


def _answers(data: Mapping[str, object]) -> Iterator[Mistake]:
    for location, question in parts(data.get("questions"), ("questions",)):
        options = [option for _, option in parts(question.get("options"), ())]
        several = question.get("several", False)
        switches = [several, *(option.get("correct", False) for option in options)]
        if not options or not all(isinstance(switch, bool) for switch in switches):
            continue
        correct = sum(option.get("correct") is True for option in options)
        name = name_of(location, question)
        if correct == 0:
            what = f"{name} has no option that holds"
            fix = "write 'correct: true' under the option that holds"
        elif correct > 1 and not several:
            what = f"{name} has {correct} options that hold, and a learner can choose one"
            fix = "write 'several: true' under the question, or leave one 'correct: true'"
        else:
            continue
        rule = "a question has one option that holds; with 'several: true', one or more"
        yield mistake((*location, "options"), f"{correct} of {len(options)}", what, rule, fix)
