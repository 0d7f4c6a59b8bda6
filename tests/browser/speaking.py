"""A book in a made-up language whose lines begin at the right, with every kind of activity."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import yaml

from lessonkit.words.pseudo import CLOSES, OPENS, write_pseudo

from .small_book import CONFIG, ROOT

ACTIVITIES = ROOT / "notebooks" / "activities"
PAGES = {
    "sorting": "SortingExercise('{}/twelve-more-moments.yaml', cards=6)",
    "quick-check": "QuickCheck('{}/myth-or-finding.yaml')",
    "dialogue": "Dialogue('{}/an-evening.yaml')",
    "reflection": "Reflection('{}/what-brings-me-here.yaml')",
    "evidence-plot": "EvidencePlot('{}/touch-effects.yaml')",
    "opinion-scale": "OpinionScale('{}/where-i-stand.yaml')",
    "comfort-map": "ComfortMap('{}/my-comfort-map.yaml')",
    "card-explorer": "CardExplorer('{}/eleven-forms.yaml')",
    "sentence-builder": "SentenceBuilder('{}/saying-a-boundary.yaml')",
    "planner": "Planner('{}/a-week-of-closeness.yaml')",
    "my-course": "MyCourse('{}/my-course.yaml')",
    "remember-choice": "RememberChoice()",
    "group-tally": "GroupTally('{}/intimacy-or-passion.yaml')",
}
"""For each page what its notebook shows."""

LETTERS = re.compile(r"[A-Za-z]{2}(.*[A-Za-z])?")
SAID = """
root => {
  const said = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { data, parentElement } = walker.currentNode;
    if (!parentElement.closest("style, script, svg defs, .lk-static")) said.push(data.trim());
  }
  for (const part of [root, ...root.querySelectorAll("*")])
    for (const name of ["aria-label", "placeholder", "title", "alt"])
      if (part.hasAttribute(name)) said.push(part.getAttribute(name));
  return [...new Set(said.filter(Boolean))];
}
"""


def build_book(folder: Path) -> Path:
    """Build the book, its notebooks run by kernels that the build starts.

    Args:
        folder: Where the sources go.
    """
    folder.mkdir()
    config = json.loads(json.dumps(CONFIG))
    config["execute"]["execute_notebooks"] = "force"
    config["sphinx"]["config"] |= {"language": "ar", "lessonkit_words": "words.json"}
    write_pseudo(folder / "words.json")
    shown = [f"lessonkit.{call.format(ACTIVITIES)}" for call in PAGES.values()]
    # One kernel for all: each notebook would wait for one of its own.
    cells = [
        {"cell_type": "markdown", "metadata": {}, "source": "# Everything\n\n## Its widgets"},
        *(
            {
                "cell_type": "code",
                "metadata": {"tags": ["remove-input"]},
                "source": f"import lessonkit\n{call}",
                "outputs": [],
                "execution_count": None,
            }
            for call in shown
        ),
    ]
    spec = {"name": "python3", "display_name": "Python 3", "language": "python"}
    notebook = {
        "cells": cells,
        "metadata": {"kernelspec": spec},
        "nbformat": 4,
        "nbformat_minor": 4,
    }
    (folder / "all.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
    (folder / "index.md").write_text("# A small book\n", encoding="utf-8")
    toc = {"format": "jb-book", "root": "index", "chapters": [{"file": "all"}]}
    (folder / "_toc.yml").write_text(json.dumps(toc), encoding="utf-8")
    (folder / "_config.yml").write_text(json.dumps(config), encoding="utf-8")
    program = str(Path(sys.executable).with_name("jupyter-book"))
    build = subprocess.run(
        [program, "build", ".", "-W", "-n", "--keep-going"],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert build.returncode == 0, build.stdout + build.stderr
    return folder / "_build" / "html"


def texts_in(value: Any) -> str:
    """Return every text in a value that was read from YAML, one after the other."""
    if isinstance(value, dict | list):
        return "\n".join(map(texts_in, value.values() if isinstance(value, dict) else value))
    return str(value)


def texts_of_the_decks() -> str:
    """Return every text of the activities."""
    files = sorted(ACTIVITIES.glob("*.yaml"))
    return "\n".join(texts_in(yaml.safe_load(file.read_text(encoding="utf-8"))) for file in files)


def unsaid(texts: list[str], of_the_deck: str) -> list[str]:
    """Return the texts that come neither from the catalogue nor from an activity.

    Args:
        texts: What stands on the page.
        of_the_deck: What the activities say.
    """
    deck = " ".join(of_the_deck.split())
    return [
        text
        for text in texts
        if not all(
            LETTERS.search(part)[0] in deck
            for part in " ".join(_outside(text).split()).split("|")
            if LETTERS.search(part)
        )
    ]


def _outside(text: str) -> str:
    """Take out what stands in the catalogue's brackets."""
    depth, kept = 0, []
    for letter in text:
        depth += letter == OPENS
        if depth == 0:
            kept.append(letter)
        if letter == CLOSES:
            depth -= 1
            kept.append("|")
    return "".join(kept)
