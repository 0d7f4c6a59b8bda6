"""The head of each page: a neutral title for the tab, and what others may know of the page.

The tab is seen on shared screens and in histories, so it never says what a page is about. What is
meant for search engines and previews of links appears where the book has an address.
"""

from dataclasses import dataclass
from pathlib import Path
from textwrap import shorten
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.util.images import get_image_size

from lessonkit.sphinx_ext.config import book_config
from lessonkit.sphinx_ext.course_description import course_description
from lessonkit.sphinx_ext.embed import json_for_html
from lessonkit.sphinx_ext.page_facts import lesson_number, page_facts
from lessonkit.sphinx_ext.site_address import site_address
from lessonkit.words import words

LONGEST_DESCRIPTION = 160
"""Letters that search engines show of a description."""

MADE_PAGES = {"search": "search", "404": "not_found"}
"""Pages that nobody wrote, and what the words call them."""


@dataclass(frozen=True)
class Picture:
    """The picture that stands for the book where somebody shares a link to it."""

    address: str
    alternative: str
    width: int
    height: int


@dataclass(frozen=True)
class PageMeta:
    """What the head of a page says. Without an address there is nothing after the description."""

    tab: str
    description: str
    address: str = ""
    title: str = ""
    kind: str = ""
    picture: Picture | None = None
    course: str = ""
    """The description of the course, as JSON for a script element; on the first page alone."""


def page_meta(app: Sphinx, page_name: str, doctree: nodes.document | None) -> PageMeta:
    """Gather what the head of a page says.

    Args:
        app: The application.
        page_name: The name of the page.
        doctree: The page, unless nobody wrote it.
    """
    config, env = app.config, app.env
    is_first = page_name == config.root_doc
    tab, description = _tab(app, page_name), _description(app, page_name, doctree)
    site = site_address(config)
    if not site or page_name not in env.found_docs:
        return PageMeta(tab, description)
    address = site + app.builder.get_target_uri(page_name)
    course = course_description(app, address, description) if is_first else None
    return PageMeta(
        tab,
        description,
        address,
        title=env.titles[page_name].astext(),
        kind="website" if is_first else "article",
        picture=_picture(app),
        course=json_for_html(course) if course else "",
    )


def _tab(app: Sphinx, page_name: str) -> str:
    said = words("page_meta")
    book = book_config(app.config).tab_title
    if page_name == app.config.root_doc:
        return book
    facts = page_facts(app.env, page_name)
    number = lesson_number(app.env, page_name)
    if number is not None:
        page = said["lesson"].format(number=number)
    else:
        page = facts.get("tab_title") or said[MADE_PAGES.get(page_name, "page")]
    return said["tab"].format(page=page, book=book)


def _description(app: Sphinx, page_name: str, doctree: nodes.document | None) -> str:
    """Return what the author says of a page, else how its text begins."""
    if described := page_facts(app.env, page_name).get("description"):
        return str(described)
    paragraph = next(iter(doctree.findall(nodes.paragraph)), None) if doctree else None
    if paragraph is None:
        return words("page_meta")["of_book"].format(book=app.config.html_title)
    return shorten(paragraph.astext(), LONGEST_DESCRIPTION, placeholder=" …")


def _picture(app: Sphinx) -> Picture | None:
    cover = Path(app.confdir) / book_config(app.config).cover
    if not cover.is_file():
        return None
    size = get_image_size(str(cover))
    assert size is not None, f"{cover} is no picture"
    address = f"{site_address(app.config)}_static/{cover.name}"
    return Picture(address, words("page_meta")["cover"].format(book=app.config.html_title), *size)


def _publish_cover(app: Sphinx, config: Config) -> None:
    cover = book_config(config).cover
    if cover and site_address(config):
        config.html_static_path = [*config.html_static_path, cover]


def _give_meta(
    app: Sphinx,
    page_name: str,
    template_name: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    if template_name == "first_page.html":
        # What leads to the first page is, to others, the first page.
        page_name = app.config.root_doc
        doctree = app.env.get_doctree(page_name)
    context["lessonkit_meta"] = page_meta(app, page_name, doctree)
    # The theme would write the address into pages that are not to be found, too.
    context["pageurl"] = None


def setup_page_meta(app: Sphinx) -> None:
    """Connect the steps that fill a page's head."""
    app.connect("config-inited", _publish_cover)
    # After the theme has set the address of the page.
    app.connect("html-page-context", _give_meta, priority=600)
