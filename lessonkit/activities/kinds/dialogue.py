"""What a dialogue is: lines, the choices between them, and how it can end."""

from collections.abc import Iterator, Mapping
from functools import cached_property
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
    Text,
    no_such,
)
from lessonkit.activities.kinds.dialogue_rules import dialogue_mistakes
from lessonkit.activities.problems import Mistake
from lessonkit.activities.rules import repeated_ids


class LineChoice(Part):
    """What the learner can say or do after a line."""

    id: Identifier = Field(description=ITEM_ID.format(noun="choice"))
    text: Text = Field(description="What the learner says or does, as it stands on the button.")
    to: Identifier = Field(
        description="The id of the line that follows. It may be one that came before; but from "
        "every line some way leads to an ending."
    )
    debrief: Text = Field(
        description="What this choice did, and why. Learners read it at the ending, when they look "
        "back on their path."
    )


class Line(Part):
    """What somebody says, or what happens."""

    id: Identifier = Field(description=ITEM_ID.format(noun="line"))
    speaker: Label | None = Field(
        default=None, description="Who says it. Left out, the text tells what happens."
    )
    text: Text = Field(description="What is said or happens.")
    choices: tuple[LineChoice, ...] = Field(
        default=(),
        description="What the learner can say or do next, 1 to 4. Every line has choices, except "
        "an ending.",
        max_length=4,
    )
    ending: LongLabel | None = Field(
        default=None,
        description="A name for how the conversation ends here, such as A time is found. A line "
        "with it has no choices.",
    )
    claims: tuple[Claim, ...] = Field(default=(), description=CLAIMS)


class DialogueActivity(Activity):
    """A conversation that branches; the first line opens it."""

    widget: ClassVar[str] = "Dialogue"

    type: Literal["dialogue"] = Field(description="The kind of activity: dialogue.")
    prompt: Text = Field(description="Who is there, what has happened, and who the learner is.")
    lines: tuple[Line, ...] = Field(
        description="The lines, 2 to 60. The first one opens the conversation; each of the others "
        "is reached by the 'to' of some choice.",
        min_length=2,
        max_length=60,
    )
    closing_question: Text | None = Field(
        default=None, description="One thing to think about. It is asked at every ending."
    )

    @classmethod
    def mistakes_together(cls, data: Mapping[str, object]) -> Iterator[Mistake]:
        """Find dead ends, lines that nothing leads to, and loops without a way out."""
        return chain(repeated_ids(data), dialogue_mistakes(data))

    @cached_property
    def _lines_by_id(self) -> dict[str, Line]:
        return {line.id: line for line in self.lines}

    def line(self, line_id: str) -> Line:
        """Return one line.

        Args:
            line_id: The line's id.

        Raises:
            KeyError: The dialogue has no such line; the words name the nearest one.
        """
        if line_id not in self._lines_by_id:
            raise KeyError(no_such("line", line_id, self._lines_by_id, self.id))
        return self._lines_by_id[line_id]
