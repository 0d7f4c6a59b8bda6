"""The files of activities: each is read once, whoever asks for it."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lessonkit.activities.problems import ActivityError, Mistake, Problem
from lessonkit.activities.source import read_text
from lessonkit.activities.text import shown

if TYPE_CHECKING:
    from lessonkit.activities.fields import Activity
    from lessonkit.activities.yaml_reader import Document

_BOOKS = ("_toc.yml", "myst.yml")
"""What says that a folder is a book. Two books do not share the answers of their learners."""


@dataclass(frozen=True)
class ActivityFile:
    """The file of an activity.

    Attributes:
        name: Its path, as it is reported.
        problems: Its mistakes.
        activity: The activity, where there is no mistake.
        document: What was written, and where; None where the file could not be opened.
    """

    name: str
    problems: list[Problem]
    activity: "Activity | None" = None
    document: "Document | None" = None

    @property
    def id(self) -> str:
        """The activity's id, even where something else is wrong; empty where there is none."""
        data = self.document.data if self.document else None
        found = data.get("id") if isinstance(data, dict) else None
        return found.strip() if isinstance(found, str) else ""

    def problem(self, mistake: Mistake) -> Problem:
        """Return a mistake that brings its own words with its line."""
        line = self.document.line(mistake.location) if self.document else 1
        what, rule, fix = (str(mistake.details[key]) for key in ("what", "rule", "fix"))
        return Problem(self.name, line, what, rule, shown(mistake.value), fix)


class ActivityFiles:
    """Reads the files of activities, and remembers them."""

    def __init__(self) -> None:
        self._read: dict[str, ActivityFile] = {}
        self._books: dict[str, str] = {}

    def get(self, name: str) -> ActivityFile:
        """Return the file of an activity.

        Args:
            name: Its path. Only the first name under which a file is asked for is reported.
        """
        real = os.path.realpath(name)
        if real not in self._read:
            self._read[real] = _read(name)
        return self._read[real]

    def book(self, name: str) -> str:
        """Return the folder of the book that a file belongs to, or an empty text for none.

        Args:
            name: The file's path.
        """
        folder = str(Path(name).resolve().parent)
        if folder not in self._books:
            above = (place for place in (Path(folder), *Path(folder).parents))
            book = next((place for place in above if _is_book(place)), None)
            self._books[folder] = str(book or "")
        return self._books[folder]


def _is_book(folder: Path) -> bool:
    return any((folder / name).is_file() for name in _BOOKS)


def _read(name: str) -> ActivityFile:
    from lessonkit.activities.checking import read_activity

    try:
        reading = read_activity(read_text(name), name)
    except ActivityError as error:
        return ActivityFile(name, error.problems)
    return ActivityFile(name, reading.problems, reading.activity, reading.document)
