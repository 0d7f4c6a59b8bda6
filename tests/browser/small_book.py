"""A book of pages that try the widget's corners: modes, sizes, hostile words, others' widgets."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import anywidget
import nbformat
import traitlets
from ipywidgets import Widget
from nbformat import v4
from wigglystuff import ColorPicker, SortableList, TangleSlider

from lessonkit import SortingExercise
from lessonkit.activities import SortingActivity

ROOT = Path(__file__).resolve().parents[2]
KERNEL = {"name": "python3", "display_name": "Python 3", "language": "python"}
CONFIG: dict[str, Any] = {
    "title": "A small book",
    "only_build_toc_files": True,
    "execute": {"execute_notebooks": "off"},
    # Without one, the browser asks for a file that is not there.
    "html": {"favicon": str(ROOT / "book" / "_static" / "favicon.svg")},
    "sphinx": {
        "extra_extensions": ["lessonkit.sphinx_ext"],
        "config": {
            "html_theme": "furo",
            "lessonkit_course": "small",
            "nb_ipywidgets_js": {},
        },
    },
}

SIX = ["Air", "Water", "Sand", "Stone", "Wood", "A category with a rather long name"]
LONG = "W" * 9_990
MARKER = "window.harm = true"
HOSTILE = [
    f"</script><script>{MARKER}</script>",
    f"<img src='harm' onerror='{MARKER}'> <svg onload='{MARKER}'>",
    f"javascript:{MARKER}",
    f"<a href='javascript:{MARKER}'>a link</a> <iframe srcdoc='<script>{MARKER}</script>'>",
    f"<!-- <script> --> ]]> {{{{ 7 * 7 }}}} ${{{MARKER}}} &lt;b&gt; \\u003cscript>",
    "שלום <b>עולם</b> (abc) 123! مرحبا",
    f"{LONG} end",
    "</textarea></style></title></template><style>* { display: none }</style>",
]


class Broken(anywidget.AnyWidget):
    """A widget whose front end throws."""

    _esm = "export default { render() { throw new Error('the tide <b>is</b> out'); } };"

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        data, metadata = super()._repr_mimebundle_(**kwargs)
        return {**data, "text/html": "<p>The tide table, on paper.</p>"}, metadata


class Whole(anywidget.AnyWidget):
    """A widget that stands on the same page and works."""

    _esm = """
    export default {
      render({ model, el }) {
        const button = document.createElement("button");
        const paint = () => (button.textContent = `pressed ${model.get("count")} times`);
        button.onclick = () => model.set("count", model.get("count") + 1);
        model.on("change:count", paint);
        paint();
        el.append(button);
      },
    };
    """
    count = traitlets.Int(0).tag(sync=True)


def deck(name: str, places: list[str], cards: int, mode: str = "practice") -> SortingActivity:
    """Make a deck in which every kind of answer occurs.

    Args:
        name: The deck's id.
        places: The labels of its categories.
        cards: How many cards it has. Each third one has two defensible answers.
        mode: The deck's mode.

    Returns:
        The deck. The cards' answers are the categories in turn.
    """
    ids = [f"place-{number}" for number in range(1, len(places) + 1)]
    categories = [{"id": i, "label": label} for i, label in zip(ids, places, strict=True)]
    return SortingActivity.model_validate(
        {
            "type": "sorting",
            "id": name,
            "title": f"The deck {name}",
            "prompt": "Where was this found?",
            "mode": mode,
            "categories": categories,
            "cards": [_card(number, ids) for number in range(1, cards + 1)],
        }
    )


def _card(number: int, places: list[str]) -> dict[str, Any]:
    answer, other = places[(number - 1) % len(places)], places[number % len(places)]
    card: dict[str, Any] = {
        "id": f"find-{number:03}",
        "text": f"Find number {number}, from the tide line.",
        "category": answer,
        "reason": f"The reason of find number {number}.",
        "hint": f"The hint of find number {number}.",
        "question": f"The question of find number {number}?",
    }
    if number % 3 == 0:
        card["defensible"] = [{"category": other, "reason": f"The other side of number {number}."}]
    return card


def coast(mode: str = "practice", cards: int = 12) -> SortingActivity:
    """Make a deck whose second category is the overlap of the two others."""
    plain = deck(f"coast-{mode}", ["Water", "Shore", "Land"], cards, mode).model_dump(mode="json")
    plain["categories"][1]["overlap_of"] = ["place-1", "place-3"]
    return SortingActivity.model_validate(plain)


def hostile() -> SortingActivity:
    """Make a deck whose every text tries to break out."""
    short = "<b onclick=harm()>"
    plain = deck("hostile", [short, f"{short}2"], len(HOSTILE)).model_dump(mode="json")
    plain |= {"title": HOSTILE[0], "prompt": HOSTILE[1], "closing_question": HOSTILE[4]}
    for category in plain["categories"]:
        category["description"] = HOSTILE[0]
    for card, text in zip(plain["cards"], HOSTILE, strict=True):
        card |= {"text": text, "reason": text, "hint": text, "question": text}
        for answer in card["defensible"]:
            answer["reason"] = text
    return SortingActivity.model_validate(plain)


def pages() -> dict[str, list[Any]]:
    """Return the pages: for each name, its cells, Markdown or a widget."""
    practice = SortingExercise(coast(), cards=6)
    slider = TangleSlider(amount=50, min_value=0, max_value=100)
    return {
        "practice": [practice, "The same once more:", practice],
        "check": [SortingExercise(coast("check"), cards=6)],
        "opinion": [SortingExercise(coast("opinion"), cards=6)],
        "two": [SortingExercise(deck("two", ["Sea", "Land"], 1))],
        "six": [SortingExercise(deck("six", SIX, 14), cards=None)],
        "many": [SortingExercise(deck("many", SIX[:3], 500), cards=None)],
        "hostile": [SortingExercise(hostile(), cards=None)],
        "others": [
            slider,
            "The same once more:",
            slider,
            SortableList(["salt", "sand", "foam"], addable=True, removable=True),
            ColorPicker(color="#336699"),
        ],
        "broken": [Broken(), Whole()],
    }


def build_small_book(folder: Path) -> Path:
    """Write the book's sources and build it as the published book is built.

    Args:
        folder: Where the sources go.

    Returns:
        The folder of the built pages.
    """
    folder.mkdir()
    names = write_pages(folder)
    toc = {"format": "jb-book", "root": "index", "chapters": [{"file": name} for name in names]}
    (folder / "index.md").write_text("# A small book\n", encoding="utf-8")
    # JSON is YAML, too.
    (folder / "_toc.yml").write_text(json.dumps(toc), encoding="utf-8")
    (folder / "_config.yml").write_text(json.dumps(CONFIG), encoding="utf-8")
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


def write_pages(folder: Path) -> list[str]:
    """Write the pages as notebooks that have run, and return their names."""
    for name, cells in pages().items():
        shown = [cell for cell in cells if isinstance(cell, Widget)]
        state = Widget.get_manager_state(widgets=list(dict.fromkeys(shown)))
        saved = v4.new_notebook(metadata={"kernelspec": KERNEL})
        saved.metadata["widgets"] = {"application/vnd.jupyter.widget-state+json": state}
        saved.cells = [v4.new_markdown_cell(f"# Page {name}\n\n## Its widgets"), *map(_cell, cells)]
        nbformat.write(saved, folder / f"{name}.ipynb")
    return list(pages())


def _cell(content: Any) -> Any:
    if isinstance(content, str):
        return v4.new_markdown_cell(content)
    data, metadata = content._repr_mimebundle_()
    output = v4.new_output("display_data", data=data, metadata=metadata)
    return v4.new_code_cell("show", metadata={"tags": ["remove-input"]}, outputs=[output])
