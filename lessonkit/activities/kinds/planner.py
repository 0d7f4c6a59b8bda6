"""What a planner is: small acts that a learner can place in a week."""

import re
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import ClassVar, Literal

from pydantic import Field

from lessonkit.activities.answers import OWN_ACT
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
from lessonkit.activities.rules import (
    as_text,
    mistake,
    name_of,
    parts,
    repeated_ids,
    repeated_words,
)


class Act(Part):
    """One small act."""

    id: Identifier = Field(
        description=ITEM_ID.format(noun="act")
        + " 'own-1', 'own-2' and so on are taken: they stand "
        "for acts that a learner adds."
    )
    label: LongLabel = Field(
        description="What one does, in a few words. Each act has words of its own."
    )
    about: ShortText | None = Field(
        default=None, description="Why, or how to keep it small. It stands below the label."
    )
    group: LongLabel | None = Field(
        default=None,
        description="The heading under which it stands, together with the other acts that name "
        "the same one.",
    )
    claims: tuple[Claim, ...] = Field(default=(), description=CLAIMS)


class PlannerActivity(Activity):
    """Small acts, to be placed in a week."""

    widget: ClassVar[str] = "Planner"

    type: Literal["planner"] = Field(description="The kind of activity: planner.")
    prompt: Text = Field(description="What to do, and that a small plan is enough.")
    acts: tuple[Act, ...] = Field(
        description="The acts to choose from, 2 to 24. Learners can add acts of their own.",
        min_length=2,
        max_length=24,
    )
    calendar_name: Label = Field(
        description="What every entry of the learner's calendar file is called, such as Time for "
        "me, so that a shared calendar tells nothing. A learner may have the acts named instead."
    )
    closing: Text | None = Field(
        default=None, description="What stands at the top of the week that learners print."
    )

    @classmethod
    def mistakes_together(cls, data: Mapping[str, object]) -> Iterator[Mistake]:
        """Find ids that are given twice or belong to learners, and acts that read alike."""
        acts = parts(data.get("acts"), ("acts",))
        labels = (((*location, "label"), act.get("label")) for location, act in acts)
        taken = (
            mistake(
                (*location, "id"),
                name,
                f"{name_of(location, act)} has the id of an act that a learner adds",
                "under 'own-1', 'own-2' and so on the learner's own acts are kept",
                "give this one another id",
            )
            for location, act in acts
            if re.fullmatch(OWN_ACT, name := as_text(act.get("id")) or "")
        )
        return chain(repeated_ids(data), taken, repeated_words("act", labels))
