"""The dialogue as Python sees it: what it takes, keeps, tells and refuses."""

import doctest
import sys
from pathlib import Path

import pytest
import traitlets

from lessonkit import Dialogue, QuickCheck
from lessonkit.activities.kinds.dialogue import DialogueActivity
from lessonkit.widgets import dialogue

NOTEBOOKS = Path(__file__).parents[2] / "notebooks"
ASK = {"line": "opening", "choice": "ask"}
LEAVE = {"line": "opening", "choice": "leave"}
LAUGH = {"line": "answer", "choice": "laugh"}
AGAIN = {"line": "answer", "choice": "leave"}


def choice(name, to):
    return {"id": name, "text": f"I {name}.", "to": to, "debrief": f"To {name} did this."}


@pytest.fixture
def content():
    return DialogueActivity.model_validate(
        {
            "type": "dialogue",
            "id": "at-the-door",
            "title": "At the door",
            "prompt": "You say good-bye.",
            "lines": [
                {
                    "id": "opening",
                    "text": "It is late.",
                    "choices": [choice("ask", "answer"), choice("leave", "street")],
                },
                {
                    "id": "answer",
                    "speaker": "Noor",
                    "text": "Stay!",
                    "choices": [choice("laugh", "tea"), choice("leave", "opening")],
                },
                {"id": "tea", "speaker": "Noor", "text": "Tea?", "ending": "One more cup"},
                {"id": "street", "text": "It rains.", "ending": "In the rain"},
            ],
        }
    )


@pytest.fixture
def talk(content):
    return Dialogue(content)


@pytest.fixture
def without_pandas(monkeypatch):
    monkeypatch.setitem(sys.modules, "pandas", None)


def test_a_dialogue_starts_at_its_first_line(talk):
    assert talk.trait_values(learner=True) == {"endings": [], "path": []}
    assert talk.learner_traits == ["endings", "path"]
    assert talk.ending is None
    assert talk.transcript() == "It is late."


def test_the_front_end_s_choices_are_taken_and_not_sent_back(talk):
    talk.comm.receive(path=[ASK, LAUGH], endings=["tea"])
    assert (talk.path, talk.endings, talk.ending) == ([ASK, LAUGH], ["tea"], "tea")
    assert talk.comm.updates() == []


def test_a_path_from_python_reaches_the_front_end(talk):
    talk.path = [LEAVE]
    assert talk.comm.updates() == [{"path": [LEAVE]}]


def test_the_transcript_tells_who_said_what_and_how_it_ended(talk):
    talk.path = [ASK, AGAIN, ASK, LAUGH]
    assert talk.transcript().splitlines() == [
        "It is late.",
        "You: I ask.",
        "Noor: Stay!",
        "You: I leave.",
        "It is late.",
        "You: I ask.",
        "Noor: Stay!",
        "You: I laugh.",
        "Noor: Tea?",
        "(One more cup)",
    ]


@pytest.mark.parametrize("path", [[ASK, LEAVE, LAUGH], [ASK, ASK]], ids=["leaps", "repeats"])
def test_a_path_is_followed_as_far_as_it_fits(talk, path):
    talk.path = path
    assert talk.path == path
    assert talk.ending is None
    assert talk.transcript().splitlines()[-1] == "Noor: Stay!"


def test_results_have_a_row_for_each_choice(talk, without_pandas):
    talk.path = [ASK, LAUGH]
    first, second = talk.results()
    assert first == {
        "line": "opening",
        "speaker": None,
        "text": "It is late.",
        "choice": "ask",
        "chosen": "I ask.",
        "debrief": "To ask did this.",
        "others": ["leave"],
    }
    assert (second["speaker"], second["choice"]) == ("Noor", "laugh")


def test_results_are_a_frame_where_pandas_is_there(talk):
    talk.path = [ASK]
    assert list(talk.results()["choice"]) == ["ask"]


@pytest.mark.parametrize(
    ("path", "words"),
    [
        (
            [{"line": "opneing", "choice": "ask"}],
            "'at-the-door' has no lines 'opneing'. It has opening, answer, tea, street.",
        ),
        (
            [{"line": "opening", "choice": "laugh"}],
            "'at-the-door': line 'opening' has no choice 'laugh'. It has ask, leave.",
        ),
        (
            [{"line": "tea", "choice": "ask"}],
            "'at-the-door': line 'tea' has no choice 'ask'. The conversation ends there.",
        ),
        (
            [{"line": "opening"}],
            "'at-the-door': each step of a path is {'line': …, 'choice': …} with the ids of both "
            "(got {'line': 'opening'}).",
        ),
    ],
    ids=["line", "choice", "ending", "half a step"],
)
def test_a_path_of_what_there_is_not_is_refused_in_words(talk, path, words):
    talk.path = [ASK]
    with pytest.raises(traitlets.TraitError) as error:
        talk.path = path
    assert str(error.value) == words
    assert talk.path == [ASK]


@pytest.mark.parametrize("endings", [["opening"], ["rain"]])
def test_an_ending_that_there_is_not_is_refused_in_words(talk, endings):
    with pytest.raises(traitlets.TraitError) as error:
        talk.endings = endings
    assert str(error.value) == f"'at-the-door' has no endings '{endings[0]}'. It has tea, street."


@pytest.mark.parametrize("path", [["ask"], [{"line": 1, "choice": "ask"}], "ask", None], ids=str)
def test_a_path_is_a_list_of_steps(talk, path):
    with pytest.raises(traitlets.TraitError, match="'path' trait"):
        talk.path = path


def test_reset_makes_the_dialogue_as_new(talk):
    new = talk.get_state()
    talk.comm.receive(path=[ASK, LAUGH], endings=["tea", "street"])
    talk.reset()
    assert talk.get_state() == new


def test_a_dialogue_is_shown_by_no_other_widget(content):
    with pytest.raises(TypeError, match=r"'dialogue'\. Show it with Dialogue\(…\)\."):
        QuickCheck(content)


def test_a_dialogue_is_shown_live_as_worksheet_and_as_words(talk):
    data, _ = talk._repr_mimebundle_()
    assert data["text/plain"] == "Dialogue('at-the-door')"
    assert data["text/html"] == talk.static_form()
    assert all(each.text in talk.static_form() for each in talk.content.lines)


def test_the_example_in_the_docstring_is_true(monkeypatch):
    monkeypatch.chdir(NOTEBOOKS)
    [example] = doctest.DocTestFinder(recurse=False).find(
        Dialogue, module=dialogue, globs={"Dialogue": Dialogue}
    )
    assert doctest.DocTestRunner().run(example).failed == 0
