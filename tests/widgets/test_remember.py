"""Answers outlive a kernel where the learner asks for it, and nothing is written where not."""

import json
import os
from pathlib import Path

import pytest

from lessonkit import (
    ProgressWarning,
    QuickCheck,
    Reflection,
    RememberChoice,
    SortingExercise,
    forget,
    remember,
    resume,
)
from lessonkit.progress import write_progress
from lessonkit.widgets import _course

NOTEBOOKS = Path(__file__).parents[2] / "notebooks"
CHECK = NOTEBOOKS / "activities" / "whom-to-trust.yaml"
DECK = NOTEBOOKS / "activities" / "intimacy-or-passion.yaml"
WRITING = NOTEBOOKS / "activities" / "what-brings-me-here.yaml"


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """Work beside no other file, as in the folder of a notebook."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("LESSONKIT_RESUME", raising=False)
    return tmp_path


@pytest.fixture
def new_kernel(monkeypatch):
    """Return a function after which everything is as in a kernel that has just begun."""

    def begin():
        monkeypatch.setattr("lessonkit.widgets._course.COURSE", _course.Course())

    return begin


def written(path="progress.json"):
    return json.loads(Path(path).read_text(encoding="utf-8"))


def question_of(writing):
    return writing.content.questions[0].id


def test_nothing_is_written_unless_somebody_asks_for_it(folder):
    resume()
    writing = Reflection(WRITING)
    writing.comm.receive(texts={question_of(writing): "Private."})
    RememberChoice()
    assert list(folder.iterdir()) == []


def test_answers_are_there_again_in_the_next_kernel(folder, new_kernel):
    remember("progress.json")
    writing = Reflection(WRITING)
    texts = {question_of(writing): "Rain, and «tea»."}
    writing.comm.receive(texts=texts)
    new_kernel()
    assert Reflection(WRITING).texts == {}
    remember("progress.json")
    assert Reflection(WRITING).texts == texts
    assert [path.name for path in folder.iterdir()] == ["progress.json"]


def test_the_front_end_gets_what_is_restored(new_kernel):
    remember()
    deck = SortingExercise(DECK, cards=12, seed=1)
    card = deck.card_ids[0]
    deck.comm.receive(placements={card: "both"}, reasons={card: "A look."})
    new_kernel()
    deck = SortingExercise(DECK, cards=12, seed=1)
    remember()
    sent = {name: value for state in deck.comm.updates() for name, value in state.items()}
    assert sent["placements"] == {card: "both"}
    assert sent["reasons"] == {card: "A look."}


def test_what_was_answered_before_is_remembered_too():
    writing = Reflection(WRITING)
    writing.texts = {question_of(writing): "Before."}
    remember()
    assert written()["answers"]["what-brings-me-here"]["texts"] == writing.texts


def test_what_was_answered_in_this_kernel_counts_more_than_the_file(new_kernel):
    remember()
    Reflection(WRITING).texts = {question_of(Reflection(WRITING)): "Old."}
    new_kernel()
    writing = Reflection(WRITING)
    writing.texts = {question_of(writing): "New."}
    remember()
    assert list(writing.texts.values()) == ["New."]


def test_the_file_is_the_form_that_a_book_exports():
    remember()
    check = QuickCheck(CHECK)
    question = check.content.questions[0]
    check.choices = {question.id: [question.options[0].id]}
    found = written()
    assert found.pop("saved").endswith("Z")
    assert found == {
        "format": "lessonkit-progress",
        "version": 1,
        "course": "",
        "answers": {
            "whom-to-trust": {
                "attempts": {},
                "choices": {question.id: [question.options[0].id]},
                "confidence": {},
                "revealed": [],
            }
        },
    }


def test_resume_goes_on_where_a_file_is_and_only_there(new_kernel):
    remember()
    Reflection(WRITING).texts = {question_of(Reflection(WRITING)): "Kept."}
    new_kernel()
    resume()
    writing = Reflection(WRITING)
    assert list(writing.texts.values()) == ["Kept."]
    writing.texts = {}
    assert written()["answers"]["what-brings-me-here"]["texts"] == {}


def test_a_book_is_never_built_with_its_builders_answers(new_kernel, monkeypatch):
    remember()
    Reflection(WRITING).texts = {question_of(Reflection(WRITING)): "Mine."}
    new_kernel()
    monkeypatch.setenv("LESSONKIT_RESUME", "0")
    resume()
    assert Reflection(WRITING).texts == {}


def test_two_notebooks_share_a_file(monkeypatch):
    remember()
    writing, first = Reflection(WRITING), _course.COURSE
    monkeypatch.setattr("lessonkit.widgets._course.COURSE", _course.Course())
    remember()
    check = QuickCheck(CHECK)
    question = check.content.questions[0]
    check.choices = {question.id: [question.options[0].id]}
    writing.texts = {question_of(writing): "At the same time."}
    assert set(written()["answers"]) == {"what-brings-me-here", "whom-to-trust"}
    assert set(first.progress.answers) == {"what-brings-me-here", "whom-to-trust"}


def test_two_widgets_of_one_key_show_the_same():
    remember()
    writing, again = Reflection(WRITING), Reflection(WRITING)
    writing.comm.receive(texts={question_of(writing): "Once."})
    assert again.texts == writing.texts
    assert writing.comm.updates() == []


def saved(**answers):
    values = {"format": "lessonkit-progress", "version": 1, "course": "c", "answers": answers}
    Path("progress.json").write_text(json.dumps(values), encoding="utf-8")


def test_what_no_longer_exists_is_dropped_and_the_rest_kept():
    deck = SortingExercise(DECK, cards=12, seed=1)
    first, second, third = deck.card_ids[:3]
    placements = {first: "both", "card-that-is-gone": "both", second: "place-that-is-gone"}
    question = QuickCheck(CHECK).content.questions[0]
    option = question.options[0].id
    saved(
        **{
            "intimacy-or-passion": {
                "placements": placements | {third: "passion"},
                "round": "many",
                "reasons": {first: "Mine."},
                "trait-that-is-gone": 1,
            },
            "whom-to-trust": {
                "attempts": {question.id: [["gone"], [option]], "gone": [[option]]},
                "choices": {question.id: ["gone", option]},
            },
            "activity-of-another-course": {"texts": {}},
        }
    )
    remember()
    assert deck.placements == {first: "both", third: "passion"}
    assert deck.round == 0
    assert deck.reasons == {first: "Mine."}
    check = QuickCheck(CHECK)
    assert check.attempts == {question.id: [[option]]}
    assert check.choices == {question.id: [option]}
    assert "activity-of-another-course" in written()["answers"]
    assert written()["course"] == "c"


DAMAGED = {
    '{"format": "lessonkit-progress", "answ': "it is not whole",
    "": "it is not whole",
    "[" * 100_000: "it is not whole",
    "[]": 'it does not say "format": "lessonkit-progress"',
    '{"answers": {}}': 'it does not say "format": "lessonkit-progress"',
    '{"format": "lessonkit-progress", "version": 2, "answers": {}}': "install a later lessonkit",
    '{"format": "lessonkit-progress", "version": "x", "answers": {}}': "its version is 'x'",
    '{"format": "lessonkit-progress", "version": 1}': '"answers" are missing',
}


@pytest.mark.parametrize("text", DAMAGED, ids=range(len(DAMAGED)))
def test_a_file_that_cannot_be_understood_is_set_aside(folder, text):
    Path("progress.json").write_text(text, encoding="utf-8")
    with pytest.warns(ProgressWarning) as caught:
        remember()
    [warning] = caught
    assert DAMAGED[text] in str(warning.message)
    assert "It is now called progress.damaged-1.json" in str(warning.message)
    assert (folder / "progress.damaged-1.json").read_text(encoding="utf-8") == text
    assert written()["answers"] == {}


def test_no_file_that_was_set_aside_is_ever_overwritten(folder):
    for text in "first", "second":
        Path("progress.json").write_text(text, encoding="utf-8")
        with pytest.warns(ProgressWarning):
            remember()
    kept = sorted(folder.glob("progress.damaged-*.json"))
    assert [path.read_text(encoding="utf-8") for path in kept] == ["first", "second"]


def test_a_file_that_is_damaged_meanwhile_is_set_aside_and_no_answer_lost(folder):
    remember()
    writing = Reflection(WRITING)
    writing.texts = {question_of(writing): "One."}
    Path("progress.json").write_text("damaged", encoding="utf-8")
    with pytest.warns(ProgressWarning):
        check = QuickCheck(CHECK)
    question = check.content.questions[0]
    check.choices = {question.id: [question.options[0].id]}
    assert set(written()["answers"]) == {"what-brings-me-here", "whom-to-trust"}
    assert (folder / "progress.damaged-1.json").read_text(encoding="utf-8") == "damaged"


def test_a_write_that_fails_leaves_the_old_file_whole(folder, monkeypatch):
    remember()
    writing = Reflection(WRITING)
    writing.texts = {question_of(writing): "Whole."}
    before = Path("progress.json").read_bytes()

    def refuse(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.warns(ProgressWarning, match="No space left on device"):
        writing.texts = {question_of(writing): "More."}
    assert Path("progress.json").read_bytes() == before
    assert [path.name for path in folder.iterdir()] == ["progress.json"]
    assert list(writing.texts.values()) == ["More."]


def test_a_folder_that_is_not_there_is_named():
    with pytest.raises(FileNotFoundError, match="no-such-folder"):
        remember("no-such-folder/progress.json")


def test_forgetting_deletes_the_file_and_keeps_what_is_shown(folder):
    remember()
    writing = Reflection(WRITING)
    writing.texts = {question_of(writing): "Shown."}
    forget()
    assert list(folder.iterdir()) == []
    assert list(writing.texts.values()) == ["Shown."]
    writing.texts = {}
    assert list(folder.iterdir()) == []


def test_a_file_that_somebody_deletes_is_not_written_again(folder):
    remember()
    writing = Reflection(WRITING)
    Path("progress.json").unlink()
    writing.texts = {question_of(writing): "Only here."}
    assert list(folder.iterdir()) == []


def test_the_choice_shows_and_changes_whether_answers_are_remembered(folder):
    choice, other = RememberChoice(), RememberChoice()
    assert choice.course_remembered is False
    choice.comm.receive(course_remembered=True)
    assert other.course_remembered is True
    assert (folder / "progress.json").is_file()
    other.comm.receive(course_remembered=False)
    assert choice.course_remembered is False
    assert list(folder.iterdir()) == []


def test_the_choice_says_what_it_could_not_do(monkeypatch):
    choice = RememberChoice()

    def refuse(*_):
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(_course, "write_progress", refuse)
    with pytest.warns(ProgressWarning, match="Read-only file system"):
        choice.comm.receive(course_remembered=True)
    assert choice.course_remembered is False


def test_the_choice_hears_of_every_answer():
    choice, writing = RememberChoice(), Reflection(WRITING)
    writing.comm.receive(texts={question_of(writing): "Heard."})
    answers = choice.course_progress["answers"]
    assert answers == {"what-brings-me-here": {"texts": writing.texts}}


def test_answers_that_are_brought_back_fill_every_activity_and_empty_the_others():
    remember()
    choice, writing, check = RememberChoice(), Reflection(WRITING), QuickCheck(CHECK)
    question = check.content.questions[0]
    check.choices = {question.id: [question.options[0].id]}
    texts = {question_of(writing): "From a book."}
    brought = {"answers": {"what-brings-me-here": {"texts": texts}, "elsewhere": {}, "odd": 3}}
    choice.comm.receive(course_progress=brought)
    assert writing.texts == texts
    assert check.choices == {}
    assert set(written()["answers"]) == {"what-brings-me-here", "elsewhere"}
    choice.comm.receive(course_progress={})
    assert writing.texts == texts


def test_a_file_of_the_published_book_can_be_read_and_written_here(folder):
    saved(**{"what-brings-me-here": {"texts": {"x": "gone"}}})
    book = json.loads(Path("progress.json").read_text(encoding="utf-8"))
    remember()
    assert {name: type(value) for name, value in written().items()} == {
        "saved": str,
        **{name: type(value) for name, value in book.items()},
    }
    write_progress(folder / "copy.json", _course.COURSE.progress)
    assert written("copy.json") == written()
