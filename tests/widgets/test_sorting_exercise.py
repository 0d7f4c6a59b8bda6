"""The sorting exercise as Python sees it: what it takes, keeps, tells and refuses."""

import doctest
import re
import sys
from pathlib import Path

import ipywidgets
import pytest
import traitlets

from lessonkit import ActivityError, SortingExercise
from lessonkit.activities import front_end_activity
from lessonkit.scoring import Score
from lessonkit.widgets import sorting_exercise

NOTEBOOKS = Path(__file__).parents[2] / "notebooks"
DECK = NOTEBOOKS / "activities" / "intimacy-or-passion.yaml"
COLUMNS = [
    "card",
    "text",
    "placed",
    "answer",
    "points",
    "first_placed",
    "own_reason",
    "reason",
]


@pytest.fixture
def exercise(make_deck):
    """Return an exercise with all nine cards on the table; card n belongs to place n modulo 3."""
    return SortingExercise(make_deck(), cards=[f"card-{n}" for n in range(9)])


@pytest.fixture
def without_pandas(monkeypatch):
    monkeypatch.setitem(sys.modules, "pandas", None)


def test_an_exercise_starts_with_twelve_cards_and_nothing_done():
    exercise = SortingExercise(DECK)
    assert len(exercise.card_ids) == 12
    assert (exercise.mode, exercise.activity_key) == ("practice", "intimacy-or-passion")
    assert exercise.trait_values(learner=True) == {
        "attempts": [],
        "first_placements": {},
        "placements": {},
        "reason_first": False,
        "reasons": {},
        "revealed": [],
        "round": 0,
    }
    assert exercise.history == []


def test_the_learner_s_traits_are_those_that_a_host_saves(exercise):
    assert exercise.learner_traits == [
        "attempts",
        "first_placements",
        "placements",
        "reason_first",
        "reasons",
        "revealed",
        "round",
    ]


def test_an_activity_can_be_a_path_a_text_or_loaded_already():
    from_path = SortingExercise(DECK)
    assert SortingExercise(str(DECK)).activity == from_path.activity
    assert SortingExercise(from_path.deck).activity == from_path.activity


def test_a_file_with_mistakes_is_refused_with_the_file_s_name(tmp_path):
    path = tmp_path / "wrong.yaml"
    path.write_text("type: sorting\n", encoding="utf-8")
    with pytest.raises(ActivityError, match=re.escape(str(path))):
        SortingExercise(path)


def test_a_number_of_cards_deals_the_bank_into_rounds(make_deck):
    exercise = SortingExercise(make_deck(cards=9), cards=4)
    assert [len(cards) for cards in exercise.rounds] == [4, 4, 1]
    assert exercise.card_ids == exercise.rounds[0]


def test_none_puts_all_cards_on_the_table(make_deck):
    exercise = SortingExercise(make_deck(cards=40), cards=None)
    assert [len(cards) for cards in exercise.rounds] == [40]


@pytest.mark.parametrize("collect", [list, tuple, iter], ids=lambda kind: kind.__name__)
def test_cards_named_by_id_come_in_that_order(make_deck, collect):
    exercise = SortingExercise(make_deck(), cards=collect(["card-5", "card-0", "card-3"]))
    assert exercise.rounds == [["card-5", "card-0", "card-3"]]


def test_pairs_puts_the_cards_that_differ_in_one_detail_side_by_side(make_deck):
    cards = [
        {"id": card_id, "text": "A card.", "category": "place-0", "reason": "It fits."}
        | ({"variant_of": original} if original else {})
        for card_id, original in [
            ("variant", "original"),
            ("alone", None),
            ("original", None),
            ("third", "original"),
        ]
    ]
    exercise = SortingExercise(make_deck(cards=cards), cards="pairs")
    assert exercise.rounds == [["original", "variant", "third"]]


def test_the_round_decides_which_cards_are_on_the_table(make_deck):
    exercise = SortingExercise(make_deck(), cards=4)
    exercise.round = 1
    assert exercise.card_ids == exercise.rounds[1]


def test_a_round_beyond_the_last_is_the_last(make_deck):
    exercise = SortingExercise(make_deck(), cards=4)
    exercise.round = 50
    assert exercise.card_ids == exercise.rounds[-1]


