"""What is true of the workflows beyond what their linters check."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import check
import pytest
import yaml

# An action of GitHub itself, at one commit, and the version that a person reads.
PINNED = re.compile(r"uses: actions/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
MAIN_ONLY = "github.event_name != 'pull_request' && github.ref == 'refs/heads/main'"
PUBLISHING = {"pages": "write", "id-token": "write"}


@pytest.fixture(scope="module")
def texts(repository: Path) -> dict[str, str]:
    folder = repository / ".github" / "workflows"
    return {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}


@pytest.fixture(scope="module")
def jobs(texts: dict[str, str]) -> dict[str, dict[str, Any]]:
    workflows = {name: yaml.safe_load(text) for name, text in texts.items()}
    return {
        f"{name}: {job}": facts
        for name, workflow in workflows.items()
        for job, facts in workflow["jobs"].items()
    }


def commands(jobs: dict[str, dict[str, Any]]) -> Iterator[list[str]]:
    for job in jobs.values():
        for step in job["steps"]:
            yield from (line.split() for line in step.get("run", "").splitlines())


def test_every_action_is_one_commit_of_a_named_version(texts: dict[str, str]) -> None:
    used = [line for text in texts.values() for line in text.splitlines() if "uses:" in line]
    assert used
    assert not [line.strip() for line in used if not PINNED.fullmatch(line.strip(" -"))]


def test_a_job_may_read_the_course_or_publish_it_and_no_more(
    texts: dict[str, str], jobs: dict[str, dict[str, Any]]
) -> None:
    assert all("\npermissions: {}\n" in text for text in texts.values())
    for name, job in jobs.items():
        assert job["permissions"] in ({"contents": "read"}, PUBLISHING), name


def test_what_publishes_runs_on_main_alone_after_all_else_and_runs_nothing_of_its_own(
    jobs: dict[str, dict[str, Any]],
) -> None:
    publishing = [job for job in jobs.values() if job["permissions"] == PUBLISHING]
    assert len(publishing) == 1
    (job,) = publishing
    assert job["if"] == MAIN_ONLY
    assert {f"course.yml: {needed}" for needed in job["needs"]} | {"course.yml: publish"} == set(
        jobs
    )
    assert [step["uses"].partition("@")[0] for step in job["steps"]] == ["actions/deploy-pages"]


def test_no_job_can_run_for_hours(jobs: dict[str, dict[str, Any]]) -> None:
    assert not [name for name, job in jobs.items() if job.get("timeout-minutes", 360) > 60]


def test_workflows_use_commands_that_the_project_has(
    repository: Path, jobs: dict[str, dict[str, Any]]
) -> None:
    makefile = (repository / "Makefile").read_text(encoding="utf-8")
    run = list(commands(jobs))
    assert ["make", "test"] in run
    for program, *arguments in run:
        if program == "make":
            for target in arguments:
                assert re.search(rf"^([a-z]+ )*{target}( [a-z]+)*:", makefile, re.MULTILINE), target
        else:
            assert program == ".venv/bin/python"
            assert arguments[0] == "tools/check.py"
            assert set(arguments[1:]) <= set(check.PHASES)


def test_every_python_that_is_supported_is_tried(
    repository: Path, jobs: dict[str, dict[str, Any]]
) -> None:
    description = tomllib.loads((repository / "pyproject.toml").read_text(encoding="utf-8"))
    promised = [
        classifier.rpartition(" ")[2]
        for classifier in description["project"]["classifiers"]
        if re.search(r"Python :: 3\.\d+", classifier)
    ]
    assert jobs["course.yml: quick"]["strategy"]["matrix"]["python"] == promised
