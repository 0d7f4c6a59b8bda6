from collections.abc import Callable, Iterator
from itertools import cycle

import pytest
from playwright.sync_api import Browser, expect

from .accessibility import violations
from .exercise import Exercise
from .lab import Lab, Notebook, running_lab
from .pointers import Finger, Mouse, drag, let_settle, point_in
from .watch import Watch

SCROLLABLE_AROUND = """
root => {
  const found = [];
  for (let part = root.parentElement; part; part = part.parentElement) {
    const { overflowX, overflowY } = getComputedStyle(part);
    const scrolls = (overflow, room) => /auto|scroll/.test(overflow) && room > 0;
    if (scrolls(overflowX, part.scrollWidth - part.clientWidth)
      || scrolls(overflowY, part.scrollHeight - part.clientHeight)) found.push(part);
  }
  return found.map(part => [...part.classList].find(name => name.startsWith("jp-")));
}
"""
LESSON = "08_telling_them_apart.ipynb"
SCRATCH = [
    "from lessonkit import SortingExercise",
    "exercise = SortingExercise('activities/intimacy-or-passion.yaml', cards=6, seed=2)\nexercise",
    "exercise",
    "'a cell that stays as it is'",
]


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    with running_lab(tmp_path_factory.mktemp("lab"), SCRATCH) as lab:
        yield lab


@pytest.fixture(scope="module")
def watch_and_scratch(chromium: Browser, lab: Lab) -> Iterator[tuple[Watch, Notebook]]:
    context = chromium.new_context(viewport={"width": 1400, "height": 1000}, has_touch=True)
    watch = Watch(context, lab.places)
    yield watch, Notebook(context.new_page(), lab.page("scratch.ipynb"))
    context.close()


@pytest.fixture
def scratch(watch_and_scratch: tuple[Watch, Notebook]) -> Iterator[Notebook]:
    """A notebook that has just run, and that shows one exercise twice."""
    watch, notebook = watch_and_scratch
    notebook.run_all()
    yield notebook
    assert not watch.troubles(), "\n".join(watch.troubles())


def test_cards_of_a_long_lesson_can_be_dragged_by_mouse(new_context: Callable, lab: Lab) -> None:
    context, _ = new_context(lab.places)
    notebook = Notebook(context.new_page(), lab.page(LESSON))
    notebook.run_all()
    exercise = Exercise(notebook.page)
    mouse = Mouse(notebook.page)
    placed: dict[str, str] = {}
    for spot in exercise.spots():
        card = exercise.next_id()
        drag(mouse, exercise.card(card), exercise.place(spot.id))
        placed[card] = spot.id
        exercise.expect_placed(placed, exercise.total())


def test_sorting_by_mouse_reaches_python(scratch: Notebook) -> None:
    exercise, mouse = Exercise(scratch.page), Mouse(scratch.page)
    placed = exercise.sort_all(lambda card, spot: drag(mouse, card, exercise.place(spot.id)))
    expect_in_python(scratch, placed)


def test_sorting_by_finger_reaches_python(scratch: Notebook) -> None:
    exercise, finger = Exercise(scratch.page), Finger(scratch.page)
    placed = exercise.sort_all(lambda card, spot: drag(finger, card, exercise.place(spot.id)))
    expect_in_python(scratch, placed)


def test_sorting_by_keys_reaches_python_and_leaves_the_notebook_alone(scratch: Notebook) -> None:
    exercise, before = Exercise(scratch.page), scratch.content()
    exercise.tab_to(".lk-card")
    scratch.page.keyboard.press("ArrowRight")
    scratch.page.keyboard.press("ArrowLeft")
    ways = cycle([exercise.press_number, exercise.choose_then_place])
    placed = exercise.sort_all(lambda card, spot: next(ways)(card, spot))
    expect(exercise.result.locator("h3")).to_be_focused()
    expect_in_python(scratch, placed)
    scratch.page.keyboard.press("Control+z")
    [*kept, last] = placed
    expect(exercise.card(last)).to_be_visible()
    scratch.wait_for_value("list(exercise.placements)", kept)
    exercise.card(kept[0]).focus()
    scratch.page.keyboard.press("Delete")
    scratch.wait_for_value("list(exercise.placements)", kept[1:])
    for key in "abdmxyz1 9":
        scratch.page.keyboard.press(key)
    assert scratch.content() == before


def test_card_held_beyond_its_output_makes_no_scroll_bar(scratch: Notebook) -> None:
    exercise, mouse = Exercise(scratch.page), Mouse(scratch.page)
    exercise.next_card.scroll_into_view_if_needed()
    mouse.press(*point_in(exercise.next_card))
    for x, y in [(1390, 300), (1390, 990), (300, 990)]:
        mouse.move(x, y)
        let_settle(scratch.page)
        assert exercise.root.evaluate(SCROLLABLE_AROUND) == ["jp-WindowedPanel-outer"]
    scratch.page.keyboard.press("Escape")
    mouse.release()


def test_placements_from_python_show_at_once_in_both_views(scratch: Notebook) -> None:
    one, other = Exercise(scratch.page, 0), Exercise(scratch.page, 1)
    cards = scratch.value("exercise.card_ids")
    scratch.python(f"exercise.placements = {{{cards[0]!r}: 'passion', {cards[1]!r}: 'pass'}}")
    for view in (one, other):
        view.expect_progress(2, 6)
        assert view.placements() == {cards[0]: "passion", cards[1]: "pass"}
    [card] = one.place_by_key("1")
    other.expect_progress(3, 6)
    assert other.placements()[card] == "intimacy"
    scratch.wait_for_value("exercise.score.placed", 2)
    scratch.python("exercise.reset()")
    one.expect_progress(0, 6)
    other.expect_progress(0, 6)


def test_placement_that_cannot_be_is_refused_in_python(scratch: Notebook) -> None:
    said = scratch.python("exercise.placements = {'no-such-card': 'passion'}")
    assert "there is no card 'no-such-card'" in said
    Exercise(scratch.page).expect_progress(0, 6)


@pytest.mark.parametrize("theme", ["JupyterLab Light", "JupyterLab Dark"])
def test_axe_finds_nothing_in_light_and_dark(scratch: Notebook, theme: str) -> None:
    scratch.do("apputils:change-theme", theme=theme)
    is_light = str(theme.endswith("Light")).lower()
    expect(scratch.page.locator("body")).to_have_attribute("data-jp-theme-light", is_light)
    exercise = Exercise(scratch.page)
    scheme = "light" if theme.endswith("Light") else "dark"
    expect(exercise.root).to_have_css("color-scheme", scheme)
    found = violations(scratch.page, ".lk-sorting-exercise")
    exercise.place_by_key("1", "2")
    found += violations(scratch.page, ".lk-sorting-exercise")
    exercise.place_by_key("3", "0", "1", "2")
    exercise.result.locator(".lk-answers summary").click()
    found += violations(scratch.page, ".lk-sorting-exercise")
    assert not found, "\n".join(found)


def expect_in_python(notebook: Notebook, placed: dict[str, str]) -> None:
    """See that the placements, and what is counted of them, are the kernel's."""
    notebook.wait_for_value("exercise.placements", placed)
    passed = sum(1 for place in placed.values() if place == "pass")
    score = notebook.value("[exercise.score.placed, exercise.score.passed]")
    assert score == [len(placed) - passed, passed]
    assert notebook.value("len(exercise.results())") == len(placed)
