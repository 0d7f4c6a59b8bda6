"""One activity as a page that stands alone: alive without a kernel, and in need of no other file.

Nothing here imports Sphinx: who writes activities need not install what builds books.
"""

import json
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from lessonkit.words import words

if TYPE_CHECKING:
    from lessonkit.activities import Activity
    from lessonkit.widgets._base import LessonWidget

SCRIPTS = ("elements", "safe_storage", "answers", "notices", "preview_activity")
"""The parts of the page's script, in order: each stands on those before it."""

STYLES = ("preview_colours", "book", "common", "notices", "preview_activity")
"""The parts of the page's own style sheet, in order."""

ICON = (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 8'%3E"
    "%3Crect width='8' height='8' rx='2' fill='%236b4594'/%3E%3C/svg%3E"
)
"""The icon of a tab: plain, and no request to the server."""


def activity_page(activity: "Activity", file: str | Path | None = None) -> str:
    """Return an activity as one whole HTML page.

    Args:
        activity: An activity of any kind. Of a sorting deck, all cards are on the table, in the
            order of the file.
        file: The file of the activity. What a course lists stands in files beside it; without it,
            a page names its lessons alone.

    Returns:
        The page. The same activity gives the same page, to the letter. What a learner does there
        stays in the tab.

    Raises:
        ActivityError: A file that a course lists is not there, or has mistakes; all are named.
    """
    from lessonkit.sphinx_ext.own_files import hydrate_script, joined_script, own_text, words_of
    from lessonkit.sphinx_ext.standalone import standalone_policy

    is_alone = activity.type == "my-course" and file is None
    content, scripts, styles = _lessons(activity) if is_alone else _live(activity, file)
    start = joined_script(False, "preview", SCRIPTS, {"WORDS": words_of(SCRIPTS)})
    scripts = [start.content, "".join(scripts), hydrate_script(minified=False).content]
    styles = ["\n".join(own_text(stem, "css", False) for stem in STYLES), *styles]
    lines = [
        "<!doctype html>",
        '<html lang="en">',
        "<head>",
        *head(activity.title, standalone_policy(scripts, styles)),
        *(f"<style>{style}</style>" for style in styles),
        "</head>",
        "<body>",
        "<main>",
        f'<h1 class="lk-hidden-text" dir="auto">{escape(activity.title)}</h1>',
        content,
        "</main>",
        '<div class="lk lk-notices" role="status" aria-atomic="false"></div>',
        *(f"<script>{script}</script>" for script in scripts),
        "</body>",
        "</html>",
    ]
    return "\n".join(lines) + "\n"


def head(title: str, policy: str) -> list[str]:
    """Return what the head of a page says of it, as lines of HTML.

    Args:
        title: What the tab says.
        policy: The content security policy.
    """
    return [
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{escape(policy)}">',
        '<meta name="referrer" content="no-referrer">',
        '<meta name="viewport" content="width=device-width,initial-scale=1">',
        '<meta name="color-scheme" content="light dark">',
        '<meta name="robots" content="noindex">',
        f"<title>{escape(title)}</title>",
        f'<link rel="icon" href="{ICON}">',
    ]


def _live(activity: "Activity", file: str | Path | None) -> tuple[str, list[str], list[str]]:
    """Return the slot of an activity, and the scripts and styles that bring it to life."""
    from ipywidgets.embed import dependency_state

    from lessonkit.sphinx_ext.standalone import StandaloneWidgets
    from lessonkit.sphinx_ext.widget_state import read_models

    widget = _widget(activity, file)
    try:
        state = dependency_state([widget], drop_defaults=False)
        models = read_models(json.dumps({"state": state}))
        widgets = StandaloneWidgets("activity", models, minified=False)
        slot = widgets.view(widget.model_id, widget.static_form())
    finally:
        # A preview makes one after the other; ipywidgets would keep them all.
        widget.layout.close()
        widget.close()
    return slot, widgets.scripts, widgets.styles


def _widget(activity: "Activity", file: str | Path | None) -> "LessonWidget":
    from lessonkit import widgets
    from lessonkit.activities import SortingActivity

    if isinstance(activity, SortingActivity):
        # Whoever writes a deck wants to see each card, and every one in its place at each save.
        return widgets.SortingExercise(activity, cards=[card.id for card in activity.cards])
    shows = getattr(widgets, activity.widget)
    widget: LessonWidget = shows(file if activity.type == "my-course" else activity)
    return widget


def _lessons(activity: "Activity") -> tuple[str, list[str], list[str]]:
    """Name the lessons of a course whose activities cannot be found; no script goes with them."""
    from lessonkit.activities.kinds.my_course import MyCourseActivity

    assert isinstance(activity, MyCourseActivity)
    items = "".join(f'<li dir="auto">{escape(each.title)}</li>' for each in activity.lessons)
    title, note = escape(activity.title), escape(words("preview_page")["lessons_alone"])
    html = f'<h2 dir="auto">{title}</h2><p>{note}</p><ol>{items}</ol>'
    return f'<section class="lk-worksheet">{html}</section>', [], []
