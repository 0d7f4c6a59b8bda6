"""The widgets, one class a file."""

from lessonkit.widgets.sorting_exercise import SortingExercise

__all__ = ["SortingExercise"]
