"""Turns the text of an activity file into an activity, or into a list of all its mistakes."""

from dataclasses import dataclass

from pydantic import ValidationError

from lessonkit.activities.fields import Activity
from lessonkit.activities.kinds import KINDS
from lessonkit.activities.plain_words import meant_location, words_for
from lessonkit.activities.problems import ActivityError, Mistake, Problem
from lessonkit.activities.source import unseen_mistakes
from lessonkit.activities.text import nearest, without_unseen
from lessonkit.activities.yaml_reader import Document, read_yaml

MOST_PROBLEMS = 1000
"""The longest report; what has more mistakes is not an activity."""


@dataclass(frozen=True)
class Reading:
    """What a text says, and what is wrong with it.

    Attributes:
        document: Its values and their lines.
        problems: The mistakes, in the order of their lines.
        activity: The activity, where there is no mistake.
    """

    document: Document
    problems: list[Problem]
    activity: Activity | None


def checked_activity(text: str, file: str) -> Activity:
    """Return the activity that a text describes.

    Args:
        text: The YAML text.
        file: The file's name, for the report.

    Returns:
        The activity.

    Raises:
        ActivityError: The text has mistakes; all of them are in the error.
    """
    reading = read_activity(text, file)
    if reading.activity is None:
        raise ActivityError(reading.problems)
    return reading.activity


def read_activity(text: str, file: str) -> Reading:
    """Read a text that should describe an activity.

    Args:
        text: The YAML text.
        file: The file's name, for the report.

    Returns:
        The activity or else its mistakes, and the lines of all that was written.
    """
    document = read_yaml(without_unseen(text))
    mistakes = unseen_mistakes(text) + document.mistakes
    kind = _meant_kind(document.data)
    if document.complete:
        outcome = _activity_or_mistakes(document.data, kind)
        if isinstance(outcome, Activity) and not mistakes:
            return Reading(document, [], outcome)
        if isinstance(outcome, list):
            mistakes += _without_echoes(outcome, document, kind)
    return Reading(document, _report(mistakes, document, file, kind), None)


def _meant_kind(data: object) -> type[Activity]:
    """Return the kind that a file names, or else the one whose keys it has most of.

    So that one report holds the other mistakes of a file of no known kind, too.
    """
    if not isinstance(data, dict):
        return KINDS["sorting"]
    named = nearest(data.get("type"), KINDS)
    return KINDS[named] if named else max(KINDS.values(), key=lambda kind: _keys_of(kind, data))


def _keys_of(kind: type[Activity], data: dict[object, object]) -> int:
    return len(kind.model_fields.keys() & data.keys())


def _activity_or_mistakes(data: object, kind: type[Activity]) -> Activity | list[Mistake]:
    if data is None:
        return [Mistake("empty", (), line=1)]
    if not isinstance(data, dict):
        return [Mistake("no_mapping", (), data)]
    try:
        return kind.model_validate(data)
    except ValidationError as error:
        mistakes = [
            Mistake(found["type"], found["loc"], found["input"], found.get("ctx", {}))
            for found in error.errors(include_url=False)
            if found["type"] != "together"
        ]
        return [*mistakes, *kind.mistakes_together(data)]


def _without_echoes(
    mistakes: list[Mistake], document: Document, kind: type[Activity]
) -> list[Mistake]:
    """Leave out what only follows from another mistake.

    A misspelt key makes the right one missing, and so does a value that cannot be used. A list
    seems too short to pydantic when the items in it cannot be used.
    """
    explained = {
        mistake.location for mistake in document.mistakes if mistake.kind != "repeated_key"
    }
    for mistake in mistakes:
        if meant := meant_location(mistake, document.data, kind):
            explained.add(meant)
    return [
        mistake
        for mistake in mistakes
        if mistake.location not in explained
        and explained.isdisjoint(mistake.because)
        and not _is_long_enough(mistake)
    ]


def _is_long_enough(mistake: Mistake) -> bool:
    if mistake.kind != "too_short" or not isinstance(mistake.value, list):
        return False
    return len(mistake.value) >= int(str(mistake.details["min_length"]))


def _report(
    mistakes: list[Mistake], document: Document, file: str, kind: type[Activity]
) -> list[Problem]:
    ordered = sorted(
        ((mistake.line or document.line(mistake.location), mistake) for mistake in mistakes),
        key=lambda pair: pair[0],
    )
    problems = []
    for line, mistake in ordered[:MOST_PROBLEMS]:
        written = document.written.get(mistake.location)
        problems.append(Problem(file, line, *words_for(mistake, document.data, kind, written)))
    if len(ordered) > MOST_PROBLEMS:
        line, _ = ordered[MOST_PROBLEMS]
        problems.append(
            Problem(
                file,
                line,
                "from here on there are more mistakes",
                f"a report names {MOST_PROBLEMS:,} mistakes at most",
                f"{len(ordered):,} mistakes",
                "put these right and check the file again",
            )
        )
    return problems
