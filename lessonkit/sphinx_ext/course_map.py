"""The lessons of a book: how long each takes, and what there is to do in it.

The list of pages, beside every page, tells lessons apart and says how many minutes they take, by
the metadata of their notebooks. A script that pages load once something has been answered says what
there is to do, so that they can mark what is done.
"""

import json
from dataclasses import dataclass, field
from html import escape
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import urldefrag

from bs4 import BeautifulSoup
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.errors import ExtensionError

from lessonkit.activities.course import load_course
from lessonkit.activities.course_progress import Countable, progress_values
from lessonkit.activities.kinds.my_course import MyCourseActivity
from lessonkit.activities.loader import load_activity
from lessonkit.activities.problems import ActivityError
from lessonkit.sphinx_ext.config import book_config
from lessonkit.words import counted, words


@dataclass(frozen=True)
class CourseMap:
    """What a book knows of its lessons."""

    minutes: dict[str, int] = field(default_factory=dict)
    """How long pages take, where they say so."""
    activities: dict[str, list[Countable]] = field(default_factory=dict)
    """For each lesson that the course file lists, by its page, what there is to do."""

    @property
    def lessons(self) -> set[str]:
        """The pages of the lessons: without a course file, those that say how long they take."""
        return set(self.activities or self.minutes)


def course_map(env: BuildEnvironment) -> CourseMap:
    """Return the lessons of the book, once all pages have been read.

    Args:
        env: The environment of the build.
    """
    return getattr(env, "lessonkit_course_map", CourseMap())


def _update(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Look at the lessons again, and have every page written anew if they have changed."""
    before = course_map(env)
    pages = {PurePosixPath(page).name: page for page in sorted(env.found_docs)}
    activities = {
        pages[notebook]: steps for notebook, steps in _activities(app).items() if notebook in pages
    }
    minutes = {page: said for page in sorted(env.found_docs) if (said := _minutes(env, page))}
    now = CourseMap(minutes, activities)
    env.lessonkit_course_map = now  # type: ignore[attr-defined]
    return [] if now == before else sorted(env.found_docs)


def _activities(app: Sphinx) -> dict[str, list[Countable]]:
    path = Path(app.srcdir) / book_config(app.config).course_file
    if not path.is_file():
        return {}
    try:
        content = load_activity(path)
        if not isinstance(content, MyCourseActivity):
            raise ExtensionError(
                f"lessonkit_course_file must name an activity of type my-course ({path.name} is "
                f"of type {content.type}). Name another, or none."
            )
        return progress_values(load_course(path, content))
    except ActivityError as error:
        raise ExtensionError(str(error)) from error


def _minutes(env: BuildEnvironment, page: str) -> int | None:
    path = Path(env.doc2path(page))
    if path.suffix != ".ipynb":
        return None
    metadata = json.loads(path.read_text(encoding="utf-8")).get("metadata", {})
    minutes = metadata.get("lessonkit", {}).get("minutes")
    return minutes if isinstance(minutes, int) else None


def _mark_lessons(
    app: Sphinx, page_name: str, template_name: str, context: dict[str, Any], doctree: object
) -> None:
    """Tell lessons apart in the list of pages, and say there how long they take."""
    known = course_map(app.env)
    context["lessonkit_lesson"] = page_name in known.activities
    tree = context.get("furo_navigation_tree", "")
    pages = {context["pathto"](page): page for page in known.lessons | known.minutes.keys()}
    if not tree or not pages:
        return
    soup = BeautifulSoup(tree, "html.parser")
    for link in soup.select("a.reference.internal"):
        if page := pages.get(str(link["href"])):
            if page in known.lessons:
                link["data-lesson"] = page
            content = _link_content(link.decode_contents(), page, known)
            link.clear()
            link.append(BeautifulSoup(content, "html.parser"))
    context["furo_navigation_tree"] = str(soup)


def _link_content(title: str, page: str, known: CourseMap) -> str:
    """Write what stands in the list of pages: the title, a place for a mark, and the minutes."""
    mark = ' <span class="lk-mark"></span>' if page in known.activities else ""
    minutes = _minutes_html(known.minutes[page]) if page in known.minutes else ""
    return f'<span class="lk-page-title">{title}</span>{mark}{minutes}'


def _minutes_html(minutes: int) -> str:
    """Say it short to the eye and in full to the ear."""
    said = words("course_map")
    short = said["minutes_short"].format(count=minutes)
    full = counted(said, "minutes", minutes).format(count=minutes)
    return (
        f' <span class="lk-minutes"><span aria-hidden="true">{escape(short)}</span>'
        f'<span class="lk-hidden-text">{escape(full)}</span></span>'
    )


def _say_minutes(app: Sphinx, doctree: nodes.document, page_name: str) -> None:
    """Say on the first page, where a list names the lessons, how long each takes."""
    if app.builder.format != "html" or page_name != app.config.root_doc:
        return
    for page, minutes in course_map(app.env).minutes.items():
        address = app.builder.get_relative_uri(page_name, page)
        for link in doctree.findall(nodes.reference):
            paragraph = link.parent
            if (
                urldefrag(link.get("refuri", "")).url == address
                and isinstance(paragraph.parent, nodes.list_item)
                and paragraph.index(link) == 0
            ):
                paragraph.append(nodes.raw("", _minutes_html(minutes), format="html"))


def setup_course_map(app: Sphinx) -> None:
    """Connect the steps that look at the lessons and tell readers of them."""
    app.connect("env-updated", _update)
    app.connect("doctree-resolved", _say_minutes)
    # After the theme has made the list of pages.
    app.connect("html-page-context", _mark_lessons, priority=600)
