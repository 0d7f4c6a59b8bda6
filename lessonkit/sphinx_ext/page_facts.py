"""What is known of a page from its name, its front matter or the metadata of its notebook."""

import json
import re
from dataclasses import dataclass
from typing import Any

from sphinx.environment import BuildEnvironment

_LESSON = re.compile(r"(?:.*/)?0*(\d+)_[^/]*")


@dataclass(frozen=True)
class Lesson:
    """A lesson of the course: a notebook whose name begins with its number."""

    number: int
    page: str
    title: str
    description: str
    minutes: int


def page_facts(env: BuildEnvironment, page_name: str) -> dict[str, Any]:
    """Return what the author has written about a page.

    Args:
        env: The environment of the build.
        page_name: The name of the page.

    Returns:
        The entries of its front matter and, over them, those under ``lessonkit`` in there or in
        the metadata of its notebook.
    """
    metadata = env.metadata.get(page_name, {})
    # MyST turns whatever is no text into JSON.
    return {**metadata, **json.loads(metadata.get("lessonkit", "{}"))}


def is_notebook(env: BuildEnvironment, page_name: str) -> bool:
    """Tell whether a page is a notebook.

    Args:
        env: The environment of the build.
        page_name: The name of the page, which need not be one that somebody wrote.
    """
    return page_name in env.found_docs and env.doc2path(page_name).endswith(".ipynb")


def lesson_number(env: BuildEnvironment, page_name: str) -> int | None:
    """Return the number of a lesson, and nothing for another page.

    Args:
        env: The environment of the build.
        page_name: The name of the page.
    """
    match = _LESSON.fullmatch(page_name)
    return int(match[1]) if match and is_notebook(env, page_name) else None


def lessons(env: BuildEnvironment) -> list[Lesson]:
    """Return the lessons by their numbers.

    Args:
        env: The environment of the build.
    """
    found = []
    for page_name in env.found_docs:
        number = lesson_number(env, page_name)
        if number is not None:
            facts = page_facts(env, page_name)
            title = env.titles[page_name].astext()
            description, minutes = facts.get("description", ""), facts.get("minutes", 0)
            found.append(Lesson(number, page_name, title, description, minutes))
    return sorted(found, key=lambda lesson: (lesson.number, lesson.page))
