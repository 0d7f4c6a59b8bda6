"""How a group sorted a deck, from the share codes that its people sent."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import traitlets

from lessonkit.activities import group_activity
from lessonkit.group.tally import Tally, disputed_first, find_codes, moved, tally
from lessonkit.widgets._base import LessonWidget, as_frame, loaded_for
from lessonkit.widgets.sorting_exercise import deal
from lessonkit.worksheets.group_tally import group_tally_worksheet

if TYPE_CHECKING:
    import pandas

    from lessonkit.activities import SortingActivity
    from lessonkit.group.tally import CardTally

FEWEST = 3
"""The lowest threshold: of two people, each would know what the other has answered."""

ORDERS = ("disputed", "deck")


class GroupTally(LessonWidget):
    """Codes of a whole group go in, and a bar for each category of each card comes out.

    The facilitator pastes a chat, or types codes from paper. Nothing is shown before enough codes
    are in, and never what one person has answered. Codes of a second sorting show what moved.

    Example:
        >>> group = GroupTally("activities/intimacy-or-passion.yaml", seed=1, threshold=8)
        >>> group.first_text = "Ada: my code is 30J4-81XM-YC9"
        >>> group.people, len(group.results())
        (0, 0)
    """

    _stem = "group_tally"
    _shows = "SortingExercise"
    _parts = (
        "keeping",
        "share_code",
        "group_codes",
        "category_hues",
        "group_tally_count",
        "group_tally_words",
        "group_tally_bars",
        "group_tally_box",
        "group_tally_stage",
        "group_tally_picture",
    )

    activity = traitlets.Dict().tag(sync=True)
    """The deck, as the front end reads it. Set once, from the deck."""

    rounds = traitlets.List(traitlets.List(traitlets.Unicode())).tag(sync=True)
    """The ids of the cards, dealt into rounds as a SortingExercise deals them."""

    first_text = traitlets.Unicode().tag(sync=True, learner=True)
    """What was pasted or typed: codes, with any talk around them."""

    second_text = traitlets.Unicode().tag(sync=True, learner=True)
    """The same for the second sorting, after the group has talked."""

    threshold = traitlets.Int(5).tag(sync=True, learner=True)
    """How many codes must be in before anything is shown, 3 or more."""

    order = traitlets.Enum(ORDERS, default_value="disputed").tag(sync=True, learner=True)
    """Whether the most disputed card comes first, or the cards stand as they were dealt."""

    drop_repeats = traitlets.Bool(False).tag(sync=True, learner=True)
    """Whether a line that stands there twice, word for word, is counted once."""

    deck: "SortingActivity"
    """The activity as it was loaded."""

    def __init__(
        self,
        activity: "str | Path | SortingActivity",
        *,
        cards: int | Literal["pairs"] | Iterable[str] | None = 12,
        seed: int = 0,
        threshold: int = 5,
        key: str | None = None,
        **traits: Any,
    ) -> None:
        """Load a deck and deal its cards, as the SortingExercise did that the group has used.

        Args:
            activity: The activity's file, or an activity that is already loaded.
            cards: As for the SortingExercise; another number is another deal, with other codes.
            seed: As for the SortingExercise.
            threshold: How many codes must be in before anything is shown, 3 or more.
            key: What the codes are kept under; ``group-tally-`` and the deck's id where it is
                left out. Give two tallies of one deck two keys.
            **traits: Further traits, such as ``layout``.

        Raises:
            ActivityError: The file has mistakes; all of them are named.
            ValueError: The cards asked for cannot be dealt from this deck.
            TypeError: The activity is of another kind, or an argument is unknown.
        """
        self.deck = loaded_for(type(self), activity)
        rounds = deal(self.deck, cards, seed)
        self._deals = [self.deck.with_cards(cards_dealt) for cards_dealt in rounds]
        self._given_threshold = threshold
        super().__init__(
            activity=group_activity(self.deck, [card for dealt in rounds for card in dealt]),
            activity_key=key or f"group-tally-{self.deck.id}",
            rounds=rounds,
            threshold=threshold,
            **traits,
        )

    @traitlets.validate("threshold")
    def _check_threshold(self, proposal: dict[str, Any]) -> int:
        threshold: int = proposal["value"]
        if threshold < FEWEST:
            raise traitlets.TraitError(
                f"group tally of {self.deck.id!r}: the threshold is {FEWEST} or more (got "
                f"{threshold}). With fewer people one could tell who has answered what."
            )
        return threshold

    @property
    def people(self) -> int:
        """How many codes of the first sorting are counted: of the round that has most."""
        return max((each.people for each in self._tallies(self.first_text)), default=0)

    def results(self) -> "list[dict[str, Any]] | pandas.DataFrame":
        """Return one row for each card of the rounds of which enough codes are in.

        Returns:
            A pandas frame where pandas is installed, a list of dicts elsewhere; without rows
            where too few codes are in. The columns: ``round`` (from 1), ``card`` (id), ``text``;
            how many people put it into each category, by the category's id, and into ``pass``;
            ``not_placed``, who left it out; ``people``; and ``agreement``, of all pairs of those
            who placed the card the share who agree (None with fewer than two).
        """
        rows = []
        shown = [
            (number, each.people, card)
            for number, each in self._shown(self.first_text)
            for card in each.cards
        ]
        places = {card.card: (number, people) for number, people, card in shown}
        for card in self._in_order([card for _, _, card in shown]):
            number, people = places[card.card]
            rows.append(
                {
                    "round": number,
                    "card": card.card,
                    "text": self.deck.card(card.card).text,
                    **card.counts,
                    "not_placed": people - sum(card.counts.values()),
                    "people": people,
                    "agreement": card.agreement,
                }
            )
        return as_frame(rows)

    def moved(self) -> "list[dict[str, Any]] | pandas.DataFrame":
        """Return what moved between the two sortings, one row for each card.

        Returns:
            A pandas frame where pandas is installed, a list of dicts elsewhere; without rows
            where too few codes of either sorting are in. The columns: ``round`` (from 1),
            ``card`` (id), ``text``; and for each category, by its id, by how many percentage
            points its share of those who placed the card has grown (None where nobody did).
        """
        later = dict(self._shown(self.second_text))
        rows = []
        for number, first in self._shown(self.first_text):
            if number not in later:
                continue
            changes = moved(first, later[number])
            for card in self._in_order(first.cards):
                nothing = dict.fromkeys(category.id for category in self.deck.categories)
                change: dict[str, float | None] = {**(changes[card.card] or nothing)}
                text = self.deck.card(card.card).text
                rows.append({"round": number, "card": card.card, "text": text, **change})
        return as_frame(rows)

    def _tallies(self, text: str) -> list[Tally]:
        """Count each round."""
        found = find_codes(text, self._deals).codes
        counted = [code for code in found if not (self.drop_repeats and code.repeated)]
        return [
            tally(deck, [code.placements for code in counted if code.deal == number])
            for number, deck in enumerate(self._deals)
        ]

    def _shown(self, text: str) -> list[tuple[int, Tally]]:
        """Count the rounds of which enough codes are in, each with its number from 1."""
        tallies = enumerate(self._tallies(text), start=1)
        return [(number, each) for number, each in tallies if each.people >= self.threshold]

    def _in_order(self, cards: "list[CardTally]") -> "list[CardTally]":
        return disputed_first(cards) if self.order == "disputed" else cards

    def reset(self) -> None:
        """Take everything back that was pasted and chosen, as if the tally were new."""
        super().reset()
        self.threshold = self._given_threshold

    def static_form(self) -> str:
        """Return the worksheet: the first round's cards by category, to count by hand."""
        [first, *_] = self.rounds
        cards = {card["id"]: card for card in self.activity["cards"]}
        return group_tally_worksheet(
            self.activity | {"cards": [cards[card] for card in first]}, threshold=self.threshold
        )

    def __repr__(self) -> str:
        return f"GroupTally({self.deck.id!r}, cards={len(self.rounds[0])})"
