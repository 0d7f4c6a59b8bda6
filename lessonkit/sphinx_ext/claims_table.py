"""The directive that prints the article's claims and what the evidence says: ``{claims-table}``.

It makes headings, lists and links, which need no script. A form above them, which a script brings
to life, shows only some of the claims.
"""

import json
from collections import Counter
from collections.abc import Iterable
from html import escape
from pathlib import Path, PurePosixPath
from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.docutils import SphinxDirective

from lessonkit.activities.problems import ActivityError
from lessonkit.activities.text import listed
from lessonkit.sphinx_ext import claims_file
from lessonkit.sphinx_ext.claims_file import (
    KINDS,
    MENTION,
    STRENGTHS,
    Claim,
    Claims,
    Section,
    load_claims,
    studies_in,
)
from lessonkit.sphinx_ext.config import book_config
from lessonkit.sphinx_ext.page_assets import bring
from lessonkit.sphinx_ext.warnings import BookWarning, warn
from lessonkit.words import CATALOGUE, counted, words

DEFAULT_FILE = "evidence.yaml"
_MARK = "lessonkit_claims"
"""Marks, in what Sphinx keeps of a page, that it has the claims."""
_NO_RATING = "none"
_PARTS = ("claims", "counts", "picture")


class ClaimsTable(SphinxDirective):
    """Prints the claims of a file, by default of ``evidence.yaml`` beside the page.

    ``:part: counts`` prints how many there are instead. ``:part: picture`` shows the picture named
    by ``:image:`` with an alternative text that has the numbers.
    """

    optional_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar = {
        "part": lambda written: directives.choice(written, _PARTS),
        "image": directives.unchanged_required,
    }

    def run(self) -> list[nodes.Node]:
        """Read the file and make what was asked for."""
        name = self.arguments[0] if self.arguments else DEFAULT_FILE
        path = Path(self.env.relfn2path(name)[1])
        bibliographies = self._bibliographies()
        program = (Path(__file__), Path(claims_file.__file__), CATALOGUE)
        for source in (path, *bibliographies, *program):
            self.env.note_dependency(str(source))
        studies = {key: known for file in bibliographies for key, known in studies_in(file).items()}
        try:
            found = load_claims(path, studies if bibliographies else None)
        except ActivityError as error:
            raise self.error(str(error)) from None
        match self.options.get("part"):
            case "counts":
                return self._counts(found)
            case "picture":
                return [self._picture(found)]
        return self._table(found, with_studies=bool(bibliographies))

    def _bibliographies(self) -> list[Path]:
        names: list[str] = getattr(self.config, "bibtex_bibfiles", None) or []
        files = [Path(self.env.srcdir) / name for name in names]
        return [file for file in files if file.is_file()]

    def _counts(self, found: Claims) -> list[nodes.Node]:
        """Say how many claims there are, of each rating and of each kind."""
        rows, said = found.rows(), self._words
        ratings, kinds = _by_strength(found), Counter(str(row.kind) for row in rows)
        intro = said["counts"].format(count=len(rows), sections=len(found.sections))
        items = [
            nodes.list_item("", nodes.paragraph("", "", *self._count(strength, ratings[strength])))
            for strength in STRENGTHS
        ]
        each = listed(said[f"kinds_{kind}"].format(count=kinds[kind]) for kind in KINDS)
        return [
            nodes.paragraph("", intro),
            nodes.bullet_list("", *items),
            nodes.paragraph("", said["by_kind"].format(kinds=each)),
        ]

    def _count(self, strength: str, count: int) -> list[nodes.Node]:
        return [*self._rating(strength), nodes.Text(f": {count}")]

    def _picture(self, found: Claims) -> nodes.image:
        """Show the picture of the counts, which an alternative text sums up."""
        rows = found.rows()
        leading = 0
        for section in found.sections:
            [(first, most), *others] = section.by_strength().most_common(2)
            leading += first == "moderate" and all(most > count for _, count in others)
        text = self._words["picture"].format(
            sections=len(found.sections),
            count=len(rows),
            ratings=self._ratings(_by_strength(found)),
            leading=leading,
        )
        return nodes.image("", uri=self.options.get("image", ""), alt=text)

    def _table(self, found: Claims, with_studies: bool) -> list[nodes.Node]:
        self.env.metadata[self.env.docname][_MARK] = "1"
        bring(self.env, "claims_table.css", "claims_table.js")
        lessons = self._lessons()
        if left_out := [row.id for row in found.rows() if row.id not in lessons]:
            warn(
                BookWarning.CLAIM_WITHOUT_LESSON,
                f"{self.env.docname}: no lesson teaches {', '.join(left_out)}. Name each of these "
                "claims in the metadata of a notebook, under lessonkit.claims.",
                self.env.docname,
            )
        sections = []
        for part in found.sections:
            rows = [self._row(row, lessons, with_studies) for row in part.claims]
            summary = counted(self._words, "summary", len(rows)).format(
                count=len(rows), ratings=self._ratings(part.by_strength())
            )
            section = nodes.section(
                "",
                nodes.title("", part.title),
                nodes.paragraph("", summary, classes=["lk-claims-summary"]),
                nodes.bullet_list("", *rows, classes=["lk-claims"]),
                classes=["lk-claims-section"],
            )
            section["names"].append(nodes.fully_normalize_name(part.id))
            self.state.document.note_implicit_target(section, section)
            sections.append(section)
        ids = [section["ids"][0] for section in sections]
        form = _form(found, dict(zip(ids, found.sections, strict=True)), self._words)
        return [nodes.raw("", form, format="html"), *sections]

    def _row(self, row: Claim, lessons: dict[str, str], with_studies: bool) -> nodes.list_item:
        said, number = self._words, row.id.lower()
        anchor = nodes.reference("", row.id, refid=number, classes=["lk-claim-number"])
        claim = nodes.paragraph("", "", anchor, nodes.Text(" "), nodes.strong("", row.claim))
        kind = nodes.inline("", said[f"kind_{row.kind}"], classes=["lk-claim-kind"])
        rated = nodes.paragraph(
            "", "", kind, nodes.Text(" "), *self._rating(row.strength), classes=["lk-claim-rated"]
        )
        more: list[nodes.Node] = []
        if row.id in lessons:
            link = self._inline(f"[]({lessons[row.id]})")
            lesson = nodes.inline("", f"{said['lesson']} ", *link, classes=["lk-claim-lesson"])
            more += [lesson, nodes.Text(" ")]
        if with_studies and row.studies:
            cited = self._inline(f"{{cite:p}}`{','.join(row.studies)}`")
            more.append(nodes.inline("", f"{said['studies']} ", *cited))
        content = [claim, rated, nodes.paragraph("", "", *_with_links(row.finding))]
        if more:
            content.append(nodes.paragraph("", "", *more, classes=["lk-claim-more"]))
        classes = ["lk-claim", f"lk-kind-{row.kind}", f"lk-strength-{row.strength}"]
        return nodes.list_item("", *content, ids=[number], classes=classes)

    def _rating(self, strength: str) -> list[nodes.Node]:
        """Return a rating as a link to what it means, which the extension makes a badge."""
        shown = self._words[f"strength_{strength}"]
        page = book_config(self.config).evidence_page
        docs = [doc for doc in self.env.found_docs if PurePosixPath(doc).name == page]
        if strength == _NO_RATING or not docs:
            return [nodes.inline("", shown, classes=["lk-claim-unrated"])]
        return self._inline(f"[{shown}]({self._path(docs[0])}#{strength})")

    def _ratings(self, counts: Counter[str]) -> str:
        said = self._words
        return listed(
            said[f"rated_{strength}"].format(count=counts[strength])
            for strength in STRENGTHS
            if counts[strength]
        )

    def _lessons(self) -> dict[str, str]:
        """Return for each claim that a notebook names the notebook's path."""
        found: dict[str, str] = {}
        for doc in sorted(self.env.found_docs):
            path = Path(self.env.doc2path(doc))
            if path.suffix != ".ipynb":
                continue
            self.env.note_dependency(str(path))
            metadata = json.loads(path.read_text(encoding="utf-8")).get("metadata", {})
            for claim in metadata.get("lessonkit", {}).get("claims", []):
                found.setdefault(claim, self._path(doc))
        return found

    def _path(self, doc: str) -> str:
        return f"/{PurePosixPath(self.env.doc2path(doc, base=False)).as_posix()}"

    def _inline(self, text: str) -> list[nodes.Node]:
        found, messages = self.parse_inline(text)
        return [*found, *messages]

    @property
    def _words(self) -> dict[str, str]:
        return words("claims_table")


