from playwright.sync_api import expect

from .answers import Answers
from .conftest import SERVED, Open
from .exercise import Exercise, said
from .place import PHONE, Place
from .pointers import Mouse, point_in

pytestmark = SERVED


def right(card: str) -> str:
    """Return the key of a card's answer, by the rule of the small book's decks."""
    return str((number_of(card) - 1) % 3 + 1)


def wrong(card: str) -> str:
    """Return the key of a place that is no answer to a card."""
    return {"1": "2", "2": "3", "3": "2"}[right(card)]


def number_of(card: str) -> int:
    return int(card.removeprefix("find-"))


def sort_with_misses(exercise: Exercise, misses: int) -> list[str]:
    """Sort the waiting cards, the first few where they do not belong, and return those few."""
    missed: list[str] = []
    while exercise.tray.is_visible():
        card = exercise.next_id()
        misplaced = len(missed) < misses
        exercise.place_by_key(wrong(card) if misplaced else right(card))
        missed += [card] if misplaced else []
    return missed


def test_practice_explains_each_card_as_it_lands(visit: Open, small: Place) -> None:
    exercise = Exercise(visit(small, "practice"))
    verdict = exercise.feedback.locator(".lk-verdict")
    card = exercise.next_id()
    expect(exercise.feedback).to_contain_text(said("how_title"))
    exercise.place_by_key(right(card))
    expect(verdict).to_have_attribute("data-verdict", "agrees")
    expect(exercise.feedback).to_contain_text(f"The reason of find number {number_of(card)}.")
    expect(exercise.announcement).to_contain_text(f"The reason of find number {number_of(card)}.")
    card = exercise.next_id()
    exercise.place_by_key(wrong(card))
    expect(verdict).to_have_attribute("data-verdict", "differs")
    expect(exercise.feedback).to_contain_text(f"The reason of find number {number_of(card)}.")


def test_defensible_answer_is_told_from_the_best_one(visit: Open, small: Place) -> None:
    exercise = Exercise(visit(small, "practice"))
    cards = [exercise.tray.locator(".lk-card").nth(n).get_attribute("data-card") for n in range(4)]
    card = next(card for card in cards if number_of(card) % 3 == 0)
    exercise.card(card).press("1")
    expect(exercise.feedback.locator(".lk-verdict")).to_have_attribute("data-verdict", "depends")
    expect(exercise.feedback).to_contain_text(f"The other side of number {number_of(card)}.")
    expect(exercise.feedback).to_contain_text(f"The reason of find number {number_of(card)}.")


def test_check_keeps_the_answers_back_until_enough_is_placed(visit: Open, small: Place) -> None:
    exercise = Exercise(visit(small, "check"))
    verdicts = exercise.root.locator(".lk-card[data-verdict]")
    exercise.place_by_key("1", "2")
    early = exercise.button("check_needs", count=3)
    expect(early).to_have_attribute("aria-disabled", "true")
    early.click(force=True)
    expect(verdicts).to_have_count(0)
    exercise.place_by_key("3")
    expect(exercise.feedback).not_to_contain_text("The reason of")
    exercise.button("check", count=3).click()
    expect(verdicts).to_have_count(3)
    exercise.place_by_key("1", "2", "3")
    expect(verdicts).to_have_count(3)
    expect(exercise.result).to_be_hidden()
    exercise.button("check", count=6).click()
    expect(exercise.result.locator("h3")).to_be_focused()
    expect(verdicts).to_have_count(6)


def test_opinion_has_no_right_answer(visit: Open, small: Place) -> None:
    exercise = Exercise(visit(small, "opinion"))
    exercise.place_by_key("1", "2", "3", "1", "2", "0")
    expect(exercise.result).to_be_visible()
    expect(exercise.root.locator(":is(.lk-card, .lk-verdict)[data-verdict]")).to_have_count(0)
    expect(exercise.result.locator(".lk-score, .lk-answers")).to_have_count(0)
    expect(exercise.button("show_answers")).to_be_hidden()


def test_pass_costs_nothing(visit: Open, small: Place) -> None:
    exercise = Exercise(visit(small, "practice"))
    exercise.place_by_key("0")
    sort_with_misses(exercise, 0)
    expect(exercise.result.locator(".lk-score")).to_have_text(f"5 {said('score_of', possible=5)}")
    expect(exercise.result).to_contain_text(said("score_passed", count=1))


