"""A plan as a notebook that was executed: cells for each slide, its activity and its notes."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import nbformat
from ipywidgets.embed import dependency_state
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from lessonkit import SortingExercise
from lessonkit.words import words
from slides.circles import circles
from slides.live_widgets import STATE_MIMETYPE
from slides.plain_text import as_list, as_markdown, as_paragraphs

if TYPE_CHECKING:
    from lessonkit.activities import SortingActivity
    from lessonkit.sphinx_ext.plans_file import Plan, Step

Decks = Callable[[str], "SortingActivity"]
"""Finds a deck by its id."""

SORT = "sort"
TITLE_SLIDE = "start"


def plan_notebook(plan: "Plan", decks: Decks, course: str) -> NotebookNode:
    """Return a plan as a notebook.

    Args:
        plan: The plan.
        decks: Finds the decks of its steps.
        course: The title of the course.
    """
    said = words("slides_page")
    notebook = new_notebook(metadata={"title": plan.title})
    notebook.cells += _title(plan, course, said)
    board = next((decks(step.activity) for step in plan.steps if step.activity), None)
    exercises: list[SortingExercise] = []
    for step in plan.steps:
        drawing = circles(step.points, board) if board else None
        deck = decks(step.activity) if step.activity else None
        is_live = deck is not None and step.part == SORT
        notebook.cells.append(_slide(step, "live" if is_live else "drawn" if drawing else "plain"))
        if drawing:
            notebook.cells.append(_code("", {"image/svg+xml": drawing}))
        if is_live:
            exercises.append(SortingExercise(deck))
            source = f'SortingExercise("activities/{step.activity}.yaml")'
            notebook.cells.append(_code(source, _shown(exercises[-1]), deck.title))
        notebook.cells.append(_notes(_step_notes(step, said)))
    notebook.metadata["widgets"] = {
        STATE_MIMETYPE: {
            "version_major": 2,
            "version_minor": 0,
            "state": dependency_state(exercises, drop_defaults=False) if exercises else {},
        }
    }
    for number, cell in enumerate(notebook.cells, start=1):
        # nbformat gives each an id by chance.
        cell.id = f"cell-{number}"
    nbformat.validate(notebook)
    return notebook


def _title(plan: "Plan", course: str, said: dict[str, str]) -> Iterator[NotebookNode]:
    minutes = said["minutes"].format(count=plan.minutes)
    text = f"{as_markdown(course)}\n\n# {as_markdown(plan.title)}\n\n{as_markdown(minutes)}"
    yield _cell(text, {"slide_type": "slide", **_named(TITLE_SLIDE, plan.title, "title")})
    notes = [
        (said["purpose"], as_markdown(plan.purpose)),
        (said["people"], as_markdown(plan.people)),
        (said["how"], as_list([said["how_clock"], said["how_window"], said["how_keys"]])),
    ]
    yield _notes(notes)


def _slide(step: "Step", style: str) -> NotebookNode:
    text = f"# {as_markdown(step.title)}\n\n{as_list(step.points)}"
    data = {"minutes": str(step.minutes)}
    slide = {"slide_type": "slide", "data": data, **_named(step.id, step.title, style)}
    return _cell(text, slide)


def _named(name: str, title: str, style: str) -> dict[str, str]:
    return {"id": name, "title": title, "style": f"lk-slide lk-slide-{style}"}


def _step_notes(step: "Step", said: dict[str, str]) -> list[tuple[str, str]]:
    """Return the parts of a step's notes: what each is called, and its Markdown."""
    return [
        (said["say"], as_paragraphs(step.say)),
        (said["ask"], as_list(step.questions)),
        (said["do"], as_list(step.do)),
        (said["short_of_time"], as_markdown(step.short_of_time or "")),
        (said["purpose"], as_markdown(step.purpose)),
        (said["materials"], as_list(step.materials)),
    ]


def _notes(parts: list[tuple[str, str]]) -> NotebookNode:
    texts = [f"### {as_markdown(heading)}\n\n{text}" for heading, text in parts if text]
    return _cell("\n\n".join(texts), {"slide_type": "notes"})


def _cell(source: str, slideshow: dict[str, Any]) -> NotebookNode:
    return new_markdown_cell(source, metadata={"slideshow": slideshow})


def _code(source: str, data: dict[str, Any], title: str = "") -> NotebookNode:
    output = new_output("display_data", data=data)
    metadata = {"slideshow": {"slide_type": "-", "title": title}}
    return new_code_cell(source, metadata=metadata, execution_count=1, outputs=[output])


def _shown(exercise: SortingExercise) -> dict[str, Any]:
    """Return what an exercise shows of itself, as in a kernel."""
    bundle = exercise._repr_mimebundle_()
    assert bundle is not None
    return bundle[0]
