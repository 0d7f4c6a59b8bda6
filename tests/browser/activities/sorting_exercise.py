"""How a person goes through a sorting exercise: each card is chosen, then a place."""

from collections.abc import Generator
from typing import Any

from playwright.sync_api import Locator, expect

from ..exercise import Exercise
from ..hands import Hand, Keyboard


def walk(hand: Hand, view: Locator) -> Generator[str, None, dict[str, Any]]:
    """Go through the activity from its first state to its last; yield a name for each state.

    Args:
        hand: The pointer or the keyboard.
        view: The root of the view.

    Returns:
        The learner traits that the model must hold at the end.
    """
    exercise = Exercise(view.page, root=view)
    yield "first"
    total, placed = exercise.total(), {}
    spots = exercise.spots()
    while len(placed) < total:
        card, spot = exercise.next_id(), spots[len(placed) % len(spots)]
        hand.press(exercise.card(card))
        hand.press(exercise.place_button(spot.id))
        placed[card] = spot.id
        exercise.expect_placed(placed, total)
        if len(placed) == total // 2:
            yield "half of the cards placed"
    expect(exercise.result.locator("h3")).to_be_focused()
    yield "last"
    return {"placements": placed}


def answer(hand: Hand, view: Locator) -> None:
    """Put every card into the first place: by pointing at both, or with the place's own key."""
    exercise = Exercise(view.page, root=view)
    first, *_ = exercise.spots()
    if isinstance(hand, Keyboard):
        hand.go_to(exercise.next_card)
    for placed in range(exercise.total()):
        if isinstance(hand, Keyboard):
            view.page.keyboard.press(first.key)
        else:
            hand.press(exercise.next_card)
            hand.press(exercise.place_button(first.id))
        exercise.expect_progress(placed + 1, exercise.total())
    expect(exercise.result.locator("h3")).to_be_focused()
