"""Tables that are spreadsheets, made by openpyxl as a spreadsheet program makes them."""

import io
import sys
import zipfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from lessonkit.activities import ActivityError

from .conftest import Import

Book = Callable[..., Path]
ROWS: list[list[object]] = [
    ["Text", "Category", "Reason", "Hint"],
    ["It drips.", "Rain", "Clouds.", 7.0],
    [],
    ["It glows.", "Sun", "Light.", 0.1 + 0.2],
]


@pytest.fixture
def book(tmp_path: Path) -> Book:
    """Return a function that saves a spreadsheet with some sheets, changed by a function."""

    def save(change: Callable[[Worksheet], object] = lambda _: None, **sheets: object) -> Path:
        made = Workbook()
        made.remove(made.worksheets[0])
        for name, rows in (sheets or {"Cards": ROWS}).items():
            sheet = made.create_sheet(name)
            for row in rows:
                sheet.append(row)
        change(made.worksheets[0])
        path = tmp_path / "rain-or-sun.xlsx"
        made.save(path)
        return path

    return save


def test_rows_of_a_sheet_become_cards_and_numbers_read_as_they_look(
    import_cards: Import, book: Book
) -> None:
    found = import_cards(book(), title="T", prompt="P?")
    assert [(card.id, card.hint) for card in found.deck.cards] == [
        ("rain-01", "7"),
        ("sun-01", "0.3"),
    ]
    assert found.remarks == ()
    assert [row.line for row in found.columns.rows] == [2, 4]


def test_what_a_sheet_holds_beside_text_is_told(import_cards: Import, book: Book) -> None:
    def change(sheet: Worksheet) -> None:
        sheet["A2"] = None
        sheet["A5"], sheet["C5"], sheet["D5"] = "It shines.", "More light.", "=1+1"
        sheet.merge_cells("B4:B5")
        sheet["D2"], sheet["D4"] = datetime(2024, 5, 1), "#REF!"
        sheet["A2"] = "It pours."

    found = import_cards(book(change), title="T", prompt="P?")
    assert [(card.category, card.hint) for card in found.deck.cards] == [
        ("rain", "2024-05-01"),
        ("sun", "#REF!"),
        ("sun", None),
    ]
    assert [(remark.line, remark.what) for remark in found.remarks] == [
        (5, "cells are merged over several rows"),
        (1, "formulas have no stored result, and count as empty"),
        (2, "a cell holds a date or a time"),
        (4, "a formula ended with an error"),
    ]
    assert found.remarks[1].found == "D5 (in the sheet 'Cards')"


def test_mistakes_name_row_column_and_sheet(import_cards: Import, book: Book) -> None:
    path = book(Cards=[*ROWS, ["", "Rain", "Clouds.", ""], ["Wet.", "Rain", "", "x" * 10_001]])
    with pytest.raises(ActivityError) as refused:
        import_cards(path)
    assert [str(problem) for problem in refused.value.problems] == [
        f"{path}:5: the row has no text. Rule: a card has a text. Found: an empty cell (in the "
        "column 'Text' of the sheet 'Cards'). Fix: write the text.",
        f"{path}:6: the card has no reason. Rule: an answer comes with its reason. Found: an empty "
        "cell (in the column 'Reason' of the sheet 'Cards'). Fix: write why that is the answer.",
        f"{path}:6: 'hint' of card 'rain-03' has 10,001 characters. Rule: it has at most 10,000. "
        f"Found: {'x' * 59}… (in the column 'Hint' of the sheet 'Cards'). Fix: shorten it by 1.",
    ]


def test_a_sheet_is_chosen_by_name_and_one_is_the_categories(
    import_cards: Import, book: Book
) -> None:
    places = [
        ["Label", "Meaning", "Overlap of"],
        ["Rain", "Wet.", ""],
        ["Rainbow", None, "Rain, sun"],
        ["Sun", "", ""],
    ]
    other = [["text", "category", "reason"], ["A bow.", "rainbow", "Both."]]
    path = book(Categories=places, Monday=ROWS, Tuesday=other)
    assert [card.id for card in import_cards(path).deck.cards] == ["rain-01", "sun-01"]
    deck = import_cards(path, sheet="tuesday ").deck
    assert [card.id for card in deck.cards] == ["rainbow-01"]
    assert [(c.id, c.description, c.overlap_of) for c in deck.categories] == [
        ("rain", "Wet.", None),
        ("rainbow", None, ("rain", "sun")),
        ("sun", None, None),
    ]
    with pytest.raises(ActivityError, match="did you mean 'Tuesday'"):
        import_cards(path, sheet="Teusday")


def packed(**files: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in files.items():
            package.writestr(name.replace("__", ".").replace("_", "/"), content)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\xd0\xcf\x11\xe0" + b"x" * 600, "an .xls file of an old Excel, or a file with a pass"),
        (packed(content__xml="<x/>"), "an .ods file of LibreOffice"),
        (packed(collection__anki2="x"), "choose Export, and 'Notes in Plain Text (.txt)'"),
        (packed(letter__txt="x"), "another packed file"),
        (packed(xl_workbook__xml="<x/>"), "the spreadsheet is damaged"),
        (b"PK\x03\x04" + b"x" * 600, "the spreadsheet is damaged"),
        (packed(xl_workbook__xml="<x/>", xl_a__png="0" * 40_000_000), "it has at most 40 MB"),
        (packed(xl_workbook__xml="<x/>", xl_a__xml="0" * 2_000_000), "at most 2 MB without its"),
    ],
)
def test_what_is_no_spreadsheet_is_refused_with_a_fix(
    import_cards: Import, content: bytes, said: str
) -> None:
    with pytest.raises(ActivityError) as refused:
        import_cards(content, "cards.xlsx")
    [problem] = refused.value.problems
    assert said in str(problem) and problem.fix


def test_a_sheet_that_is_formatted_to_its_last_row_is_read_at_once(
    import_cards: Import, book: Book
) -> None:
    found = import_cards(book(lambda sheet: sheet.cell(1_048_576, 16_384, " ")))
    assert len(found.deck.cards) == 2
    assert "rows after row 2,000 are left out" in [remark.what for remark in found.remarks]


def test_without_openpyxl_the_person_is_told_what_to_install(
    import_cards: Import, book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = book()
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(ActivityError, match=r'Fix: run pip install "lessonkit\[author\]"'):
        import_cards(path)
