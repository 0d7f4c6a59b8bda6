import pytest
from playwright.sync_api import expect

from .answers import Answers
from .conftest import SERVED, Open
from .exercise import Exercise, said
from .place import LESSON, Place

DAMAGED = [
    '{"placements": {"apart-01": "intim',
    "[]",
    '{"placements": [], "revealed": {}}',
]


def test_answers_survive_three_reloads(visit: Open, book: Place) -> None:
    page = visit(book, LESSON)
    exercise = Exercise(page)
    exercise.root.get_by_label(said("reason_first")).check()
    [card] = exercise.place_by_key("1")
    page.keyboard.type("My own reason.")
    exercise.button("compare").click()
    placed = {card: exercise.spots()[0].id}
    for reload in range(3):
        page.reload()
        exercise = Exercise(page)
        assert exercise.placements() == placed
        exercise.expect_progress(len(placed), 12)
        expect(exercise.root.get_by_label(said("reason_first"))).to_be_checked()
        exercise.card(card).click()
        expect(exercise.feedback.locator("textarea")).to_have_value("My own reason.")
        expect(exercise.feedback.locator("[data-verdict]")).to_be_visible()
        spot = exercise.spots()[reload]
        [another] = exercise.place_by_key(spot.key)
        placed[another] = spot.id


@SERVED
def test_finished_exercise_is_finished_after_a_reload(visit: Open, book: Place) -> None:
    page = visit(book, LESSON)
    exercise = Exercise(page)
    exercise.place_by_key(*"123" * 4)
    result = exercise.result.inner_text()
    page.reload()
    assert Exercise(page).result.inner_text() == result


@SERVED
def test_two_exercises_on_a_page_keep_their_answers_apart(visit: Open, book: Place) -> None:
    page = visit(book, LESSON)
    first, second = Exercise(page, 0), Exercise(page, 1)
    first.place_by_key("1", "2")
    second.place_by_key("3")
    before = first.placements(), second.placements()
    page.reload()
    assert (Exercise(page, 0).placements(), Exercise(page, 1).placements()) == before
    assert len(before[0]) == 2
    assert len(before[1]) == 1


@SERVED
def test_new_tab_starts_empty_and_leaves_the_first_alone(visit: Open, book: Place) -> None:
    page = visit(book, LESSON)
    Exercise(page).place_by_key("1", "2")
    other = page.context.new_page()
    other.goto(page.url)
    Exercise(other).expect_progress(0, 12)
    Exercise(other).place_by_key("3")
    page.reload()
    Exercise(page).expect_progress(2, 12)


@SERVED
@pytest.mark.parametrize("text", DAMAGED)
def test_damaged_answers_are_set_aside(visit: Open, small: Place, text: str) -> None:
    page = visit(small, "practice")
    Exercise(page).place_by_key("1")
    answers = Answers(page)
    answers.write_text(text)
    page.reload()
    exercise = Exercise(page)
    exercise.expect_progress(0, 6)
    assert answers.text(f"{answers.name}:damaged") == text
    exercise.place_by_key("1", "2")
    page.reload()
    Exercise(page).expect_progress(2, 6)


@SERVED
def test_card_or_place_that_is_gone_is_dropped_and_the_rest_kept(visit: Open, small: Place) -> None:
    page = visit(small, "practice")
    placed = Exercise(page).place_by_key("1", "2", "3")
    answers = Answers(page)
    kept = answers.read()
    gone = {"find-999": "place-1", placed[2]: "a-place-that-is-gone"}
    answers.write(
        {
            "placements": kept["placements"] | gone,
            "first_placements": kept["first_placements"] | gone,
            "revealed": [*kept["revealed"], "find-999"],
            "reasons": {"find-999": "A reason.", placed[0]: "Kept."},
            "attempts": [{"placements": gone}],
        }
    )
    page.reload()
    exercise = Exercise(page)
    assert exercise.placements() == {placed[0]: "place-1", placed[1]: "place-2"}
    exercise.expect_progress(2, 6)
    exercise.card(placed[0]).click()
    expect(exercise.feedback.locator("textarea")).to_have_value("Kept.")
    exercise.place_by_key("1", "1", "1", "1")
    expect(exercise.result).to_be_visible()


@SERVED
def test_values_that_make_no_sense_do_no_harm(visit: Open, small: Place) -> None:
    page = visit(small, "practice")
    Exercise(page).place_by_key("1")
    attempts = [None, {}, "x", {"placements": None}, {"placements": "x"}]
    reasons = {"find-004": 7, "find-999": None}
    odd = {"round": 99, "attempts": attempts, "revealed": [1, None], "reasons": reasons}
    Answers(page).write(odd)
    page.reload()
    exercise = Exercise(page)
    exercise.place_by_key("1", "2", "3", "1", "2", "3")
    expect(exercise.result.locator("h3")).to_be_focused()


def test_answers_never_appear_in_an_address_or_a_cookie(visit: Open, book: Place) -> None:
    page = visit(book, LESSON)
    Exercise(page).place_by_key("1")
    assert page.url == book.page(LESSON)
    assert page.evaluate("document.cookie") == ""
    assert page.evaluate("localStorage.length") == 0
