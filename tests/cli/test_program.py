"""The program as a person meets it: help, mistakes, exit codes."""

import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from lessonkit.cli.main import program
from lessonkit.cli.outcome import FAILED, REMARKS, Commands, end_with_remarks

DECK = "notebooks/activities/intimacy-or-passion.yaml"


def run(*words: str) -> Result:
    """Run the program as a person would."""
    return CliRunner().invoke(program, words)


def test_help_shows_examples_and_every_command() -> None:
    shown = run("--help")
    assert shown.exit_code == 0
    assert "lessonkit cards kinds-of-rock.yaml" in shown.output
    assert all(f"  {name}  " in shown.output for name in program.commands)


@pytest.mark.parametrize("name", sorted(program.commands))
def test_the_help_of_each_command_has_an_example(name: str) -> None:
    shown = run(name, "--help")
    assert shown.exit_code == 0 and f"lessonkit {name} " in shown.output


def test_it_runs_as_a_module_too() -> None:
    command = [sys.executable, "-m", "lessonkit.cli", "--version"]
    shown = subprocess.run(command, capture_output=True, text=True, check=True)
    assert shown.stdout.startswith("lessonkit, version")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["crads"], "Did you mean 'cards'?"),
        (["cards", DECK, "--ouput", "x.pdf"], "Did you mean one of: '--output'"),
        (["cards"], "Missing argument 'DECK'"),
    ],
)
def test_a_command_that_is_not_understood_suggests_another(words: list[str], said: str) -> None:
    shown = run(*words)
    assert shown.exit_code == 2 and said in shown.stderr


def test_a_file_that_is_not_there_is_told_with_one_that_is() -> None:
    shown = run("cards", DECK.replace("passion", "pasion"))
    assert shown.exit_code == FAILED
    assert f"did you mean '{DECK}'?" in shown.stderr and "Traceback" not in shown.output


def test_a_deck_with_mistakes_tells_them_all_with_their_lines(repository: Path) -> None:
    path = repository / "tests/bad_activities/everything-at-once.yaml"
    shown = run("cards", str(path))
    lines = shown.stderr.splitlines()
    assert shown.exit_code == FAILED and len(lines) > 3
    assert all(line.startswith(f"{path}:") and "Fix: " in line for line in lines)


def test_an_activity_of_another_kind_is_told_as_such() -> None:
    shown = run("cards", "notebooks/activities/touch-effects.yaml")
    assert shown.exit_code == FAILED
    assert "touch-effects.yaml:1: this is an activity of the kind 'evidence-plot'" in shown.stderr


def test_a_failure_and_a_remark_have_exit_codes_of_their_own(tmp_path: Path) -> None:
    nowhere = tmp_path / "nowhere" / "file"

    @click.group(cls=Commands)
    def group() -> None: ...

    @group.command()
    def write() -> None:
        nowhere.write_text("")

    @group.command()
    def remark() -> None:
        end_with_remarks(["deck.yaml:3: a remark"])

    @group.command()
    def well() -> None:
        end_with_remarks([])

    failed, remarked, went_well = (
        CliRunner().invoke(group, [name]) for name in ("write", "remark", "well")
    )
    assert failed.exit_code == FAILED and f"{nowhere}: No such file" in failed.stderr
    assert remarked.exit_code == REMARKS and remarked.stderr == "deck.yaml:3: a remark\n"
    assert went_well.exit_code == 0 and not went_well.stderr
