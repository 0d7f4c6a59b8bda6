"""A book with a deck, made from the wheel alone, as the tutorial tells it."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from .conftest import ROOT, Open
from .elsewhere import Elsewhere, build_wheel, install
from .exercise import Exercise
from .lab import Lab, Notebook, lab_on
from .place import Place

TUTORIAL = ROOT / "book" / "author" / "tutorial.md"
LESSON = "02_fact_or_opinion"
CLEAN_RUN = """
import json, nbformat, sys
from nbclient import NotebookClient
notebook = nbformat.read(sys.argv[1], as_version=4)
NotebookClient(notebook, timeout=60).execute()
print(json.dumps([o.data for cell in notebook.cells for o in cell.get("outputs", [])]))
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_wheel(tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def environment(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Elsewhere:
    return install(wheel, tmp_path_factory.mktemp("elsewhere"))


@pytest.fixture(scope="module")
def lab(
    author: tuple[Elsewhere, list[str]], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Lab]:
    place, _ = author
    python, beside = str(place.python), tmp_path_factory.mktemp("lab")
    with lab_on(place.folder, beside, python, {"PYTHONPATH": ""}) as lab:
        yield lab


@pytest.fixture(scope="module")
def author(environment: Elsewhere) -> tuple[Elsewhere, list[str]]:
    """Somebody who has done what the tutorial says, in their book, with what they were told."""
    return environment, environment.follow(TUTORIAL)


def test_the_wheel_holds_the_package_whole_and_nothing_else(wheel: Path) -> None:
    package = ROOT / "lessonkit"
    ours = {
        path.relative_to(ROOT).as_posix()
        for path in package.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    held = ZipFile(wheel).namelist()
    assert {name for name in held if ".dist-info/" not in name} == ours


def test_the_tutorial_goes_well_to_its_end(author: tuple[Elsewhere, list[str]]) -> None:
    place, said = author
    assert place.folder.name == "my-course"
    assert [line for text in said for line in text.splitlines() if "WARNING: " in line] == []
    assert any("no errors" in text for text in said), "the tutorial checks what was written"
    assert (place.folder / "_build" / "html" / f"{LESSON}.html").is_file()


def test_a_notebook_gives_what_it_was_begun_with(author: tuple[Elsewhere, list[str]]) -> None:
    place, _ = author
    (place.folder / "run.py").write_text(CLEAN_RUN, encoding="utf-8")
    given: list[dict[str, Any]] = json.loads(
        place.run(f"python run.py {LESSON}.ipynb 2> /dev/null").splitlines()[-1]
    )
    notebook = json.loads((place.folder / f"{LESSON}.ipynb").read_text(encoding="utf-8"))
    stored = [o["data"] for cell in notebook["cells"] for o in cell.get("outputs", [])]
    assert stored
    for before, now in zip(stored, given, strict=True):
        assert {kind: "".join(lines) for kind, lines in before.items()}.items() <= now.items()


def test_the_deck_is_sorted_in_a_page_that_was_opened_as_a_file(
    author: tuple[Elsewhere, list[str]], visit: Open
) -> None:
    place, _ = author
    book = Place(f"{(place.folder / '_build' / 'html').as_uri()}/")
    exercise = Exercise(visit(book, LESSON))
    exercise.sort_all(lambda card, spot: (card.click(), exercise.place_button(spot.id).click())[-1])


def test_the_deck_is_sorted_in_jupyterlab(
    author: tuple[Elsewhere, list[str]], lab: Lab, new_context: Callable[..., Any]
) -> None:
    place, _ = author
    context, _ = new_context(lab.places)
    notebook = Notebook(context.new_page(), lab.page(f"{LESSON}.ipynb"))
    notebook.run_all()
    exercise = Exercise(notebook.page)
    exercise.tab_to(".lk-card")
    placed = exercise.sort_all(exercise.press_number)
    notebook.wait_for_value("dict(_.placements)", placed)
    origin = notebook.python("import lessonkit; print(lessonkit.__file__)")
    assert Path(origin).is_relative_to(place.python.parents[1])
