"""Scripts and style sheets of lessonkit's own, joined from their parts. No page, no Sphinx."""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from lessonkit.sphinx_ext.embed import json_for_html
from lessonkit.sphinx_ext.front_ends import Asset
from lessonkit.sphinx_ext.minify import minify
from lessonkit.words import has_words, words

STATIC = Path(__file__).parent.parent / "static"

PAGE_STYLES = (
    "book",
    "common",
    "choices",
    "drawers",
    "notices",
    "quick_exit",
    "answers_panel",
    "progress_marks",
    "headings",
    "search_form",
    "print",
)
"""The parts of the style sheet of every page of a book. A widget's own need not repeat them."""

HYDRATE = ("live_files", "live_answers", "live_models", "live_widgets", "hydrate")
"""The parts of the script that brings widgets to life, in order: each stands on those before it."""

_HYDRATE_SAYS = ("failed", "cause", "missing_file", "retry", "waiting")


@cache
def own_text(stem: str, suffix: str, minified: bool) -> str:
    """Return a file of lessonkit's own.

    Args:
        stem: The name of the file.
        suffix: ``"css"`` or ``"js"``.
        minified: Whether to take out what only people read.
    """
    text = (STATIC / f"{stem}.{suffix}").read_text(encoding="utf-8")
    return minify(text, suffix) if minified else text


def joined_script(
    minified: bool, name: str, stems: Sequence[str], known: Mapping[str, object], start: str = ""
) -> Asset:
    """Join parts into one script.

    Args:
        minified: Whether to take out what only people read.
        name: The name of the script.
        stems: The names of the parts, in order.
        known: Constants that the parts find, such as ``WORDS``.
        start: A statement to end with.
    """
    constants = ",".join(f"{each}={json_for_html(value)}" for each, value in known.items())
    parts = "\n".join(own_text(stem, "js", False) for stem in stems)
    text = f'"use strict";{{const {constants};\n{parts}\n{start}}}\n'
    return Asset(name, "js", minify(text, "js") if minified else text)


def words_of(stems: Sequence[str]) -> dict[str, str]:
    """Return the words that the parts of a script say.

    Args:
        stems: The names of the parts.
    """
    said: dict[str, str] = {}
    for section in filter(has_words, stems):
        said |= words(section)
    return said


def hydrate_script(minified: bool) -> Asset:
    """Return the script that brings widgets to life.

    Args:
        minified: Whether to take out what only people read.
    """
    said = {entry: words("hydrate")[entry] for entry in _HYDRATE_SAYS}
    return joined_script(minified, "hydrate", HYDRATE, {"WORDS": said})
