"""`lessonkit check` as a teacher meets it, on a course in which all is wrong that can be."""

import json
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from lessonkit.cli.main import program
from lessonkit.cli.outcome import FAILED, REMARKS

AWKWARD = Path(__file__).parents[1] / "awkward_course"
GOOD = """\
type: reflection
id: good
title: A good one
questions:
  - id: one
    text: What do you take home?
"""
NOT_OURS = (
    "_build/activities/broken.yaml",
    ".venv/lib/activities/broken.yaml",
    "node_modules/x/activities/broken.yaml",
    ".ipynb_checkpoints/lesson-checkpoint.ipynb",
    "samples/conftest.py",
    "samples/activities/broken.yaml",
)


def run(*words: str) -> Result:
    """Run the command as a teacher would."""
    return CliRunner().invoke(program, ["check", *words])


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The awkward course, beside what programs leave in a folder, as the current folder."""
    folder = tmp_path / "course"
    shutil.copytree(AWKWARD / "course", folder)
    for name in NOT_OURS:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("type: [", encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def activities(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one activity without mistakes, in the current folder."""
    folder = tmp_path / "activities"
    folder.mkdir()
    (folder / "good.yaml").write_text(GOOD, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return folder


@pytest.mark.usefixtures("course")
def test_the_whole_report_is_as_promised() -> None:
    shown = run()
    assert shown.stdout == (AWKWARD / "report.txt").read_text(encoding="utf-8")
    assert shown.exit_code == FAILED and not shown.stderr


@pytest.mark.usefixtures("course")
def test_what_is_found_in_a_cell_stands_in_the_line_that_is_named() -> None:
    lines = Path("lesson.ipynb").read_text(encoding="utf-8").split("\n")
    told = [each for each in run().stdout.splitlines() if each.startswith("lesson.ipynb:")]
    assert len(told) == 20
    for each in told:
        number, found = re.fullmatch(r"[^:]+:(\d+): .* Found: (.*?)\.? Fix: .*", each).groups()
        # Of an activity of another kind, the words come from its own file.
        word = "deck" if found.startswith("type: ") else re.findall(r"[\w/]+", found)[-1]
        assert word in lines[int(number) - 1].replace('\\"', "'"), each


@pytest.mark.usefixtures("course")
def test_json_holds_what_the_text_says() -> None:
    shown, text = run("--json"), run()
    report = json.loads(shown.stdout)
    assert shown.exit_code == FAILED
    assert sorted(report) == ["counts", "findings", "version"] and report["version"] == 1
    keys = ["file", "fix", "found", "line", "rule", "severity", "what"]
    assert all(sorted(each) == keys for each in report["findings"])
    lines = text.stdout.splitlines()[:-1]
    for each, line in zip(report["findings"], lines, strict=True):
        assert line.startswith(f"{each['file']}:{each['line']}: {each['severity']}: {each['what']}")
        assert each["rule"] in line and each["found"] in line and each["fix"] in line
    of = [each["severity"] for each in report["findings"]]
    assert report["counts"] == {
        "activities": 9,
        "notebooks": 6,
        "errors": of.count("error"),
        "advice": of.count("advice"),
    }


@pytest.mark.usefixtures("course")
def test_advice_can_be_left_out() -> None:
    shown = run("--no-advice")
    errors = [line for line in run().stdout.splitlines()[:-1] if ": error: " in line]
    assert shown.stdout.splitlines()[:-1] == errors
    assert shown.stdout.endswith(f"checked: {len(errors)} errors.\n")
    assert shown.exit_code == FAILED


def test_what_is_right_ends_with_0(activities: Path) -> None:
    shown = run()
    assert shown.stdout == "1 activity and no notebooks checked: no errors, no pieces of advice.\n"
    assert shown.exit_code == 0


def test_advice_alone_ends_with_3_and_without_it_with_0(activities: Path) -> None:
    (activities / "good.yaml").rename(activities / "better.yaml")
    assert run().exit_code == REMARKS
    assert run("--no-advice").exit_code == 0


def test_a_path_that_leads_nowhere_is_told_beside_the_rest(activities: Path) -> None:
    (activities / "bad.yaml").write_text("type: sorting", encoding="utf-8")
    shown = run("activites", "activities", "activities/good.txt")
    assert shown.exit_code == FAILED
    assert "activites:1: error: there is no such file or folder." in shown.stdout
    assert "did you mean 'activities'?" in shown.stdout
    assert "activities/good.txt:1: error: there is no such file" in shown.stdout
    assert "activities/bad.yaml:1: error: " in shown.stdout
    assert "2 activities and no notebooks checked" in shown.stdout


def test_a_folder_without_anything_to_check_is_no_success(activities: Path) -> None:
    (activities / "good.yaml").unlink()
    shown = run()
    assert shown.exit_code == FAILED and ".:1: error: there is nothing to check." in shown.stdout


def test_a_file_is_named_as_it_was_typed_and_checked_once(course: Path) -> None:
    path = course / "activities" / "misspelt.yaml"
    shown = run(str(path), "../course/activities/misspelt.yaml", "activities/misspelt.yaml")
    assert all(line.startswith(f"{path}:") for line in shown.stdout.splitlines()[:-1])
    assert shown.stdout.endswith(
        "1 activity and no notebooks checked: 2 errors, no pieces of advice.\n"
    )


@pytest.mark.usefixtures("course")
def test_a_notebook_alone_says_which_of_its_activities_have_mistakes() -> None:
    shown = run("lesson.ipynb")
    (line,) = (line for line in shown.stdout.splitlines() if "has 2 mistakes" in line)
    assert line.startswith("lesson.ipynb:135: error: the activity has 2 mistakes.")
    assert line.endswith("Fix: run: lessonkit check activities/misspelt.yaml.")


def test_the_deck_of_the_course_is_given_no_advice(repository: Path) -> None:
    shown = run(str(repository / "notebooks/activities/intimacy-or-passion.yaml"))
    assert shown.exit_code == 0, shown.stdout


def test_a_name_of_a_file_cannot_steer_the_terminal(activities: Path) -> None:
    (activities / "\x1b[2Jx\n.yaml").write_text("type: sorting", encoding="utf-8")
    shown = run()
    assert "\x1b" not in shown.stdout and "?[2Jx .yaml:1: error:" in shown.stdout


def test_the_catalogue_of_words_is_checked_where_lessonkit_itself_is(
    monkeypatch: pytest.MonkeyPatch, repository: Path, activities: Path
) -> None:
    asked = []
    monkeypatch.setattr("lessonkit.checks.course._in_the_catalogue", lambda: asked.append(1) or [])
    run()
    assert not asked
    run("--words")
    assert len(asked) == 1
    run(str(repository / "lessonkit"))
    assert len(asked) == 2
