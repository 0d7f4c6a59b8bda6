"""The progress file: whatever it holds, it is read or refused with words, and a write is whole."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessonkit.progress import (
    Progress,
    ProgressError,
    progress_from,
    read_progress,
    set_aside,
    write_progress,
)

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)
ANSWERS = st.dictionaries(st.text(), st.dictionaries(st.text(), JSON, max_size=3), max_size=3)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("progress")


@given(answers=ANSWERS, course=st.text())
def test_all_answers_come_back_as_they_were_written(
    folder: Path, answers: dict[str, dict[str, Any]], course: str
) -> None:
    path = folder / "whole.json"
    progress = Progress(course=course).with_answers(answers)
    write_progress(path, progress)
    assert read_progress(path) == progress
    assert json.loads(path.read_text(encoding="utf-8")) == progress.as_values()
    assert sorted(each.name for each in folder.glob(".*")) == []


@given(content=st.binary())
def test_any_bytes_are_read_or_refused_with_words(folder: Path, content: bytes) -> None:
    path = folder / "any.json"
    path.write_bytes(content)
    with pytest.raises(ProgressError):
        read_progress(path)


@given(values=JSON)
def test_any_values_are_read_or_refused_with_words(values: object) -> None:
    with pytest.raises(ProgressError):
        progress_from(values)


@given(answers=JSON, version=JSON)
def test_anything_under_the_names_of_the_form_is_read_or_refused_with_words(
    answers: object, version: object
) -> None:
    values = {"format": "lessonkit-progress", "version": version, "answers": answers}
    try:
        found = progress_from(values)
    except ProgressError:
        return
    assert version == 1
    assert isinstance(answers, dict)
    assert set(found.answers) <= set(answers)


def test_where_there_is_no_file_there_are_no_answers(tmp_path: Path) -> None:
    assert read_progress(tmp_path / "none.json") == Progress()


def test_a_file_with_a_mark_at_its_start_is_read(tmp_path: Path) -> None:
    path = tmp_path / "marked.json"
    write_progress(path, Progress(course="c"))
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert read_progress(path).course == "c"


def test_what_is_set_aside_keeps_its_content_beside_where_it_was(tmp_path: Path) -> None:
    path = tmp_path / "progress.json"
    for text in "one", "two":
        path.write_text(text, encoding="utf-8")
        aside = set_aside(path)
        assert aside.parent == tmp_path
        assert aside.read_text(encoding="utf-8") == text
    assert not path.exists()
