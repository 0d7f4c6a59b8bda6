"""Reads the previewed file, and remembers the last version that could be shown."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from lessonkit.activities import ActivityError, Problem, load_activity
from lessonkit.preview.page import activity_page

COURSE = "my-course"
Look = tuple[tuple[str, int, int, int] | None, ...]
"""What tells one state of the files from another: names, times, sizes and places on the disk."""


@dataclass(frozen=True)
class Shown:
    """What the preview shows.

    Attributes:
        page: The page of the last version without a mistake; None where there has been none.
        problems: The mistakes of the file as it is now.
        is_course: Whether the files beside it count as well.
    """

    page: str | None
    problems: tuple[Problem, ...] = ()
    is_course: bool = False

    def message(self, file: Path) -> str:
        """Return what the window is told, as JSON.

        Args:
            file: The previewed file. The problems of another one name theirs.
        """
        version = hashlib.sha256(self.page.encode()).hexdigest()[:16] if self.page else None
        problems = [
            {
                "file": "" if each.file == str(file) else each.file,
                "line": each.line,
                "what": each.what,
                "rule": each.rule,
                "found": each.found,
                "fix": each.fix,
            }
            for each in self.problems
        ]
        return json.dumps({"version": version, "problems": problems})


def read(file: Path, before: Shown | None) -> Shown:
    """Read the file.

    Args:
        file: The activity's file.
        before: What has been shown until now.

    Returns:
        The activity as it is now; or the last page that there was, and what is wrong.
    """
    page = before.page if before else None
    is_course = before.is_course if before else False
    if not file.exists():
        return Shown(page, (_gone(file),), is_course)
    try:
        activity = load_activity(file)
        is_course = activity.type == COURSE
        return Shown(activity_page(activity, file), (), is_course)
    except ActivityError as error:
        return Shown(page, tuple(error.problems), is_course)
    # A preview that died of one file would not be there for the next save.
    except Exception as error:
        return Shown(page, (_unforeseen(file, error),), is_course)


def look_at(file: Path, is_course: bool) -> Look:
    """Return what tells whether there is something new to read.

    Args:
        file: The activity's file; it comes first.
        is_course: Whether the files beside it count as well.
    """
    files = [file]
    if is_course:
        files += sorted(file.parent.glob("*.yaml"))
    return tuple(map(_look, files))


def _look(file: Path) -> tuple[str, int, int, int] | None:
    try:
        found = file.stat()
    except (OSError, ValueError):
        return None
    return (file.name, found.st_mtime_ns, found.st_size, found.st_ino)


def _gone(file: Path) -> Problem:
    return Problem(
        str(file),
        1,
        "the file is gone",
        "a preview follows one file for as long as it is there",
        "no file of this name",
        "save it under this name again, or end the preview and start it with the new name",
    )


def _unforeseen(file: Path, error: Exception) -> Problem:
    return Problem(
        str(file),
        1,
        "this activity cannot be shown",
        "an activity that can be loaded can be shown",
        f"{type(error).__name__}: {error}",
        "see whether what is found says what to change, and report it if it does not",
    )
