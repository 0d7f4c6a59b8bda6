"""The group's tally as Python sees it: what it counts, hides, tells and refuses."""

import doctest
import sys
from pathlib import Path

import pytest
import traitlets

from lessonkit import GroupTally, OpinionScale, SortingExercise
from lessonkit.share_code import encode
from lessonkit.widgets import group_tally

NOTEBOOKS = Path(__file__).parents[2] / "notebooks"
PLACES = ["place-0", "place-1", "place-2", "pass"]


@pytest.fixture
def deck(make_deck):
    return make_deck(
        cards=[
            {"id": f"card-{n}", "text": f"Text {n}.", "category": "place-0", "reason": "It fits."}
            for n in range(6)
        ],
        workshop={"minutes": 10, "say": ["Sort."], "debrief": ["Why?", "What else?"]},
    )


@pytest.fixture
def group(deck, monkeypatch):
    """Return a tally of two rounds of three cards, in which rows are plain dicts."""
    monkeypatch.setitem(sys.modules, "pandas", None)
    return GroupTally(deck, cards=3)


def codes(group, people, number=0):
    """Return a code for each person: a word of three letters, 0 to 2, ``p`` or ``-`` a card."""
    deck = group.deck.with_cards(group.rounds[number])
    lines = []
    for person, letters in enumerate(people):
        placements = {
            card.id: PLACES["012p".index(letter)]
            for card, letter in zip(deck.cards, letters, strict=True)
            if letter != "-"
        }
        lines.append(f"Person {person}: {encode(deck, placements)}")
    return "\n".join(lines)


def counts(row):
    return [row[place] for place in [*PLACES, "not_placed", "people"]]


def test_a_tally_deals_the_rounds_of_a_sorting_exercise(deck):
    for seed in (0, 1, 7):
        exercise = SortingExercise(deck, cards=4, seed=seed)
        assert GroupTally(deck, cards=4, seed=seed).rounds == exercise.rounds
    assert GroupTally(deck, cards=["card-2", "card-0"]).rounds == [["card-2", "card-0"]]


def test_the_front_end_gets_no_answers_and_the_deck_s_questions(group):
    sent = group.comm.opened
    assert set(sent["activity"]["cards"][0]) == {"id", "text", "question"}
    assert sent["activity"]["debrief"] == ["Why?", "What else?"]
    assert "It fits." not in str(sent["activity"])
    assert sent["activity_key"] == "group-tally-likes"
    assert group.learner_traits == [
        "drop_repeats",
        "first_text",
        "order",
        "second_text",
        "threshold",
    ]


def test_each_card_is_counted(group):
    group.first_text = codes(group, ["012", "0p2", "01-", "110", "012"])
    group.order = "deck"
    assert group.people == 5
    rows = group.results()
    assert [row["card"] for row in rows] == group.rounds[0]
    assert list(map(counts, rows)) == [[4, 1, 0, 0, 0, 5], [0, 4, 0, 1, 0, 5], [1, 0, 3, 0, 1, 5]]
    assert [row["agreement"] for row in rows] == [0.6, 1.0, 0.5]
    assert rows[0]["text"] == group.deck.card(rows[0]["card"]).text


def test_the_most_disputed_card_comes_first(group):
    group.first_text = codes(group, ["012", "0p2", "01-", "110", "012"])
    assert [row["agreement"] for row in group.results()] == [0.5, 0.6, 1.0]


def test_nothing_is_told_before_enough_codes_are_in(group):
    people = ["012"] * 4
    group.first_text = codes(group, people)
    assert (group.people, group.results(), group.moved()) == (4, [], [])
    group.first_text = codes(group, [*people, "000"])
    assert (group.people, len(group.results())) == (5, 3)
    group.threshold = 6
    assert group.results() == []


def test_rounds_are_counted_apart_and_hidden_apart(group):
    group.first_text = codes(group, ["012"] * 5) + "\n" + codes(group, ["000"] * 4, number=1)
    assert group.people == 5
    assert {row["round"] for row in group.results()} == {1}
    group.threshold = 4
    assert {row["round"]: row["people"] for row in group.results()} == {1: 5, 2: 4}


