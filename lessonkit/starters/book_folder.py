"""Begins a book: a folder that Jupyter Book builds, with a notebook and a deck in it."""

import json
import re
from pathlib import Path

from lessonkit.starters.activity_file import checked_title, new_activity, write_new
from lessonkit.starters.names import StarterError, identifier_of, title_of
from lessonkit.starters.notebook_file import new_notebook

EXAMPLES = Path(__file__).parent / "book"
DECK = "my-deck"
LESSON = "01_first_lesson"

_GAP = re.compile('"TITLE"|TITLE|COURSE')
_RENAMED = {"gitignore": ".gitignore"}
"""What would steer git where it stands as an example."""


def new_book(name: str, title: str | None, folder: Path) -> Path:
    """Write a small book to start from.

    Args:
        name: What the author calls it. The folder's name is made from that.
        title: The title that readers see; made from the name where it is None.
        folder: Where to put the book's folder.

    Returns:
        The book's folder.

    Raises:
        StarterError: There is something of that name already, or the name or title cannot be used.
    """
    identifier = identifier_of(name)
    heading = checked_title(title or title_of(name))
    book = folder / identifier
    try:
        book.mkdir(parents=True)
    except FileExistsError:
        raise StarterError(
            f"{book}: there is something of this name already, and it stays as it is. "
            "Fix: choose another name, or move it away first"
        ) from None
    # In double quotes, JSON is YAML.
    gaps = {
        '"TITLE"': json.dumps(heading, ensure_ascii=False),
        "TITLE": heading,
        "COURSE": identifier,
    }
    for example in sorted(EXAMPLES.iterdir()):
        text = example.read_text(encoding="utf-8")
        text = _GAP.sub(lambda gap: gaps[gap[0]], text)
        write_new(book / _RENAMED.get(example.name, example.name), text)
    deck = new_activity("sorting", DECK, "Weather or climate?", book / "activities")
    new_notebook(LESSON, "The first lesson", [deck], book)
    return book
