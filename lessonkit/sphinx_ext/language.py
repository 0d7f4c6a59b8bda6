"""The language of a book: of its words, its pages, and the widgets that its notebooks make."""

import os
import re
from pathlib import Path
from typing import Any

from babel import Locale, UnknownLocaleError
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.errors import ConfigError

from lessonkit.sphinx_ext.config import book_config
from lessonkit.sphinx_ext.warnings import BookWarning, warn
from lessonkit.words import (
    ENGLISH,
    LANGUAGE_VARIABLE,
    LanguageError,
    catalogue_of,
    language_in_use,
    use_language,
)

_SIDES = {"left": "inline-start", "right": "inline-end"}
_PHYSICAL = re.compile(
    r"(?<=[{;\s])(?:(margin|padding|border)-(left|right)(?=[-:])|(left|right)(?=\s*:(?!\s*50%))"
    r"|(text-align|float)\s*:\s*(left|right)\b)"
)


def direction_of(config: Config) -> str:
    """Say which way the pages of a book run.

    Args:
        config: The configuration of the Sphinx application.

    Returns:
        ``"ltr"`` or ``"rtl"``: as the catalogue says where there is one for the book's language,
        and as Unicode's CLDR says elsewhere.
    """
    code, direction = language_in_use()
    language = str(config.language or ENGLISH).replace("_", "-")
    if language.partition("-")[0] == code.partition("-")[0]:
        return direction
    try:
        runs = Locale.parse(language, sep="-").text_direction
    except (UnknownLocaleError, ValueError):
        return "ltr"
    return "rtl" if runs == "right-to-left" else "ltr"


def mirrored(style: str) -> str:
    """Let a style sheet with left and right go by the direction of the lines instead.

    What is 50 % from a side stands in the middle, from where the style sheet moves it back.

    Args:
        style: The style sheet.

    Returns:
        A style sheet that looks the same where lines begin at the left.
    """

    def logical(found: re.Match[str]) -> str:
        edge, edge_side, side, way, way_side = found.groups()
        if edge:
            return f"{edge}-{_SIDES[edge_side]}"
        if side:
            return f"inset-{_SIDES[side]}"
        sides = {"left": "start", "right": "end"} if way == "text-align" else _SIDES
        return f"{way}:{sides[way_side]}"

    return _PHYSICAL.sub(logical, style)


def _choose(app: Sphinx, config: Config) -> None:
    """Let this process and the kernels that it starts speak the book's language."""
    own = book_config(config).words
    use_language(None)
    os.environ[LANGUAGE_VARIABLE] = ENGLISH
    language = str(Path(app.confdir) / own) if own else str(config.language or ENGLISH)
    try:
        catalogue_of(language)
    except LanguageError as error:
        if own:
            raise ConfigError(f"lessonkit_words: {error}") from error
        warn(BookWarning.MISSING_WORDS, f"{error} The interface of the book speaks English.", "")
        return
    os.environ[LANGUAGE_VARIABLE] = language
    try:
        language_in_use()
    except LanguageError as error:
        os.environ[LANGUAGE_VARIABLE] = ENGLISH
        raise ConfigError(f"lessonkit_words: {error}") from error


def _say_direction(
    app: Sphinx, page_name: str, template_name: str, context: dict[str, Any], doctree: object
) -> None:
    """Let the theme, which writes the language into the root element, write the direction, too."""
    language = str(context.get("language") or ENGLISH).replace("_", "-")
    is_mirrored = direction_of(app.config) == "rtl"
    context["language"] = f'{language}" dir="rtl' if is_mirrored else language


def _mirror_theme(app: Sphinx, exception: Exception | None) -> None:
    if exception or app.builder.format != "html" or direction_of(app.config) == "ltr":
        return
    for style in (Path(app.outdir) / "_static" / "styles").glob("furo*.css"):
        style.write_text(mirrored(style.read_text(encoding="utf-8")), encoding="utf-8")


def setup_language(app: Sphinx) -> None:
    """Connect the steps that give the book its language."""
    app.connect("config-inited", _choose, priority=100)
    # After every other extension has read the language as it is.
    app.connect("html-page-context", _say_direction, priority=950)
    app.connect("build-finished", _mirror_theme, priority=800)
