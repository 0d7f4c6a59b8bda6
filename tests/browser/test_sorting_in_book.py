from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

from lessonkit.scoring import score

from .conftest import SERVED, Open
from .exercise import Exercise, Spot, in_halves, said
from .lesson import exercises_of_the_lesson
from .place import LESSON, PHONE, Place
from .pointers import Finger, Mouse, Pen, Pointer, drag


@SERVED
def test_every_card_can_be_dragged_by_mouse(visit: Open, book: Place) -> None:
    expect_sorted_by(Mouse, "mouse", visit(book, LESSON))


@SERVED
def test_every_card_can_be_dragged_by_pen(visit: Open, book: Place) -> None:
    expect_sorted_by(Pen, "pen", visit(book, LESSON))


@SERVED
def test_every_card_can_be_dragged_by_a_finger(visit: Open, book: Place) -> None:
    expect_sorted_by(Finger, "touch", visit(book, LESSON, **PHONE))


def test_every_card_can_be_placed_with_two_taps(visit: Open, book: Place) -> None:
    exercise = Exercise(visit(book, LESSON, **PHONE))
    expect_result(exercise, exercise.sort_all(exercise.tap_card_then_place))


@SERVED
def test_every_card_can_be_placed_with_two_clicks(visit: Open, book: Place) -> None:
    exercise = Exercise(visit(book, LESSON))

    def move(card: Locator, spot: Spot) -> None:
        card.click()
        exercise.place_button(spot.id).click()

    expect_result(exercise, exercise.sort_all(move))


@SERVED
def test_every_card_can_be_placed_by_its_number_key(visit: Open, book: Place) -> None:
    exercise = Exercise(visit(book, LESSON))
    expect_sorted_by_keys(exercise, exercise.press_number)


@SERVED
def test_every_card_can_be_placed_by_choosing_it_and_a_place(visit: Open, book: Place) -> None:
    exercise = Exercise(visit(book, LESSON))
    expect_sorted_by_keys(exercise, exercise.choose_then_place)


@SERVED
def test_card_that_is_dropped_beside_every_place_stays_in_the_tray(
    visit: Open, book: Place
) -> None:
    page = visit(book, LESSON)
    exercise = Exercise(page)
    card = exercise.next_id()
    drag(Mouse(page), exercise.card(card), exercise.feedback)
    expect(exercise.tray.locator(f"[data-card='{card}']")).to_be_visible()
    assert exercise.placements() == {}


@SERVED
def test_placed_card_can_be_dragged_to_another_place_and_back(visit: Open, book: Place) -> None:
    page = visit(book, LESSON)
    exercise, mouse = Exercise(page), Mouse(page)
    [card] = exercise.place_by_key("1")
    drag(mouse, exercise.card(card), exercise.place("passion"))
    expect(exercise.card_in("passion", card)).to_be_visible()
    drag(mouse, exercise.card(card), exercise.tray)
    expect(exercise.tray.locator(f"[data-card='{card}']")).to_be_visible()
    assert exercise.placements() == {}


def expect_sorted_by(device: type[Pointer], kind: str, page: Page) -> None:
    exercise, pointer = Exercise(page), device(page)
    kinds = pointer_kinds(exercise)
    placed = exercise.sort_all(lambda card, spot: drag(pointer, card, exercise.place(spot.id)))
    assert kinds() == [kind]
    expect_result(exercise, placed)


def expect_sorted_by_keys(exercise: Exercise, how: Callable[[Locator, Spot], None]) -> None:
    def move(card: Locator, spot: Spot) -> None:
        how(card, spot)
        exercise.expect_focus_goes_on()

    exercise.tab_to(".lk-card")
    expect_result(exercise, exercise.sort_all(move))


def pointer_kinds(exercise: Exercise) -> Callable[[], list[str]]:
    """Return a function that names the kinds of pointer that the exercise has met since."""
    exercise.root.evaluate(
        "root => { window.kinds = new Set();"
        " root.addEventListener('pointermove', event => kinds.add(event.pointerType), true); }"
    )
    return lambda: exercise.page.evaluate("[...kinds]")


def expect_result(exercise: Exercise, placed: dict[str, str]) -> None:
    """See that the result counts what was placed, as Python counts it."""
    assert exercise.placements() == placed
    counted = score(exercises_of_the_lesson()[0].deck, list(placed), placed)
    points = f"{in_halves(counted.points)} {said('score_of', possible=counted.possible)}"
    expect(exercise.result.locator(".lk-score")).to_have_text(points)
    expect(exercise.result).to_contain_text(said("score_passed", count=counted.passed))
    expect(exercise.result.locator(".lk-picture .lk-dot")).to_have_count(counted.placed)
    expect(exercise.result.locator(".lk-question")).to_be_visible()
    expect(exercise.result.locator("h3")).to_be_focused()
