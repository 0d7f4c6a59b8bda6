"""Talks a conversation through to an ending, goes back, and tries another way from there."""

import re
from collections import Counter
from collections.abc import Generator
from typing import Any

from playwright.sync_api import Locator, expect

from ..hands import Hand


def walk(hand: Hand, view: Locator) -> Generator[str, None, dict[str, Any]]:
    """Go through the activity from its first state to its last; yield each state worth a look."""
    talk = _Talk(hand, view)
    expect(talk.ending).to_have_count(0)
    expect(talk.button("Go back")).to_be_hidden()
    expect(talk.button("Begin again")).to_be_hidden()
    yield "opening"

    talk.choose()
    yield "one choice made"

    talk.to_an_ending()
    yield "first ending"

    length = len(talk.path)
    talk.go_back()
    assert len(talk.path) == length - 1
    yield "back before the ending"

    talk.to_an_ending()
    expect(view.locator(".lk-debrief")).to_have_count(len(talk.path))
    other_ways = view.get_by_role("button", name="Go back to this point")
    if other_ways.count():
        chosen = talk.back_to(other_ways.last)
        yield "back at a point of the path"
        talk.choose()
        assert talk.path[-1] != chosen, "the other choice is still to be tried"
        talk.to_an_ending()
    yield "another ending"
    return {"path": talk.path, "endings": talk.endings}


class _Talk:
    """A conversation, and what the model should hold of it."""

    def __init__(self, hand: Hand, view: Locator) -> None:
        self.hand = hand
        self.view = view
        self.turns = view.get_by_role("list", name="Conversation").get_by_role("listitem")
        self.choices = view.get_by_role("group", name="What do you say or do?").get_by_role(
            "button"
        )
        self.ending = view.locator(".lk-ending")
        self.path: list[dict[str, str]] = []
        self.endings: list[str] = []
        self._taken: Counter[tuple[str, str]] = Counter()

    def button(self, name: str) -> Locator:
        return self.view.get_by_role("button", name=name, exact=True)

    def choose(self) -> None:
        """Make the choice that was made least often here, so that no loop holds us for ever."""
        before = self.turns.count()
        here = [
            (str(each.get_attribute("data-line")), str(each.get_attribute("data-choice")))
            for each in self.choices.all()
        ]
        number = min(range(len(here)), key=lambda place: self._taken[here[place]])
        choice = self.choices.nth(number)
        words = choice.inner_text()
        self.hand.press(choice)
        expect(self.turns).to_have_count(before + 2)
        expect(self.turns.nth(before)).to_contain_text(words)
        self._expect_focus_on_the_last_line()
        line, chosen = here[number]
        self._taken[line, chosen] += 1
        self.path.append({"line": line, "choice": chosen})

    def to_an_ending(self) -> None:
        """Go on until the conversation has ended, and see that the ending has a name."""
        while not self.ending.count():
            self.choose()
        expect(self.choices).to_have_count(0)
        expect(self.ending.locator(".lk-ending-name")).to_contain_text("An ending:")
        expect(self.button("Begin again")).to_be_visible()
        ending = str(self.ending.get_attribute("data-line"))
        if ending not in self.endings:
            self.endings.append(ending)
        found = f"found (all )?{len(self.endings)}\\b"
        expect(self.ending.locator(".lk-found")).to_have_text(re.compile(found))

    def go_back(self) -> None:
        """Take the last choice back."""
        before = self.turns.count()
        self.hand.press(self.button("Go back"))
        self.path.pop()
        expect(self.turns).to_have_count(before - 2)
        expect(self.ending).to_have_count(0)
        expect(self.choices.first).to_be_visible()
        assert self.view.evaluate("view => view.matches(':focus-within')"), "the focus is lost"

    def back_to(self, button: Locator) -> dict[str, str]:
        """Go back to a point of the path, and return the choice that was made there."""
        number = button.evaluate(
            "button => [...button.closest('ol').children].indexOf(button.closest('li'))"
        )
        self.hand.press(button)
        expect(self.turns).to_have_count(2 * number + 1)
        self._expect_focus_on_the_last_line()
        chosen = self.path[number]
        del self.path[number:]
        return chosen

    def _expect_focus_on_the_last_line(self) -> None:
        expect(self.turns.last.locator(".lk-turn-words")).to_be_focused()


def answer(hand: Hand, view: Locator) -> None:
    """Talk the conversation through to an ending."""
    _Talk(hand, view).to_an_ending()
