"""Widgets of a notebook become slots of its slides, which come alive without a kernel.

As in the book, and by the same parts of lessonkit.
"""

import json
import re
from typing import Any

from nbconvert.preprocessors import Preprocessor
from nbformat import NotebookNode

from lessonkit.sphinx_ext.config import BookConfig
from lessonkit.sphinx_ext.embed import json_for_html
from lessonkit.sphinx_ext.front_ends import Registered, styles_of
from lessonkit.sphinx_ext.warnings import BookWarning
from lessonkit.sphinx_ext.widget_page import WidgetPage
from lessonkit.sphinx_ext.widget_state import VIEW_MIMETYPE, read_models

STATE_MIMETYPE = "application/vnd.jupyter.widget-state+json"


class DeadWidgetError(ValueError):
    """A widget of a notebook would be dead on its slide."""


class LiveWidgets(Preprocessor):
    """Puts slots in the place of widget views, and collects what they need.

    The notebook must hold the state of its widgets, as one does that was just executed.
    """

    def preprocess(
        self, nb: NotebookNode, resources: dict[str, Any]
    ) -> tuple[NotebookNode, dict[str, Any]]:
        """Change a notebook.

        Args:
            nb: The notebook.
            resources: What the template gets: its ``live`` has the scripts and the style sheets.

        Raises:
            DeadWidgetError: A widget needs a kernel, or is not there.
        """
        state = nb.metadata.get("widgets", {}).get(STATE_MIMETYPE, {"state": {}})
        models = read_models(json.dumps(state))
        page = WidgetPage("slides", models, BookConfig(), _refuse)
        styles: dict[str, str] = {}
        for cell in nb.cells:
            for output in cell.get("outputs", []):
                data = output.get("data", {})
                if view := data.get(VIEW_MIMETYPE):
                    static_form = _without_sections(data.get("text/html", ""))
                    slot = page.view(view["model_id"], static_form)
                    output.data = NotebookNode({"text/html": slot})
                    styles |= {
                        style.file_name: style.text
                        for style in styles_of(models[view["model_id"]], minified=True)
                    }
        files = [*page.files.at_once, *page.files.later]
        scripts = [file.content for file in files if isinstance(file, Registered)]
        scripts += [_here(file.file_name) for file in files if not isinstance(file, Registered)]
        resources["live"] = {"scripts": scripts, "styles": list(styles.values())}
        return nb, resources


def _without_sections(html: str) -> str:
    """Replace elements that reveal.js would take for slides."""
    return re.sub(r"<(/?)section\b", r"<\1div", html)


def _here(style: str) -> str:
    """Tell what brings the files of activities that a style sheet is here already."""
    return f"(self.lessonkitFiles??={{}})[{json_for_html(style)}]=true;\n"


def _refuse(kind: BookWarning, message: str) -> None:
    raise DeadWidgetError(message)