def test_undo_goes_back_step_by_step(visit: Open, small: Place) -> None:
    exercise = Exercise(visit(small, "practice"))
    first, second = exercise.place_by_key("1", "2")
    exercise.next_card.press("Control+z")
    assert list(exercise.placements()) == [first]
    assert exercise.next_id() == second
    expect(exercise.announcement).to_contain_text(said("announce_undone", card="")[:6])
    exercise.button("undo").click()
    assert exercise.placements() == {}
    assert exercise.next_id() == first
    expect(exercise.button("undo")).to_be_disabled()
    expect(exercise.next_card).to_be_focused()


def test_hint_stays_until_its_card_is_placed(visit: Open, small: Place) -> None:
    exercise = Exercise(visit(small, "practice"))
    card = exercise.next_id()
    hint = f"The hint of find number {number_of(card)}."
    exercise.button("hint_for", card=exercise.text_of(card)).click()
    expect(exercise.feedback).to_contain_text(hint)
    expect(exercise.announcement).to_have_text(hint)
    exercise.place_by_key(right(card))
    expect(exercise.feedback).not_to_contain_text(hint)


def test_own_reason_comes_first_and_stays_beside_ours(visit: Open, small: Place) -> None:
    exercise = Exercise(visit(small, "practice"))
    exercise.root.get_by_label(said("reason_first")).check()
    card = exercise.next_id()
    exercise.place_by_key(right(card))
    box = exercise.feedback.locator("textarea")
    expect(box).to_be_focused()
    exercise.page.keyboard.type("Wet to the touch, 1 and 2.")
    expect(exercise.root.locator("[data-verdict]")).to_have_count(0)
    exercise.button("compare").click()
    expect(exercise.feedback).to_contain_text(f"The reason of find number {number_of(card)}.")
    expect(box).to_have_value("Wet to the touch, 1 and 2.")
    expect(box).to_be_visible()
    assert list(exercise.placements()) == [card]


def test_retry_brings_back_what_missed_and_keeps_the_first_score(visit: Open, small: Place) -> None:
    exercise = Exercise(visit(small, "practice"))
    missed = sort_with_misses(exercise, 2)
    exercise.button("retry", count=2).click()
    exercise.expect_progress(4, 6)
    assert exercise.placements().keys().isdisjoint(missed)
    expect(exercise.next_card).to_be_focused()
    exercise.place_by_key(*(right(card) for card in missed))
    expect(exercise.result.locator(".lk-score")).to_have_text(f"6 {said('score_of', possible=6)}")
    expect(exercise.result).to_contain_text(said("score_first", points="4"))
    expect(exercise.button("retry", count=2)).to_have_count(0)


def test_answers_can_be_shown_at_any_time(visit: Open, small: Place) -> None:
    exercise = Exercise(visit(small, "practice"))
    exercise.place_by_key("1")
    exercise.button("show_answers").click()
    expect(exercise.result.locator("h3")).to_be_focused()
    answers = exercise.result.locator(".lk-answers li")
    expect(answers).to_have_count(6)
    for answer in answers.all():
        expect(answer).to_contain_text("The reason of")
        expect(answer).to_be_visible()


def test_start_again_puts_everything_back(visit: Open, small: Place) -> None:
    exercise = Exercise(visit(small, "practice"))
    sort_with_misses(exercise, 1)
    exercise.button("start_again").click()
    exercise.expect_progress(0, 6)
    expect(exercise.result).to_be_hidden()
    expect(exercise.next_card).to_be_focused()
    expect(exercise.announcement).to_have_text(said("announce_started_again"))


def test_second_sorting_says_what_moved(visit: Open, small: Place) -> None:
    exercise = Exercise(visit(small, "practice"))
    [moved] = sort_with_misses(exercise, 1)
    exercise.button("sort_again").click()
    sort_with_misses(exercise, 0)
    expect(exercise.result).to_contain_text(said("moved", count=1))
    line = exercise.result.locator(".lk-moved li")
    labels = {spot.key: spot.label for spot in exercise.spots()}
    way = said("moved_from_to", **{"from": labels[wrong(moved)], "to": labels[right(moved)]})
    expect(line).to_have_text(f"{exercise.text_of(moved)} {way}")


def test_next_round_deals_the_rest_of_the_bank(visit: Open, small: Place) -> None:
    exercise = Exercise(visit(small, "practice"))
    sort_with_misses(exercise, 0)
    first = exercise.placements()
    exercise.button("next_round", count=6).click()
    exercise.expect_progress(0, 6)
    sort_with_misses(exercise, 0)
    second = exercise.placements()
    assert len(first.keys() | second.keys()) == 12


