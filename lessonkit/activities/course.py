"""Loads a course: the file that lists its lessons, and every activity that it lists."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from textwrap import shorten
from typing import TYPE_CHECKING, Any, cast

from lessonkit.activities.front_end import card_answers, front_end_values
from lessonkit.activities.loader import load_activity
from lessonkit.activities.problems import ActivityError, Problem
from lessonkit.activities.source import read_text

if TYPE_CHECKING:
    from lessonkit.activities.fields import Activity
    from lessonkit.activities.kinds.my_course import Lesson, MyCourseActivity, ShownActivity
    from lessonkit.activities.kinds.sorting import Card, SortingActivity

CARDS_OF_A_ROUND = 12
"""How many cards a sorting exercise deals unless a notebook says otherwise."""

LONGEST_REMINDER = 72
"""How much of a question or card a look back repeats, in characters, where that tells it apart."""


@dataclass(frozen=True)
class Step:
    """One activity in its lesson.

    Attributes:
        lesson: The lesson.
        shown: How the lesson lists the activity.
        activity: The activity itself.
        again: Whether an earlier lesson shows it, too. Of an opinion scale, this is then the
            second round.
    """

    lesson: "Lesson"
    shown: "ShownActivity"
    activity: "Activity"
    again: bool

    @property
    def key(self) -> str:
        """What the answers are saved under."""
        return self.shown.key or self.activity.id

    @property
    def title(self) -> str:
        """What the activity is called in this lesson."""
        return self.shown.title or self.activity.title

    @property
    def cards(self) -> int:
        """How many cards a round of a sorting exercise has."""
        return min(
            self.shown.cards or CARDS_OF_A_ROUND,
            len(cast("SortingActivity", self.activity).cards),
        )


@dataclass(frozen=True)
class LoadedCourse:
    """A course with all its activities.

    Attributes:
        content: The file that lists the lessons.
        steps: The activities, lesson by lesson.
    """

    content: "MyCourseActivity"
    steps: list[Step]


def load_course(path: str | Path, content: "MyCourseActivity") -> LoadedCourse:
    """Load the activities of a course.

    Args:
        path: The file that lists the lessons. The activities' files stand beside it.
        content: What that file holds.

    Returns:
        The course.

    Raises:
        ActivityError: A file is not there, or has mistakes; all of them are named.
    """
    folder = Path(path).parent
    names = dict.fromkeys(shown.file for lesson in content.lessons for shown in lesson.activities)
    loaded: dict[str, Activity] = {}
    problems: list[Problem] = []
    for name in names:
        file = folder / f"{name}.yaml"
        try:
            loaded[name] = load_activity(file)
        except ActivityError as error:
            problems += error.problems if file.exists() else _missing(path, name, error)
    if problems:
        raise ActivityError(problems)
    return LoadedCourse(content, _steps(content, loaded))


def _steps(content: "MyCourseActivity", loaded: "dict[str, Activity]") -> list[Step]:
    steps: list[Step] = []
    seen: set[str] = set()
    for lesson in content.lessons:
        for shown in lesson.activities:
            key = shown.key or loaded[shown.file].id
            steps.append(Step(lesson, shown, loaded[shown.file], key in seen))
            seen.add(key)
    return steps


def _missing(path: str | Path, name: str, error: ActivityError) -> list[Problem]:
    """Say in which lines a course lists a file that is not there."""
    from lessonkit.activities.yaml_reader import read_yaml

    document = read_yaml(read_text(path))
    found = [
        line
        for location, line in document.lines.items()
        if location[-1:] == ("file",) and _value(document.data, location) == name
    ]
    return [
        Problem(
            str(path),
            line,
            f"there is no activity file '{name}.yaml' beside this one",
            "a course lists activities whose files stand beside its own",
            name,
            error.problems[0].fix,
        )
        for line in found[:1]
    ]


def _value(data: Any, location: tuple[str | int, ...]) -> object:
    for step in location:
        data = data[step]
    return data


def course_values(course: LoadedCourse) -> dict[str, object]:
    """Return a course as plain values for the front end.

    Args:
        course: The course.

    Returns:
        Its words; its ``lessons``, whose activities have a ``key`` and, where they matter,
        ``part``, ``title``, ``cards`` and ``again``; and the ``parts`` that say what there is to
        answer, by ``part`` or else ``key``, each once, even where two lessons show it.
    """
    values = front_end_values(course.content)
    lessons: list[dict[str, Any]] = [
        {"id": each.id, "title": each.title, "notebook": each.notebook, "activities": []}
        for each in course.content.lessons
    ]
    by_id = {lesson["id"]: lesson for lesson in lessons}
    parts: dict[str, object] = {}
    for step in course.steps:
        shown: dict[str, object] = {"key": step.key}
        if step.key != step.activity.id:
            shown["part"] = step.activity.id
        if step.shown.title:
            shown["title"] = step.shown.title
        if step.activity.type == "sorting":
            shown["cards"] = step.cards
        if step.again:
            shown["again"] = True
        by_id[step.lesson.id]["activities"].append(shown)
        parts[step.activity.id] = part_values(step.activity)
    return {**values, "lessons": lessons, "parts": parts}


_IDS = {
    "card-explorer": "cards",
    "comfort-map": "items",
    "evidence-plot": "effects",
    "planner": "acts",
}
"""The list whose ids count, for the kinds of which no more than the number is shown."""


def part_values(activity: "Activity") -> dict[str, object]:
    """Return what a look back needs of an activity.

    Args:
        activity: The activity.

    Returns:
        Its kind, its title, and of its parts as much as results and a printed page say.
    """
    found: Any = activity
    values: dict[str, object] = {"kind": activity.type, "title": activity.title}
    match activity.type:
        case "quick-check":
            values["questions"] = [
                {
                    "id": question.id,
                    "text": text,
                    "holds": [option.id for option in question.options if option.correct],
                }
                for question, text in _with_reminders(found.questions)
            ]
        case "sorting":
            opinion = found.mode == "opinion"
            values["mode"] = found.mode
            values["places"] = [category.id for category in found.categories]
            values["cards"] = [
                {
                    "id": card.id,
                    "text": text,
                    "points": {} if opinion else _points(card),
                }
                for card, text in _with_reminders(found.cards)
            ]
        case "opinion-scale":
            values["points"] = list(found.points)
            values["statements"] = [{"id": each.id, "text": each.text} for each in found.statements]
        case "reflection":
            values["questions"] = [{"id": each.id, "text": each.text} for each in found.questions]
        case "sentence-builder":
            values["parts"] = [
                {
                    "id": part.id,
                    **({"optional": True} if part.optional else {}),
                    "options": [{"id": each.id, "text": each.text} for each in part.options],
                }
                for part in found.parts
            ]
        case "dialogue":
            values["ids"] = [line.id for line in found.lines if line.ending]
        case kind:
            values["ids"] = [each.id for each in getattr(found, _IDS[kind])]
    return values


def _points(card: "Card") -> dict[str, object]:
    return {place: answer["points"] for place, answer in card_answers(card).items()}


def _with_reminders(items: Sequence[Any]) -> "zip[tuple[Any, str]]":
    return zip(items, reminders([item.text for item in items]), strict=True)


def reminders(texts: list[str]) -> list[str]:
    """Return as much of each text as it takes to know it again: a course has hundreds.

    Args:
        texts: The texts of questions or cards. Some may differ in one detail only, and are then
            returned up to that detail.
    """
    length = LONGEST_REMINDER
    short = [_shortened(text, length) for text in texts]
    while any(short.count(each) > 1 for each in short) and length < max(map(len, texts)):
        length += LONGEST_REMINDER
        short = [
            _shortened(text, length) if short.count(each) > 1 else each
            for text, each in zip(texts, short, strict=True)
        ]
    return short


def _shortened(text: str, length: int) -> str:
    return shorten(text, length, placeholder="…")
