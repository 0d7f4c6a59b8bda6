"""One page that stands alone: a notebook's slides with their scripts, styles and policy."""

import base64
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from nbconvert import SlidesExporter
from nbformat import NotebookNode

from lessonkit.sphinx_ext.config import BookConfig
from lessonkit.sphinx_ext.own_files import (
    STATIC,
    hydrate_script,
    joined_script,
    own_text,
    words_of,
)
from lessonkit.sphinx_ext.standalone import standalone_policy
from lessonkit.words import LanguageError, language_in_use, use_language, words
from slides.live_widgets import LiveWidgets

REVEAL = STATIC / "vendor" / "reveal.js" / "dist"
TEMPLATES = Path(__file__).parent

SCRIPTS = (
    "elements",
    "safe_storage",
    "theme",
    "quick_exit",
    "slides_clock",
    "slides_parts",
    "slides_notes",
    "slides_contents",
    "slides",
)
"""The parts of the script, in order: each stands on those before it."""

STYLES = ("book", "quick_exit", "slides", "slides_activity", "slides_bar", "slides_print")
"""The parts of the style sheet, in order."""


@dataclass(frozen=True)
class Book:
    """What slides need to know of the book that they belong to."""

    course: str
    title: str
    language: str
    words: Path | None
    """A catalogue of its own, in its language."""
    tab_title: str
    quick_exit: str
    icon: str
    """The favicon, as an address that holds it."""


def read_book(root: Path) -> Book:
    """Read what there is to know.

    Args:
        root: The folder of the project.
    """
    settings = yaml.safe_load((root / "_config.yml").read_text(encoding="utf-8"))
    values = settings["sphinx"]["config"]
    usual = BookConfig()
    icon = root / settings["html"]["favicon"]
    return Book(
        course=values.get("lessonkit_course", usual.course),
        title=settings["title"],
        language=values.get("language", "en"),
        words=root / own if (own := values.get("lessonkit_words")) else None,
        tab_title=values.get("lessonkit_tab_title", usual.tab_title),
        quick_exit=values.get("lessonkit_quick_exit", usual.quick_exit),
        icon=f"data:image/svg+xml;base64,{base64.b64encode(icon.read_bytes()).decode()}",
    )


def speak_the_language_of(book: Book) -> None:
    """Say what slides say in a book's language, or in English where it has no words.

    Args:
        book: The book.
    """
    with suppress(LanguageError):
        use_language(book.words or book.language)


def slides_page(notebook: NotebookNode, book: Book, name: str) -> str:
    """Return a notebook's slides as a page.

    Args:
        notebook: The notebook, with the state of its widgets.
        book: What to say of the book.
        name: What the tab says, before the book.
    """
    said = words("slides_page")
    exporter = SlidesExporter(
        extra_template_basedirs=[str(TEMPLATES)],
        template_name="template",
        exclude_anchor_links=True,
    )
    exporter.register_preprocessor(LiveWidgets(), enabled=True)
    # The template puts them in; the policy has to know them all.
    given: dict[str, Any] = {
        "page": {
            "language": book.language,
            "direction": language_in_use()[1],
            "tab": words("page_meta")["tab"].format(page=name, book=book.tab_title),
            "icon": book.icon,
            "quick_exit": book.quick_exit,
            "said": said | words("quick_exit"),
            "assemble": lambda live: _assemble(book, live["scripts"], live["styles"]),
        }
    }
    html, _ = exporter.from_notebook_node(notebook, given)
    return f"{html.strip()}\n"


def _assemble(book: Book, scripts: Sequence[str], styles: Sequence[str]) -> dict[str, Any]:
    """Put the scripts and styles of a page in order, and name them in its policy."""
    own = "\n".join(own_text(stem, "css", True) for stem in STYLES)
    parts = {
        "start": own_text("page_start", "js", True).strip(),
        "styles": [(REVEAL / "reveal.css").read_text(encoding="utf-8"), *styles, own],
        "scripts": [
            (REVEAL / "reveal.js").read_text(encoding="utf-8"),
            _slides_script(book),
            "\n".join(scripts),
            hydrate_script(minified=True).content,
        ],
    }
    inline = [parts["start"], *parts["scripts"]]
    return parts | {"policy": standalone_policy(inline, parts["styles"])}


def _slides_script(book: Book) -> str:
    known = {"course": book.course, "quick_exit": book.quick_exit}
    constants = {"WORDS": words_of(SCRIPTS), "BOOK": known}
    return joined_script(True, "slides", SCRIPTS, constants).content