def test_the_same_seed_deals_the_same_cards():
    assert SortingExercise(DECK, seed=3).rounds == SortingExercise(DECK, seed=3).rounds
    assert SortingExercise(DECK, seed=3).rounds != SortingExercise(DECK, seed=4).rounds


def test_the_front_end_gets_the_cards_that_are_dealt_and_no_others(make_deck):
    deck = make_deck()
    exercise = SortingExercise(deck, cards=["card-5", "card-0"])
    assert exercise.comm.opened["activity"] == front_end_activity(deck, ["card-5", "card-0"])


def test_the_mode_is_the_deck_s_own_unless_another_is_asked_for(make_deck):
    deck = make_deck(mode="check")
    assert SortingExercise(deck).mode == "check"
    assert SortingExercise(deck, mode="practice").mode == "practice"


def test_answers_follow_the_exercise_s_mode_and_not_the_deck_s(make_deck):
    def answered(exercise):
        return [bool(card["answers"]) for card in exercise.activity["cards"]]

    with_answers = make_deck(cards=2)
    assert answered(SortingExercise(with_answers)) == [True, True]
    assert answered(SortingExercise(with_answers, mode="opinion")) == [False, False]
    opinions = make_deck(cards=2, mode="opinion")
    assert answered(SortingExercise(opinions)) == [False, False]
    assert answered(SortingExercise(opinions, mode="practice")) == [True, True]


def test_a_deck_without_answers_is_for_opinions(make_deck):
    assert SortingExercise(make_deck(answers=False)).mode == "opinion"


@pytest.mark.parametrize("mode", ["practice", "check"])
def test_a_mode_that_needs_answers_refuses_a_deck_without_them(make_deck, mode):
    with pytest.raises(ValueError) as error:
        SortingExercise(make_deck(answers=False), mode=mode)
    assert str(error.value) == (
        f"sorting exercise 'likes': mode '{mode}' needs an answer for every card, and this deck "
        "leaves some open. Use mode='opinion', or give each card a category."
    )


def test_a_key_of_one_s_own_keeps_two_exercises_with_one_deck_apart(make_deck):
    assert SortingExercise(make_deck(), key="likes-2").activity_key == "likes-2"


DEALS_NOTHING = (
    "sorting exercise 'likes': cards={!r} deals no round. "
    "Give a number from 1, None for all cards, 'pairs' or a list of card ids."
)


@pytest.mark.parametrize(
    ("cards", "words"),
    [
        (0, DEALS_NOTHING.format(0)),
        (-3, DEALS_NOTHING.format(-3)),
        (True, DEALS_NOTHING.format(True)),
        (
            "pairs",
            "sorting exercise 'likes': cards='pairs' needs cards that differ in one detail, and no "
            "card of this deck says variant_of.",
        ),
        (
            "all",
            "sorting exercise 'likes': cards='all' is not understood. "
            "Give a number, None, 'pairs' or a list of card ids.",
        ),
        (
            2.5,
            "sorting exercise 'likes': cards=2.5 is not understood. "
            "Give a number, None, 'pairs' or a list of card ids.",
        ),
        (
            ["card-0", "crad-1", 7],
            "sorting exercise 'likes': cards must name cards of the deck, each once "
            "(unknown: crad-1, 7).",
        ),
        (
            ["card-0", "card-0"],
            "sorting exercise 'likes': cards must name cards of the deck, each once "
            "(got ['card-0', 'card-0']).",
        ),
        ([], "sorting exercise 'likes': cards must name cards of the deck, each once (got [])."),
    ],
    ids=str,
)
def test_cards_that_cannot_be_dealt_are_refused_in_words(make_deck, cards, words):
    with pytest.raises(ValueError) as error:
        SortingExercise(make_deck(), cards=cards)
    assert str(error.value) == words


def test_an_unknown_mode_is_refused_with_the_three_that_there_are(make_deck):
    words = r"'mode' .* any of \['practice', 'check', 'opinion'\], not the str 'practise'"
    with pytest.raises(traitlets.TraitError, match=words):
        SortingExercise(make_deck(), mode="practise")


@pytest.mark.parametrize(
    ("argument", "advice"),
    [
        ("card", " Did you mean 'cards'?"),
        ("seeds", " Did you mean 'seed'?"),
        ("placement", " Did you mean 'placements'?"),
        ("zzz", ""),
    ],
)
def test_an_unknown_argument_is_refused_with_the_nearest_known_one(make_deck, argument, advice):
    with pytest.raises(TypeError) as error:
        SortingExercise(make_deck(), **{argument: 1})
    assert str(error.value) == f"SortingExercise: unknown argument {argument!r}.{advice}"


