"""The sorting exercise."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Literal

import traitlets

from lessonkit.activities import front_end_activity
from lessonkit.scoring import PASS, Score, draw_rounds, points, score
from lessonkit.widgets._base import LessonWidget, as_frame, loaded_for
from lessonkit.worksheets.sorting import sorting_worksheet

if TYPE_CHECKING:
    import pandas

    from lessonkit.activities import SortingActivity

MODES = ("practice", "check", "opinion")
PAIRS = "pairs"


class SortingExercise(LessonWidget):
    """Cards from a tray go to the places of a board.

    The learner drags a card, or taps it and then a place, or presses the number of a place.

    Example:
        >>> exercise = SortingExercise("activities/intimacy-or-passion.yaml", cards=None)
        >>> exercise.placements = {"apart-01": "intimacy"}
        >>> exercise.score.points
        1.0
    """

    _stem = "sorting_exercise"
    _parts = (
        "drag",
        "sorting_moves",
        "category_hues",
        "sorting_parts",
        "sorting_feedback",
        "sorting_share",
        "sorting_result",
        "sorting_view",
    )
    _late_parts = ("keeping", "share_code", "sorting_share_panel")
    _libraries: ClassVar = {"leanQr": "lean-qr/nano.mjs"}

    activity = traitlets.Dict().tag(sync=True)
    """The deck, as the front end reads it. Set once, from the deck."""

    mode = traitlets.Enum(MODES, default_value="practice").tag(sync=True)
    """When there is feedback: as each card lands, once enough is placed, or (opinion) never."""

    rounds = traitlets.List(traitlets.List(traitlets.Unicode())).tag(sync=True)
    """The ids of the cards, dealt into rounds. One round is on the table at a time."""

    history = traitlets.List(traitlets.Dict()).tag(sync=True)
    """The steps that undo takes back, the latest last."""

    placements = traitlets.Dict(key_trait=traitlets.Unicode(), value_trait=traitlets.Unicode()).tag(
        sync=True, learner=True
    )
    """For each placed card's id, the id of its category, or ``"pass"``."""

    first_placements = traitlets.Dict().tag(sync=True, learner=True)
    """What stood in ``placements`` when a card's feedback was first shown."""

    reasons = traitlets.Dict().tag(sync=True, learner=True)
    """For each card's id, the reason that the learner wrote."""

    revealed = traitlets.List(traitlets.Unicode()).tag(sync=True, learner=True)
    """The ids of the cards whose feedback the learner has seen."""

    round = traitlets.Int(0, min=0).tag(sync=True, learner=True)
    """Which of the rounds is on the table, from 0."""

    attempts = traitlets.List(traitlets.Dict()).tag(sync=True, learner=True)
    """Earlier sortings of the same cards, each ``{"placements": {…}}``, the latest last."""

    reason_first = traitlets.Bool(False).tag(sync=True, learner=True)
    """Whether the learner writes a reason before the author's is shown."""

    deck: "SortingActivity"
    """The activity as it was loaded."""

    def __init__(
        self,
        activity: "str | Path | SortingActivity",
        *,
        cards: int | Literal["pairs"] | Iterable[str] | None = 12,
        mode: Literal["practice", "check", "opinion"] | None = None,
        seed: int = 0,
        key: str | None = None,
        **traits: Any,
    ) -> None:
        """Load a deck and deal its cards.

        Args:
            activity: The activity's file, or an activity that is already loaded.
            cards: How many cards a round has, ``None`` for all; ``"pairs"`` for the cards that
                differ in one detail, side by side; or the ids of the cards, in order.
            mode: ``"practice"``, ``"check"`` or ``"opinion"``; the deck's own where it is left out.
            seed: The same seed deals the same cards.
            key: What the answers are saved under; the deck's id where it is left out. Give two
                exercises with one deck two keys.
            **traits: Further traits, such as ``layout``.

        Raises:
            ActivityError: The file has mistakes; all of them are named.
            ValueError: The cards asked for cannot be dealt from this deck, or the deck has no
                answers and the mode needs them.
            TypeError: The activity is of another kind, or an argument is unknown.
        """
        deck = loaded_for(type(self), activity)
        rounds = deal(deck, cards, seed)
        mode = mode or deck.mode
        if mode != "opinion" and any(card.category is None for card in deck.cards):
            raise ValueError(
                f"sorting exercise {deck.id!r}: mode {mode!r} needs an answer for every card, and "
                "this deck leaves some open. Use mode='opinion', or give each card a category."
            )
        self.deck = deck
        super().__init__(
            activity=front_end_activity(
                deck.model_copy(update={"mode": mode}), [card for cards in rounds for card in cards]
            ),
            activity_key=key or deck.id,
            mode=mode,
            rounds=rounds,
            **traits,
        )

    @traitlets.validate("placements")
    def _check_placements(self, proposal: dict[str, Any]) -> dict[str, str]:
        placements: dict[str, str] = proposal["value"]
        cards = {card.id for card in self.deck.cards}
        places = [*(category.id for category in self.deck.categories), PASS]
        problems = [f"there is no card {card!r}" for card in placements if card not in cards]
        problems += [
            f"card {card!r} can not be in {place!r}"
            for card, place in placements.items()
            if place not in places
        ]
        if problems:
            raise traitlets.TraitError(
                f"placements of {self.deck.id!r}: {'; '.join(problems)}. "
                f"Use the ids of the deck's cards, and as places {', '.join(places)}."
            )
        return placements

    @property
    def card_ids(self) -> list[str]:
        """The ids of the cards on the table."""
        return self.rounds[min(self.round, len(self.rounds) - 1)]

    @property
    def score(self) -> Score:
        """The score of the cards on the table. In an opinion exercise no points are possible."""
        counted = score(self.deck, self.card_ids, self.placements)
        return replace(counted, points=0.0, possible=0) if self.mode == "opinion" else counted

    def results(self) -> "list[dict[str, Any]] | pandas.DataFrame":
        """Return one row for each card that is on the table or has been placed.

        Returns:
            A pandas frame where pandas is installed, a list of dicts elsewhere. The columns:
            ``card`` (id), ``text``, ``placed`` (category's id, ``"pass"`` or None), ``answer``
            (category's id or None), ``points`` (1, 0.5, 0 or None), ``first_placed``,
            ``own_reason``, ``reason`` (the author's).
        """
        dealt = [card for cards in self.rounds for card in cards]
        shown = [card for card in dealt if card in self.card_ids or card in self.placements]
        return as_frame([self._result(card) for card in shown])

    def _result(self, card_id: str) -> dict[str, Any]:
        card = self.deck.card(card_id)
        placed = self.placements.get(card_id)
        counts = self.mode != "opinion" and card.category is not None
        return {
            "card": card_id,
            "text": card.text,
            "placed": placed,
            "answer": card.category,
            "points": points(card, placed) if counts and placed not in (None, PASS) else None,
            "first_placed": self.first_placements.get(card_id),
            "own_reason": self.reasons.get(card_id, ""),
            "reason": card.reason,
        }

    def reset(self) -> None:
        """Take everything back that the learner has done, as if the exercise were new."""
        super().reset()
        self.history = []

    def static_form(self) -> str:
        """Return the worksheet: every card to tick, and the answers with their reasons."""
        return sorting_worksheet(self.activity)

    def __repr__(self) -> str:
        return f"SortingExercise({self.deck.id!r}, cards={len(self.card_ids)}, mode={self.mode!r})"


