from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from .accessibility import violations
from .exercise import Exercise
from .lab import SCRATCH, Lab, Notebook, running_lab
from .pointers import Finger, Mouse, drag
from .watch import Watch

LESSON = "08_telling_them_apart.ipynb"


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    with running_lab(tmp_path_factory.mktemp("lab")) as lab:
        yield lab


@pytest.fixture(scope="module")
def watch_and_scratch(chromium: Browser, lab: Lab) -> Iterator[tuple[Watch, Notebook]]:
    context = chromium.new_context(viewport={"width": 1400, "height": 1000}, has_touch=True)
    watch = Watch(context, (lab.address, lab.address.replace("http:", "ws:")))
    yield watch, Notebook(context.new_page(), lab.page("scratch.ipynb"))
    context.close()


@pytest.fixture
def scratch(watch_and_scratch: tuple[Watch, Notebook]) -> Iterator[Notebook]:
    """A notebook that has just run, and that shows one exercise twice."""
    watch, notebook = watch_and_scratch
    notebook.run_all()
    yield notebook
    assert not watch.troubles(), "\n".join(watch.troubles())


def test_x(scratch):
    e=Exercise(scratch.page)
    scratch.page.screenshot(path="/tmp/w/browser/lab.png")
    print(scratch.value("exercise.placements"))
