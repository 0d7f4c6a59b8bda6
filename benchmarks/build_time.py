"""Measure which part of a build of the book is ours; the budget is 10 %.

Jupyter Book builds in this process, and every listener and transform of ours is timed on its way
into Sphinx. A build from nothing is measured, with the notebooks run as they always are.
"""

import functools
import time
from collections.abc import Callable
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from jupyter_book.cli.main import main as jupyter_book
from report import Verdict, verdict_table
from sphinx.application import Sphinx
from sphinx.events import EventManager

ROOT = Path(__file__).parent.parent


class Clock:
    """Adds up the time spent in the functions that it watches, a call within a call once."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self._running = False

    def watch(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """Return a function that does the same and is timed."""

        @functools.wraps(function)
        def timed(*arguments: Any, **options: Any) -> Any:
            if self._running:
                return function(*arguments, **options)
            self._running, began = True, time.perf_counter()
            try:
                return function(*arguments, **options)
            finally:
                self._running = False
                self.seconds += time.perf_counter() - began

        return timed

    def enter_sphinx(self) -> None:
        """Watch all of ours that is given to Sphinx from now on."""
        connect, add_post_transform = EventManager.connect, Sphinx.add_post_transform

        def connect_watched(
            events: EventManager, name: str, listener: Callable[..., Any], priority: int
        ) -> int:
            watched = self.watch(listener) if _is_ours(listener) else listener
            return connect(events, name, watched, priority)

        def add_watched(app: Sphinx, transform: type[Any]) -> None:
            if _is_ours(transform):
                transform.apply = self.watch(transform.apply)
            add_post_transform(app, transform)

        EventManager.connect = connect_watched  # type: ignore[assignment, method-assign]
        Sphinx.add_post_transform = add_watched  # type: ignore[assignment, method-assign]


def _is_ours(thing: Any) -> bool:
    return str(getattr(thing, "__module__", "")).startswith("lessonkit")


def main() -> None:
    """Build the book once, elsewhere, and show our part."""
    clock = Clock()
    clock.enter_sphinx()
    with TemporaryDirectory() as elsewhere:
        command = ["build", str(ROOT), "--path-output", elsewhere, "--quiet"]
        began = time.perf_counter()
        with redirect_stdout(StringIO()):
            jupyter_book(command, standalone_mode=False)
        whole = time.perf_counter() - began
    print(f"The build took {whole:.1f} s, our part of it {clock.seconds:.2f} s.")
    print(verdict_table([Verdict("our part of a build", "%", 10, 100 * clock.seconds / whole)]))


if __name__ == "__main__":
    main()
