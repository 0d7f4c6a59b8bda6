"""What a preview shows of its file, whatever state that is in."""

import json
from pathlib import Path

import pytest

from lessonkit.preview import reading
from lessonkit.preview.reading import Shown, look_at, read

GOOD = """\
type: reflection
id: a-thought
title: A thought
questions:
  - id: one
    text: Why?
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a-thought.yaml"
    path.write_text(GOOD, encoding="utf-8")
    return path


def shown_after(file: Path, text: str, before: Shown | None) -> Shown:
    file.write_text(text, encoding="utf-8")
    return read(file, before)


def message(shown: Shown, file: Path) -> tuple[str | None, list[dict[str, object]]]:
    told = json.loads(shown.message(file))
    return told["version"], told["problems"]


def test_the_last_good_version_stays_while_the_file_is_bad(file: Path) -> None:
    good = read(file, None)
    version, problems = message(good, file)
    assert good.page and "Why?" in good.page and version and problems == []
    bad = shown_after(file, GOOD.replace("text: Why?", "txt: Why?"), good)
    assert bad.page == good.page
    still, [problem] = message(bad, file)
    assert still == version
    assert (problem["file"], problem["line"]) == ("", 6)
    assert problem["what"] and problem["rule"] and problem["found"] and problem["fix"]
    mended = shown_after(file, GOOD.replace("Why?", "Why not?"), bad)
    assert mended.page and "Why not?" in mended.page and not mended.problems
    assert message(mended, file)[0] != version


def test_what_could_be_better_is_told_beside_the_page(file: Path) -> None:
    poor = shown_after(file, GOOD.replace("Why?", "TODO Why?"), None)
    assert poor.page and not poor.problems
    [advice] = json.loads(poor.message(file))["advice"]
    assert advice["line"] == 6 and "TODO" in advice["found"] and advice["file"] == ""


def test_a_file_that_is_bad_at_first_shows_its_mistakes_alone(file: Path) -> None:
    bad = shown_after(file, "type: [", None)
    version, problems = message(bad, file)
    assert bad.page is None and version is None and problems


def test_a_file_that_is_gone_is_said_to_be(file: Path) -> None:
    good = read(file, None)
    file.unlink()
    gone = read(file, good)
    assert gone.page == good.page
    assert [problem.what for problem in gone.problems] == ["the file is gone"]


def test_what_nobody_has_foreseen_is_told_and_the_preview_lives_on(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> str:
        raise RuntimeError("no more ink")

    monkeypatch.setattr(reading, "activity_page", fail)
    [problem] = read(file, None).problems
    assert "no more ink" in problem.found


def test_a_mistake_in_a_file_beside_a_course_names_that_file(file: Path) -> None:
    course = file.with_name("course.yaml")
    lesson = "{id: one, title: One, notebook: 01_one, activities: [{file: a-thought}]}"
    course.write_text(
        f"type: my-course\nid: course\ntitle: Course\nlessons:\n  - {lesson}\n", encoding="utf-8"
    )
    good = read(course, None)
    assert good.page and good.is_course
    bad = shown_after(file, "type: reflection\n", good)
    assert read(course, good).problems
    _, problems = message(read(course, bad), course)
    assert {problem["file"] for problem in problems} == {str(file)}


def test_a_look_tells_saves_apart_and_a_course_looks_at_the_files_beside_it(file: Path) -> None:
    other = file.with_name("other.yaml")
    alone, course = look_at(file, False), look_at(file, True)
    other.write_text(GOOD, encoding="utf-8")
    assert look_at(file, False) == alone and look_at(file, True) != course
    # An editor may write another file and give it the name.
    other.replace(file)
    assert look_at(file, False) != alone
    file.unlink()
    assert look_at(file, False) == (None,)
