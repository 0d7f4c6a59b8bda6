"""A page of the published book as a chapter: what is for a screen is gone, and ids are its own."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import urlsplit

from bs4 import BeautifulSoup, Tag

from workbook.parts import HEADINGS
from workbook.worksheet import Answers, as_on_paper, take_answers

FOR_A_SCREEN = (
    "script, style, template, noscript, form, button, output, dialog, [hidden], "
    ".lk-on-screen, .headerlink, .only-dark, .toctree-wrapper, "
    ".lk-live, .lk-fallback, .lk-failure, "
    # The words for the ear, in full, stand behind them.
    ".lk-minutes > [aria-hidden], "
    # Cards are cut out of sheets of their own.
    ".lk-cards-to-print"
)
NAMES_OTHERS = ("aria-labelledby", "aria-describedby", "for", "headers")


class NoPageError(Exception):
    """A page of the table of contents is not in the book."""


@dataclass
class Chapter:
    """One page on its way into the workbook."""

    name: str
    """The page's name, such as ``notebooks/01_before_you_start``."""

    body: Tag
    """Its section with the heading of level 1. It has the id `anchor`."""

    answers: list[Answers] = field(default_factory=list)
    """What was taken out of its worksheets."""

    @property
    def anchor(self) -> str:
        """The id of the chapter, and the beginning of every id in it."""
        return self.name.replace("/", "-")

    @property
    def number(self) -> int | None:
        """The number of the lesson, where it is one."""
        number = re.match(r"\d+(?=_)", self.name.rpartition("/")[2])
        return int(number[0]) if number else None

    @property
    def title(self) -> str:
        """The heading of level 1."""
        return self.body.h1.get_text().strip()

    @property
    def ids(self) -> set[str]:
        """Every id in the chapter."""
        return {self.body["id"], *(part["id"] for part in self.body.select("[id]"))}


def read_chapter(book: Path, name: str) -> Chapter:
    """Read a page of the published book.

    Args:
        book: The folder of the book.
        name: The name of the page.

    Raises:
        NoPageError: It is not there, or has no content.
    """
    path = book / f"{name}.html"
    if not path.is_file():
        raise NoPageError(f"There is no {path.name} in {path.parent}")
    return make_chapter(path.read_text(encoding="utf-8"), name)


def make_chapter(html: str, name: str) -> Chapter:
    """Turn a page into a chapter.

    Args:
        html: The page.
        name: Its name.

    Raises:
        NoPageError: It has no content.
    """
    page = BeautifulSoup(html, "html.parser")
    body = page.select_one("[role=main] section:has(> h1)")
    if body is None:
        raise NoPageError(f"{name} has no section with a heading in its main part")
    chapter = Chapter(name, body.extract())
    for part in body.select(FOR_A_SCREEN):
        part.decompose()
    for number, slot in enumerate(body.select(".lk-widget"), start=1):
        _leave_worksheet(slot, number)
    _name_own_ids(chapter)
    _place_pictures(chapter)
    for sheet in body.select(".lk-worksheet[id]"):
        if answers := take_answers(sheet):
            chapter.answers.append(answers)
    level_headings(body)
    as_on_paper(body)
    for answers in chapter.answers:
        as_on_paper(answers.body)
    return chapter


def _leave_worksheet(slot: Tag, number: int) -> None:
    """Put a widget's worksheet in its place, under an id to lead to."""
    sheet = slot.select_one(".lk-worksheet")
    if sheet is None:
        slot.decompose()
        return
    sheet["id"] = slot.get("id") or f"activity-{number}"
    slot.replace_with(sheet)


def _name_own_ids(chapter: Chapter) -> None:
    start = f"{chapter.anchor}--"
    top = chapter.body.get("id")
    for part in chapter.body.select("[id]"):
        part["id"] = start + part["id"]
    for attribute in NAMES_OTHERS:
        for part in chapter.body.select(f"[{attribute}]"):
            named = part[attribute]
            names = named if isinstance(named, list) else named.split()
            part[attribute] = " ".join(start + each for each in names)
    for link in chapter.body.select('a[href^="#"]'):
        wanted = link["href"][1:]
        link["href"] = f"#{chapter.anchor if wanted == top else start + wanted}"
    chapter.body["id"] = chapter.anchor


def _place_pictures(chapter: Chapter) -> None:
    for picture in chapter.body.select("img"):
        # A picture that waits for somebody to scroll to it would not be printed.
        picture.attrs.pop("loading", None)
        if not urlsplit(picture["src"]).scheme:
            picture["src"] = "/" + normpath(join(dirname(chapter.name), picture["src"]))


def level_headings(body: Tag) -> None:
    """Close the gaps between the levels of headings, so that each is one below its parent's.

    Args:
        body: What holds the headings; the first is of the level 1.
    """
    above: list[int] = []
    for heading in body.find_all(HEADINGS):
        level = int(heading.name[1])
        while above and above[-1] >= level:
            above.pop()
        above.append(level)
        heading.name = f"h{len(above)}"
