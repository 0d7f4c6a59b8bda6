"""What no page may do, in any test: reach for another host, raise an error, ask in a dialog."""

import re

from playwright.sync_api import BrowserContext, ConsoleMessage, Dialog, Page, Request

LOCAL = ("blob:", "data:", "about:")
"""Addresses that never leave the page."""


class Watch:
    """Listens to all pages of a browser context and remembers what they should not have done.

    Example:
        >>> watch = Watch(context, ("http://127.0.0.1:8000/",))
        >>> watch.forgive("could not start")
        >>> assert watch.troubles() == []
    """

    def __init__(self, context: BrowserContext, own: tuple[str, ...]) -> None:
        self.own = own
        self._noted: list[str] = []
        self._forgiven: list[str] = []
        context.on("request", self._on_request)
        context.on("console", self._on_console)
        context.on("dialog", self._on_dialog)
        context.on("weberror", lambda error: self._note(f"page error: {error.error}"))
        context.on("page", self._on_page)

    def forgive(self, *patterns: str) -> None:
        """Name the errors that a test sets off on purpose, or that others are to blame for."""
        self._forgiven += patterns

    def troubles(self) -> list[str]:
        """Return what went wrong, apart from what was forgiven."""
        return [each for each in self._noted if not self._is_forgiven(each)]

    def count(self, pattern: str) -> int:
        """Return how often something went wrong whose words fit a pattern."""
        return sum(1 for each in self._noted if re.search(pattern, each))

    def _is_forgiven(self, trouble: str) -> bool:
        return any(re.search(pattern, trouble) for pattern in self._forgiven)

    def _note(self, trouble: str) -> None:
        self._noted.append(trouble)

    def _on_request(self, request: Request) -> None:
        self._check_address(request.url)

    def _on_page(self, page: Page) -> None:
        page.on("websocket", lambda socket: self._check_address(socket.url))

    def _check_address(self, address: str) -> None:
        if not address.startswith((*self.own, *LOCAL)):
            self._note(f"request to another place: {address}")

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self._note(f"console error: {message.text} ({message.location.get('url', '')})")

    def _on_dialog(self, dialog: Dialog) -> None:
        self._note(f"dialog: {dialog.message}")
        dialog.dismiss()
