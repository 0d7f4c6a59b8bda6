"""The look back at a whole course, as Python shows it. How it counts: test_course_summary.py."""

import ast
import json
import zlib
from pathlib import Path

import pytest
import traitlets

from lessonkit import ActivityError, MyCourse, QuickCheck, SortingExercise
from lessonkit.activities.course import LONGEST_REMINDER, load_course, reminders
from lessonkit.activities.loader import load_activity

NOTEBOOKS = Path(__file__).parents[2] / "notebooks"
ROOM = 15_000
"""How large the state of the course may be when it is packed, in bytes."""

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
SCALE = """
type: opinion-scale
id: scale
title: Scale
prompt: How much?
points: ["no", perhaps, "yes"]
statements: [{id: warm, text: Warm is good.}]
"""
DECK = """
type: sorting
id: deck
title: Deck
prompt: Where?
categories: [{id: cats, label: Cats}, {id: dogs, label: Dogs}]
cards:
  - {id: fish, text: Fish, category: cats, reason: It smells.}
  - {id: naps, text: Naps, category: dogs, reason: Long ones.}
"""
COURSE = """
type: my-course
id: my-course
title: My course
lessons:
  - id: first
    title: First
    notebook: 01_first
    activities:
      - file: scale
      - file: quiz
  - id: second
    title: Second
    notebook: 02_second
    activities:
      - file: deck
      - file: deck
        key: deck-again
        title: Deck once more
        cards: 1
      - file: scale
"""


@pytest.fixture
def folder(tmp_path):
    for name, text in {"quiz": QUIZ, "scale": SCALE, "deck": DECK, "course": COURSE}.items():
        (tmp_path / f"{name}.yaml").write_text(text)
    return tmp_path


def rows(course):
    found = course.results()
    return found if isinstance(found, list) else found.astype(object).to_dict("records")


def test_every_activity_of_every_lesson_has_a_row(folder):
    found = rows(MyCourse(folder / "course.yaml"))
    assert [(row["lesson"], row["key"], row["kind"], row["done"]) for row in found] == [
        ("first", "scale", "opinion-scale", "no"),
        ("first", "quiz", "quick-check", "no"),
        ("second", "deck", "sorting", "no"),
        ("second", "deck-again", "sorting", "no"),
        ("second", "scale", "opinion-scale", "no"),
    ]


def test_results_follow_the_answers_of_the_course(folder):
    course, quiz = MyCourse(folder / "course.yaml"), QuickCheck(folder / "quiz.yaml")
    deck = SortingExercise(folder / "deck.yaml", key="deck-again", cards=1)
    quiz.attempts = {"one": [["b"]]}
    deck.placements = dict.fromkeys(deck.card_ids, "dogs")
    found = {row["key"]: row for row in rows(course)}
    assert (found["quiz"]["done"], found["quiz"]["points"], found["quiz"]["possible"]) == (
        "yes",
        0,
        1,
    )
    assert found["quiz"]["again"] == ["one"]
    assert found["deck-again"]["activity"] == "Deck once more"
    assert (found["deck"]["done"], found["deck-again"]["done"]) == ("no", "yes")
    assert (found["deck-again"]["parts_done"], found["deck-again"]["parts"]) == (1, 1)


def test_the_second_lesson_to_show_a_scale_waits_for_the_second_round(folder):
    course = MyCourse(folder / "course.yaml")
    course.course_progress = {"answers": {"scale": {"before": {"warm": 2}, "after": {}}}}
    first, *_, last = rows(course)
    assert (first["done"], last["done"]) == ("yes", "no")


@pytest.mark.parametrize(
    "progress", [{}, {"answers": None}, {"answers": [1]}, {"answers": {"quiz": 7}}]
)
def test_a_course_without_answers_that_can_be_read_is_not_begun(folder, progress):
    course = MyCourse(folder / "course.yaml")
    course.set_trait("course_progress", progress)
    assert {row["done"] for row in rows(course)} == {"no"}


def test_notes_are_kept_with_the_answers_of_the_course(folder):
    course = MyCourse(folder / "course.yaml")
    course.comm.receive(notes={"first": "Ask Mo."})
    assert course.course_progress["answers"]["my-course"] == {"notes": {"first": "Ask Mo."}}
    assert (course.activity_key, course.learner_traits) == ("my-course", ["notes"])


def test_a_note_on_a_lesson_that_there_is_not_is_refused(folder):
    course = MyCourse(folder / "course.yaml")
    with pytest.raises(
        traitlets.TraitError, match=r"'my-course' has no lessons 'third'\. It has first, second\."
    ):
        course.notes = {"third": "Hm."}


def test_a_copy_that_is_brought_back_reaches_every_activity(folder):
    course, quiz = MyCourse(folder / "course.yaml"), QuickCheck(folder / "quiz.yaml")
    quiz.attempts = {"one": [["b"]]}
    document = course.course_progress | {
        "answers": {
            "quiz": {"attempts": {"one": [["a"]]}},
            "my-course": {"notes": {"first": "Hm."}},
        }
    }
    course.comm.receive(course_progress=document)
    assert quiz.attempts == {"one": [["a"]]}
    assert course.notes == {"first": "Hm."}


def test_erasing_everything_empties_activities_and_notes(folder):
    course, quiz = MyCourse(folder / "course.yaml"), QuickCheck(folder / "quiz.yaml")
    quiz.attempts, course.notes = {"one": [["b"]]}, {"first": "Hm."}
    course.comm.receive(course_progress=course.course_progress | {"answers": {}})
    assert (quiz.attempts, course.notes) == ({}, {})


