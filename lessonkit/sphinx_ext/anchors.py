"""Places that a directive makes, and to which pages link as to headings: ``[this](page.md#place)``.

MyST looks for the place of a link among the headings that it has read itself.
"""

from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

_NOTED = "lessonkit_anchors"
"""Under it stand, while a page is read, its places and what they are called."""


def note_anchor(env: BuildEnvironment, anchor: str, title: str) -> None:
    """Let pages link to a place of the page that is being read.

    Args:
        env: The environment of the build.
        anchor: The id of the place.
        title: What a link says that has no words of its own.
    """
    env.temp_data.setdefault(_NOTED, {})[anchor] = title


def _make_linkable(app: Sphinx, doctree: nodes.document) -> None:
    noted: dict[str, str] = app.env.temp_data.get(_NOTED, {})
    if noted:
        metadata: dict[str, Any] = app.env.metadata[app.env.docname]
        slugs = metadata.setdefault("myst_slugs", {})
        slugs |= {anchor: (0, anchor, title) for anchor, title in noted.items()}


def setup_anchors(app: Sphinx) -> None:
    """Connect the step that lets pages link to such places."""
    app.connect("doctree-read", _make_linkable)