def _by_strength(found: Claims) -> Counter[str]:
    return sum((section.by_strength() for section in found.sections), Counter())


def _with_links(finding: str) -> list[nodes.Node]:
    """Make each claim that a finding names a link to it."""
    made: list[nodes.Node] = []
    end = 0
    for match in MENTION.finditer(finding):
        made.append(nodes.Text(finding[end : match.start()]))
        made.append(nodes.reference("", match[0], refid=match[0].lower()))
        end = match.end()
    return [*made, nodes.Text(finding[end:])]


def _form(found: Claims, sections: dict[str, Section], said: dict[str, str]) -> str:
    """Write the form. Its controls stay off until the script has come."""
    selects = (
        ("section", {name: part.title for name, part in sections.items()}),
        ("kind", {kind: said[f"kind_{kind}"] for kind in KINDS}),
        ("strength", {strength: said[f"strength_{strength}"] for strength in STRENGTHS}),
    )
    total = len(found.rows())
    count = said["count"].format(shown=total, total=total)
    labels = "".join(
        f'<label>{escape(said[name])} <select name="{name}">'
        f"{_options([('', said[f'all_{name}']), *choices.items()])}</select></label>"
        for name, choices in selects
    )
    return (
        f'<form class="lk-claims-filter" autocomplete="off" '
        f'data-count="{escape(said["count"])}" data-nothing="{escape(said["nothing"])}">'
        f"<fieldset disabled><legend>{escape(said['filter'])}</legend>"
        f'<div class="lk-claims-selects">{labels}</div>'
        f'<div class="lk-claims-shown"><button type="reset">{escape(said["show_all"])}</button>'
        f'<output role="status">{escape(count)}</output></div></fieldset></form>'
    )