def test_further_traits_can_be_given(make_deck):
    exercise = SortingExercise(make_deck(), placements={"card-1": "place-1"}, tooltip="Sort")
    assert exercise.placements == {"card-1": "place-1"}
    assert exercise.tooltip == "Sort"


@pytest.mark.parametrize(
    ("placements", "problem"),
    [
        ({"crad-1": "place-0"}, "there is no card 'crad-1'"),
        ({"card-1": "plaec-0"}, "card 'card-1' can not be in 'plaec-0'"),
        (
            {"card-1": "nowhere", "crad-2": "place-0"},
            "there is no card 'crad-2'; card 'card-1' can not be in 'nowhere'",
        ),
    ],
    ids=["card", "place", "both"],
)
def test_placements_that_make_no_sense_are_refused_in_words(exercise, placements, problem):
    exercise.placements = {"card-0": "place-0"}
    with pytest.raises(traitlets.TraitError) as error:
        exercise.placements = placements
    assert str(error.value) == (
        f"placements of 'likes': {problem}. "
        "Use the ids of the deck's cards, and as places place-0, place-1, place-2, pass."
    )
    assert exercise.placements == {"card-0": "place-0"}


@pytest.mark.parametrize("placements", [{"card-0": 1}, {0: "place-0"}, ["card-0"], None], ids=str)
def test_placements_are_a_dict_of_texts(exercise, placements):
    with pytest.raises(traitlets.TraitError, match="'placements' trait"):
        exercise.placements = placements


def test_the_score_follows_the_placements(exercise):
    assert exercise.score == Score(points=0.0, possible=0, placed=0, passed=0, total=9)
    exercise.placements = {"card-0": "place-0", "card-1": "place-0", "card-2": "pass"}
    assert exercise.score == Score(points=1.0, possible=2, placed=2, passed=1, total=9)


def test_a_defensible_place_is_worth_a_half(make_deck):
    card = {"id": "naps", "text": "Naps.", "category": "place-0", "reason": "It fits."}
    defensible = [{"category": "place-1", "reason": "One could say so."}]
    deck = make_deck(cards=[card | {"defensible": defensible}])
    assert SortingExercise(deck, placements={"naps": "place-1"}).score.points == 0.5


def test_only_the_cards_on_the_table_are_scored(make_deck):
    exercise = SortingExercise(make_deck(), cards=4)
    first, second = exercise.rounds[0][0], exercise.rounds[1][0]
    exercise.placements = {card: exercise.deck.card(card).category for card in (first, second)}
    assert exercise.score == Score(points=1.0, possible=1, placed=1, passed=0, total=4)


@pytest.mark.parametrize("answers", [True, False], ids=["answers", "no-answers"])
def test_an_opinion_exercise_counts_cards_and_gives_no_points(make_deck, answers):
    exercise = SortingExercise(make_deck(answers=answers), cards=None, mode="opinion")
    exercise.placements = {"card-0": "place-0", "card-1": "pass"}
    assert exercise.score == Score(points=0.0, possible=0, placed=1, passed=1, total=9)


def test_results_are_a_frame_where_pandas_is_there(exercise):
    frame = exercise.results()
    assert type(frame).__name__ == "DataFrame"
    assert list(frame.columns) == COLUMNS
    assert list(frame["card"]) == exercise.card_ids


def test_results_are_rows_where_pandas_is_not_there(exercise, without_pandas):
    rows = exercise.results()
    assert [list(row) for row in rows] == [COLUMNS] * 9
    assert [row["card"] for row in rows] == exercise.card_ids


def test_a_row_of_the_results_tells_all_about_a_card(exercise, without_pandas):
    exercise.placements = {"card-1": "place-1"}
    exercise.first_placements = {"card-1": "place-2"}
    exercise.reasons = {"card-1": "I think so."}
    assert exercise.results()[1] == {
        "card": "card-1",
        "text": "Text 1.",
        "placed": "place-1",
        "answer": "place-1",
        "points": 1,
        "first_placed": "place-2",
        "own_reason": "I think so.",
        "reason": "It fits.",
    }