def test_reset_takes_back_the_notes_alone(folder):
    course, quiz = MyCourse(folder / "course.yaml"), QuickCheck(folder / "quiz.yaml")
    quiz.attempts, course.notes = {"one": [["b"]]}, {"first": "Hm."}
    course.reset()
    assert (quiz.attempts, course.notes) == ({"one": [["b"]]}, {})


def test_the_front_end_gets_each_activity_once_and_nothing_that_it_does_not_need(folder):
    activity = MyCourse(folder / "course.yaml").comm.opened["activity"]
    assert [lesson["activities"] for lesson in activity["lessons"]] == [
        [{"key": "scale"}, {"key": "quiz"}],
        [
            {"key": "deck", "cards": 2},
            {"key": "deck-again", "part": "deck", "title": "Deck once more", "cards": 1},
            {"key": "scale", "again": True},
        ],
    ]
    assert activity["parts"].keys() == {"scale", "quiz", "deck"}
    assert "smells" not in json.dumps(activity)


def test_long_texts_are_shortened_to_what_it_takes_to_know_them_again(folder):
    quiz = folder / "quiz.yaml"
    quiz.write_text(quiz.read_text().replace("Which one?", "Which of these many ones " * 9))
    (question,) = MyCourse(folder / "course.yaml").activity["parts"]["quiz"]["questions"]
    assert len(question["text"]) <= LONGEST_REMINDER
    assert question["text"].endswith("…")


def test_texts_that_begin_alike_are_told_apart():
    same = "Ana and Rosa, in love for three years, kiss in the kitchen, long and "
    found = reminders(
        [f"{same}slowly, with the soup on.", f"{same}hotly, with the soup on.", "Hm."]
    )
    assert found[0] != found[1]
    assert all(text.startswith(same) for text in found[:2])
    assert found[2] == "Hm."
    assert reminders(["The same. " * 20] * 2) == [" ".join(["The same."] * 20)] * 2


def test_a_file_that_is_not_there_is_a_mistake_of_the_course(folder, monkeypatch):
    monkeypatch.chdir(folder)
    Path("quiz.yaml").rename("quizz.yaml")
    with pytest.raises(ActivityError) as refused:
        MyCourse("course.yaml")
    assert str(refused.value) == (
        "course.yaml:11: there is no activity file 'quiz.yaml' beside this one. Rule: a course "
        "lists activities whose files stand beside its own. Found: quiz. Fix: did you mean "
        "'quizz.yaml'?"
    )


def test_the_mistakes_of_all_activities_come_in_one_report(folder, monkeypatch):
    monkeypatch.chdir(folder)
    Path("quiz.yaml").write_text(QUIZ.replace("title: Quiz", "titel: Quiz"))
    Path("deck.yaml").write_text(DECK.replace("category: dogs", "category: dugs"))
    with pytest.raises(ActivityError) as refused:
        MyCourse("course.yaml")
    assert [(problem.file, problem.line) for problem in refused.value.problems] == [
        ("quiz.yaml", 4),
        ("deck.yaml", 9),
    ]


def test_another_kind_of_activity_is_refused(folder):
    with pytest.raises(TypeError, match=r"MyCourse cannot show 'quiz'.*Show it with QuickCheck"):
        MyCourse(folder / "quiz.yaml")


def test_it_says_which_course_it_is(folder):
    assert repr(MyCourse(folder / "course.yaml")) == "MyCourse('my-course')"


def test_the_static_form_is_the_check_list(folder):
    assert "☐\u00a0Deck" in MyCourse(folder / "course.yaml").static_form()


def shown_in(notebook):
    """Return the activities that a notebook shows: file, key and number of cards of each."""
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    code = "\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "code")
    calls = (
        node
        for node in ast.walk(ast.parse(code))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    )
    return [
        as_listed(call.func.id, *map(ast.literal_eval, call.args), **keywords(call))
        for call in sorted(calls, key=lambda call: (call.lineno, call.col_offset))
        if call.func.id not in ("resume", "MyCourse", "RememberChoice")
    ]


def keywords(call):
    return {each.arg: ast.literal_eval(each.value) for each in call.keywords}


def as_listed(widget, path, key=None, **others):
    cards = None
    if widget == "SortingExercise":
        # The deck's own mode decides when there is something to look at again.
        assert others.keys() <= {"cards", "seed"}, f"{path}: a course cannot know {others}"
        cards = len(SortingExercise(NOTEBOOKS / path, **others).rounds[0])
    file = Path(path)
    assert file.parent == Path("activities")
    return file.stem, key, cards


def test_the_course_lists_exactly_what_its_notebooks_show_in_order():
    path = NOTEBOOKS / "activities" / "my-course.yaml"
    course = load_course(path, load_activity(path))
    listed = {lesson.notebook: [] for lesson in course.content.lessons}
    for step in course.steps:
        cards = step.cards if step.activity.type == "sorting" else None
        listed[step.lesson.notebook].append((step.shown.file, step.shown.key, cards))
    lessons = sorted(NOTEBOOKS.glob("[0-9]*.ipynb"))
    assert list(listed) == [lesson.stem for lesson in lessons]
    assert listed == {lesson.stem: shown_in(lesson) for lesson in lessons}


def test_the_course_calls_its_lessons_as_they_call_themselves():
    path = NOTEBOOKS / "activities" / "my-course.yaml"
    for lesson in load_activity(path).lessons:
        notebook = NOTEBOOKS / f"{lesson.notebook}.ipynb"
        first = json.loads(notebook.read_text(encoding="utf-8"))["cells"][0]
        assert "".join(first["source"]).startswith(f"# {lesson.title}\n")


def test_the_state_of_the_course_is_small():
    course = MyCourse(NOTEBOOKS / "activities" / "my-course.yaml")
    state = json.dumps(course.activity, ensure_ascii=False, separators=(",", ":")).encode()
    assert len(zlib.compress(state, 9)) < ROOM