def deal(
    deck: "SortingActivity", cards: int | str | Iterable[str] | None, seed: int
) -> list[list[str]]:
    """Deal the cards of a deck into rounds.

    Args:
        deck: The deck.
        cards: As for :class:`SortingExercise`.
        seed: The same seed deals the same rounds.

    Returns:
        The ids of the cards, a list a round.

    Raises:
        ValueError: The cards asked for cannot be dealt from this deck.
    """
    if isinstance(cards, bool) or (isinstance(cards, int) and cards < 1):
        raise ValueError(
            f"sorting exercise {deck.id!r}: cards={cards!r} deals no round. Give a number from 1, "
            "None for all cards, 'pairs' or a list of card ids."
        )
    if cards is None or isinstance(cards, int):
        return draw_rounds(deck, cards, seed)
    if cards == PAIRS:
        pairs = [card.id for pair in deck.variant_pairs() for card in pair]
        if not pairs:
            raise ValueError(
                f"sorting exercise {deck.id!r}: cards='pairs' needs cards that differ in one "
                "detail, and no card of this deck says variant_of."
            )
        return [list(dict.fromkeys(pairs))]
    if isinstance(cards, str) or not isinstance(cards, Iterable):
        raise ValueError(
            f"sorting exercise {deck.id!r}: cards={cards!r} is not understood. "
            "Give a number, None, 'pairs' or a list of card ids."
        )
    ids = list(cards)
    known = {card.id for card in deck.cards}
    unknown = [card_id for card_id in ids if card_id not in known]
    if unknown or not ids or len(set(ids)) < len(ids):
        found = f"unknown: {', '.join(map(str, unknown))}" if unknown else f"got {ids}"
        raise ValueError(
            f"sorting exercise {deck.id!r}: cards must name cards of the deck, each once ({found})."
        )
    return [ids]
