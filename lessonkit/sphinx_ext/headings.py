"""Every heading has a link to itself, so that a part of a lesson can be shared."""

from html import escape

from sphinx.application import Sphinx
from sphinx.config import Config

from lessonkit.words import words


def _name_links(app: Sphinx, config: Config) -> None:
    """Let the link say what it is: a sign alone is read aloud as the sign's name."""
    name = escape(words("headings")["heading_link"])
    config.html_permalinks_icon = (
        f'<span aria-hidden="true">¶</span><span class="lk-hidden-text">{name}</span>'
    )


def setup_headings(app: Sphinx) -> None:
    """Connect the step that names the links."""
    app.connect("config-inited", _name_links)
