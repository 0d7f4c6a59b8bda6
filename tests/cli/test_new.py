"""`lessonkit new` and `lessonkit schema`; the tests of use elsewhere go on from there."""

import json
import re
from itertools import pairwise
from pathlib import Path

import nbformat
import pytest
from click.testing import CliRunner, Result

from lessonkit import load_activity
from lessonkit.activities.kinds import KINDS
from lessonkit.activities.schema import schema_text
from lessonkit.cli.main import program
from lessonkit.cli.new import KINDS as WORDS
from lessonkit.cli.outcome import FAILED
from lessonkit.starters.activity_file import EXAMPLES

KEY = re.compile(r"^ *(?:- )?(\w+):")


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, in which the commands are given."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*words: str) -> Result:
    return CliRunner().invoke(program, words)


def made(*words: str) -> str:
    """Run a command that goes well, and return what it says."""
    result = run(*words)
    assert result.exit_code == 0, result.output
    return result.stdout


def test_every_kind_can_be_begun() -> None:
    assert {kind for kind, _ in WORDS.values()} == KINDS.keys()
    assert {path.stem for path in EXAMPLES.iterdir()} == KINDS.keys()


@pytest.mark.parametrize("word", [word for word in WORDS if word != "my-course"])
def test_an_activity_begins_as_one_that_can_be_shown(word: str, here: Path) -> None:
    (here / "activities").mkdir()
    kind, _ = WORDS[word]
    said = made("new", word, "Rocks  & Ston\u00e9s")
    path = Path("activities/rocks-stones.yaml")
    activity = load_activity(path)
    assert (activity.type, activity.id, activity.title) == (kind, path.stem, "Rocks  & Stonés")
    first, *_ = path.read_text(encoding="utf-8").splitlines()
    schema = path.parent / first.removeprefix("# yaml-language-server: $schema=")
    assert schema.read_text(encoding="utf-8") == schema_text(kind)
    assert f"lessonkit preview {path}" in said
    assert f"lessonkit check {path}" in said
    assert f'{activity.widget}("activities/rocks-stones.yaml")' in said


@pytest.mark.parametrize("kind", KINDS)
def test_a_note_stands_over_the_first_line_of_every_key(kind: str) -> None:
    lines = (EXAMPLES / f"{kind}.yaml").read_text(encoding="utf-8").splitlines()
    seen: set[str] = set()
    unexplained = []
    for before, line in pairwise(lines):
        if (key := KEY.match(line)) and key[1] not in seen:
            seen.add(key[1])
            if not before.lstrip().startswith("#"):
                unexplained.append(line)
    assert unexplained == []


def test_what_is_there_stays_as_it_is(here: Path) -> None:
    (here / "rocks.yaml").write_text("mine", encoding="utf-8")
    (here / "geology").mkdir()
    for words in (["new", "deck", "Rocks"], ["new", "book", "geology"]):
        result = run(*words)
        assert result.exit_code == FAILED
        assert "it stays as it is. Fix: choose another name" in result.stderr
    assert (here / "rocks.yaml").read_text(encoding="utf-8") == "mine"
    assert sorted(path.name for path in here.rglob("*")) == ["geology", "rocks.yaml"]


@pytest.mark.parametrize("name", ["صخور", "", "../rocks", "r" * 65])
def test_a_name_that_no_file_can_have_is_told(name: str, here: Path) -> None:
    result = run("new", "deck", name)
    assert result.exit_code == FAILED
    assert "Rule: " in result.stderr
    assert "Fix: " in result.stderr
    assert list(here.iterdir()) == []


def test_a_title_is_text_and_nothing_else(here: Path) -> None:
    title = "\"Rocks\": # & 'stones' \\ {x} *a* — صخور"
    made("new", "deck", "rocks", "--title", title)
    assert load_activity("rocks.yaml").title == title
    assert run("new", "deck", "more", "--title", "two\nlines").exit_code == FAILED


def test_a_course_lists_what_is_there(here: Path) -> None:
    refused = run("new", "my-course", "my-course")
    assert refused.exit_code == FAILED
    assert "lessonkit new deck my-deck" in refused.stderr
    assert list(here.iterdir()) == []
    made("new", "deck", "rocks")
    made("new", "reflection", "a-walk")
    (here / "notes.yaml").write_text("type: shopping\n", encoding="utf-8")
    made("new", "my-course", "My course")
    (lesson,) = load_activity("my-course.yaml").lessons  # type: ignore[attr-defined]
    assert [shown.file for shown in lesson.activities] == ["a-walk", "rocks"]


def test_a_notebook_shows_activities_and_holds_what_it_shows(here: Path) -> None:
    (here / "activities").mkdir()
    made("new", "deck", "rocks")
    made("new", "dialogue", "shop")
    names = ("rocks", "shop", "shop")
    files = [word for name in names for word in ("--activity", f"activities/{name}.yaml")]
    made("new", "notebook", "01_rocks", *files)
    notebook = nbformat.read(here / "01_rocks.ipynb", as_version=4)
    nbformat.validate(notebook)
    title, deck, dialogue, again = notebook.cells
    assert title.source.startswith("# 01 rocks\n")
    assert deck.source.splitlines() == [
        "from lessonkit import Dialogue, SortingExercise, resume",
        "",
        "resume()",
        'SortingExercise("activities/rocks.yaml")',
    ]
    assert dialogue.source == again.source == 'Dialogue("activities/shop.yaml")'
    assert "A kettle that leaks" not in deck.outputs[0].data["text/html"]
    assert "lk-worksheet" in dialogue.outputs[0].data["text/html"]
    assert run("new", "notebook", "a/b", *files).exit_code == FAILED


def test_the_check_has_nothing_to_say_of_what_is_begun(here: Path) -> None:
    (here / "activities").mkdir()
    files = []
    for word in WORDS:
        made("new", word, f"a-{word}")
        files += ["--activity", f"activities/a-{word}.yaml"]
    made("new", "notebook", "01_first_lesson", *files)
    assert "no errors" in made("check")


def test_a_notebook_of_an_activity_with_a_mistake_is_not_begun(here: Path) -> None:
    made("new", "deck", "rocks")
    text = (here / "rocks.yaml").read_text(encoding="utf-8")
    (here / "rocks.yaml").write_text(text.replace("mode:", "mood:"), encoding="utf-8")
    result = run("new", "notebook", "rocks", "--activity", "rocks.yaml")
    assert result.exit_code == FAILED
    assert re.match(r"rocks\.yaml:\d+: ", result.stderr)
    assert not (here / "rocks.ipynb").exists()


def test_schemas_are_written_and_renewed_beside_the_activities(here: Path) -> None:
    (here / "notebooks" / "activities").mkdir(parents=True)
    assert "sorting.json: written" in made("schema")
    folder = here / "notebooks" / "activities" / "schema"
    assert {path.stem for path in folder.iterdir()} == KINDS.keys()
    (folder / "sorting.json").write_text("{}", encoding="utf-8")
    said = made("schema")
    assert said.count(": written") == 1
    assert json.loads((folder / "sorting.json").read_text(encoding="utf-8"))["properties"]
    assert "current already" in made("schema", "notebooks/activities")
