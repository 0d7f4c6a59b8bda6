"""The lesson with the sorting exercises, as its notebook makes them."""

from contextlib import chdir
from typing import Any

import nbformat

from lessonkit import SortingExercise

from .conftest import ROOT

NOTEBOOK = ROOT / "notebooks" / "08_telling_them_apart.ipynb"


def exercises_of_the_lesson() -> list[SortingExercise]:
    """Run the lesson's code and return the exercises that it shows, in order."""
    cells = nbformat.read(NOTEBOOK, as_version=4).cells
    names: dict[str, Any] = {}
    shown = []
    with chdir(NOTEBOOK.parent):
        for source in (cell.source for cell in cells if cell.cell_type == "code"):
            if source.startswith("SortingExercise("):
                shown.append(eval(source, names))
            else:
                exec(source, names)
    return shown
