"""The workbook of a few pages, as a PDF that a screen reader finds its way in."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from make_workbook import compose
from playwright.sync_api import Browser
from pypdf import PdfReader
from pypdf.generic import NullObject
from workbook.facts import read_facts
from workbook.printing import print_workbook

from lessonkit.paper.printing import finish, page_numbers

from .conftest import ROOT

LESSON = "notebooks/01_before_you_start"
PAGES = ["book/welcome", LESSON, "book/help"]


@pytest.fixture(scope="module")
def pdf(chromium: Browser, published: Path) -> bytes:
    facts = replace(read_facts(ROOT), pages=PAGES)
    workbook = compose(facts, published)
    printed = print_workbook(chromium, workbook, published)
    return finish(printed, workbook.title.string, facts.authors, facts.released)


@pytest.fixture(scope="module")
def reader(pdf: bytes) -> PdfReader:
    return PdfReader(BytesIO(pdf))


def words_on(reader: PdfReader, *numbers: int) -> str:
    """Return the words of some pages."""
    return " ".join(" ".join(reader.pages[n - 1].extract_text().split()) for n in numbers)


def tags(node: Any) -> Iterator[Any]:
    """Yield every element of a structure tree, in its order."""
    node = node.get_object()
    if isinstance(node, list):
        for part in node:
            yield from tags(part)
    elif isinstance(node, dict):
        if "/S" in node:
            yield node
        yield from tags(node.get("/K", NullObject()))


def test_it_is_tagged_and_says_its_title_and_language(reader: PdfReader) -> None:
    root = reader.root_object
    assert root["/MarkInfo"]["/Marked"] and root["/Lang"] == "en"
    # As in a browser's tab, the title says nothing of the subject.
    assert reader.metadata and reader.metadata.title == "Workbook · Course"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    elements = list(tags(root["/StructTreeRoot"]))
    levels = [int(each["/S"][2]) for each in elements if each["/S"][1:] in ("H1", "H2", "H3", "H4")]
    assert levels[0] == 1 and all(b <= a + 1 for a, b in pairwise(levels))
    pictures = [each for each in elements if each["/S"] == "/Figure"]
    assert pictures and all(each.get("/Alt") for each in pictures)


def test_the_numbers_in_the_contents_are_those_of_the_pages(pdf: bytes, reader: PdfReader) -> None:
    numbers = page_numbers(pdf)
    parts = {
        "Welcome": numbers["book-welcome"],
        "1. Before you start": numbers["notebooks-01_before_you_start"],
        "Finding help": numbers["book-help"],
        "Answers": numbers["answers"],
    }
    contents = words_on(reader, 3)
    assert contents.startswith("3 Contents"), "the number at the foot of the page, and its title"
    outline = {part.title: part for part in reader.outline if not isinstance(part, list)}
    for title, number in parts.items():
        assert f"{title} {number}" in contents
        assert title in words_on(reader, number)
        assert reader.get_destination_page_number(outline[title]) == number - 1


def test_answers_are_at_the_end_with_pages_named_both_ways(pdf: bytes, reader: PdfReader) -> None:
    numbers = page_numbers(pdf)
    answered = min(name for name in numbers if name.endswith("--answers"))
    here, there = numbers[answered.removesuffix("--answers")], numbers[answered]
    assert numbers["answers"] <= there
    lesson, answers = words_on(reader, here, here + 1), words_on(reader, there, there + 1)
    assert f"Answers: page {there}" in lesson and "This one fits" not in lesson
    assert f"Worksheet: page {here}" in answers and "This one fits" in answers


def test_links_lead_into_the_workbook_to_the_web_or_to_a_phone(reader: PdfReader) -> None:
    inside, outside = 0, set()
    for page in reader.pages:
        for link in page.annotations or []:
            action = link.get_object().get("/A")
            if action and "/URI" in action:
                outside.add(action["/URI"].partition(":")[0])
            else:
                inside += link.get_object()["/Dest"] in reader.named_destinations
    assert outside == {"https", "tel", "sms"}
    assert inside > 20
