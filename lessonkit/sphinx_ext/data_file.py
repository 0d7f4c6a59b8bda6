"""Reads a data file behind a page into its model, and tells all mistakes of it with their lines."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from lessonkit.activities.plain_words import meant_location, words_for
from lessonkit.activities.problems import ActivityError, Mistake, Problem
from lessonkit.activities.source import read_text, unseen_mistakes
from lessonkit.activities.text import without_unseen
from lessonkit.activities.yaml_reader import Document, read_yaml

Model = TypeVar("Model", bound=BaseModel)
Words = tuple[str, str, str, str]


def read_data_file(
    path: str | Path,
    model: type[Model],
    nothing: Words,
    together: Callable[[object, Model | None], Iterable[Mistake]],
) -> tuple[Model, Document]:
    """Read a data file.

    Args:
        path: The YAML file.
        model: What the file is.
        nothing: What to say where the file is not of that form at all: what, the rule, what was
            found, the fix.
        together: Finds what no field can see alone, in the plain values and in the model; of the
            latter there is none where a field is wrong.

    Returns:
        What the file holds, and the document that knows the line of each part.

    Raises:
        ActivityError: The file cannot be used. The error lists every mistake with its line.
    """
    text = read_text(path)
    document = read_yaml(without_unseen(text))
    mistakes = unseen_mistakes(text) + document.mistakes
    found = None
    if document.complete:
        try:
            found = model.model_validate(document.data)
        except ValidationError as error:
            mistakes += _mistakes_in(error, document, model)
        mistakes += together(document.data, found)
    if found is None or mistakes:
        problems = (_problem(each, document, model, nothing, str(path)) for each in mistakes)
        raise ActivityError(sorted(problems, key=lambda problem: problem.line))
    return found, document


def _mistakes_in(
    error: ValidationError, document: Document, model: type[BaseModel]
) -> list[Mistake]:
    """Turn what pydantic found into mistakes, without those that follow from another."""
    found = [
        Mistake(each["type"], each["loc"], each["input"], each.get("ctx", {}))
        for each in error.errors(include_url=False)
        # A list seems too short to pydantic when the items in it cannot be used.
        if each["type"] != "too_short" or not each["input"]
    ]
    explained = {each.location for each in document.mistakes}
    explained |= {meant_location(each, document.data, model) or () for each in found}
    return [each for each in found if not (each.location and each.location in explained)]


def _problem(
    each: Mistake, document: Document, model: type[BaseModel], nothing: Words, file: str
) -> Problem:
    line = each.line or document.line(each.location)
    if not each.location and each.kind in ("model_type", "model_attributes_type"):
        return Problem(file, line, *nothing)
    written = document.written.get(each.location)
    what, rule, found, fix = words_for(each, document.data, model, written)
    what, rule = (words.replace("the activity", "the file") for words in (what, rule))
    return Problem(file, line, what, rule.replace("an activity", "the file"), found, fix)
