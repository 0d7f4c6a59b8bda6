"""Turns the text of an activity file into an activity, or into a list of all its mistakes."""

from pydantic import ValidationError

from lessonkit.activities.models import KINDS, SortingActivity
from lessonkit.activities.plain_words import meant_location, words_for
from lessonkit.activities.problems import ActivityError, Mistake, Problem
from lessonkit.activities.source import unseen_mistakes
from lessonkit.activities.text import without_unseen
from lessonkit.activities.yaml_reader import Document, read_yaml

MOST_PROBLEMS = 1000
"""The longest report; what has more mistakes is not an activity."""


def checked_activity(text: str, file: str) -> SortingActivity:
    """Return the activity that a text describes.

    Args:
        text: The YAML text.
        file: The file's name, for the report.

    Returns:
        The activity.

    Raises:
        ActivityError: The text has mistakes; all of them are in the error.
    """
    document = read_yaml(without_unseen(text))
    mistakes = unseen_mistakes(text) + document.mistakes
    if document.complete:
        outcome = _activity_or_mistakes(document.data)
        if isinstance(outcome, SortingActivity) and not mistakes:
            return outcome
        if isinstance(outcome, list):
            mistakes += _without_echoes(outcome, document)
    raise ActivityError(_report(mistakes, document, file))


def _activity_or_mistakes(data: object) -> SortingActivity | list[Mistake]:
    if data is None:
        return [Mistake("empty", (), line=1)]
    if not isinstance(data, dict):
        return [Mistake("no_mapping", (), data)]
    # A file of no known kind is checked as the only kind that there is, so that one report
    # holds its other mistakes too.
    kind = KINDS.get(str(data.get("type")), SortingActivity)
    try:
        return kind.model_validate(data)
    except ValidationError as error:
        mistakes = [
            Mistake(found["type"], found["loc"], found["input"], found.get("ctx", {}))
            for found in error.errors(include_url=False)
            if found["type"] != "together"
        ]
        return [*mistakes, *kind.mistakes_together(data)]


def _without_echoes(mistakes: list[Mistake], document: Document) -> list[Mistake]:
    """Leave out what only follows from another mistake.

    A misspelt key makes the right one missing, and so does a value that cannot be used.
    """
    explained = {
        mistake.location for mistake in document.mistakes if mistake.kind != "repeated_key"
    }
    for mistake in mistakes:
        if meant := meant_location(mistake, document.data):
            explained.add(meant)
    return [mistake for mistake in mistakes if mistake.location not in explained]


def _report(mistakes: list[Mistake], document: Document, file: str) -> list[Problem]:
    ordered = sorted(
        ((mistake.line or document.line(mistake.location), mistake) for mistake in mistakes),
        key=lambda pair: pair[0],
    )
    problems = []
    for line, mistake in ordered[:MOST_PROBLEMS]:
        written = document.written.get(mistake.location)
        problems.append(Problem(file, line, *words_for(mistake, document.data, written)))
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
