"""The script and the style sheet of every page, and the scripts that a page brings later."""

from collections.abc import Mapping

from sphinx.application import Sphinx

from lessonkit.sphinx_ext.config import book_config
from lessonkit.sphinx_ext.course_map import course_map
from lessonkit.sphinx_ext.front_ends import Asset
from lessonkit.sphinx_ext.own_files import PAGE_STYLES, joined_script, own_text, words_of

SCRIPTS = (
    "elements",
    "safe_storage",
    "answers",
    "notices",
    "theme",
    "quick_exit",
    "place",
    "search_form",
    "offline",
    "late_scripts",
    "page",
)
"""The parts of the script, in order: each stands on those before it."""

ANSWERS_PANEL = ("elements", "choices", "remembering", "answers_panel")
PROGRESS_MARKS = ("elements", "course_progress", "progress_marks")
"""The parts of the scripts that most visits do without."""


def page_script(app: Sphinx) -> Asset:
    """Return the script of every page.

    Args:
        app: The application, for its settings.
    """
    config = book_config(app.config)
    panel, marks = late_scripts(app)
    book = {
        "course": config.course,
        "quick_exit": config.quick_exit,
        "answers_panel": panel.address,
        "progress_marks": marks.address if marks else "",
    }
    return joined_script(config.minify, "page", SCRIPTS, {"WORDS": words_of(SCRIPTS), "BOOK": book})


def late_scripts(app: Sphinx) -> tuple[Asset, Asset | None]:
    """Return the scripts that a page brings when there is a reason to.

    Args:
        app: The application, for its settings.

    Returns:
        What fills the panel of the reader's answers; and what marks what is done, which is None
        where the book has no course file.
    """
    minified = book_config(app.config).minify
    said = {"WORDS": words_of(ANSWERS_PANEL)}
    start = "startAnswersPanel(lessonkitPage)"
    panel = joined_script(minified, "answers_panel", ANSWERS_PANEL, said, start)
    activities = course_map(app.env).activities
    if not activities:
        return panel, None
    known = {"WORDS": words_of(PROGRESS_MARKS), "COURSE": activities}
    start = "startProgressMarks(lessonkitPage)"
    return panel, joined_script(minified, "progress_marks", PROGRESS_MARKS, known, start)


def page_style(app: Sphinx) -> Asset:
    """Return the style sheet of every page.

    Args:
        app: The application, for its settings.
    """
    minified = book_config(app.config).minify
    parts = [own_text(stem, "css", minified) for stem in PAGE_STYLES]
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
