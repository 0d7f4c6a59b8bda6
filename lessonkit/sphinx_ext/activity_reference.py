"""The directive that lists every key of a kind of activity: ``{activity-reference} sorting``.

All of it comes from the models with which a file is checked, so the two cannot differ.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from lessonkit import activities
from lessonkit.activities.kinds import KINDS
from lessonkit.activities.text import listed
from lessonkit.sphinx_ext.activity_keys import Key, KeyGroup, key_groups
from lessonkit.sphinx_ext.anchors import note_anchor
from lessonkit.sphinx_ext.page_assets import bring
from lessonkit.sphinx_ext.rules_in_words import rule_in_words
from lessonkit.words import CATALOGUE, words

_WITHIN = " \N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK} "
_PLACE = re.compile(r"\{(\w+)\}")


class ActivityReference(SphinxDirective):
    """Lists the keys of a kind of activity, those of each part in a section of its own."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Read the models and make the lists."""
        kind = self.arguments[0]
        if kind not in KINDS:
            raise self.error(f"There is no kind {kind!r}. Write one of {listed(KINDS, 'or')}.")
        program = Path(activities.__file__).parent.rglob("*.py")
        for source in (CATALOGUE, *sorted(program), *sorted(Path(__file__).parent.glob("*.py"))):
            self.env.note_dependency(str(source))
        bring(self.env, "activity_reference.css")
        own, *parts = key_groups(kind)
        return [*self._list(own), *(self._section(group) for group in parts)]

    def _section(self, group: KeyGroup) -> nodes.section:
        said = words("activity_reference")["each_entry" if group.many else "inside"]
        title = nodes.title("", "", *_filled(said, key=_WITHIN.join(group.path)))
        anchor = _anchor("keys-of", group.path)
        note_anchor(self.env, anchor, title.astext())
        return nodes.section("", title, *self._list(group), ids=[anchor])

    def _list(self, group: KeyGroup) -> list[nodes.Node]:
        for key in group.keys:
            note_anchor(self.env, _anchor("key", key.path), key.name)
        items = [_item(key) for key in group.keys]
        about = nodes.paragraph("", group.about)
        return [about, nodes.definition_list("", *items, classes=["lk-activity-keys"])]


def _anchor(prefix: str, path: tuple[str, ...]) -> str:
    return nodes.make_id("-".join((prefix, *path)))


def _item(key: Key) -> nodes.definition_list_item:
    anchor = _anchor("key", key.path)
    link = nodes.reference("", "", nodes.literal("", key.name), refid=anchor)
    term = nodes.term("", "", link, ids=[anchor])
    definition = nodes.definition("", nodes.paragraph("", key.about))
    if key.values:
        meanings = (
            nodes.paragraph("", "", nodes.literal("", value), nodes.Text(f": {meaning}"))
            for value, meaning in key.values.items()
        )
        definition += nodes.bullet_list("", *(nodes.list_item("", each) for each in meanings))
    definition += nodes.paragraph("", "", *_rule(key), classes=["lk-activity-rule"])
    return nodes.definition_list_item("", term, definition)


def _rule(key: Key) -> Iterator[nodes.Node]:
    """Say what may stand behind a key, and whether it must be there."""
    said = words("activity_reference")
    sentences: list[list[nodes.Node]] = [[nodes.Text(rule_in_words(key.schema))]]
    if key.has_keys:
        link = nodes.reference("", said["own_keys"], refid=_anchor("keys-of", key.path))
        sentences.append([link])
    if key.unless:
        other, value = key.unless
        sentences.append(_filled(said["required_unless"], key=other, value=value))
    elif key.required:
        sentences.append([nodes.strong("", said["required"])])
    elif key.default is not None:
        value = str(key.default).lower() if isinstance(key.default, bool) else str(key.default)
        sentences.append(_filled(said["default"], value=value))
    else:
        sentences.append([nodes.Text(said["optional"])])
    sentences += [_filled(said["needs"], key=other) for other in key.needs]
    for number, sentence in enumerate(sentences):
        yield from [nodes.Text(" "), *sentence] if number else sentence


def _filled(sentence: str, **code: str) -> list[nodes.Node]:
    """Put keys and values, as code, into the places of a sentence."""
    pieces = _PLACE.split(sentence)
    return [
        nodes.literal("", code[piece]) if number % 2 else nodes.Text(piece)
        for number, piece in enumerate(pieces)
        if piece
    ]


def setup_activity_reference(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("activity-reference", ActivityReference)
