"""The file of the article's claims: what a row has, and how the file is read."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Annotated, Literal, get_args

from pybtex.database import parse_file
from pydantic import AfterValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from lessonkit.activities.fields import Identifier, LongLabel, Part, ShortText
from lessonkit.activities.problems import Location, Mistake
from lessonkit.activities.rules import choice, mistake
from lessonkit.sphinx_ext.data_file import read_data_file

Kind = Literal["definition", "list", "empirical", "advice"]
Strength = Literal["strong", "moderate", "weak", "contested", "none"]
KINDS: tuple[str, ...] = get_args(Kind)
STRENGTHS: tuple[str, ...] = get_args(Strength)

MENTION = re.compile(r"\bC\d{2,3}\b")
"""Another claim, where a finding names it."""

MOST_WORDS = 45
"""How long a finding may be, in words."""


def _fitting(fits: Callable[[str], object], what: str, rule: str, fix: str) -> AfterValidator:
    def check(value: str) -> str:
        if not fits(value):
            raise PydanticCustomError(
                "together", "{what}", {"what": what, "rule": rule, "fix": fix}
            )
        return value

    return AfterValidator(check)


Number = Annotated[
    str,
    StringConstraints(strip_whitespace=True),
    _fitting(
        lambda value: re.fullmatch(r"C\d{2,3}", value),
        "this is not the number of a claim",
        "a claim is written as C and two or three digits",
        "write it as C07 or C123",
    ),
]
Key = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=64)]
Finding = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=500),
    _fitting(
        lambda value: len(value.split()) <= MOST_WORDS,
        "this finding is too long",
        f"a finding has at most {MOST_WORDS} words",
        "shorten it",
    ),
]


class Claim(Part):
    """One thing that the article says."""

    id: Number
    claim: ShortText
    kind: Kind
    strength: Strength
    studies: tuple[Key, ...]
    finding: Finding


class Section(Part):
    """A part of the article, with its claims."""

    id: Identifier
    title: LongLabel
    claims: tuple[Claim, ...] = Field(min_length=1)

    def by_strength(self) -> Counter[str]:
        """Count the section's claims by how well they are supported."""
        return Counter(str(claim.strength) for claim in self.claims)


class Claims(Part):
    """All the claims, by section."""

    sections: tuple[Section, ...] = Field(min_length=1)

    def rows(self) -> list[Claim]:
        """Return every claim, in the order of the article."""
        return [claim for section in self.sections for claim in section.claims]


def studies_in(path: str | Path) -> dict[str, bool]:
    """Return the keys of a bibliography.

    Args:
        path: The BibTeX file.

    Returns:
        For each key, whether its note says that the entry has been checked, at least partly.
    """
    entries = parse_file(str(path)).entries
    return {
        key: bool(re.match("(partly )?checked", entry.fields.get("annote", "")))
        for key, entry in entries.items()
    }


def load_claims(path: str | Path, studies: Mapping[str, bool] | None = None) -> Claims:
    """Load the claims.

    Args:
        path: The YAML file.
        studies: The studies that there are, each with whether it has been checked; without them,
            the keys of studies are taken as they are.

    Returns:
        The claims.

    Raises:
        ActivityError: The file cannot be used. The error lists every mistake with its line.
    """
    found, _ = read_data_file(
        path,
        Claims,
        (
            "the file has no sections",
            "the file has a list 'sections', and each section has a list 'claims'",
            "no list 'sections'",
            "begin with 'sections:'",
        ),
        lambda data, _: _mistakes_together(data, studies),
    )
    return found


def _mistakes_together(data: object, studies: Mapping[str, bool] | None) -> list[Mistake]:
    """Find what no field can see alone; whatever is wrong in itself is passed over."""
    sections = list(_items(data, "sections"))
    rows = [row for location, part in sections for row in _items(part, "claims", location)]
    found = [*_repeated("section", sections), *_repeated("claim", rows), *_missing(rows)]
    numbers = {row.get("id") for _, row in rows}
    for location, row in rows:
        found += _wrong_mentions(location, row, numbers)
        found += _wrong_studies(location, row, studies)
    return found


Row = tuple[Location, Mapping[str, object]]


def _items(part: object, key: str, location: Location = ()) -> Iterator[Row]:
    values = part.get(key) if isinstance(part, Mapping) else None
    for number, value in enumerate(values if isinstance(values, list) else ()):
        if isinstance(value, Mapping):
            yield (*location, key, number), value


def _repeated(noun: str, parts: list[Row]) -> Iterator[Mistake]:
    seen: set[object] = set()
    for location, part in parts:
        name = part.get("id")
        if isinstance(name, str) and name in seen:
            what, fix = f"a second {noun} '{name}'", "give this one another id, or remove it"
            yield mistake((*location, "id"), name, what, "an id is given once", fix)
        elif isinstance(name, str):
            seen.add(name)


def _missing(rows: list[Row]) -> Iterator[Mistake]:
    """Find the numbers that are left out before another."""
    expected = 1
    for location, row in rows:
        written = row.get("id")
        if not isinstance(written, str) or not re.fullmatch(r"C\d{2,3}", written):
            expected += 1
            continue
        number = int(written[1:])
        if number > expected:
            left_out = [f"C{each:02}" for each in range(expected, number)]
            names = left_out[0] if len(left_out) == 1 else f"{left_out[0]} to {left_out[-1]}"
            rule = "the claims are numbered on from C01, and none is left out"
            fix = f"add a row for {names} above this one"
            what = f"there is no row for {names}"
            yield mistake((*location, "id"), written, what, rule, fix)
        expected = max(expected, number + 1)


def _wrong_mentions(
    location: Location, row: Mapping[str, object], numbers: set[object]
) -> Iterator[Mistake]:
    finding = row.get("finding")
    for name in MENTION.findall(finding) if isinstance(finding, str) else ():
        if name not in numbers or name == row.get("id"):
            rule = "a finding names other claims of this file"
            fix = "write the number of another claim, or none"
            yield mistake((*location, "finding"), name, f"no other claim is '{name}'", rule, fix)


def _wrong_studies(
    location: Location, row: Mapping[str, object], studies: Mapping[str, bool] | None
) -> Iterator[Mistake]:
    keys = row.get("studies")
    seen: set[str] = set()
    for number, key in enumerate(keys if isinstance(keys, list) else ()):
        place = (*location, "studies", number)
        if not isinstance(key, str):
            continue
        if key in seen:
            rule = "a claim names a study once"
            yield mistake(place, key, f"'{key}' stands there twice", rule, "remove one of the two")
        elif studies is not None and key not in studies:
            rule = "a study is a key of the bibliography"
            yield mistake(place, key, f"unknown study '{key}'", rule, choice(key, studies))
        elif studies is not None and not studies[key]:
            what = f"nobody has checked '{key}'"
            rule = "the 'annote' of a study begins with 'checked' or 'partly checked'"
            fix = "check the entry of the bibliography, or leave the study out"
            yield mistake(place, key, what, rule, fix)
        seen.add(key)
