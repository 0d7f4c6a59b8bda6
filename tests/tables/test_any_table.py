"""Whatever a file holds, importing it gives a deck that loads, or says what is wrong with it."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from lessonkit.activities import ActivityError
from lessonkit.activities.checking import checked_activity
from lessonkit.tables.deck import DeckWords
from lessonkit.tables.plain_text import plain_text
from lessonkit.tables.reading import TableWords, read_deck
from lessonkit.tables.source import LARGEST_TEXT
from lessonkit.tables.understood import understood

SOME_EXAMPLES = settings(deadline=None, max_examples=60)
NAMES = ["text", "category", "reason", "id", "also", "also why", "Front", "Back", "x\ny", ""]
WORDS = st.sampled_from(["Rain", "Sun", "rain", "C90", "'=1", '"', "", "a\nb", "\u202e", "# "])
HEADS = ["", "#separator:tab\n#html:true\n", "#separator:semicolon\n#columns:Front;Back\n", "#"]


def imports_or_is_refused(content: bytes, column: dict[str, str] | None = None) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, "any")
        path.write_bytes(content)
        try:
            found = read_deck(path, TableWords(column or {}), DeckWords("any"))
            text = found.yaml()
        except ActivityError as refused:
            problems = refused.problems
            assert problems
        else:
            problems = list(found.remarks)
            assert checked_activity(text, "any.yaml") == found.deck
            assert list(understood(found))
        for problem in problems:
            assert problem.line >= 1 and len(str(problem).splitlines()) == 1


@SOME_EXAMPLES
@given(st.binary() | st.binary().map(lambda end: b"PK\x03\x04" + end))
@example(b"\xff\xfea")
def test_any_bytes_are_imported_or_refused(content: bytes) -> None:
    imports_or_is_refused(content)


@SOME_EXAMPLES
@given(
    st.sampled_from(HEADS),
    st.lists(st.sampled_from(NAMES), max_size=6),
    st.lists(st.lists(WORDS | st.text(max_size=4), max_size=6), max_size=6),
    st.sampled_from([",", ";", "\t"]),
    st.booleans(),
)
def test_any_rows_are_imported_or_refused(
    head: str, names: list[str], rows: list[list[str]], separator: str, quoted: bool
) -> None:
    def line(cells: list[str]) -> str:
        ready = [f'"{cell.replace(chr(34), chr(34) * 2)}"' if quoted else cell for cell in cells]
        return separator.join(ready) + "\n"

    text = head + "".join(map(line, [names, *rows]))
    imports_or_is_refused(text.encode("utf-8", "surrogatepass"), {"text": "1"} if quoted else {})


@pytest.mark.parametrize(
    "start", ["<", "</", "<a ", "<a b='", "<a b=''", "<!", "<!--", "<![", "<?", "&", "<script>"]
)
def test_markup_without_an_end_is_read_in_one_go(start: str) -> None:
    # What looks ahead for each end would take minutes.
    text = start * (LARGEST_TEXT // len(start)) + "end"
    assert plain_text(text).endswith("end")


ANKI = "#separator:tab\n#html:true\n"
LARGE = {
    "columns": ("", ","),
    "names": ("", "also,"),
    "rows": ("", "a,b\n"),
    "cells": ("", '"a","b'),
    "quotes": ("", '"'),
    "comments": ("", "#\n"),
    "fields": (ANKI, "<a \t"),
    "pictures": (ANKI, "<img "),
    "sounds": (ANKI, "[sound:"),
}


@pytest.mark.parametrize("name", LARGE)
def test_the_largest_texts_are_read_in_one_go(name: str) -> None:
    # What takes more than one step for each of so many parts would take minutes.
    head, part = LARGE[name]
    imports_or_is_refused((head + part * ((LARGEST_TEXT - len(head)) // len(part))).encode())


@SOME_EXAMPLES
@given(st.text(alphabet="<>&/!?-=a b;#x1\"'[]\n") | st.text())
@example("<![1")
def test_any_markup_becomes_one_line(html: str) -> None:
    assert "\n" not in plain_text(html)
