"""`lessonkit export` as a person meets it, and back again by `lessonkit import`."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from lessonkit.activities import load_activity
from lessonkit.cli.main import program
from lessonkit.cli.outcome import FAILED


@pytest.fixture
def deck(repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A deck beside the person."""
    monkeypatch.chdir(tmp_path)
    text = (repository / "notebooks/activities/intimacy-or-passion.yaml").read_bytes()
    Path("deck.yaml").write_bytes(text)
    return "deck.yaml"


def run(*words: str) -> Result:
    return CliRunner().invoke(program, words)


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_deck_of_the_course_comes_back_as_it_was(deck: str, kind: str) -> None:
    shown = run("export", deck, "--to", kind)
    assert (shown.exit_code, shown.output) == (0, f"45 rows are in deck.{kind}.\n")
    back = run("import", f"deck.{kind}", "--like", deck, "--output", "again.yaml")
    assert (back.exit_code, back.output) == (0, "again.yaml has 45 cards in 3 categories.\n")
    assert load_activity("again.yaml") == load_activity(deck)


def test_what_is_written_follows_from_the_name_of_the_output(deck: str) -> None:
    assert run("export", deck, "--output", "out/cards.json").exit_code == 0
    assert json.loads(Path("out/cards.json").read_text(encoding="utf-8"))["id"] == (
        "intimacy-or-passion"
    )
    assert run("export", deck).exit_code == 0
    assert Path("deck.csv").read_bytes().startswith(b"\xef\xbb\xbfid,text,")
    assert run("export", deck, "--to", "json", "--output", "-").stdout.startswith('{\n  "type"')


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "deck.csv:1: there is a file already."),
        (["--output", "deck.yaml", "--force"], "this is the name of an activity"),
    ],
)
def test_what_is_there_is_not_written_over(deck: str, words: list[str], said: str) -> None:
    Path("deck.csv").write_text("Mine.", encoding="utf-8")
    before = Path(deck).read_bytes()
    shown = run("export", deck, *words)
    assert shown.exit_code == FAILED and said in shown.stderr
    assert Path("deck.csv").read_text(encoding="utf-8") == "Mine."
    assert Path(deck).read_bytes() == before


def test_mistakes_of_a_file_are_told(deck: str) -> None:
    Path(deck).write_text("type: sorting\n", encoding="utf-8")
    shown = run("export", deck, "--to", "json")
    assert shown.exit_code == FAILED and shown.stderr.startswith("deck.yaml:1: ")
    assert not Path("deck.json").exists()
