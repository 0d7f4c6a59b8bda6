"""How a person goes through each kind of activity, from its first state to its last."""

from collections.abc import Callable, Generator
from importlib import import_module
from types import ModuleType
from typing import Any

from playwright.sync_api import Locator

from ..hands import Hand

Walk = Generator[str, None, dict[str, Any]]


def kind_of(view: Locator) -> str:
    """Return the CSS class that tells which widget a view is of."""
    return (view.get_attribute("class") or "").split()[-1]


def _module_of(view: Locator) -> ModuleType:
    stem = kind_of(view).removeprefix("lk-").replace("-", "_")
    return import_module(f".{stem}", __package__)


def answer(hand: Hand, view: Locator) -> None:
    """Do an activity as somebody does who takes the straight way to its end.

    Args:
        hand: The pointer or the keyboard.
        view: The root of the view.
    """
    _module_of(view).answer(hand, view)


def go_through(hand: Hand, view: Locator, look: Callable[[str], None]) -> dict[str, Any]:
    """Go through an activity from its first state to its last.

    Args:
        hand: The pointer or the keyboard.
        view: The root of the view.
        look: Called with the name of each state that is worth a look.

    Returns:
        The learner traits that the model must hold at the end.
    """
    walk: Walk = _module_of(view).walk(hand, view)
    while True:
        try:
            look(next(walk))
        except StopIteration as end:
            return dict(end.value)
