"""What every page knows of the lessons: how long they take, and what there is to do in each."""

import json
from pathlib import Path

import pytest

from .conftest import notebook

FIRST = """# A book

<p class="lk-continue" hidden></p>

1. [One](notebooks/01_one.ipynb): the first.
2. [Two](notebooks/02_two.ipynb): the second.

Then see [One](notebooks/01_one.ipynb) again.
"""
QUIZ = """
type: quick-check
id: quiz
title: Quiz
questions:
  - id: one
    text: Which one?
    options:
      - {id: a, text: A, correct: true, reason: Yes.}
      - {id: b, text: B, reason: No.}
"""
COURSE = """
type: my-course
id: my-course
title: My course
lessons:
  - {id: one, title: One, notebook: 01_one, activities: [{file: quiz}]}
  - {id: two, title: Two, notebook: 02_two, activities: [{file: quiz, key: quiz-again}]}
  - {id: left-out, title: Left out, notebook: 03_left_out, activities: [{file: quiz}]}
"""
COUNTED = {"kind": "quick-check", "ids": ["one"]}


def lesson(title, minutes=None):
    written = notebook([f"# {title}\n\n## Its part\n\nWords."])
    written.metadata["lessonkit"] = {"minutes": minutes} if minutes else {}
    return written


@pytest.fixture
def pages():
    return {
        "index": FIRST,
        "notebooks/01_one": lesson("One", 15),
        "notebooks/02_two": lesson("Two"),
        "notebooks/my_course": lesson("Your course", 5),
    }


@pytest.fixture
def activities(tmp_path):
    folder = tmp_path / "book" / "notebooks" / "activities"
    folder.mkdir(parents=True)
    return folder


def in_the_list(book, page):
    """Return what the list of pages says: for each link its lesson and its words."""
    return [
        (link.get("data-lesson"), link.get_text(" ", strip=True))
        for link in book.page(page).select(".sidebar-tree a")
    ]


def shared(book, stem):
    """Return the one shared script of a name."""
    [path] = (book.html / "_static" / "lessonkit").glob(f"{stem}-*.js")
    return path


def course_data(book):
    text = shared(book, "progress_marks").read_text(encoding="utf-8")
    return json.JSONDecoder().raw_decode(text.split("COURSE=", 1)[1])[0]


def test_pages_tell_lessons_apart_and_know_what_there_is_to_do(sphinx_build, pages, activities):
    (activities / "quiz.yaml").write_text(QUIZ)
    (activities / "my-course.yaml").write_text(COURSE)
    book = sphinx_build(pages)
    one, two = "notebooks/01_one", "notebooks/02_two"
    expected = [(one, "One 15 min 15 minutes"), (two, "Two"), (None, "Your course 5 min 5 minutes")]
    for page in ("index", one):
        assert in_the_list(book, page) == expected
    items = [each.get_text(" ", strip=True) for each in book.page("index").select("article li")]
    assert items == ["One : the first. 15 min 15 minutes", "Two : the second."]
    assert [bool(book.page(page).select(".lk-lesson-end")) for page in pages] == [0, 1, 1, 0]
    assert course_data(book) == {
        one: [{"key": "quiz", **COUNTED}],
        two: [{"key": "quiz-again", **COUNTED}],
    }
    assert shared(book, "progress_marks").name in shared(book, "page").read_text(encoding="utf-8")

    [link] = book.page(one).select("h2 > .headerlink")
    assert link.select_one(":not([aria-hidden])").text == "Link to this heading"
    assert link["href"] == "#its-part"

    # Another address of the data is another script of every page, and the old one is gone.
    (activities / "quiz.yaml").write_text(QUIZ.replace("id: one", "id: first"))
    book.build()
    assert course_data(book)[one][0]["ids"] == ["first"]
    for page in pages:
        assert shared(book, "page").name in book.text(page)


def test_book_without_a_course_file_has_minutes_and_no_marks(sphinx_build, pages):
    book = sphinx_build(pages)
    lessons = [name for name, _ in in_the_list(book, "index")]
    assert lessons == ["notebooks/01_one", None, "notebooks/my_course"]
    assert not list((book.html / "_static" / "lessonkit").glob("progress_marks-*"))
    assert '"progress_marks":""' in shared(book, "page").read_text(encoding="utf-8")
    for page in pages:
        assert not book.page(page).select(".lk-lesson-end, .lk-mark")


@pytest.mark.parametrize(
    ("course", "said"),
    [
        (
            COURSE.replace("file: quiz", "file: quizz", 1),
            r"there is no activity file 'quizz\.yaml'",
        ),
        (QUIZ, r"of type my-course \(my-course\.yaml is of type quick-check\)"),
    ],
)
def test_course_file_that_cannot_be_read_stops_the_build(
    sphinx_build, pages, activities: Path, course, said
):
    (activities / "quiz.yaml").write_text(QUIZ)
    (activities / "my-course.yaml").write_text(course)
    with pytest.raises(AssertionError, match=said):
        sphinx_build(pages)
