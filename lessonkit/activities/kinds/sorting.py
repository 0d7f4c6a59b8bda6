"""What a sorting activity is: categories, cards, and what is true of them together."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import ClassVar, Literal, Self

from pydantic import ConfigDict, Field, StrictInt

from lessonkit.activities.answers import PASS
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
    no_such,
)
from lessonkit.activities.kinds.sorting_rules import sorting_mistakes
from lessonkit.activities.problems import Mistake


class Category(Part):
    """A place where a card can go."""

    id: Identifier = Field(
        description="The category's name in the file: lower-case words joined by hyphens. "
        "'pass' is taken; it is what a learner says who leaves a card open.",
        json_schema_extra={"not": {"const": PASS}},
    )
    label: Label = Field(description="What stands on the place: a word or two.")
    description: ShortText | None = Field(
        default=None, description="What belongs here, in one sentence."
    )
    overlap_of: tuple[Identifier, ...] | None = Field(
        default=None,
        description="The ids of two other categories, if this one is where they overlap.",
        json_schema_extra={"minItems": 2, "maxItems": 2, "uniqueItems": True},
    )


class DefensibleAnswer(Part):
    """A category that one could also argue for; it earns half the credit."""

    category: Identifier = Field(description="The id of the category.")
    reason: Text = Field(description="Why one could say so.")


class Card(Part):
    """One thing to sort, with its answer and why."""

    model_config = ConfigDict(
        json_schema_extra={
            "dependentRequired": {"category": ["reason"], "defensible": ["category"]}
        }
    )

    id: Identifier = Field(description=ITEM_ID.format(noun="card"))
    text: Text = Field(description="What the learner reads and sorts: one or two sentences.")
    category: Identifier | None = Field(
        default=None,
        description="The answer: the id of a category. Only an opinion deck goes without.",
    )
    reason: Text | None = Field(
        default=None, description="Why that is the answer. It explains, and does not only say so."
    )
    defensible: tuple[DefensibleAnswer, ...] = Field(
        default=(), description="Further categories that one could argue for, for half the credit."
    )
    hint: Text | None = Field(default=None, description="A help that does not give it away.")
    question: Text | None = Field(
        default=None, description="A question that this card raises in a group."
    )
    variant_of: Identifier | None = Field(
        default=None,
        description="The id of another card from which this one differs in one detail.",
    )
    claims: tuple[Claim, ...] = Field(default=(), description=CLAIMS)


class Workshop(Part):
    """What a facilitator needs who has a group sort the cards."""

    minutes: StrictInt = Field(
        description="How long a group takes to hear the words and to sort, 5 to 120.", ge=5, le=120
    )
    say: tuple[Text, ...] = Field(
        description="The words to say before people sort, 1 to 12 texts, a few sentences each.",
        min_length=1,
        max_length=12,
    )
    debrief: tuple[Text, ...] = Field(
        description="Questions to talk about afterwards, 1 to 12.", min_length=1, max_length=12
    )


class SortingActivity(Activity):
    """Cards to sort into categories."""

    model_config = ConfigDict(
        json_schema_extra={
            "if": {"properties": {"mode": {"const": "opinion"}}, "required": ["mode"]},
            "else": {"properties": {"cards": {"items": {"required": ["category", "reason"]}}}},
        }
    )

    widget: ClassVar[str] = "SortingExercise"

    type: Literal["sorting"] = Field(description="The kind of activity: sorting.")
    prompt: Text = Field(description="The question that is asked of every card.")
    closing_question: Text | None = Field(
        default=None, description="One thing to think about when all cards are sorted."
    )
    mode: Literal["practice", "check", "opinion"] = Field(
        default="practice",
        description="When the learner hears about the answers: practice, as each card lands; "
        "check, together at the end; opinion, never, for there is no right answer.",
    )
    categories: tuple[Category, ...] = Field(
        description="The places, 2 to 6; in this order they are the keys 1, 2, 3 and so on.",
        json_schema_extra={"minItems": 2, "maxItems": 6},
    )
    cards: tuple[Card, ...] = Field(
        description="The cards, 1 to 500.", json_schema_extra={"minItems": 1, "maxItems": 500}
    )
    workshop: Workshop | None = Field(
        default=None,
        description="What to say and to ask when a group sorts the cards. Plans of workshops take "
        "it from here; learners are not shown it.",
    )

    @classmethod
    def mistakes_together(cls, data: Mapping[str, object]) -> Iterator[Mistake]:
        """Find what no field can see alone, such as an answer that names no category."""
        return sorting_mistakes(data)

    @cached_property
    def _cards_by_id(self) -> dict[str, Card]:
        return {card.id: card for card in self.cards}

    @cached_property
    def _categories_by_id(self) -> dict[str, Category]:
        return {category.id: category for category in self.categories}

    def card(self, card_id: str) -> Card:
        """Return one card.

        Args:
            card_id: The card's id.

        Raises:
            KeyError: The activity has no such card; the words name the nearest one.
        """
        if card_id not in self._cards_by_id:
            raise KeyError(no_such("card", card_id, self._cards_by_id, self.id))
        return self._cards_by_id[card_id]

    def category(self, category_id: str) -> Category:
        """Return one category.

        Args:
            category_id: The category's id.

        Raises:
            KeyError: The activity has no such category; the words name the nearest one.
        """
        if category_id not in self._categories_by_id:
            raise KeyError(no_such("category", category_id, self._categories_by_id, self.id))
        return self._categories_by_id[category_id]

    def with_cards(self, card_ids: Iterable[str]) -> Self:
        """Return this deck with only some of its cards, such as those of one round.

        Args:
            card_ids: The cards' ids, in the order in which they are wanted.

        Raises:
            KeyError: The activity has no card with one of the ids.
        """
        cards = tuple(self.card(each) for each in card_ids)
        # A copy would remember what was looked up in all the cards.
        return self.model_construct(**{**dict(self), "cards": cards})

    def variant_pairs(self) -> list[tuple[Card, Card]]:
        """Return the pairs of cards that differ in one detail.

        Returns:
            Pairs of a card and its variant, in the order of the variants.
        """
        return [
            (self.card(card.variant_of), card) for card in self.cards if card.variant_of is not None
        ]