def _options(choices: Iterable[tuple[str, str]]) -> str:
    return "".join(
        f'<option value="{escape(value)}">{escape(text)}</option>' for value, text in choices
    )


def _has_claims(env: BuildEnvironment, page_name: str) -> bool:
    return _MARK in env.metadata.get(page_name, {})


def _make_linkable(app: Sphinx, doctree: nodes.document) -> None:
    """Let pages link to a claim or a section of them: ``[this](evidence.md#c57)``."""
    if _has_claims(app.env, app.env.docname):
        metadata: dict[str, Any] = app.env.metadata[app.env.docname]
        slugs = metadata.setdefault("myst_slugs", {})
        for row in doctree.findall(nodes.list_item):
            if "lk-claim" in row["classes"]:
                [number] = row["ids"]
                slugs[number] = (row.line or 0, number, number.upper())
        for section in doctree.findall(nodes.section):
            if "lk-claims-section" in section["classes"]:
                name = section["ids"][0]
                slugs[name] = (section.line or 0, name, section[0].astext())


def _outdated(
    app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
) -> list[str]:
    """Read the claims again when a page has come or gone, which may be a lesson."""
    return [page for page in env.found_docs if (added or removed) and _has_claims(env, page)]


def setup_claims_table(app: Sphinx) -> None:
    """Register the directive, and the steps that let pages link to what it prints."""
    app.add_directive("claims-table", ClaimsTable)
    app.connect("doctree-read", _make_linkable)
    app.connect("env-get-outdated", _outdated)
