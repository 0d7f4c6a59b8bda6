"""Begins a notebook that shows activities, with what it shows stored in it."""

import json
import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from lessonkit.starters.activity_file import write_new
from lessonkit.starters.names import StarterError

_NAME = re.compile("[A-Za-z0-9]+([_-][A-Za-z0-9]+)*")
_KERNEL = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}


def folder_for_notebook(activity: Path) -> Path:
    """Return the folder in which a notebook that shows an activity belongs.

    Args:
        activity: The activity's file.
    """
    return activity.parent.parent if activity.parent.name == "activities" else activity.parent


def new_notebook(name: str, title: str, activities: Sequence[Path], folder: Path) -> Path:
    """Write a notebook that shows activities.

    Args:
        name: The notebook's name, with or without ``.ipynb``.
        title: Its heading.
        activities: The activities' files, in order.
        folder: Where to put it.

    Returns:
        The notebook.

    Raises:
        StarterError: There is such a file already, or the name cannot be used.
        ActivityError: An activity has mistakes.
    """
    stem = name.strip().removesuffix(".ipynb")
    if not _NAME.fullmatch(stem):
        raise StarterError(
            f"'{name}' cannot be the name of a notebook. Rule: a name has letters, digits, and "
            "single hyphens or underscores between them. Fix: write one such as 01_first_lesson"
        )
    path = folder / f"{stem}.ipynb"
    write_new(path, notebook_text(title, activities, folder))
    return path


def notebook_text(title: str, activities: Sequence[Path], folder: Path) -> str:
    """Return the text of a notebook that shows activities, as if it had been run.

    Args:
        title: Its heading.
        activities: The activities' files, in order.
        folder: Where the notebook will be.

    Raises:
        ActivityError: An activity has mistakes.
    """
    import lessonkit

    loaded = [(path, lessonkit.load_activity(path)) for path in activities]
    classes = sorted({activity.widget for _, activity in loaded})
    lines = [f"from lessonkit import {', '.join(classes)}, resume\n", "\n", "resume()\n"]
    cells = [_text_cell("title", [f"# {title}\n", "\n", "Say here what this lesson is about.\n"])]
    for number, (path, activity) in enumerate(loaded, start=1):
        where = Path(os.path.relpath(path, folder)).as_posix()
        widget = getattr(lessonkit, activity.widget)(path)
        cells.append(
            {
                "cell_type": "code",
                "execution_count": number,
                "id": f"activity-{number}",
                # The book shows what it shows, and not the line of Python.
                "metadata": {"tags": ["remove-input"]},
                "outputs": [_output(number, widget)],
                "source": [*lines, f"{activity.widget}({json.dumps(where, ensure_ascii=False)})"],
            }
        )
        lines = []
    notebook = {
        "cells": cells,
        "metadata": {"kernelspec": _KERNEL, "language_info": {"name": "python"}},
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    return json.dumps(notebook, indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def _text_cell(identifier: str, lines: list[str]) -> dict[str, Any]:
    return {"cell_type": "markdown", "id": identifier, "metadata": {}, "source": lines}


def _output(number: int, widget: Any) -> dict[str, Any]:
    """Return what the notebook holds of a widget: its form for paper, and no model of a kernel."""
    return {
        "data": {
            "text/html": widget.static_form().splitlines(keepends=True),
            "text/plain": [repr(widget)],
        },
        "execution_count": number,
        "metadata": {},
        "output_type": "execute_result",
    }
