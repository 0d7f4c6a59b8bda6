"""The project's own files agree with each other. Nothing here needs a network."""

import ast
import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Any

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

GENERATED = ("requirements.txt", "requirements-dev.txt", "package-lock.json", "schema", "outputs")
WEB_ADDRESS = re.compile(r"https?://|--index-url|--find-links")


@pytest.fixture(scope="module")
def description(repository: Path) -> dict[str, Any]:
    return tomllib.loads((repository / "pyproject.toml").read_text(encoding="utf-8"))["project"]


@pytest.fixture(scope="module")
def make_targets(repository: Path) -> list[str]:
    makefile = (repository / "Makefile").read_text(encoding="utf-8")
    return re.findall(r"^([a-z-]+):.*##", makefile, re.MULTILINE)


def lines_of(path: Path) -> list[str]:
    lines = (line.partition(" #")[0].strip() for line in path.read_text("utf-8").splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def pins(path: Path) -> dict[str, str]:
    named = [Requirement(line) for line in lines_of(path) if line != "-e ."]
    return {canonicalize_name(pin.name): str(pin.specifier) for pin in named}


def wanted(description: dict[str, Any], *extras: str) -> Iterator[Requirement]:
    more = description["optional-dependencies"]
    for line in [*description["dependencies"], *(line for extra in extras for line in more[extra])]:
        if not line.startswith("lessonkit"):
            yield Requirement(line)


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_requirement_is_pinned_to_one_version(repository: Path, name: str) -> None:
    for line in lines_of(repository / name):
        assert line == "-e ." or re.fullmatch(r"[\w.-]+==[\w.]+( ; .+)?", line)


@pytest.mark.parametrize(
    ("name", "extras"),
    [("requirements.txt", ["course"]), ("requirements-dev.txt", ["course", "print", "dev"])],
)
def test_pins_are_in_step_with_the_project(
    repository: Path, description: dict[str, Any], name: str, extras: list[str]
) -> None:
    pinned = pins(repository / name)
    problems = [
        f"{name}: {dependency} is pinned as {pinned.get(canonicalize_name(dependency.name))}"
        for dependency in wanted(description, *extras)
        if (pin := pinned.get(canonicalize_name(dependency.name))) is None
        or not dependency.specifier.contains(pin.removeprefix("=="), prereleases=True)
    ]
    assert not problems, "\n" + "\n".join([*problems, "Run: make requirements"])


def test_readers_and_developers_have_the_same_versions(repository: Path) -> None:
    reader, developer = (
        pins(repository / name) for name in ("requirements.txt", "requirements-dev.txt")
    )
    assert reader.items() <= developer.items()


def test_both_lists_install_this_package(repository: Path) -> None:
    for name in ("requirements.txt", "requirements-dev.txt"):
        assert "-e ." in lines_of(repository / name)


def test_lock_files_name_no_server(repository: Path) -> None:
    for name in ("requirements.txt", "requirements-dev.txt"):
        assert not WEB_ADDRESS.search((repository / name).read_text(encoding="utf-8")), name
    lock = json.loads((repository / "package-lock.json").read_text(encoding="utf-8"))
    for name, package in lock["packages"].items():
        # Where one can give its authors money; nothing is installed from there.
        package.pop("funding", None)
        assert not WEB_ADDRESS.search(json.dumps(package)), name


def test_npm_lock_is_in_step_with_its_package(repository: Path) -> None:
    package = json.loads((repository / "package.json").read_text(encoding="utf-8"))
    lock = json.loads((repository / "package-lock.json").read_text(encoding="utf-8"))
    for name, version in package["devDependencies"].items():
        assert lock["packages"][f"node_modules/{name}"]["version"] == version


def test_the_library_imports_only_what_a_reader_installs(repository: Path) -> None:
    pinned = pins(repository / "requirements.txt")
    provided_by = packages_distributions()
    for path in (repository / "lessonkit").rglob("*.py"):
        for package in imported_packages(path) - sys.stdlib_module_names - {"lessonkit"}:
            names = {canonicalize_name(name) for name in provided_by.get(package, [])}
            assert names & pinned.keys(), f"{path} imports {package}, which nothing pins"


def imported_packages(path: Path) -> set[str]:
    """The packages that a module imports when it is imported itself."""
    body = ast.parse(path.read_text(encoding="utf-8")).body
    plain = [alias.name for node in body if isinstance(node, ast.Import) for alias in node.names]
    named = [node.module or "" for node in body if isinstance(node, ast.ImportFrom)]
    return {name.partition(".")[0] for name in plain + named}


def test_help_lists_every_target(repository: Path, make_targets: list[str]) -> None:
    shown = subprocess.run(["make", "help"], cwd=repository, capture_output=True, text=True)
    assert re.findall(r"^  make ([\w-]+) +\S", shown.stdout, re.MULTILINE) == make_targets
    assert make_targets[0] == "serve"


def test_readme_tells_of_every_target(repository: Path, make_targets: list[str]) -> None:
    readme = (repository / "README.md").read_text(encoding="utf-8")
    missing = [target for target in make_targets if f"`make {target}`" not in readme]
    assert not missing


def test_contributing_tells_how_each_generated_file_is_made(repository: Path) -> None:
    text = (repository / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert all(name in text for name in GENERATED)


def test_citation_agrees_with_the_project(repository: Path, description: dict[str, Any]) -> None:
    citation = yaml.safe_load((repository / "CITATION.cff").read_text(encoding="utf-8"))
    assert {"cff-version", "message", "title", "authors"} <= citation.keys()
    assert citation["cff-version"] == "1.2.0"
    assert citation["version"] == description["version"]
    assert description["license"] in citation["license"]


def test_readme_shows_pictures_that_are_there(repository: Path) -> None:
    readme = (repository / "README.md").read_text(encoding="utf-8")
    pictures = re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", readme)
    assert pictures
    for words, path in pictures:
        assert words, f"{path} has no words for those who cannot see it"
        assert (repository / path).is_file(), path
