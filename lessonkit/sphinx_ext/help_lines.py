"""The directive that prints help lines by country: ``{help-lines}``.

It makes headings, lists and links, and nothing that needs a script.
"""

import re
from pathlib import Path
from typing import ClassVar
from urllib.parse import urlsplit

from babel.dates import format_date
from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from lessonkit.activities.problems import ActivityError
from lessonkit.sphinx_ext import help_lines_file
from lessonkit.sphinx_ext.help_lines_file import HelpLines, Line, Place, load_help_lines
from lessonkit.words import CATALOGUE, words

DEFAULT_FILE = "help_lines.yaml"
ANYWHERE = "anywhere"
"""The id of the place whose lines stand beside the emergency numbers."""

_EMERGENCY = "emergency"
_PARTS = (_EMERGENCY, "lines")
_GAP = re.compile(r"\{(\w+)\}")


class HelpLinesDirective(SphinxDirective):
    """Prints the lines of a file, by default of ``help_lines.yaml`` beside the page.

    Without ``:part:``, first what helps in danger, then the lines of each place; with
    ``:part: emergency`` or ``:part: lines``, one of the two.
    """

    optional_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar = {"part": lambda written: directives.choice(written, _PARTS)}

    def run(self) -> list[nodes.Node]:
        """Read the file and make the headings and lists."""
        name = self.arguments[0] if self.arguments else DEFAULT_FILE
        path = Path(self.env.relfn2path(name)[1])
        for source in (path, Path(__file__), Path(help_lines_file.__file__), CATALOGUE):
            self.env.note_dependency(str(source))
        try:
            found = load_help_lines(path)
        except ActivityError as error:
            raise self.error(str(error)) from None
        parts = [self.options["part"]] if "part" in self.options else _PARTS
        made: list[nodes.Node] = []
        for part in parts:
            made += self._emergency(found) if part == _EMERGENCY else self._lines(found)
        return made

    def _emergency(self, found: HelpLines) -> list[nodes.Node]:
        items = [
            nodes.list_item(
                "",
                nodes.paragraph(
                    "", "", nodes.strong("", place.name), nodes.Text(". "), *self._sentences(line)
                ),
            )
            for place in found.places
            for line in place.lines
            if _EMERGENCY in line.kinds
        ]
        elsewhere = nodes.paragraph("", self._words["elsewhere"])
        beside = [place for place in found.places if place.id == ANYWHERE]
        lists = [self._list(_other_lines(place)) for place in beside]
        emergency = nodes.bullet_list("", *items, classes=["lk-help-lines"])
        return [self._section(self._words["in_danger"], [emergency, elsewhere, *lists])]

    def _lines(self, found: HelpLines) -> list[nodes.Node]:
        return [
            self._section(place.name, [self._list(lines)])
            for place in found.places
            if place.id != ANYWHERE and (lines := _other_lines(place))
        ]

    def _section(self, title: str, content: list[nodes.Node]) -> nodes.section:
        section = nodes.section("", nodes.title("", title), *content)
        section["names"].append(nodes.fully_normalize_name(title))
        self.state.document.note_implicit_target(section, section)
        return section

    def _list(self, lines: list[Line]) -> nodes.bullet_list:
        items = []
        for line in lines:
            said = nodes.paragraph("", "", *self._sentences(line))
            items.append(nodes.list_item("", self._named(line), said))
        return nodes.bullet_list("", *items, classes=["lk-help-lines"])

    def _named(self, line: Line) -> nodes.paragraph:
        kinds = [self._words[f"kind_{kind.replace('-', '_')}"] for kind in line.kinds]
        gaps: dict[str, list[nodes.Node]] = {
            "name": [nodes.strong("", line.name)],
            "kinds": [nodes.Text(", ".join(kinds))],
        }
        return nodes.paragraph("", "", *_filled(self._words["named"], gaps))

    def _sentences(self, line: Line) -> list[nodes.Node]:
        """Say how a line is reached, what it is for, and when it was checked."""
        said = self._words
        checked = "checked_stored" if line.seen_in == "stored copy" else "checked_live"
        day = format_date(line.checked, "d MMMM y", locale=self.config.language or "en")
        note = nodes.inline("", said[checked].format(day=day), classes=["lk-checked"])
        languages = line.languages and said["languages"].format(languages=line.languages)
        sentences = [line.what, line.hours, line.cost, languages]
        text = nodes.Text(" ".join(sentence for sentence in sentences if sentence))
        reached = self._reached(line)
        return _joined([reached, [text], [note]] if reached else [[text], [note]], " ")

    def _reached(self, line: Line) -> list[nodes.Node]:
        said = self._words
        parts: list[list[nodes.Node]] = []
        if line.phones:
            numbers: list[list[nodes.Node]] = [
                [_link(f"tel:{_dialled(phone)}", phone)] for phone in line.phones
            ]
            joined = _joined(numbers, f" {said['joint']} ")
            parts.append(_filled(said["calls"], {"numbers": joined}))
        if line.text:
            word = line.text_word
            body = f"?body={word}" if word else ""
            number: list[nodes.Node] = [_link(f"sms:{_dialled(line.text)}{body}", line.text)]
            gaps: dict[str, list[nodes.Node]] = {"number": number}
            if word:
                gaps["word"] = [nodes.strong("", word)]
            parts.append(_filled(said["text_word" if word else "text"], gaps))
        if line.address:
            link = _link(line.address, _shown_address(line.address), rel="noopener noreferrer")
            parts.append([link, nodes.Text(".")])
        return _joined(parts, " ")

    @property
    def _words(self) -> dict[str, str]:
        return words("help_lines")


def _other_lines(place: Place) -> list[Line]:
    return [line for line in place.lines if _EMERGENCY not in line.kinds]


def _link(target: str, shown: str, **attributes: str) -> nodes.reference:
    return nodes.reference("", shown, refuri=target, **attributes)


def _dialled(number: str) -> str:
    return re.sub(r"[^+0-9]", "", number)


def _shown_address(address: str) -> str:
    parts = urlsplit(address)
    return parts.netloc + parts.path.rstrip("/")


def _joined(groups: list[list[nodes.Node]], between: str) -> list[nodes.Node]:
    """Put groups of nodes one after the other, with a text between them."""
    made: list[nodes.Node] = []
    for number, group in enumerate(groups):
        made += [nodes.Text(between), *group] if number else group
    return made


def _filled(sentence: str, gaps: dict[str, list[nodes.Node]]) -> list[nodes.Node]:
    """Put nodes into the places of a sentence."""
    made: list[nodes.Node] = []
    for number, part in enumerate(_GAP.split(sentence)):
        if number % 2:
            made += gaps[part]
        elif part:
            made.append(nodes.Text(part))
    return made


def setup_help_lines(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("help-lines", HelpLinesDirective)