def test_results_give_no_points_for_a_pass_or_an_open_card(exercise, without_pandas):
    exercise.placements = {"card-0": "place-2", "card-1": "pass"}
    told = [(row["placed"], row["points"]) for row in exercise.results()[:3]]
    assert told == [("place-2", 0), ("pass", None), (None, None)]


def test_results_of_an_opinion_exercise_give_no_points(make_deck, without_pandas):
    exercise = SortingExercise(make_deck(), cards=None, mode="opinion")
    exercise.placements = {"card-0": "place-0"}
    assert {row["points"] for row in exercise.results()} == {None}


def test_results_hold_the_table_and_what_was_placed_in_other_rounds(make_deck, without_pandas):
    exercise = SortingExercise(make_deck(), cards=4)
    elsewhere = exercise.rounds[1][2]
    exercise.placements = {elsewhere: "pass"}
    assert [row["card"] for row in exercise.results()] == [*exercise.rounds[0], elsewhere]


def test_reset_makes_the_exercise_as_new(make_deck):
    exercise = SortingExercise(make_deck(), cards=4, mode="check", seed=5)
    new = exercise.get_state()
    exercise.set_state(
        {
            "placements": {"card-0": "place-0"},
            "first_placements": {"card-0": "place-1"},
            "reasons": {"card-0": "So."},
            "revealed": ["card-0"],
            "round": 1,
            "attempts": [{"placements": {"card-0": "place-1"}}],
            "reason_first": True,
            "history": [{"placements": {"card-0": None}, "revealed": {"card-0": False}}],
        }
    )
    exercise.reset()
    assert exercise.get_state() == new


def test_observe_hears_of_placements_made_in_python(exercise):
    heard = []
    exercise.observe(lambda change: heard.append((change["old"], change["new"])), "placements")
    exercise.placements = {"card-0": "place-0"}
    exercise.placements = {"card-0": "place-0"}
    assert heard == [({}, {"card-0": "place-0"})]


def test_observe_hears_of_placements_made_in_the_front_end(exercise):
    heard = []
    exercise.observe(lambda change: heard.append(change["new"]), "placements")
    exercise.comm.receive(placements={"card-4": "place-1"}, revealed=["card-4"])
    assert heard == [{"card-4": "place-1"}]
    assert exercise.score.points == 1
    assert exercise.revealed == ["card-4"]


def test_what_the_front_end_has_said_is_not_sent_back_as_news(exercise):
    exercise.comm.receive(placements={"card-4": "place-1"})
    assert exercise.comm.updates() == []


def test_placements_made_in_python_reach_the_front_end_at_once(exercise):
    exercise.placements = {"card-0": "place-0"}
    assert exercise.comm.updates() == [{"placements": {"card-0": "place-0"}}]


def test_an_answer_to_the_front_end_s_move_reaches_it(exercise):
    def pass_the_last(change):
        exercise.placements = {**change["new"], "card-8": "pass"}

    exercise.observe(pass_the_last, "placements")
    exercise.comm.receive(placements={"card-0": "place-0"})
    assert exercise.comm.updates()[-1] == {"placements": {"card-0": "place-0", "card-8": "pass"}}


def test_every_move_of_the_front_end_is_taken(exercise):
    moves = {
        "placements": {"card-0": "pass"},
        "first_placements": {"card-0": "place-1"},
        "reasons": {"card-0": "<b>So</b> \u202e."},
        "revealed": ["card-0"],
        "round": 0,
        "attempts": [{"placements": {"card-0": "place-2"}}],
        "history": [{"placements": {"card-0": None}, "revealed": {"card-0": False}}],
        "reason_first": True,
    }
    exercise.comm.receive(**moves)
    assert exercise.get_state(moves) == moves


def test_a_move_that_makes_no_sense_leaves_everything_as_it_was(exercise):
    exercise.placements = {"card-0": "place-0"}
    with pytest.raises(traitlets.TraitError, match="there is no card 'card-99'"):
        exercise.set_state({"placements": {"card-99": "place-0"}, "revealed": ["card-99"]})
    assert exercise.placements == {"card-0": "place-0"}
    assert exercise.revealed == []


def test_an_exercise_is_named_by_its_deck_its_cards_and_its_mode(make_deck):
    exercise = SortingExercise(make_deck(), cards=4, mode="check")
    assert repr(exercise) == "SortingExercise('likes', cards=4, mode='check')"
    assert repr(exercise) == repr(SortingExercise(make_deck(), cards=4, mode="check"))


