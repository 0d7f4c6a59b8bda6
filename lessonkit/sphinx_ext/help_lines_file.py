"""The file of help lines: what an entry has, and how the file is read."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from lessonkit.activities.fields import Identifier, LongLabel, Part, ShortText
from lessonkit.activities.problems import Location, Mistake
from lessonkit.activities.rules import choice, repeated_ids
from lessonkit.activities.text import listed, shown
from lessonkit.activities.yaml_reader import Document
from lessonkit.sphinx_ext.data_file import read_data_file

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
    return read_data_file(
        path,
        HelpLines,
        (
            "the file has no places",
            "the file has a list 'places', and each place has a list 'lines'",
            "no list 'places'",
            "begin with a line 'places:'",
        ),
        lambda data, found: [*repeated_ids(data), *_unreachable(found)] if found else [],
    )


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
