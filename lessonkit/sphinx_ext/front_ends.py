"""Widgets' front ends as files that a page shares. Pure functions."""

import hashlib
import re
from collections.abc import Collection
from dataclasses import dataclass, field
from itertools import groupby
from typing import ClassVar

from lessonkit.sphinx_ext.embed import json_for_html
from lessonkit.sphinx_ext.minify import minify
from lessonkit.sphinx_ext.widget_state import Model
from lessonkit.widgets._front_end import front_ends_with, late_function, parts_of

OURS = "lessonkit."
SHARED_BY = 3
"""A part that so many front ends have is a file of its own, which a reader loads once."""

_REMOTE_SCRIPT = re.compile(
    r"""\b(?:from|import)\s*\(?\s*["'`](?:https?:)?//([^/"'`\s]+)"""
    r"""|["'`](?:https?:)?//((?:[\w.-]+\.)?(?:esm\.sh|esm\.run|unpkg\.com|jsdelivr\.net"""
    r"""|cdnjs\.cloudflare\.com|skypack\.dev|jspm\.(?:io|dev)|googleapis\.com))\b"""
    r"""|^https?://([^/\s]+)"""
)
_REMOTE_STYLE = re.compile(
    r"""(?:@import\s*["']|url\(\s*["']?)(?:https?:)?//([^/"')\s]+)|^https?://([^/\s]+)"""
)

FOLDER = "_static/lessonkit"
"""Where the book keeps the files that its pages share, from its root."""


@dataclass(frozen=True)
class Asset:
    """A file that pages share, named after its content."""

    stem: str
    suffix: str
    text: str

    is_late: ClassVar[bool] = False
    """Whether a view does without the file until a learner asks for what is in it."""

    @property
    def name(self) -> str:
        """The name without its ending, such as ``sorting_exercise-1a2b3c4d``."""
        return f"{self.stem}-{hashlib.sha256(self.text.encode()).hexdigest()[:8]}"

    @property
    def file_name(self) -> str:
        """The name of the file."""
        return f"{self.name}.{self.suffix}"

    @property
    def address(self) -> str:
        """Where the file is, from the book's root."""
        return f"{FOLDER}/{self.file_name}"

    @property
    def content(self) -> str:
        """What is written to the file."""
        return self.text


@dataclass(frozen=True)
class Registered(Asset):
    """A value in JSON that a classic script registers, for the page to find.

    A module, or JSON, cannot be loaded from a page that was opened as a file; a classic script can.
    """

    @property
    def content(self) -> str:
        """The script."""
        name = json_for_html(self.file_name)
        return f"(self.lessonkitFiles??={{}})[{name}]={self.text};\n"


@dataclass(frozen=True)
class LateScript(Registered):
    """A function that a classic script registers, for a front end to find when it needs it."""

    is_late = True

    @property
    def content(self) -> str:
        """The script, as strict as the module from which the function was taken."""
        return f'"use strict";{super().content}'


@dataclass
class PageFiles:
    """The files that the views of a page need, each once."""

    at_once: list[Asset] = field(default_factory=list)
    """Those of the first view, which the page loads itself."""

    later: list[Asset] = field(default_factory=list)
    """Those that only later views need."""

    def add(self, asset: Asset, at_once: bool) -> None:
        """Take a file in, unless it is here already."""
        if asset not in (*self.at_once, *self.later):
            (self.at_once if at_once else self.later).append(asset)


def stem_of(model: Model) -> str:
    """Name a widget's files after its class.

    Args:
        model: The widget's model.

    Returns:
        The name of the class in snake case.
    """
    name = str(model.state.get("_anywidget_id", "")).rpartition(".")[2]
    words = re.sub(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", name).lower()
    return re.sub(r"[^a-z0-9_]", "", words) or "widget"


def front_end_of(model: Model, minified: bool) -> list[Asset]:
    """Return a widget's module, as files that hold its texts.

    Args:
        model: The widget's model.
        minified: Whether to make the texts small. Only those of ours are touched.

    Returns:
        What it needs late; the parts that it has in common with others; and last its own file:
        the texts in order, and in the place of a common part the name of its file.
    """
    text = model.state.get("_esm", "")
    files: list[Asset] = []
    parts: dict[str, str] = {}
    for name, part in (parts_of(text) or {"": text}).items():
        function = late_function(part)
        if function is not None:
            late = LateScript(
                name.removesuffix(".js"), "js", _small(function, "js", model, minified)
            )
            files.append(late)
            brought = f"await self.lessonkitBring({json_for_html(late.file_name)})"
            part = part.replace(function, brought)
        parts[name] = _small(part, "js", model, minified)
    pieces: list[str | dict[str, str]] = []
    for sharers, names in groupby(parts, _sharers):
        group = list(names)
        piece = "\n".join(parts[name] for name in group)
        if not sharers:
            pieces.append(piece)
            continue
        stem = group[-1].removesuffix(".js")
        files.append(Registered(stem, "js", json_for_html(piece)))
        pieces.append({"file": files[-1].file_name})
    return [*files, Registered(stem_of(model), "js", json_for_html(pieces))]


def _sharers(part: str) -> frozenset[str]:
    """Name the front ends that load a part from one file; none where each brings its own."""
    found = front_ends_with(part)
    return found if len(found) >= SHARED_BY else frozenset()


def styles_of(model: Model, minified: bool, of_the_page: Collection[str] = ()) -> list[Asset]:
    """Return a widget's style sheets.

    Args:
        model: The widget's model.
        minified: Whether to make the texts small. Only those of ours are touched.
        of_the_page: The file names of the parts that every page has already.

    Returns:
        The parts that it has in common with others, which a page must not load again behind
        another widget's own style, and last its own, if there is one.
    """
    text = model.state.get("_css", "")
    if text.startswith(("http://", "https://")):
        text = f"@import url({json_for_html(text)});"
    parts = parts_of(text) or {"": text}
    shared, own = [], []
    for name, part in parts.items():
        small = _small(part, "css", model, minified)
        if name in of_the_page or not small:
            continue
        if _sharers(name):
            shared.append(Asset(name.removesuffix(".css"), "css", small))
        else:
            own.append(small)
    return [*shared, *([Asset(stem_of(model), "css", "\n".join(own))] if own else [])]


def remote_hosts(model: Model) -> list[str]:
    """Find the hosts from which a widget loads code or styles.

    Args:
        model: The widget's model.

    Returns:
        The hosts' names, each once.
    """
    found = [
        *_REMOTE_SCRIPT.findall(model.state.get("_esm", "")),
        *_REMOTE_STYLE.findall(model.state.get("_css", "")),
    ]
    return sorted({host for hosts in found for host in hosts if host})


def _small(text: str, suffix: str, model: Model, minified: bool) -> str:
    is_ours = str(model.state.get("_anywidget_id", "")).startswith(OURS)
    return minify(text, suffix) if minified and is_ours else text
