"""The warnings of the extension, by kind."""

from enum import Enum


class BookWarning(Enum):
    """Kinds of warning; each is silenced as ``lessonkit.<value>`` in ``suppress_warnings``."""

    STOCK_WIDGET = "stock_widget"
    """A page shows a control of ipywidgets, which is dead without a kernel."""

    MISSING_STATE = "missing_state"
    """A page shows a widget whose state the notebook did not save."""

    REMOTE_IMPORT = "remote_import"
    """A widget or a page loads something from another host, which tells that host who reads."""

    SHARED_KEY = "shared_key"
    """Two widgets on a page save the learner's answers under one key, each over the other's."""

    NO_ALTERNATIVE = "no_alternative"
    """A picture has no alternative text, so a reader who does not see it gets nothing."""

    CLAIM_WITHOUT_LESSON = "claim_without_lesson"
    """No lesson names a claim of the article, so the page of claims leads to none from there."""

    MISSING_WORDS = "missing_words"
    """No catalogue has the words of the interface in the book's language."""

    CARD_TOO_LONG = "card_too_long"
    """The text of a card to print does not fit on it in type that is fit to be read."""


def warn(kind: BookWarning, message: str, page_name: str) -> None:
    """Log a warning that names its kind.

    Args:
        kind: The kind of warning.
        message: What is wrong, where, and what to do.
        page_name: The page that it is about.
    """
    # Whoever only names a kind has no need of Sphinx.
    from sphinx.util import logging

    logging.getLogger("lessonkit.sphinx_ext").warning(
        f"{message} [lessonkit.{kind.value}]",
        type="lessonkit",
        subtype=kind.value,
        location=page_name,
    )
