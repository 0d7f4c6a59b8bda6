"""The directive that shows an activity beside its file: ``{activity-example} my-deck.yaml``.

No notebook is run: the widget is made while the page is read, and hydrated like those of notebooks.
"""

import json
from pathlib import Path

from docutils import nodes
from ipywidgets import Widget
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from lessonkit import widgets
from lessonkit.activities import ActivityError, load_activity
from lessonkit.sphinx_ext.embed import json_for_html
from lessonkit.sphinx_ext.hydration import note_models
from lessonkit.sphinx_ext.widget_state import VIEW_MIMETYPE, read_models


class ActivityExample(SphinxDirective):
    """Shows an activity alive and, below it, the file that makes it.

    The path is that of the file, from the page or, with a slash in front, from the book's root.
    Answers are kept under a name of their own, apart from those of the course.
    """

    required_arguments = 1
    final_argument_whitespace = True

    def run(self) -> list[nodes.Node]:
        """Load the activity and make the widget's place and the listing."""
        path = Path(self.env.relfn2path(self.arguments[0])[1])
        self.env.note_dependency(str(path))
        try:
            activity = load_activity(path)
        except ActivityError as error:
            raise self.error(str(error)) from None
        widget = getattr(widgets, activity.widget)(activity, key=f"example-{activity.id}")
        listing = path.read_text(encoding="utf-8")
        return [self._place(widget), nodes.literal_block(listing, listing, language="yaml")]

    def _place(self, widget: widgets.SortingExercise) -> nodes.container:
        """Return what MyST-NB would make of the widget as the output of a cell."""
        state = Widget.get_manager_state(widgets=[widget, widget.layout])
        note_models(self.env, read_models(json.dumps(state)))
        view = json_for_html({"model_id": widget.model_id})
        forms = {
            VIEW_MIMETYPE: f'<script type="{VIEW_MIMETYPE}">{view}</script>',
            "text/html": widget.static_form(),
        }
        widget.close()
        place = nodes.container(nb_element="mime_bundle")
        for mime_type, html in forms.items():
            form = nodes.raw("", html, format="html")
            place += nodes.container("", form, mime_type=mime_type)
        return place


def setup_activity_example(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("activity-example", ActivityExample)
