"""A worksheet as it is on paper: answers are elsewhere, and what was typed as a line is a line."""

import re
from dataclasses import dataclass

from bs4 import NavigableString, Tag

from lessonkit.words import words
from lessonkit.worksheets.html import BOX, WIDE_SPACE
from workbook.parts import HEADINGS, make

_BLANK = re.compile(r"(_{5,})")
_ONLY_LINES = re.compile(r"\s*_[_\s]*")


@dataclass
class Answers:
    """What a reader is to see after the worksheet is filled in."""

    activity: str
    """The id of the worksheet."""

    title: str
    """The worksheet's title."""

    name: str
    """What the worksheet calls them, such as ``Answers``."""

    body: Tag
    """The answers, without a heading."""

    place: Tag
    """An empty paragraph of the worksheet, where the way to the answers is to stand."""

    @property
    def anchor(self) -> str:
        """The id of the answers."""
        return f"{self.activity}--answers"


def take_answers(sheet: Tag) -> Answers | None:
    """Take the answers out of a worksheet, if it has any: all that follows their heading.

    Args:
        sheet: The worksheet. It has an id.
    """
    names = words("worksheet")
    wanted = {names["answers"], names["what_choices_did"]}
    headings = sheet.find_all(HEADINGS, recursive=False)
    heading = next((each for each in headings[1:] if each.get_text() in wanted), None)
    if heading is None:
        return None
    body, place = make("div", style="answers"), make("p", style="way")
    body.extend([part.extract() for part in list(heading.next_siblings)])
    heading.replace_with(place)
    return Answers(sheet["id"], headings[0].get_text(), heading.get_text(), body, place)


def as_on_paper(part: Tag) -> None:
    """Turn the underscores and boxes of worksheets into lines and choices that a style can shape.

    Args:
        part: What holds worksheets, or a part of one.
    """
    for block in part.find_all(["p", "td"]):
        if _ONLY_LINES.fullmatch(block.get_text()):
            _rule(block)
    for string in part.find_all(string=_BLANK):
        pieces = _BLANK.split(string)
        shown = [make("span", style="blank") if _BLANK.match(each) else each for each in pieces]
        string.replace_with(*shown)
    for string in part.find_all(string=lambda text: WIDE_SPACE in text):
        _keep_choices_whole(string)
    for block in part.find_all(["p", "li"]):
        if block.get_text().startswith(BOX) and not block.find(class_="choice"):
            block["class"] = [*block.get("class", []), "option"]


def _rule(block: Tag) -> None:
    """Make ruled lines of a paragraph of underscores; a cell of a table is room enough."""
    count = len(block.find_all("br")) + 1
    block.clear()
    if block.name == "p":
        block.name = "div"
        block["class"] = "lines"
        block.extend([make("div", style="line") for _ in range(count)])
    else:
        block["class"] = "room"


def _keep_choices_whole(string: NavigableString) -> None:
    # The first one may follow words, such as "First time:".
    pieces = re.split(f"{WIDE_SPACE}|(?={BOX})", string)
    shown: list[Tag | str] = []
    for piece in filter(str.strip, pieces):
        if piece.startswith(BOX):
            shown += [make("span", piece, "choice"), " "]
        else:
            shown.append(piece)
    string.replace_with(*shown)
