"""Widgets for lessons: alive with a kernel in Jupyter, and without one in a published book."""

from lessonkit.activities import ActivityError, load_activity
from lessonkit.widgets import SortingExercise

__all__ = ["ActivityError", "SortingExercise", "load_activity"]
