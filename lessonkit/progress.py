"""The file that holds a learner's answers: its form, and how it is read and written safely."""

import json
import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

FORMAT = "lessonkit-progress"
VERSION = 1

Answers = dict[str, dict[str, Any]]
"""For each activity's key, the values of the learner's traits."""


class ProgressError(ValueError):
    """A text is no progress document that can be read; the words say what it is and what to do."""


class ProgressWarning(UserWarning):
    """Answers could not be kept or restored as they should; the words say what was done."""


@dataclass(frozen=True)
class Progress:
    """What a learner has answered in a course."""

    answers: Answers = field(default_factory=dict)
    course: str = ""
    """The course's name; empty where it is not known."""

    saved: str = ""
    """When the answers last changed, as ISO 8601 in UTC; empty where there were none yet."""

    def with_answers(self, answers: Answers) -> "Progress":
        """Return the progress as it is once these are the answers, from this moment on.

        Args:
            answers: All answers, the old ones that stay among them.
        """
        return Progress(answers, self.course, datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"))

    def as_values(self) -> dict[str, Any]:
        """Return the progress as plain values: what the file holds, and what a book exports."""
        return {
            "format": FORMAT,
            "version": VERSION,
            "course": self.course,
            "saved": self.saved,
            "answers": self.answers,
        }


def progress_from(values: object) -> Progress:
    """Read a progress document that has been parsed.

    Args:
        values: The plain values.

    Returns:
        The progress. An activity whose answers are no mapping is left out.

    Raises:
        ProgressError: The values are no progress document, or one of a later version.
    """
    if not isinstance(values, Mapping) or values.get("format") != FORMAT:
        raise ProgressError(f'it is no progress file: it does not say "format": "{FORMAT}"')
    version = values.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise ProgressError(f"its version is {version!r}, and not a whole number from 1")
    if version > VERSION:
        raise ProgressError(
            f"it is of version {version}, and this lessonkit reads {VERSION}: "
            "install a later lessonkit to read it"
        )
    answers = values.get("answers")
    if not isinstance(answers, Mapping):
        raise ProgressError('its "answers" are missing, or no mapping from activities to answers')
    return Progress(
        {key: dict(given) for key, given in answers.items() if isinstance(given, Mapping)},
        *(str(values.get(name, "")) for name in ("course", "saved")),
    )


def read_progress(path: Path) -> Progress:
    """Read a progress file.

    Args:
        path: The file.

    Returns:
        Its progress; an empty one where there is no file.

    Raises:
        ProgressError: The file cannot be understood.
        OSError: The file cannot be read.
    """
    try:
        values = json.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return Progress()
    except (ValueError, RecursionError) as error:
        raise ProgressError(f"it is not whole: {error}") from None
    return progress_from(values)


def write_progress(path: Path, progress: Progress) -> None:
    """Write a progress file in one step: at every moment there is the old one or the new one.

    Args:
        path: The file.
        progress: What it is to hold.

    Raises:
        OSError: The file cannot be written; the old one is as it was.
    """
    text = json.dumps(progress.as_values(), ensure_ascii=False, indent=1)
    # Beside the file, because only within a folder's disk can a file take another's place at once.
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as part:
            part.write(text + "\n")
            part.flush()
            os.fsync(part.fileno())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def set_aside(path: Path) -> Path:
    """Give a file that cannot be understood another name, which no file has yet.

    Args:
        path: The file.

    Returns:
        Where it is now, beside where it was.

    Raises:
        OSError: The file cannot be renamed.
    """
    number = 1
    while (free := path.with_name(f"{path.stem}.damaged-{number}{path.suffix}")).exists():
        number += 1
    return path.rename(free)
