"""Loads an activity from its YAML file."""

from pathlib import Path
from typing import TYPE_CHECKING

from lessonkit.activities.source import read_text

if TYPE_CHECKING:
    from lessonkit.activities.fields import Activity


def load_activity(path: str | Path) -> "Activity":
    """Load an activity.

    Args:
        path: The YAML file.

    Returns:
        The activity.

    Raises:
        ActivityError: The file cannot be used. The error lists every mistake with its line, the
            rule, what was found and how to put it right.
    """
    # Pydantic and the YAML parser would use up the time that `import lessonkit` may take.
    from lessonkit.activities.checking import checked_activity

    return checked_activity(read_text(path), str(path))