def test_an_exercise_is_shown_live_as_worksheet_and_as_words(exercise):
    data, _ = exercise._repr_mimebundle_()
    view = data["application/vnd.jupyter.widget-view+json"]
    assert view["model_id"] == exercise.model_id
    assert data["text/html"] == exercise.static_form()
    assert data["text/plain"] == repr(exercise)
    assert set(data) == {"application/vnd.jupyter.widget-view+json", "text/html", "text/plain"}


def test_the_worksheet_holds_every_card_place_and_reason(make_deck):
    exercise = SortingExercise(make_deck(), cards=4)
    form = exercise.static_form()
    cards = [card for cards in exercise.rounds for card in cards]
    assert [form.count(exercise.deck.card(card).text) for card in cards] == [1] * 9
    assert all(category.label in form for category in exercise.deck.categories)
    assert form.count("It fits.") == 9


def test_two_exercises_alike_have_two_models_and_one_worksheet(make_deck):
    first, second = SortingExercise(make_deck()), SortingExercise(make_deck())
    assert first.model_id != second.model_id
    assert first.static_form() == second.static_form()


def test_two_exercises_share_no_answers(make_deck):
    first, second = SortingExercise(make_deck()), SortingExercise(make_deck())
    first.placements = {"card-0": "place-0"}
    first.reasons["card-0"] = "So."
    assert (second.placements, second.reasons) == ({}, {})


def test_exercises_stand_in_a_box_with_stock_controls(make_deck):
    exercise = SortingExercise(make_deck())
    heading = ipywidgets.Label("Sort these")
    box = ipywidgets.VBox([heading, exercise])
    assert box.comm.opened["children"] == [
        f"IPY_MODEL_{heading.model_id}",
        f"IPY_MODEL_{exercise.model_id}",
    ]


@pytest.mark.parametrize("link", [traitlets.link, ipywidgets.link], ids=["traitlets", "ipywidgets"])
def test_linked_exercises_show_the_same_placements(make_deck, link):
    first, second = SortingExercise(make_deck()), SortingExercise(make_deck())
    link((first, "placements"), (second, "placements"))
    first.comm.receive(placements={"card-0": "place-0"})
    assert second.placements == {"card-0": "place-0"}
    assert second.comm.updates() == [{"placements": {"card-0": "place-0"}}]
    second.comm.receive(placements={"card-0": "place-1"})
    assert first.placements == {"card-0": "place-1"}
    assert first.comm.updates() == [{"placements": {"card-0": "place-1"}}]


def test_placements_can_be_linked_in_the_front_end_alone(make_deck):
    first, second = SortingExercise(make_deck()), SortingExercise(make_deck())
    link = ipywidgets.jslink((first, "placements"), (second, "placements"))
    assert link.comm.opened["source"] == [f"IPY_MODEL_{first.model_id}", "placements"]
    assert link.comm.opened["target"] == [f"IPY_MODEL_{second.model_id}", "placements"]


def test_a_stock_control_can_follow_an_exercise(exercise):
    label = ipywidgets.Label()
    ipywidgets.dlink((exercise, "placements"), (label, "value"), lambda placed: f"{len(placed)}")
    exercise.comm.receive(placements={"card-0": "place-0", "card-1": "pass"})
    assert label.value == "2"


@pytest.mark.parametrize("categories", [2, 6])
@pytest.mark.parametrize("cards", [1, 500])
def test_two_to_six_categories_and_one_to_five_hundred_cards_work(make_deck, categories, cards):
    exercise = SortingExercise(make_deck(categories, cards), cards=None)
    right = {card.id: card.category for card in exercise.deck.cards}
    exercise.comm.receive(placements=right)
    assert exercise.score == Score(float(cards), cards, cards, passed=0, total=cards)
    assert list(exercise.results()["points"]) == [1] * cards
    assert exercise.static_form().count("Text ") == cards


def test_the_example_in_the_docstring_is_true(monkeypatch):
    monkeypatch.chdir(NOTEBOOKS)
    [example] = doctest.DocTestFinder(recurse=False).find(
        SortingExercise, module=sorting_exercise, globs={"SortingExercise": SortingExercise}
    )
    assert doctest.DocTestRunner().run(example).failed == 0
