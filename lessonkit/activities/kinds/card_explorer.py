"""What a card explorer is: a list to wander through, each card with the same few headings."""

from collections.abc import Iterator, Mapping
from typing import ClassVar, Literal

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
    Text,
)
from lessonkit.activities.problems import Mistake
from lessonkit.activities.rules import mistake, name_of, parts, repeated_ids


class ExplorerCard(Part):
    """One thing to look at."""

    id: Identifier = Field(description=ITEM_ID.format(noun="card"))
    label: LongLabel = Field(
        description="What the card is called, in a few words. Learners choose by it."
    )
    about: Text = Field(description="What it is, in a few sentences.")
    finding: Text | None = Field(
        default=None, description="What studies say about it, in plain words."
    )
    evidence: Evidence | None = Field(
        default=None,
        description="What the finding rests on. It needs a finding, and a finding can do without.",
    )
    ask: Text = Field(
        description="What to ask first, of others or of oneself, in words that one could say."
    )
    care: Text | None = Field(
        default=None,
        description="What to take care of: a limit, a risk, for whom it is not. Left out where "
        "nothing is due.",
    )
    claims: tuple[Claim, ...] = Field(default=(), description=CLAIMS)


class CardExplorerActivity(Activity):
    """Cards to open one by one."""

    widget: ClassVar[str] = "CardExplorer"

    type: Literal["card-explorer"] = Field(description="The kind of activity: card-explorer.")
    prompt: Text = Field(
        description="What stands above the cards: what they are, and what to do with them."
    )
    cards: tuple[ExplorerCard, ...] = Field(
        description="The cards, 2 to 40, to be opened in any order.", min_length=2, max_length=40
    )
    closing_question: Text | None = Field(
        default=None, description="One thing to think about when all cards have been opened."
    )

    @classmethod
    def mistakes_together(cls, data: Mapping[str, object]) -> Iterator[Mistake]:
        """Find what no field can see alone.

        Args:
            data: The activity as plain values. Fields that are wrong in themselves may be among
                them; they are passed over.

        Yields:
            Ids that are given twice, and evidence for a finding that is not told.
        """
        yield from repeated_ids(data)
        for location, card in parts(data.get("cards"), ("cards",)):
            if card.get("evidence") and not card.get("finding"):
                yield mistake(
                    (*location, "evidence"),
                    "evidence and no finding",
                    f"{name_of(location, card)} has evidence and says no finding",
                    "evidence belongs to a finding",
                    "add a line 'finding: …' that says what the studies found, or remove the "
                    "evidence",
                )
