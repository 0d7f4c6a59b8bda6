"""Tables that are text: encodings, separators, quotation marks, names of columns."""

from pathlib import Path

import pytest

from lessonkit.activities import ActivityError

from .conftest import Import

SAMPLE = Path(__file__).with_name("semicolons-windows-1252.csv")
TABLE = (
    "text,category,reason\n"
    '"Drops, many of them.",Rain,Clouds.\n'
    'Café in the light.,Sun,"It is ""bright""."\n'
)


def said(found: ActivityError) -> list[str]:
    return [str(problem) for problem in found.problems]


def test_a_table_of_a_spreadsheet_program_becomes_a_deck(import_cards: Import) -> None:
    found = import_cards(SAMPLE)
    deck = found.deck
    assert [(c.id, c.category, c.text) for c in deck.cards] == [
        ("rain-01", "rain", "Drops run down the café window."),
        ("rain-02", "rain", 'The street is "wet".\nNobody saw why.'),
        ("sun-01", "sun", "You squint — and the cat sleeps on the sill."),
    ]
    assert deck.cards[0].reason == "Drops fall from clouds; that is rain."
    [further] = deck.cards[1].defensible
    assert (further.category, further.reason) == ("sun", "Snow may have melted.")
    lines = {problem.what: problem.line for problem in found.remarks}
    assert lines == {
        "the file is not UTF-8, and was read as Windows-1252": 1,
        "what stands above the names of the columns is left out": 1,
        "the column 'Nr' is left out": 2,
        "the title and the prompt are starting texts": 1,
    }


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_encodings_separators_and_line_ends_make_no_difference(
    import_cards: Import, separator: str, encoding: str, line_end: str
) -> None:
    lines = TABLE.replace("text,category,reason", "text|category|reason")
    lines = lines.replace(".,", ".|").replace('",', '"|').replace("Rain,", "Rain|")
    lines = lines.replace("Sun,", "Sun|").replace("|", separator).replace("\n", line_end)
    found = import_cards(lines.encode(encoding))
    assert [card.text for card in found.deck.cards] == [
        "Drops, many of them.",
        "Café in the light.",
    ]
    assert found.deck.cards[1].reason == 'It is "bright".'
    doubts = [problem for problem in found.remarks if "Windows-1252" in problem.what]
    assert [problem.line for problem in doubts] == ([3] if encoding == "cp1252" else [])


def test_a_quotation_mark_out_of_place_is_told_where_its_row_begins(import_cards: Import) -> None:
    with pytest.raises(ActivityError) as refused:
        import_cards(TABLE + '"Never closed,Rain,Because.\nMore,Sun,Light.\n')
    assert said(refused.value) == [
        "rain-or-sun.csv:4: a quotation mark is out of place in the row that begins here. Rule: a "
        "cell that begins with a quotation mark ends with one, and those inside are doubled. "
        'Found: "Never closed,Rain,Because. Fix: write "" for a quotation mark inside the cell, '
        "and close the cell with one; a spreadsheet program that saves the table as CSV does so "
        "by itself."
    ]


def test_a_row_with_too_many_cells_is_told(import_cards: Import) -> None:
    with pytest.raises(ActivityError) as refused:
        import_cards(TABLE + "Wet, and cold,Rain,Clouds.\n")
    assert said(refused.value)[0].startswith(
        "rain-or-sun.csv:4: the row has 4 cells. Rule: a row has as many cells as there are "
        "columns, 3. Found: Clouds. Fix: put a text with separators in it in quotation marks"
    )


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"\x89PNG\r\n\0\0", "this is not a table that can be read"),
        (b" \n", "the file is empty"),
        (b"text,category,reason\n", "the table has no cards"),
        (b"x" * 10_000_001, "the file is too large"),
        (b"a,b\nc,d\n", "no column says the text of a card"),
        (b"text,reason\na,b\n", "no column says the category of a card"),
        (b"text,category,reason\na,b,c\n", "there are too few categories"),
        (b"text,category,card\na,b,c\n", "two columns mean 'text'"),
        (b'text,category\n"' + b"x" * 200_000 + b'",b\n', "a cell is too long"),
    ],
)
def test_what_is_no_table_of_cards_is_refused_with_a_fix(
    import_cards: Import, content: bytes, what: str
) -> None:
    with pytest.raises(ActivityError) as refused:
        import_cards(content)
    [problem] = refused.value.problems
    assert problem.what == what and problem.fix


@pytest.mark.parametrize(
    "names",
    ["TEXT,Category,reason", "Situation , right_answer,WHY", "front,back,Explanation"],
)
def test_names_of_columns_are_matched_forgivingly(import_cards: Import, names: str) -> None:
    deck = import_cards(TABLE.replace("text,category,reason", names)).deck
    assert [card.category for card in deck.cards] == ["rain", "sun"]


def test_columns_can_be_named_by_hand_by_name_number_or_letter(import_cards: Import) -> None:
    table = TABLE.replace("text,category,reason", "Scenario,Goes to,Text")
    by_hand = {"text": "scenario", "category": "2", "reason": "C"}
    deck = import_cards(table, columns=by_hand).deck
    assert (deck.cards[0].category, deck.cards[0].reason) == ("rain", "Clouds.")
    bare = TABLE.split("\n", 1)[1]
    by_number = {"text": "1", "category": "2", "reason": "3"}
    assert import_cards(bare, columns=by_number, has_names=False).deck.cards == deck.cards
    with pytest.raises(ActivityError, match='did you mean --column "text=Scenario"'):
        import_cards(table, columns={"text": "Scenerio"})


def test_a_column_of_questions_is_the_text_where_no_other_one_is(import_cards: Import) -> None:
    found = import_cards(TABLE.replace("text,", "Question,"), title="T", prompt="P?")
    assert found.deck.cards[0].text == "Drops, many of them."
    [remark] = found.remarks
    assert remark.what == "'Question' was taken for the text of a card"
    assert import_cards(TABLE.replace("reason", "question"), title="T").deck.cards[0].question


def test_an_unknown_column_is_named_with_what_may_be_meant(import_cards: Import) -> None:
    table = "text,category,reason,Hnt,Mine\nWet.,Rain,Clouds.,Look up.,x\nDry.,Sun,Light.,,\n"
    found = import_cards(table, title="T", prompt="P?")
    assert [(remark.what, remark.fix) for remark in found.remarks] == [
        ("the column 'Hnt' is left out", 'if it is the hint, say --column "hint=Hnt"'),
        (
            "the column 'Mine' is left out",
            "nothing, if it is for you alone; else say with --column what it is",
        ),
    ]
