"""Widgets of a notebook become slots of its slides, which come alive without a kernel.

As in the book, and by the same parts of lessonkit.
"""

import json
import re
from typing import Any

from nbconvert.preprocessors import Preprocessor
from nbformat import NotebookNode

from lessonkit.sphinx_ext.standalone import StandaloneWidgets
from lessonkit.sphinx_ext.widget_state import VIEW_MIMETYPE, read_models

STATE_MIMETYPE = "application/vnd.jupyter.widget-state+json"


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
        widgets = StandaloneWidgets("slides", read_models(json.dumps(state)), minified=True)
        for cell in nb.cells:
            for output in cell.get("outputs", []):
                data = output.get("data", {})
                if view := data.get(VIEW_MIMETYPE):
                    static_form = _without_sections(data.get("text/html", ""))
                    slot = widgets.view(view["model_id"], static_form)
                    output.data = NotebookNode({"text/html": slot})
        resources["live"] = {"scripts": widgets.scripts, "styles": widgets.styles}
        return nb, resources


def _without_sections(html: str) -> str:
    """Replace elements that reveal.js would take for slides."""
    return re.sub(r"<(/?)section\b", r"<\1div", html)
