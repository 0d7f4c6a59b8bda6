"""The one script and the one style sheet that every page of the book loads."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from sphinx.application import Sphinx

from lessonkit.sphinx_ext.config import book_config
from lessonkit.sphinx_ext.embed import json_for_html
from lessonkit.sphinx_ext.front_ends import Asset
from lessonkit.sphinx_ext.minify import minify
from lessonkit.words import has_words, words

STATIC = Path(__file__).parent.parent / "static"

SCRIPTS = (
    "elements",
    "choices",
    "remembering",
    "safe_storage",
    "answers",
    "notices",
    "theme",
    "quick_exit",
    "answers_panel",
    "course_progress",
    "progress_marks",
    "place",
    "search_form",
    "offline",
    "page",
)
"""The parts of the script, in order: each stands on those before it."""

STYLES = (
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
"""The parts of the style sheet. A widget's own need not repeat them."""


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


def page_script(app: Sphinx, course_data: str) -> Asset:
    """Return the script of every page.

    Args:
        app: The application, for its settings.
        course_data: The address of the script that says what there is to do, from the book's root;
            empty where there is none.
    """
    config = book_config(app.config)
    said: dict[str, str] = {}
    for section in filter(has_words, SCRIPTS):
        said |= words(section)
    book = {
        "course": config.course,
        "quick_exit": config.quick_exit,
        "course_data": course_data,
    }
    constants = f"const WORDS={json_for_html(said)},BOOK={json_for_html(book)};"
    parts = "\n".join(own_text(stem, "js", False) for stem in SCRIPTS)
    text = f'"use strict";{{{constants}\n{parts}}}'
    return Asset("page", "js", minify(text, "js") if config.minify else text)


def page_style(app: Sphinx) -> Asset:
    """Return the style sheet of every page.

    Args:
        app: The application, for its settings.
    """
    minified = book_config(app.config).minify
    parts = [own_text(stem, "css", minified) for stem in STYLES]
    return Asset("page", "css", "\n".join([_variables(app.config.html_theme_options), *parts]))


def _variables(options: Mapping[str, object]) -> str:
    """Return the theme's colours as a publisher has set them, which Furo writes into each page."""
    light = _declarations(options.get("light_css_variables"))
    dark = _declarations(options.get("dark_css_variables"))
    rules = [f"body{{{light}}}"] if light else []
    if dark:
        rules.append(
            f"@media not print{{body[data-theme=dark]{{{dark}}}"
            f"@media(prefers-color-scheme:dark){{body:not([data-theme=light]){{{dark}}}}}}}"
        )
    return "".join(rules)


def _declarations(variables: object) -> str:
    given = variables if isinstance(variables, Mapping) else {}
    return ";".join(f"--{name}:{value}" for name, value in given.items())
