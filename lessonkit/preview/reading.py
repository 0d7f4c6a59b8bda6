"""Reads the previewed file, and remembers the last version that could be shown."""

import hashlib
import json
from dataclasses import asdict, dataclass
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
        advice: What is right in the file, and could be better.
        is_course: Whether the files beside it count as well.
    """

    page: str | None
    problems: tuple[Problem, ...] = ()
    advice: tuple[Problem, ...] = ()
    is_course: bool = False

    def message(self, file: Path) -> str:
        """Return what the window is told, as JSON.

        Args:
            file: The previewed file. The problems of another one name theirs.
        """
        version = hashlib.sha256(self.page.encode()).hexdigest()[:16] if self.page else None

        def told(problem: Problem) -> dict[str, object]:
            return asdict(problem) | ({"file": ""} if problem.file == str(file) else {})

        problems, advice = ([told(each) for each in part] for part in (self.problems, self.advice))
        return json.dumps({"version": version, "problems": problems, "advice": advice})


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
        return Shown(page, (_gone(file),), is_course=is_course)
    try:
        activity = load_activity(file)
        is_course = activity.type == COURSE
        page = activity_page(activity, file)
        return Shown(page, (), _advice(file), is_course)
    except ActivityError as error:
        return Shown(page, tuple(error.problems), is_course=is_course)
    # A preview that died of one file would not be there for the next save.
    except Exception as error:
        return Shown(page, (_unforeseen(file, error),), is_course=is_course)


def _advice(file: Path) -> tuple[Problem, ...]:
    from lessonkit.checks.activity_files import ActivityFiles
    from lessonkit.checks.advice import advice_on

    found = advice_on(ActivityFiles().get(str(file)))
    return tuple(sorted(found, key=lambda problem: problem.line))


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
