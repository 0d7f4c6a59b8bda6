"""What the pages of a book need to count how much of each lesson is done: ids, and no words."""

from typing import TYPE_CHECKING, Any

from lessonkit.activities.answers import PASS

if TYPE_CHECKING:
    from lessonkit.activities.course import LoadedCourse
    from lessonkit.activities.fields import Activity

Countable = dict[str, object]
"""An activity, as course_progress.js counts it."""

_PARTS = {
    "card-explorer": "cards",
    "comfort-map": "items",
    "evidence-plot": "effects",
    "opinion-scale": "statements",
    "planner": "acts",
    "quick-check": "questions",
    "reflection": "questions",
    "sorting": "cards",
}
"""For each kind, the list of what there is to answer, open, mark or place."""


def countable_values(activity: "Activity") -> Countable:
    """Return what it takes to count how much of an activity is done.

    Args:
        activity: The activity.

    Returns:
        Its ``kind``, the ``ids`` of its parts, and where the kind needs them ``places``,
        ``points`` (how many) or ``options`` (the ids of each part's wordings).
    """
    found: Any = activity
    values: Countable = {"kind": activity.type}
    match activity.type:
        case "dialogue":
            values["ids"] = [line.id for line in found.lines if line.ending]
        case "sentence-builder":
            needed = [part for part in found.parts if not part.optional]
            values["ids"] = [part.id for part in needed]
            values["options"] = {part.id: [each.id for each in part.options] for part in needed}
        case kind:
            values["ids"] = [each.id for each in getattr(found, _PARTS[kind])]
    if activity.type == "sorting":
        values["places"] = [PASS, *(category.id for category in found.categories)]
    if activity.type == "opinion-scale":
        values["points"] = len(found.points)
    return values


def progress_values(course: "LoadedCourse") -> dict[str, list[Countable]]:
    """Return what it takes to count how much of each lesson is done.

    Args:
        course: The course.

    Returns:
        For each lesson's notebook, its activities: the ``key`` of each, how many ``cards`` are
        dealt, and whether it is shown ``again``, with what it takes to count it.
    """
    lessons: dict[str, list[Countable]] = {lesson.notebook: [] for lesson in course.content.lessons}
    for step in course.steps:
        values = {"key": step.key, **countable_values(step.activity)}
        if step.activity.type == "sorting":
            values["cards"] = step.cards
        if step.again:
            values["again"] = True
        lessons[step.lesson.notebook].append(values)
    return lessons
