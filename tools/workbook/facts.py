"""What a workbook says of itself, out of the files in which the project says it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

NOT_FOR_LEARNERS = {"author", "facilitate"}
"""Folders of pages for those who teach, which a learner's workbook does without."""


@dataclass(frozen=True)
class Facts:
    """The course and its pages.

    Example:
        >>> read_facts(Path(".")).pages[0]
        'book/welcome'
    """

    title: str
    """Of the course."""

    tab_title: str
    """What a window may show of it to whoever looks over a shoulder."""

    authors: str

    version: str

    released: date

    licence: str
    """Of the words and pictures, as an SPDX identifier such as ``CC-BY-4.0``."""

    pages: list[str]
    """The names of a learner's pages, in reading order, the first page first."""

    @property
    def licence_address(self) -> str:
        """Where a Creative Commons licence can be read; nothing for another licence."""
        parts = re.fullmatch(r"CC-(?P<kind>[A-Z-]+)-(?P<version>[\d.]+)", self.licence)
        if not parts:
            return ""
        return f"https://creativecommons.org/licenses/{parts['kind'].lower()}/{parts['version']}/"


def read_facts(root: Path) -> Facts:
    """Read what there is to say.

    Args:
        root: The folder of the project.
    """
    config, citation, contents = (
        yaml.safe_load((root / name).read_text(encoding="utf-8"))
        for name in ("_config.yml", "CITATION.cff", "_toc.yml")
    )
    licences = citation["license"]
    licences = [licences] if isinstance(licences, str) else licences
    return Facts(
        title=config["title"],
        tab_title=config["sphinx"]["config"].get("lessonkit_tab_title", "Course"),
        authors=", ".join(_name(author) for author in citation["authors"]),
        version=str(citation["version"]),
        released=date.fromisoformat(str(citation["date-released"])),
        licence=next((each for each in licences if each.startswith("CC-")), licences[0]),
        pages=[
            name for name in page_names(contents) if not NOT_FOR_LEARNERS & set(name.split("/"))
        ],
    )


def page_names(contents: Any) -> Iterator[str]:
    """Yield the pages of a table of contents in reading order, whatever its parts and sections.

    Args:
        contents: What ``_toc.yml`` says, or a part of it.
    """
    if isinstance(contents, list):
        for part in contents:
            yield from page_names(part)
    elif isinstance(contents, dict):
        yield from (contents[key] for key in ("root", "file") if key in contents)
        for key in ("parts", "chapters", "sections"):
            yield from page_names(contents.get(key, []))


def _name(author: dict[str, str]) -> str:
    given = (author.get(key, "") for key in ("given-names", "family-names"))
    return author.get("name") or " ".join(filter(None, given))
