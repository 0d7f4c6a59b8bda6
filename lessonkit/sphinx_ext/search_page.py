"""The page to search the book with: Sphinx's search, in the book's own words."""

from typing import Any

from sphinx.application import Sphinx

from lessonkit.words import words


def _give_words(
    app: Sphinx, page_name: str, template_name: str, context: dict[str, Any], doctree: object
) -> None:
    if template_name == "search.html":
        context["lessonkit_search"] = words("search_page")


def setup_search_page(app: Sphinx) -> None:
    """Connect the step that gives the page its words."""
    app.connect("html-page-context", _give_words)
