"""The Furo theme under a configuration that Jupyter Book wrote for its own theme."""

from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.config import Config

from lessonkit.sphinx_ext.config import book_config
from lessonkit.words import words

TEMPLATES = Path(__file__).parent / "templates"

BOOK_THEME_OPTIONS = {
    "analytics",
    "extra_footer",
    "home_page_in_toc",
    "launch_buttons",
    "navbar_footer_text",
    "path_to_docs",
    "repository_branch",
    "repository_url",
    "search_bar_text",
    "use_edit_page_button",
    "use_issues_button",
    "use_repository_button",
}
"""What Jupyter Book always sets for sphinx-book-theme. Another unknown option still warns."""

BOOK_LISTINGS, LISTINGS = "sphinx", "a11y-high-contrast-light"
"""The colours of listings on a light page: what Jupyter Book sets, and what we set in its place."""

TEMPLATE_WORDS = ("page", "headings", "quick_exit", "notices", "answers_panel")
"""The sections whose words the templates say."""

UNUSED_EXTENSIONS = {"sphinx_thebe"}
"""Extensions of Jupyter Book that put scripts into a page which could only ask other hosts."""


def _adapt(app: Sphinx, config: Config) -> None:
    if config.html_theme == "furo":
        options = config.html_theme_options
        known = {name: options[name] for name in options if name not in BOOK_THEME_OPTIONS}
        # Links to a page's source, whose icons our pages do without.
        config.html_theme_options = {"top_of_page_buttons": [], **known}
        # Comments in Jupyter Book's colours are too pale for everyone to read.
        if config.pygments_style == BOOK_LISTINGS:
            config.pygments_style = LISTINGS
        # sphinx-book-theme adds its folder twice, and twice more in each build of one process.
        config.templates_path = [str(TEMPLATES), *dict.fromkeys(config.templates_path)]
    for listeners in app.events.listeners.values():
        for listener in list(listeners):
            if listener.handler.__module__ in UNUSED_EXTENSIONS:
                app.disconnect(listener.id)


def _give_words(
    app: Sphinx, page_name: str, template_name: str, context: dict[str, Any], doctree: object
) -> None:
    context["lessonkit_words"] = {
        entry: text for section in TEMPLATE_WORDS for entry, text in words(section).items()
    }
    context["lessonkit_book"] = book_config(app.config)


def _first_page(app: Sphinx) -> list[tuple[str, dict[str, Any], str]]:
    """Put a page at the book's address where its first page lies in a folder."""
    if app.config.root_doc == "index":
        return []
    return [("index", {}, "first_page.html")]


def setup_theme(app: Sphinx) -> None:
    """Connect the steps that fit the theme."""
    # After every other extension has set its own templates and options.
    app.connect("config-inited", _adapt, priority=900)
    app.connect("html-page-context", _give_words)
    app.connect("html-collect-pages", _first_page)
