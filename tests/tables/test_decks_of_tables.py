"""What a table becomes: categories, ids, answers, and every mistake at once."""

from pathlib import Path

import pytest

from lessonkit.activities import ActivityError, SortingActivity, load_activity
from lessonkit.tables import deck as deck_module
from lessonkit.tables.names import identifier

from .conftest import Import

DECK = Path(__file__).parent.parent / "activities" / "good_deck.yaml"
HEADER = "text,category,reason\n"


def load(path: Path) -> SortingActivity:
    deck = load_activity(path)
    assert isinstance(deck, SortingActivity)
    return deck


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Süßes & Saures!", "susses-saures"),
        ("Crème brûlée", "creme-brulee"),
        ("Ærø, Łódź, Þór", "aero-lodz-thor"),
        ("It's both", "its-both"),
        ("雨", ""),
        ("ab " * 40, ("ab-" * 40)[:64].strip("-")),
    ],
)
def test_an_id_is_made_of_the_latin_letters_of_a_label(words: str, name: str) -> None:
    assert identifier(words) == name


def test_categories_come_in_the_order_of_their_appearance_each_with_an_id(
    import_cards: Import,
) -> None:
    rows = [" Pass ", "雨", "Rain", "rain!", "RAIN", "雨"]
    found = import_cards(HEADER + "".join(f"Text {word},{word},Why.\n" for word in rows))
    assert [(c.id, c.label) for c in found.deck.categories] == [
        ("category-1", "Pass"),
        ("category-2", "雨"),
        ("rain", "Rain"),
        ("rain-2", "rain!"),
    ]
    ids = [card.id for card in found.deck.cards]
    assert ids == [
        "category-1-01",
        "category-2-01",
        "rain-01",
        "rain-2-01",
        "rain-02",
        "category-2-02",
    ]


def test_a_category_that_looks_misspelt_is_told(import_cards: Import) -> None:
    rows = "Wet.,Rain,Why.\nWetter.,Rain,Why.\nDry.,Sun,Why.\nHot.,Sunn,Why.\nWarm.,Sun,Why.\n"
    found = import_cards(HEADER + rows, title="T", prompt="P?")
    [remark] = found.remarks
    assert (remark.line, remark.found) == (5, "'Sunn' beside 'Sun' (in the column 'category')")


def test_without_answers_a_deck_asks_for_opinions(import_cards: Import, tmp_path: Path) -> None:
    Path(tmp_path, "places.csv").write_text("label\nRain\nSun\n", encoding="utf-8")
    deck = import_cards("text\nWet, or not.\nDry.\n", categories=Path("places.csv")).deck
    assert deck.mode == "opinion" and [card.id for card in deck.cards] == ["card-01", "card-02"]
    assert [card.text for card in deck.cards] == ["Wet, or not.", "Dry."]


def test_every_mistake_of_a_table_is_told_with_its_row_at_once(import_cards: Import) -> None:
    with pytest.raises(ActivityError) as refused:
        import_cards(
            "id,text,category,reason,defensible,defensible reason,claims,variant of\n"
            "a,Wet.,Rain,Clouds.,Sun,,C90,\n"
            "B 2,Dry.,Sun,Light.,Sun,Because.,90,\n"
            ",Damp.,,Fog.,Rian,It is.,,c\n"
            "a,Hot.,Sun,,,Why?,,zz\n"
            'e,"Half \u202e a\nline.",Rain,Clouds.,,,,\n'
        )
    told = [
        (problem.line, problem.what, problem.fix.split(";")[0])
        for problem in refused.value.problems
    ]
    in_column = [problem.found.rpartition("column ")[2] for problem in refused.value.problems]
    assert told == [
        (2, "a further answer has no reason", "write why one could say so"),
        (
            3,
            "'id' of card 'B 2' is not made of lower-case words joined by hyphens",
            "write it as b-2",
        ),
        (
            3,
            "item 1 of 'claims' of card 'B 2' is not the number of a claim",
            "write it as C07 or C123",
        ),
        (
            3,
            "card 'B 2' gives its answer 'sun' again under 'defensible'",
            "name another category, or remove this one",
        ),
        (4, "the card has no category", "write Rain or Sun"),
        (4, "there is no such category", "did you mean 'Rain'?"),
        (
            4,
            "card 'rain-01' is a variant of a card that does not exist",
            "write the id of a card of this file",
        ),
        (5, "the card has no reason", "write why that is the answer"),
        (
            5,
            "a further answer has a reason and no category",
            "write the category, or clear the reason",
        ),
        (5, "a second card 'a'", "give this one another id"),
        (
            5,
            "card 'a' is a variant of a card that does not exist",
            "write the id of a card of this file",
        ),
        (6, "'text' of card 'e' has an invisible control character", "write the text without it"),
    ]
    assert in_column[0] == "'defensible reason')" and in_column[-1] == "'text')"


def test_a_further_answer_may_stand_in_one_cell_with_its_reason(import_cards: Import) -> None:
    deck = import_cards(
        "text,category,reason,also\nWet.,Rain,Clouds.,Sun: it may: melt\nDry.,Sun,Light.,\n"
    ).deck
    assert deck.cards[0].defensible[0].reason == "it may: melt"


def test_a_renewed_deck_keeps_its_words_and_the_ids_of_unchanged_cards(
    import_cards: Import,
) -> None:
    table = (
        "text,category,reason,hint\n"
        "Snow on the sill.,rain,It melts.,Look.\n"
        "Drops run down  the window.,Rain,Other words.,\n"
        "A shadow.,SUN,Light.,\n"
    )
    former = load(DECK)
    text = former.cards[0].text
    deck = import_cards(table.replace("Drops run down  the window.", text), like=former).deck
    assert (deck.id, deck.title, deck.categories) == (former.id, former.title, former.categories)
    first = former.cards[0].id
    assert [card.id for card in deck.cards] == ["rain-01", first, "sun-01"]
    assert deck.cards[1].reason == "Other words."
    with pytest.raises(ActivityError, match="did you mean 'Rain'"):
        import_cards(table.replace("rain", "rian"), like=former)


def test_what_a_table_has_no_column_for_stays_as_it_was(import_cards: Import) -> None:
    former = load(DECK)
    kept = former.cards[0].model_copy(update={"hint": "Look up.", "claims": ("C90",)})
    former = former.model_copy(update={"cards": (kept,)})
    deck = import_cards(f"text,reason\n{kept.text},A new reason.\n", like=former).deck
    assert deck.cards == (kept.model_copy(update={"reason": "A new reason."}),)


def test_the_file_says_which_texts_are_only_a_beginning(import_cards: Import) -> None:
    found = import_cards("text,category\nWet.,Rain\nDry.,Sun\n")
    lines = found.yaml().splitlines()
    says = "# These are starting texts; write your own: the title; the prompt; the reason of each"
    assert lines[1] == f"{says} card."
    assert "title: Rain or sun" in lines
    Path("out.yaml").write_text(found.yaml(), encoding="utf-8")
    assert load_activity("out.yaml") == found.deck


def test_a_deck_that_no_file_could_hold_is_refused(
    import_cards: Import, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = import_cards(HEADER + "Wet.,Rain,Why.\nDry.,Sun,Why.\n")
    monkeypatch.setattr(deck_module, "LARGEST", len(found.yaml().encode()) - 1)
    with pytest.raises(ActivityError, match="the deck is too large"):
        found.yaml()
