"""The answers that a tab has kept, as the browser stores them."""

import json
from typing import Any

from playwright.sync_api import Page


class Answers:
    """The kept answers of the first exercise on a page, once there are any."""

    def __init__(self, page: Page) -> None:
        self.page = page
        names = [name for name in self.names() if not name.endswith(":damaged")]
        assert len(names) == 1, f"one store was expected, not {names}"
        [self.name] = names

    def names(self) -> list[str]:
        """Return the names under which the tab has kept answers."""
        names: list[str] = self.page.evaluate("Object.keys(sessionStorage)")
        return [name for name in names if name.startswith("lessonkit:")]

    def text(self, name: str | None = None) -> str | None:
        """Return what is kept under a name, by default the answers."""
        text: str | None = self.page.evaluate(
            "name => sessionStorage.getItem(name)", name or self.name
        )
        return text

    def read(self) -> dict[str, Any]:
        """Return the answers."""
        answers: dict[str, Any] = json.loads(self.text() or "{}")
        return answers

    def write(self, changes: dict[str, Any]) -> None:
        """Change some of the answers behind the page's back."""
        self.write_text(json.dumps(self.read() | changes))

    def write_text(self, text: str) -> None:
        """Put any text in the place of the answers."""
        self.page.evaluate(
            "([name, text]) => sessionStorage.setItem(name, text)", [self.name, text]
        )
