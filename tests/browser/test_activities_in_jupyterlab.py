"""One activity of each kind in a real JupyterLab: by keyboard, some by pointer, to the kernel."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, BrowserContext, expect

from lessonkit.activities.kinds import KINDS
from lessonkit.words import words

from .accessibility import violations
from .activities import answer, go_through
from .conftest import ROOT
from .hands import Keyboard, Pointer
from .lab import Lab, Notebook, running_lab
from .watch import Watch

WORDS = words("opinion_scale")


def smallest(kind: str) -> Path:
    """Return the smallest activity of a kind."""
    read = yaml.safe_load
    found = [
        path
        for path in (ROOT / "notebooks" / "activities").glob("*.yaml")
        if read(path.read_text(encoding="utf-8"))["type"] == kind
    ]
    return min(found, key=lambda path: path.stat().st_size)


def cell(kind: str) -> str:
    """Return code that shows an activity and keeps it under its kind's name."""
    name, widget = kind.replace("-", "_"), KINDS[kind].widget
    options = ", cards=3" if kind == "sorting" else ""
    return f"{name} = {widget}('activities/{smallest(kind).name}'{options})\n{name}"


CELLS = ["from lessonkit import *", *(cell(kind) for kind in KINDS)]


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    with running_lab(tmp_path_factory.mktemp("lab"), CELLS) as lab:
        yield lab


@pytest.fixture(scope="module")
def watched(chromium: Browser, lab: Lab) -> Iterator[tuple[Watch, Notebook]]:
    # High enough that JupyterLab keeps every cell in the page.
    context = chromium.new_context(viewport={"width": 1400, "height": 12000})
    watch = Watch(context, (lab.address, lab.address.replace("http:", "ws:")))
    notebook = Notebook(context.new_page(), lab.page("scratch.ipynb"))
    notebook.run_cell(0)
    yield watch, notebook
    context.close()


# JupyterLab has keys of its own, so the keyboard is the harder way; the book is worked by finger.
@pytest.mark.parametrize(
    ("kind", "hand_of"),
    [*((kind, Keyboard) for kind in KINDS), ("sorting", Pointer), ("planner", Pointer)],
)
def test_an_activity_goes_to_its_end_and_the_kernel_knows(
    watched: tuple[Watch, Notebook], kind: str, hand_of: type
) -> None:
    watch, notebook = watched
    name = kind.replace("-", "_")
    notebook.run_cell(list(KINDS).index(kind) + 1)
    css = KINDS[kind].widget
    root = "".join(f"-{letter.lower()}" if letter.isupper() else letter for letter in css)
    view = notebook.page.locator(f".lk{root}").first
    expect(view).to_be_visible()
    view.locator("button:not([disabled]), input, textarea").first.focus()
    traits = go_through(hand_of(notebook.page), view, lambda state: None)
    for trait, value in traits.items():
        notebook.wait_for_value(f"{name}.{trait}", value)
    if hand_of is Keyboard:
        found = violations(notebook.page, f".lk{root}")
        assert not found, "\n".join(found)
    assert not watch.troubles(), "\n".join(watch.troubles())


def test_answers_are_there_in_the_next_notebook_once_they_are_remembered(
    new_context: Callable[..., tuple[BrowserContext, Watch]], lab: Lab
) -> None:
    own = (lab.address, lab.address.replace("http:", "ws:"))
    context, watch = new_context(own, viewport={"width": 1400, "height": 12000})
    # The server has a copy of the notebooks, without the pictures beside them.
    watch.forgive("_static/figures")
    first = Notebook(context.new_page(), lab.page("01_before_you_start.ipynb"))
    first.run_all()
    hand = Pointer(first.page)
    answer(hand, first.page.locator(".lk-remember-choice"))
    answer(hand, first.page.locator(".lk-opinion-scale"))
    said = "json.load(open('progress.json'))['answers']['where-i-stand']['before']"
    first.wait_for_value(f"len({said})", 8)
    last = Notebook(context.new_page(), lab.page("12_looking_back.ipynb"))
    last.run_all()
    again = WORDS["answer_again"]
    scale = last.page.locator(".lk-opinion-scale")
    expect(scale.get_by_role("button", name=again, exact=True)).to_be_visible()
