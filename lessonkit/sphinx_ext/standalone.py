"""A page that stands alone: its live widgets, scripts, styles and policy, all in one file."""

import base64
import hashlib
from collections.abc import Iterable, Sequence

from lessonkit.sphinx_ext.config import BookConfig
from lessonkit.sphinx_ext.embed import json_for_html
from lessonkit.sphinx_ext.front_ends import Registered, styles_of
from lessonkit.sphinx_ext.warnings import BookWarning
from lessonkit.sphinx_ext.widget_page import WidgetPage
from lessonkit.sphinx_ext.widget_state import Model


class DeadWidgetError(ValueError):
    """A widget would be dead on its page."""


class StandaloneWidgets:
    """Collects the widget views of a page, and the scripts and styles that bring them to life.

    Example:
        >>> widgets = StandaloneWidgets("slides", models, minified=True)
        >>> html = widgets.view("485a…", static_form)
        >>> scripts, styles = widgets.scripts, widgets.styles
    """

    def __init__(self, name: str, models: dict[str, Model], *, minified: bool) -> None:
        """Start with an empty page.

        Args:
            name: The name of the page.
            models: The models of the widgets, by id.
            minified: Whether to take out what only people read.
        """
        self._models = models
        self._minified = minified
        self._page = WidgetPage(name, models, BookConfig(minify=minified), _refuse)
        self._styles: dict[str, str] = {}

    def view(self, model_id: str, static_form: str = "") -> str:
        """Add a view.

        Args:
            model_id: The id of the model that is shown here.
            static_form: HTML that stands in its place where it cannot run.

        Returns:
            The slot, and behind the first one the state of the models that it needs.

        Raises:
            DeadWidgetError: The widget needs a kernel, or is not there.
        """
        slot = self._page.view(model_id, static_form)
        for style in styles_of(self._models[model_id], self._minified):
            self._styles[style.file_name] = style.text
        return slot

    @property
    def scripts(self) -> list[str]:
        """The scripts that hold what the views need."""
        files = [*self._page.files.at_once, *self._page.files.later]
        scripts = [file.content for file in files if isinstance(file, Registered)]
        return scripts + [_here(file.file_name) for file in files if file.suffix == "css"]

    @property
    def styles(self) -> list[str]:
        """The style sheets of the views, those that they share first."""
        return list(self._styles.values())


def standalone_policy(scripts: Sequence[str], styles: Sequence[str]) -> str:
    """Return the content security policy of a page that brings along all it needs.

    Args:
        scripts: Its scripts.
        styles: Its style sheets.

    Returns:
        The value of the policy: no other file, from no host, and nothing inline but what was named.

    Raises:
        ValueError: A script or a style sheet would end its element before its own end.
    """
    for text in [*scripts, *styles]:
        if "</script" in text.lower() or "</style" in text.lower() or "<!--" in text:
            raise ValueError("a script or a style sheet would break out of its place in the page")
    return "; ".join(
        [
            "default-src 'none'",
            # Front ends become modules at addresses of the page's own making.
            f"script-src blob: {hashes(scripts)}",
            f"style-src {hashes(styles)}",
            "img-src data:",
            "worker-src 'none'",
            "form-action 'none'",
            "base-uri 'none'",
        ]
    )


def hashes(texts: Iterable[str]) -> str:
    """Return what a policy says of scripts or styles that it allows.

    Args:
        texts: The scripts or styles; each is named once.
    """
    return " ".join(map(content_hash, dict.fromkeys(texts)))


def content_hash(text: str) -> str:
    """Return what a policy says of one script or style that it allows.

    Args:
        text: The script or style, to the letter.
    """
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return f"'sha256-{digest}'"


def _here(style: str) -> str:
    """Tell what brings the files of activities that a style sheet is here already."""
    return f"(self.lessonkitFiles??={{}})[{json_for_html(style)}]=true;\n"


def _refuse(kind: BookWarning, message: str) -> None:
    raise DeadWidgetError(message)
