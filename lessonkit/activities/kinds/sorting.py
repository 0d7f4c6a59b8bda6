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
        description="The category's name in the file, by which cards name it: lower-case words "
        "joined by hyphens. 'pass' is taken: it stands for a card that a learner leaves open.",
        json_schema_extra={"not": {"const": PASS}},
    )
    label: Label = Field(description="What stands on the place where cards go: a word or two.")
    description: ShortText | None = Field(
        default=None, description="What belongs here, in one sentence."
    )
    overlap_of: tuple[Identifier, ...] | None = Field(
        default=None,
        description="The ids of two other categories, such as [rain, sun], where this one is for "
        "what belongs to both. The places are then drawn as two circles that overlap.",
        json_schema_extra={"minItems": 2, "maxItems": 2, "uniqueItems": True},
    )


class DefensibleAnswer(Part):
    """A category that one could also argue for; it earns half the credit."""

    category: Identifier = Field(
        description="The id of a category: another one than the card's own answer."
    )
    reason: Text = Field(
        description="Why one could say so. Learners read it beside the reason of the answer."
    )


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
        description="The answer: the id of one of the categories above. Only cards of an opinion "
        "deck (mode: opinion) may go without.",
    )
    reason: Text | None = Field(
        default=None,
        description="Why that is the answer, which learners read when the answer is shown. It "
        "explains, and does not only say that it is so. A card with a category has a reason.",
    )
    defensible: tuple[DefensibleAnswer, ...] = Field(
        default=(),
        description="Further categories that one could argue for, each with its own reason. A "
        "learner who puts the card there gets half a point, and reads that it depends.",
    )
    hint: Text | None = Field(
        default=None,
        description="Something to think of for learners who ask for a hint. It does not give the "
        "answer away.",
    )
    question: Text | None = Field(
        default=None,
        description="A question that this card raises, to talk over. Learners read it with the "
        "answer; a group reads it with its result.",
    )
    variant_of: Identifier | None = Field(
        default=None,
        description="The id of another card from which this one differs in one detail. Once both "
        "are sorted, each is shown with the other. That card is not a variant itself.",
    )
    claims: tuple[Claim, ...] = Field(default=(), description=CLAIMS)


class Workshop(Part):
    """What a facilitator needs who has a group sort the cards."""

    minutes: StrictInt = Field(
        description="How many minutes a group takes to hear the words and to sort: a whole number, "
        "5 to 120.",
        ge=5,
        le=120,
    )
    say: tuple[Text, ...] = Field(
        description="The words to say before people sort, in this order: 1 to 12 texts, a few "
        "sentences each.",
        min_length=1,
        max_length=12,
    )
    debrief: tuple[Text, ...] = Field(
        description="Questions to talk about once everybody has sorted, 1 to 12. They stand in the "
        "facilitator's key and under the result of the group.",
        min_length=1,
        max_length=12,
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
    prompt: Text = Field(description="The question that is asked of every card, in a sentence.")
    closing_question: Text | None = Field(
        default=None,
        description="One thing to think about when all cards are sorted. Where a learner missed a "
        "card that has a question of its own, that one is asked instead.",
    )
    mode: Literal["practice", "check", "opinion"] = Field(
        default="practice",
        description="When learners are told what you think of each card. Left out, it is practice.",
        json_schema_extra={
            "enumDescriptions": [
                "The answer and its reason appear as soon as a card is placed.",
                "The answers and reasons appear together, once enough cards are placed and the "
                "learner checks them.",
                "There is no right answer: nothing is scored, and cards need no category.",
            ]
        },
    )
    categories: tuple[Category, ...] = Field(
        description="The places where cards go, 2 to 6. In this order they are the keys 1, 2, 3 "
        "and so on.",
        json_schema_extra={"minItems": 2, "maxItems": 6},
    )
    cards: tuple[Card, ...] = Field(
        description="The cards, 1 to 500. A round deals 12 of them, unless the notebook says "
        "another number.",
        json_schema_extra={"minItems": 1, "maxItems": 500},
    )
    workshop: Workshop | None = Field(
        default=None,
        description="What to say and to ask when a group sorts the cards; learners are not shown "
        "it. Leave it out if no group will.",
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
