"""Widgets for lessons: alive with a kernel in Jupyter, and without one in a published book."""

from lessonkit.activities import ActivityError, load_activity
from lessonkit.widgets import (
    CardExplorer,
    ComfortMap,
    Dialogue,
    EvidencePlot,
    OpinionScale,
    QuickCheck,
    Reflection,
    SentenceBuilder,
    SortingExercise,
)

__all__ = [
    "ActivityError",
    "CardExplorer",
    "ComfortMap",
    "Dialogue",
    "EvidencePlot",
    "OpinionScale",
    "QuickCheck",
    "Reflection",
    "SentenceBuilder",
    "SortingExercise",
    "load_activity",
]
