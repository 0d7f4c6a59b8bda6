"""What an activity is: data in a YAML file, loaded and checked in one way."""

from typing import TYPE_CHECKING

from lessonkit.activities.answers import FULL_CREDIT, HALF_CREDIT, PASS
from lessonkit.activities.front_end import front_end_activity, front_end_values, group_activity
from lessonkit.activities.loader import load_activity
from lessonkit.activities.problems import ActivityError, Problem

if TYPE_CHECKING:
    from lessonkit.activities.fields import Activity
    from lessonkit.activities.kinds.sorting import (
        Card,
        Category,
        DefensibleAnswer,
        SortingActivity,
        Workshop,
    )

__all__ = [
    "FULL_CREDIT",
    "HALF_CREDIT",
    "PASS",
    "Activity",
    "ActivityError",
    "Card",
    "Category",
    "DefensibleAnswer",
    "Problem",
    "SortingActivity",
    "Workshop",
    "front_end_activity",
    "front_end_values",
    "group_activity",
    "load_activity",
]


def __getattr__(name: str) -> object:
    """Import the models when they are first asked for: pydantic is slow to import."""
    if name == "Activity":
        from lessonkit.activities.fields import Activity

        return Activity
    if name in ("Card", "Category", "DefensibleAnswer", "SortingActivity", "Workshop"):
        from lessonkit.activities.kinds import sorting

        return getattr(sorting, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