def test_two_views_of_one_exercise_agree(visit: Open, small: Place) -> None:
    page = visit(small, "practice")
    one, other = Exercise(page, 0), Exercise(page, 1)
    placed = one.place_by_key("1", "2")
    assert other.placements() == one.placements()
    assert list(one.placements()) == placed
    other.expect_progress(2, 6)
    other.button("undo").click()
    assert list(one.placements()) == placed[:1]
    one.expect_progress(1, 6)
    one.card(placed[0]).click()
    other.card(placed[0]).click()
    one.feedback.locator("summary").click()
    one.feedback.locator("textarea").fill("Both of us see this.")
    expect(other.feedback.locator("textarea")).to_have_value("Both of us see this.")
    other.root.get_by_label(said("reason_first")).check()
    expect(one.root.get_by_label(said("reason_first"))).to_be_checked()


def test_arrows_walk_and_delete_takes_back(visit: Open, small: Place) -> None:
    exercise = Exercise(visit(small, "practice"))
    cards = exercise.tray.locator(".lk-card")
    cards.first.press("ArrowRight")
    expect(cards.nth(1)).to_be_focused()
    exercise.page.keyboard.press("ArrowLeft")
    exercise.page.keyboard.press("ArrowLeft")
    last = exercise.page.evaluate("document.activeElement.dataset.card")
    exercise.page.keyboard.press("1")
    assert exercise.placements() == {last: "place-1"}
    [card] = exercise.place_by_key("1")
    exercise.card(last).focus()
    exercise.page.keyboard.press("ArrowDown")
    expect(exercise.card(card)).to_be_focused()
    exercise.page.keyboard.press("Delete")
    assert list(exercise.placements()) == [last]
    expect(exercise.tray.locator(f"[data-card='{card}']")).to_be_focused()


def test_escape_lets_go_of_a_card(visit: Open, small: Place) -> None:
    exercise = Exercise(visit(small, "practice"))
    second = exercise.tray.locator(".lk-card").nth(1)
    second.click()
    expect(second).to_have_attribute("aria-pressed", "true")
    second.press("Escape")
    expect(second).to_have_attribute("aria-pressed", "false")
    mouse = Mouse(exercise.page)
    mouse.press(*point_in(second))
    mouse.move(*point_in(exercise.place("place-1")))
    expect(exercise.root.locator(".lk-drag-copy")).to_be_visible()
    exercise.page.keyboard.press("Escape")
    expect(exercise.root.locator(".lk-drag-copy")).to_have_count(0)
    mouse.release()
    assert exercise.placements() == {}


def test_phone_shows_placed_cards_when_asked(visit: Open, small: Place) -> None:
    exercise = Exercise(visit(small, "practice", **PHONE))
    expect(exercise.tray.locator(".lk-card:visible")).to_have_count(1)
    [card] = exercise.place_by_key("1")
    expect(exercise.card(card)).to_be_hidden()
    exercise.button("show_placed").tap()
    expect(exercise.card(card)).to_be_visible()
    exercise.button("hide_placed").tap()
    expect(exercise.card(card)).to_be_hidden()


def test_one_card_and_two_categories_are_enough(visit: Open, small: Place) -> None:
    exercise = Exercise(visit(small, "two"))
    assert [spot.key for spot in exercise.spots()] == ["1", "2", "0"]
    exercise.place_by_key("1")
    expect(exercise.result.locator(".lk-score")).to_have_text(f"1 {said('score_of', possible=1)}")


def test_six_categories_have_six_keys(visit: Open, small: Place) -> None:
    exercise = Exercise(visit(small, "six"))
    exercise.sort_all(lambda card, spot: card.press(spot.key))
    assert set(exercise.placements().values()) == {f"place-{n}" for n in range(1, 7)} | {"pass"}
    expect(exercise.result).to_be_visible()


def test_five_hundred_cards_can_be_sorted(visit: Open, small: Place) -> None:
    page = visit(small, "many")
    exercise = Exercise(page)
    exercise.place_by_key("1")
    answers = Answers(page)
    answers.write({"placements": {f"find-{n:03}": f"place-{n % 3 + 1}" for n in range(1, 496)}})
    page.reload()
    exercise.expect_progress(495, 500)
    exercise.place_by_key("1", "2", "3", "0", "1")
    exercise.expect_progress(500, 500)
    expect(exercise.result.locator("h3")).to_be_focused()
    expect(exercise.result.locator(".lk-picture .lk-dot")).to_have_count(499)
    exercise.button("undo").click()
    exercise.expect_progress(499, 500)
