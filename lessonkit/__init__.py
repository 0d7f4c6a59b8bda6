"""Widgets for lessons: alive with a kernel in Jupyter, and without one in a published book."""

from lessonkit.activities import ActivityError, load_activity
from lessonkit.progress import ProgressError, ProgressWarning
from lessonkit.widgets import (
    CardExplorer,
    ComfortMap,
    Dialogue,
    EvidencePlot,
    GroupTally,
    MyCourse,
    OpinionScale,
    Planner,
    QuickCheck,
    Reflection,
    RememberChoice,
    SentenceBuilder,
    SortingExercise,
)
from lessonkit.widgets._course import forget, remember, resume
from lessonkit.words import LanguageError, use_language

__all__ = [
    "ActivityError",
    "CardExplorer",
    "ComfortMap",
    "Dialogue",
    "EvidencePlot",
    "GroupTally",
    "LanguageError",
    "MyCourse",
    "OpinionScale",
    "Planner",
    "ProgressError",
    "ProgressWarning",
    "QuickCheck",
    "Reflection",
    "RememberChoice",
    "SentenceBuilder",
    "SortingExercise",
    "forget",
    "load_activity",
    "remember",
    "resume",
    "use_language",
]
