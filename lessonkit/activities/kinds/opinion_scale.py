"""What an opinion scale is: statements, and the points from one end to the other."""

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
    Part,
    ShortText,
    Text,
)
from lessonkit.activities.problems import Mistake
from lessonkit.activities.rules import repeated_ids, repeated_words


class Statement(Part):
    """One statement to take a stand on."""

    id: Identifier = Field(description=ITEM_ID.format(noun="statement"))
    text: ShortText = Field(
        description="The statement, such that one can agree or disagree with it."
    )
    claims: tuple[Claim, ...] = Field(default=(), description=CLAIMS)


class OpinionScaleActivity(Activity):
    """Statements to answer before and after; no point of the scale is the right one."""

    widget: ClassVar[str] = "OpinionScale"

    type: Literal["opinion-scale"] = Field(description="The kind of activity: opinion-scale.")
    prompt: Text = Field(description="What to do, and that no answer is the right one.")
    points: tuple[Label, ...] = Field(
        description="The points of the scale from one end to the other, 3 to 7, each different, "
        "such as [Disagree, In between, Agree].",
        min_length=3,
        max_length=7,
    )
    statements: tuple[Statement, ...] = Field(
        description="The statements to take a stand on, 1 to 12.", min_length=1, max_length=12
    )
    closing_question: Text | None = Field(
        default=None,
        description="One thing to think about when the first and the later answers stand side by "
        "side.",
    )

    @classmethod
    def mistakes_together(cls, data: Mapping[str, object]) -> Iterator[Mistake]:
        """Find ids that are given twice, and points that read alike."""
        points = data.get("points")
        points = points if isinstance(points, list | tuple) else ()
        found = ((("points", number), point) for number, point in enumerate(points))
        return chain(repeated_ids(data), repeated_words("point", found))
