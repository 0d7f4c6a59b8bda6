"""A kernel's side of the line to the front end, and decks of any size, for the widgets' tests."""

import json
from collections.abc import Callable, Iterator
from typing import Any
from uuid import uuid4

import ipywidgets
import pytest

from lessonkit.activities import SortingActivity
from lessonkit.widgets._course import Course


class FakeComm:
    """Stands in for the line between a widget and its front end.

    Attributes:
        opened: The state with which the widget opened the line.
        sent: The messages that the widget has sent since, the latest last.
    """

    def __init__(self, *, data: dict[str, Any], comm_id: str | None = None, **_: Any) -> None:
        self.comm_id = comm_id or uuid4().hex
        self.opened: dict[str, Any] = json.loads(json.dumps(data["state"]))
        self.sent: list[dict[str, Any]] = []

    def on_msg(self, callback: Callable[[dict[str, Any]], None]) -> None:
        self._callback = callback

    def send(self, data: dict[str, Any], **_: Any) -> None:
        self.sent.append(json.loads(json.dumps(data)))

    def close(self) -> None:
        pass

    def receive(self, **state: Any) -> None:
        """Give the widget what its front end would send after `save_changes`."""
        data = {"method": "update", "state": state, "buffer_paths": []}
        self._callback({"content": {"data": data}, "buffers": []})

    def updates(self) -> list[dict[str, Any]]:
        """Return the states that the widget has sent of its own accord, echoes not among them."""
        return [message["state"] for message in self.sent if message["method"] == "update"]


@pytest.fixture(autouse=True)
def fake_comm(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Make widgets talk to a fake front end and belong to a new course, and leave none behind."""
    monkeypatch.setattr("comm.create_comm", FakeComm)
    monkeypatch.setattr("lessonkit.widgets._course.COURSE", Course())
    yield
    ipywidgets.Widget.close_all()


@pytest.fixture
def make_deck() -> Callable[..., SortingActivity]:
    """Return a function that makes a deck.

    Its arguments are the number of categories, the number of cards (or the cards themselves),
    whether the cards have answers, and any further fields. Cards go to the categories in turn.
    """

    def make(
        categories: int = 3,
        cards: int | list[dict[str, Any]] = 9,
        *,
        answers: bool = True,
        **fields: Any,
    ) -> SortingActivity:
        places = [f"place-{n}" for n in range(categories)]
        if isinstance(cards, int):
            cards = [{"id": f"card-{n}", "text": f"Text {n}."} for n in range(cards)]
            if answers:
                for n, card in enumerate(cards):
                    card |= {"category": places[n % categories], "reason": "It fits."}
        deck = {
            "type": "sorting",
            "id": "likes",
            "title": "Likes",
            "prompt": "Who likes it?",
            "mode": "practice" if answers else "opinion",
            "categories": [{"id": place, "label": place.capitalize()} for place in places],
            "cards": cards,
        }
        return SortingActivity.model_validate(deck | fields)

    return make
