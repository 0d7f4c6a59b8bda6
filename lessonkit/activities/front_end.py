"""Turns an activity into what the front end of a widget needs of it."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, cast

from lessonkit.activities.answers import FULL_CREDIT, HALF_CREDIT

if TYPE_CHECKING:
    from lessonkit.activities.fields import Activity
    from lessonkit.activities.kinds.sorting import Card, SortingActivity

_FOR_AUTHORS = {"type", "claims"}


def front_end_values(activity: "Activity") -> dict[str, object]:
    """Return an activity as plain values for the front end of a widget.

    Args:
        activity: The activity.

    Returns:
        What its file holds, with what a learner is never shown left out: claims, and keys without
        a value.
    """
    return cast(dict[str, object], _shown(activity.model_dump(mode="json")))


def _shown(value: object) -> object:
    if isinstance(value, dict):
        kept = {key: each for key, each in value.items() if key not in _FOR_AUTHORS}
        return {key: _shown(each) for key, each in kept.items() if each is not None}
    return [_shown(each) for each in value] if isinstance(value, list) else value


def front_end_activity(activity: "SortingActivity", card_ids: Iterable[str]) -> dict[str, object]:
    """Return the cards to sort as plain values for the front end.

    Args:
        activity: The activity.
        card_ids: The ids of the cards to show, in this order.

    Returns:
        The words of the activity, its categories and cards. A card's ``answers`` say for each
        category that earns something how many points, and why; in an opinion deck there are
        none. ``variant_of`` is given only where the other card is shown too.

    Raises:
        KeyError: The activity has no card with one of the ids.
    """
    cards = [activity.card(card_id) for card_id in card_ids]
    shown_ids = {card.id for card in cards}
    return {
        "id": activity.id,
        "title": activity.title,
        "prompt": activity.prompt,
        "closing_question": activity.closing_question,
        "categories": _categories(activity),
        "cards": [
            {
                "id": card.id,
                "text": card.text,
                "hint": card.hint,
                "question": card.question,
                "variant_of": card.variant_of if card.variant_of in shown_ids else None,
                "answers": {} if activity.mode == "opinion" else card_answers(card),
            }
            for card in cards
        ],
    }


def group_activity(activity: "SortingActivity", card_ids: Iterable[str]) -> dict[str, object]:
    """Return what shows how a group has sorted, as plain values: no answers, as nobody is marked.

    Args:
        activity: The activity.
        card_ids: The ids of the cards that were dealt, in this order.

    Returns:
        The words of the activity, its categories, the cards with the question that each raises,
        and ``debrief``, the questions to talk about afterwards.

    Raises:
        KeyError: The activity has no card with one of the ids.
    """
    cards = [activity.card(card_id) for card_id in card_ids]
    return {
        "id": activity.id,
        "title": activity.title,
        "categories": _categories(activity),
        "cards": [{"id": card.id, "text": card.text, "question": card.question} for card in cards],
        "debrief": list(activity.workshop.debrief) if activity.workshop else [],
    }


def _categories(activity: "SortingActivity") -> list[dict[str, object]]:
    return [
        {
            "id": category.id,
            "label": category.label,
            "description": category.description,
            "overlap_of": list(category.overlap_of) if category.overlap_of else None,
        }
        for category in activity.categories
    ]


def card_answers(card: "Card") -> dict[str, dict[str, object]]:
    """Return what a card earns.

    Args:
        card: The card.

    Returns:
        For each category that earns something, the ``points`` and the ``reason``.
    """
    answers: dict[str, dict[str, object]] = {
        answer.category: {"points": HALF_CREDIT, "reason": answer.reason}
        for answer in card.defensible
    }
    if card.category is None:
        return answers
    return {card.category: {"points": FULL_CREDIT, "reason": card.reason}, **answers}
