"""What a reader exports from the book can be remembered by a kernel, and the other way round."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from lessonkit import QuickCheck, Reflection, remember
from lessonkit.widgets import _course
from lessonkit.words import words

from .activities import answer
from .conftest import ROOT, SERVED, Open
from .hands import Pointer
from .learner import wait_for_activities
from .place import Place

WORDS = words("my_course")
LESSON, COURSE = "notebooks/02_close_connections", "notebooks/my_course"
CHECK = ROOT / "notebooks" / "activities" / "02-looking-back.yaml"
WRITING = ROOT / "notebooks" / "activities" / "my-ties.yaml"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder of a kernel that has just begun."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(_course, "COURSE", _course.Course())
    return tmp_path


@SERVED
def test_answers_go_from_the_book_to_a_kernel_and_back(
    visit: Open, book: Place, folder: Path
) -> None:
    page = visit(book, LESSON)
    wait_for_activities(page)
    answer(Pointer(page), page.locator(".lk-quick-check").last)
    page.goto(book.page(COURSE))
    with page.expect_download() as download:
        page.get_by_role("button", name=WORDS["save_copy"]).click()
    download.value.save_as(folder / "progress.json")

    remember("progress.json")
    check, writing = QuickCheck(CHECK), Reflection(WRITING)
    asked = [question.id for question in check.content.questions]
    assert sorted(check.attempts) == sorted(asked)
    first, *_ = writing.content.questions
    writing.texts = {first.id: "Written in a notebook."}

    other = visit(book, COURSE)
    wait_for_activities(other)
    other.locator("input[type=file]").set_input_files(folder / "progress.json")
    expect(other.locator(".lk-course-status")).to_contain_text(WORDS["copy_is_back"])
    other.goto(book.page(LESSON))
    wait_for_activities(other)
    box = other.locator(".lk-reflection textarea").first
    expect(box).to_have_value("Written in a notebook.")
    again = other.locator(".lk-quick-check").last.get_by_role("button", name="Answer again")
    expect(again).to_have_count(len(asked))
