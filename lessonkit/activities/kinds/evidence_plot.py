"""What an evidence plot is: effects with their uncertainty, their sources and their limits."""

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from lessonkit.activities.fields import (
    CLAIMS,
    ITEM_ID,
    Activity,
    Claim,
    Evidence,
    Identifier,
    LongLabel,
    Part,
    ShortText,
    Text,
)
from lessonkit.activities.problems import Mistake
from lessonkit.activities.rules import mistake, name_of, parts, repeated_ids

Number = Annotated[float, Field(strict=True, allow_inf_nan=False)]


class Effect(Part):
    """One number from a study, how uncertain it is, and what it cannot tell."""

    id: Identifier = Field(description=ITEM_ID.format(noun="effect"))
    label: LongLabel = Field(description="What was measured or compared, in a few words.")
    value: Number | None = Field(
        default=None,
        description="The number, in the unit of 'measure'. Left out where a source gives only a "
        "range.",
    )
    low: Number | None = Field(
        default=None,
        description="The lower end of the range in which the number may lie. 'low' and 'high' go "
        "together, and 'value' lies between them.",
    )
    high: Number | None = Field(
        default=None,
        description="The upper end of the range in which the number may lie. It goes together "
        "with 'low'.",
    )
    interval: ShortText = Field(
        default="95% confidence interval",
        description="What the range from 'low' to 'high' is. Left out, it is a 95% confidence "
        "interval.",
    )
    whom: ShortText = Field(
        description="Whom or what it was measured in, and in how many, such as 1,605 adults who "
        "answered a survey."
    )
    limits: Text = Field(
        description="What this number cannot tell: who was not asked, what was not measured, "
        "which cause stays open."
    )
    evidence: Evidence = Field(
        description="How sure the number is, and in which studies it was published."
    )
    claims: tuple[Claim, ...] = Field(default=(), description=CLAIMS)


class EvidencePlotActivity(Activity):
    """Effects on one axis."""

    widget: ClassVar[str] = "EvidencePlot"

    type: Literal["evidence-plot"] = Field(description="The kind of activity: evidence-plot.")
    prompt: Text = Field(description="What to look for in the picture.")
    measure: ShortText = Field(description="What the axis shows, with its unit.")
    reading: Text = Field(description="How to read a dot and the line through it, in plain words.")
    none: Number = Field(
        description="The value that means no difference, which is marked on the axis: mostly 0, "
        "and 1 for ratios."
    )
    scale: Literal["linear", "log"] = Field(
        default="linear",
        description="How numbers lie on the axis. Left out, it is linear.",
        json_schema_extra={
            "enumDescriptions": [
                "Equal differences are equally far apart: for differences and counts.",
                "Equal ratios are equally far apart, so that 2 is as far from 1 as a half is: for "
                "ratios. Every number is above 0.",
            ]
        },
    )
    lower: LongLabel = Field(description="What a value below 'none' means, in a few words.")
    higher: LongLabel = Field(description="What a value above 'none' means, in a few words.")
    effects: tuple[Effect, ...] = Field(
        description="The numbers to show, 1 to 20, from top to bottom.", min_length=1, max_length=20
    )

    @classmethod
    def mistakes_together(cls, data: Mapping[str, object]) -> Iterator[Mistake]:
        """Find ids that are given twice, and intervals that do not fit their number."""
        return chain(repeated_ids(data), _intervals(data), _positive(data))


def _intervals(data: Mapping[str, object]) -> Iterator[Mistake]:
    for location, effect in parts(data.get("effects"), ("effects",)):
        keys = [key for key in ("low", "value", "high") if effect.get(key) is not None]
        given = {key: effect[key] for key in keys}
        numbers = [value for value in given.values() if isinstance(value, int | float)]
        name = name_of(location, effect)
        found = ", ".join(f"{key} {value}" for key, value in given.items()) or "neither"
        if len(numbers) < len(given):
            continue
        if ("low" in given) != ("high" in given):
            what = f"{name} has one end of an interval"
            fix = "write both 'low' and 'high', or neither"
        elif not given:
            what = f"{name} has neither a number nor a range"
            fix = "add 'value', or 'low' and 'high'"
        elif numbers != sorted(numbers):
            what = f"the numbers of {name} are not in order"
            fix = "check them against the source"
        else:
            continue
        rule = "'low' and 'high' go together, and 'value' lies between them"
        yield mistake(location, found, what, rule, fix)


def _positive(data: Mapping[str, object]) -> Iterator[Mistake]:
    if data.get("scale") != "log":
        return
    for location, part in [((), data), *parts(data.get("effects"), ("effects",))]:
        for key in ("none", "value", "low", "high"):
            number = part.get(key)
            if isinstance(number, int | float) and number <= 0:
                yield mistake(
                    (*location, key),
                    number,
                    f"'{key}' is {number}, which a log scale cannot show",
                    "on a log scale every number is above 0",
                    "check the number, or write 'scale: linear'",
                )
