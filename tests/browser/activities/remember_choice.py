"""A person lets the device remember, and thinks better of it."""

from collections.abc import Generator
from typing import Any

from playwright.sync_api import Locator, expect

from lessonkit.words import words

from ..hands import Hand

WORDS = words("remembering")


def walk(hand: Hand, view: Locator) -> Generator[str, None, dict[str, Any]]:
    """Go through the choice from its first state to its last; yield each state worth a look."""
    forget, remember = view.get_by_role("radio").all()
    said = view.locator("[aria-live]")
    expect(forget).to_be_checked()
    yield "nothing remembered"

    hand.choose(remember)
    expect(remember).to_be_checked()
    expect(said).to_have_text(WORDS["now_yes"])
    yield "remembered"

    hand.choose(forget)
    expect(forget).to_be_checked()
    expect(said).to_have_text(WORDS["now_no"])
    yield "forgotten"
    return {}


def answer(hand: Hand, view: Locator) -> None:
    """Let the device remember."""
    remember = view.get_by_role("radio").last
    hand.choose(remember)
    expect(remember).to_be_checked()
