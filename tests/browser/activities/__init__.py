"""How a person goes through each kind of activity, from its first state to its last."""

import re
from collections.abc import Callable, Generator
from importlib import import_module
from typing import Any

from playwright.sync_api import Locator

from ..hands import Hand

Walk = Generator[str, None, dict[str, Any]]


def walk_of(view: Locator) -> Callable[[Hand, Locator], Walk]:
    """Return how to go through the activity that a view shows.

    Args:
        view: The root of the view, whose class is the widget's.
    """
    classes = view.get_attribute("class") or ""
    names = re.findall(r"\blk-([a-z-]+)\b", classes)
    walk: Callable[[Hand, Locator], Walk] = import_module(
        f".{names[0].replace('-', '_')}", __package__
    ).walk
    return walk


def go_through(hand: Hand, view: Locator, look: Callable[[str], None]) -> dict[str, Any]:
    """Go through an activity from its first state to its last.

    Args:
        hand: The pointer or the keyboard.
        view: The root of the view.
        look: Called with the name of each state that is worth a look.

    Returns:
        The learner traits that the model must hold at the end.
    """
    walk = walk_of(view)(hand, view)
    while True:
        try:
            look(next(walk))
        except StopIteration as end:
            return dict(end.value)
