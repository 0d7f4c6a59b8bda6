"""The file of help lines: what an entry has, and how the file is read."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints, ValidationError
from pydantic_core import PydanticCustomError

from lessonkit.activities.fields import Identifier, LongLabel, Part, ShortText
from lessonkit.activities.plain_words import meant_location, words_for
from lessonkit.activities.problems import ActivityError, Location, Mistake, Problem
from lessonkit.activities.rules import choice, repeated_ids
from lessonkit.activities.source import read_text, unseen_mistakes
from lessonkit.activities.text import listed, shown, without_unseen
from lessonkit.activities.yaml_reader import Document, read_yaml

KINDS = (
    "emergency",
    "crisis",
    "sexual-violence",
    "partner-violence",
    "relationship",
    "sexual-health",
    "therapist-directory",
    "lgbt",
    "directory",
)
"""What a line can be for."""


def _misfit(what: str, rule: str, fix: str) -> PydanticCustomError:
    details = {"what": what, "rule": rule, "fix": fix}
    return PydanticCustomError("together", "{what}", details)


def _day(value: object) -> object:
    """Read a day, which in YAML 1.2 is text."""
    if isinstance(value, date):
        return value
    try:
        if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value.strip()):
            return date.fromisoformat(value.strip())
    except ValueError:
        pass
    raise _misfit(
        "this is not a day",
        "'checked' is a day of the calendar, as year, month and day",
        "write it as 2026-11-22",
    )


def _matching(pattern: str, what: str, rule: str, fix: str) -> Callable[[str], str]:
    def check(value: str) -> str:
        if not re.fullmatch(pattern, value):
            raise _misfit(what, rule, fix)
        return value

    return check


def _kind(value: str) -> str:
    if value not in KINDS:
        rule = f"a kind is {listed(KINDS, 'or')}"
        raise _misfit(f"unknown kind '{shown(value)}'", rule, choice(value, KINDS))
    return value


Kind = Annotated[str, AfterValidator(_kind)]
Day = Annotated[date, BeforeValidator(_day)]
Number = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=24),
    AfterValidator(
        _matching(
            r"\+?[0-9]([0-9 -]*[0-9])?",
            "this is not a number to dial",
            "a number has digits, with single blanks or hyphens between them",
            'write it in quotes as people dial it, such as "116 123"',
        )
    ),
]
Address = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=500),
    AfterValidator(
        _matching(
            r"https?://[\w.-]+\.[a-z]{2,}(/\S*)?",
            "this is not a web address",
            "an address begins with https:// and has no blanks",
            "write the whole address, such as https://findahelpline.com",
        )
    ),
]


class Line(Part):
    """A help line, a service or a directory."""

    id: Identifier
    name: LongLabel
    kinds: tuple[Kind, ...] = Field(min_length=1, max_length=3)
    what: ShortText
    phones: tuple[Number, ...] = Field(default=(), max_length=3)
    text: Number | None = None
    text_word: LongLabel | None = None
    address: Address | None = None
    cost: ShortText | None = None
    hours: ShortText | None = None
    languages: ShortText | None = None
    checked: Day
    seen: tuple[Address, ...] = Field(min_length=1, max_length=5)
    seen_in: Literal["live page", "stored copy"]


class Place(Part):
    """A country, or "anywhere", with its lines."""

    id: Identifier
    name: LongLabel
    lines: tuple[Line, ...] = Field(min_length=1)


class HelpLines(Part):
    """All the lines, by place."""

    places: tuple[Place, ...] = Field(min_length=1)

    def located(self) -> list[tuple[Location, Place, Line]]:
        """Return every line with its place, and with its location in the file."""
        return [
            (("places", number, "lines", row), place, line)
            for number, place in enumerate(self.places)
            for row, line in enumerate(place.lines)
        ]


def load_help_lines(path: str | Path) -> HelpLines:
    """Load the help lines.

    Args:
        path: The YAML file.

    Returns:
        The lines.

    Raises:
        ActivityError: The file cannot be used. The error lists every mistake with its line.
    """
    return read_help_lines(path)[0]


def read_help_lines(path: str | Path) -> tuple[HelpLines, Document]:
    """Load the help lines, and remember where in the file each stands.

    Args:
        path: The YAML file.

    Returns:
        The lines, and the document that knows their places.

    Raises:
        ActivityError: The file cannot be used. The error lists every mistake with its line.
    """
    text = read_text(path)
    document = read_yaml(without_unseen(text))
    mistakes = unseen_mistakes(text) + document.mistakes
    if document.complete:
        try:
            found = HelpLines.model_validate(document.data)
        except ValidationError as error:
            mistakes += _mistakes_in(error, document)
        else:
            mistakes += [*repeated_ids(document.data), *_unreachable(found)]
            if not mistakes:
                return found, document
    raise ActivityError(_report(mistakes, document, str(path)))


def _mistakes_in(error: ValidationError, document: Document) -> list[Mistake]:
    """Turn what pydantic found into mistakes, without those that follow from another."""
    found = [
        Mistake(each["type"], each["loc"], each["input"], each.get("ctx", {}))
        for each in error.errors(include_url=False)
        # A list seems too short to pydantic when the items in it cannot be used.
        if each["type"] != "too_short" or not each["input"]
    ]
    explained = {mistake.location for mistake in document.mistakes}
    meant = (meant_location(mistake, document.data, HelpLines) for mistake in found)
    explained |= {location for location in meant if location}
    return [mistake for mistake in found if mistake.location not in explained]


def _unreachable(found: HelpLines) -> list[Mistake]:
    """Find the lines that tell nobody how to reach them, and the words that go with no number."""
    mistakes = []
    for location, _, line in found.located():
        if not (line.phones or line.text or line.address):
            what = f"line '{line.id}' says neither a number nor an address"
            fix = "add 'phones', 'text' or 'address'"
            mistakes.append(_together(location, line.name, what, "a line can be reached", fix))
        if line.text_word and not line.text:
            what = f"line '{line.id}' says what to write, but not to which number"
            fix = "add a line 'text', or remove 'text_word'"
            rule = "'text_word' stands beside 'text'"
            mistakes.append(_together((*location, "text_word"), line.text_word, what, rule, fix))
    return mistakes


def _together(location: Location, value: object, what: str, rule: str, fix: str) -> Mistake:
    return Mistake("together", location, value, {"what": what, "rule": rule, "fix": fix})


def _report(mistakes: list[Mistake], document: Document, file: str) -> list[Problem]:
    problems = []
    for mistake in mistakes:
        line = mistake.line or document.line(mistake.location)
        written = document.written.get(mistake.location)
        what, rule, found, fix = _words(mistake, document, written)
        problems.append(Problem(file, line, what, rule, found, fix))
    return sorted(problems, key=lambda problem: problem.line)


def _words(mistake: Mistake, document: Document, written: str | None) -> tuple[str, str, str, str]:
    if not mistake.location and mistake.kind in ("model_type", "model_attributes_type"):
        rule = "the file has a list 'places', and each place has a list 'lines'"
        return "the file has no places", rule, "no list 'places'", "begin with a line 'places:'"
    what, rule, found, fix = words_for(mistake, document.data, HelpLines, written)
    what, rule = (each.replace("the activity", "the file") for each in (what, rule))
    return what, rule.replace("an activity", "the file"), found, fix