def test_a_line_that_stands_there_twice_is_dropped_only_when_asked(group):
    text = codes(group, ["012", "000", "111", "222", "012"])
    group.first_text = text + "\n" + text.splitlines()[0]
    assert group.people == 6
    group.drop_repeats = True
    assert group.people == 5


def test_moved_tells_by_how_many_points_each_share_has_grown(group):
    group.order = "deck"
    group.first_text = codes(group, ["000", "000", "100", "1pp", "ppp"])
    group.second_text = codes(group, ["000", "01p", "01p", "01p"])
    assert group.moved() == []
    group.second_text += "\nEve: " + codes(group, ["21p"])
    first, second, third = group.moved()
    assert first["place-0"] == pytest.approx(30)
    assert first["place-1"] == pytest.approx(-50)
    assert first["place-2"] == pytest.approx(20)
    assert second["place-0"] == pytest.approx(-80)
    assert third["place-0"] == 0
    assert [row["card"] for row in (first, second, third)] == group.rounds[0]


def test_what_nobody_placed_has_not_moved_by_anything(group):
    group.first_text = codes(group, ["00p"] * 5)
    group.second_text = codes(group, ["000"] * 5)
    group.order = "deck"
    assert group.moved()[2]["place-0"] is None


def test_rows_are_frames_where_pandas_is_there(deck):
    group = GroupTally(deck, cards=3)
    group.first_text = group.second_text = codes(group, ["012"] * 5)
    for frame in (group.results(), group.moved()):
        assert type(frame).__name__ == "DataFrame"
        assert list(frame.columns)[:4] == ["round", "card", "text", "place-0"]


@pytest.mark.parametrize("threshold", [2, 1, 0, -5])
def test_a_threshold_that_would_expose_people_is_refused_in_words(group, deck, threshold):
    with pytest.raises(traitlets.TraitError, match="the threshold is 3 or more") as error:
        group.threshold = threshold
    assert f"(got {threshold})" in str(error.value)
    assert group.threshold == 5
    with pytest.raises(traitlets.TraitError, match="the threshold is 3 or more"):
        GroupTally(deck, threshold=threshold)


def test_codes_of_the_front_end_reach_python_and_are_no_news_to_it(group):
    group.comm.receive(first_text=codes(group, ["012"] * 5), threshold=4)
    assert group.people == 5
    assert group.comm.updates() == []


def test_reset_makes_the_tally_as_new_with_the_threshold_it_was_given(deck):
    group = GroupTally(deck, threshold=8)
    new = group.get_state()
    group.set_state(
        {"first_text": "a", "second_text": "b", "threshold": 3, "order": "deck", "drop_repeats": 1}
    )
    group.reset()
    assert group.get_state() == new


def test_the_worksheet_holds_the_cards_of_the_first_round(group):
    sheet = group.static_form()
    held = [f"Text {n}." in sheet for n in range(6)]
    assert [f"card-{n}" in group.rounds[0] for n in range(6)] == held


def test_a_tally_shows_sorting_decks_and_nothing_else(deck):
    with pytest.raises(TypeError, match=r"Show it with OpinionScale\(…\)"):
        GroupTally(NOTEBOOKS / "activities" / "where-i-stand.yaml")
    with pytest.raises(TypeError, match=r"Show it with SortingExercise\(…\)"):
        OpinionScale(deck)


def test_unknown_arguments_are_refused_with_a_guess(deck):
    with pytest.raises(TypeError, match="Did you mean 'threshold'"):
        GroupTally(deck, treshold=8)


def test_the_example_in_the_docstring_is_true(monkeypatch):
    monkeypatch.chdir(NOTEBOOKS)
    [example] = doctest.DocTestFinder(recurse=False).find(
        GroupTally, module=group_tally, globs={"GroupTally": GroupTally}
    )
    assert doctest.DocTestRunner().run(example).failed == 0
