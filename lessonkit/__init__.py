"""Widgets for lessons: alive with a kernel in Jupyter, and without one in a published book."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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

_PLACES = {
    "ActivityError": "lessonkit.activities",
    "LanguageError": "lessonkit.words",
    "ProgressError": "lessonkit.progress",
    "ProgressWarning": "lessonkit.progress",
    "forget": "lessonkit.widgets._course",
    "load_activity": "lessonkit.activities",
    "remember": "lessonkit.widgets._course",
    "resume": "lessonkit.widgets._course",
    "use_language": "lessonkit.words",
}
"""Where the names are that are no widgets."""


def __getattr__(name: str) -> object:
    """Import a name when it is first asked for: commands that show no widget wait for none."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found: object = getattr(import_module(_PLACES.get(name, "lessonkit.widgets")), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
