"""Make the slides of every workshop plan: one page each, which needs no other file."""

import argparse
import os
import sys
from functools import cache
from pathlib import Path
from typing import Any

from build_book import fingerprint

ROOT = Path(__file__).resolve().parent.parent
PLANS = Path("book/facilitate/plans.yaml")
ACTIVITIES = Path("notebooks/activities")
SLIDES = ROOT / "_build" / "slides"
STAMP = "slides.made"
SOURCES = (
    "_config.yml",
    "requirements.txt",
    "book/_static/favicon.svg",
    PLANS.as_posix(),
    "lessonkit",
    ACTIVITIES.as_posix(),
    "tools/make_slides.py",
    "tools/slides",
)
"""All that slides are made from."""


def are_current(folder: Path, made_from: str) -> bool:
    """Tell whether the slides in a folder were made from what is there now.

    Args:
        folder: The folder.
        made_from: The fingerprint of the sources.
    """
    stamp = folder / STAMP
    return stamp.is_file() and stamp.read_text(encoding="utf-8") == made_from


def make_slides(root: Path, folder: Path) -> list[Path]:
    """Make the slides of every plan, and remove those of plans that are no more.

    Args:
        root: The folder of the project.
        folder: Where the slides go.

    Returns:
        The files, in the order of the plans.

    Raises:
        ActivityError: The plans, or a deck, cannot be used.
    """
    # They take seconds to load, which slides that are current need not wait for.
    from slides.notebook import plan_notebook
    from slides.page import read_book, slides_page, speak_the_language_of

    from lessonkit.activities import load_activity
    from lessonkit.sphinx_ext.plans_file import load_plans
    from lessonkit.words import words

    @cache
    def deck(name: str) -> Any:
        return load_activity(root / ACTIVITIES / f"{name}.yaml")

    book = read_book(root)
    speak_the_language_of(book)
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    for plan in load_plans(root / PLANS, root / ACTIVITIES).plans:
        tab = words("slides_page")["tab"].format(count=plan.minutes)
        made.append(folder / f"{plan.id}.html")
        page = slides_page(plan_notebook(plan, deck, book.title), book, tab)
        made[-1].write_text(page, encoding="utf-8", newline="\n")
    for path in set(folder.glob("*.html")).difference(made):
        path.unlink()
    return made


def main(arguments: list[str] | None = None) -> int:
    """Make the slides unless they are current, and return an exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", type=Path, default=SLIDES, help="the folder for the slides")
    folder = parser.parse_args(arguments).output
    shown = os.path.relpath(folder, ROOT)
    made_from = fingerprint(ROOT, SOURCES)
    if are_current(folder, made_from):
        print(f"      The slides in {shown} are up to date.", flush=True)
        return 0
    from lessonkit.activities import ActivityError

    try:
        made = make_slides(ROOT, folder)
    except ActivityError as error:
        print(error, file=sys.stderr)
        return 1
    (folder / STAMP).write_text(made_from, encoding="utf-8")
    names = ", ".join(path.name for path in made)
    print(f"      The slides are in {shown}: {names}.", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
