"""The page that a host shows in place of one that is not there: ``404.html``.

It may answer for any address, at any depth, so whatever it links to and loads has its full path.
"""

import re
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from sphinx.application import Sphinx

from lessonkit.sphinx_ext.config import book_config
from lessonkit.sphinx_ext.page_facts import lessons
from lessonkit.sphinx_ext.site_address import site_path
from lessonkit.words import words

NOT_FOUND = "404"

_RELATIVE = re.compile(
    r'(\s(?:href|src|action|data-root|data-content_root))="(?![#/]|[a-z][a-z0-9+.-]*:)([^"]+)"'
)


def _make_page(app: Sphinx) -> list[tuple[str, dict[str, Any], str]]:
    if NOT_FOUND in app.env.found_docs:
        return []
    said = words("not_found")
    help_page = book_config(app.config).help_page
    helps = [page for page in app.env.found_docs if page.rpartition("/")[2] == help_page]
    context = {
        "title": said["title"],
        "lessonkit_not_found": {"words": said, "lessons": lessons(app.env), "help": helps[:1]},
    }
    return [(NOT_FOUND, context, "404.html")]


def with_full_paths(page: str, root: str) -> str:
    """Return a page of the book's root that works at any address.

    Args:
        page: Its HTML.
        root: The path of the book on its host.
    """
    return _RELATIVE.sub(lambda match: f'{match[1]}="{urljoin(root, match[2])}"', page)


def _give_full_paths(app: Sphinx, exception: Exception | None) -> None:
    path = Path(app.outdir) / f"{NOT_FOUND}.html"
    if exception or app.builder.format != "html" or not path.exists():
        return
    page = path.read_text(encoding="utf-8")
    mended = with_full_paths(page, site_path(app.config))
    # A build that has nothing to do leaves the page as the build before has mended it.
    if mended != page:
        path.write_text(mended, encoding="utf-8", newline="\n")


def setup_not_found(app: Sphinx) -> None:
    """Connect the steps that make the page."""
    app.connect("html-collect-pages", _make_page)
    app.connect("build-finished", _give_full_paths, priority=950)
