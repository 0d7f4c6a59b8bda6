"""Every file of tests/awkward is read, or refused in words, by the loader and by each command.

To add one: put a file there. `make fuzz` does, when it finds one.
"""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from lessonkit.activities.source import LARGEST

from .hard_inputs import CORPUS, commands_of_files, load_or_refuse, run_on

FILES = sorted(path.name for path in CORPUS.iterdir())


def filled(line: Callable[[int], str], head: str = "") -> str:
    """Return as many lines as the largest file has room for."""
    lines, size, number = [head], len(head), 0
    while size + len(found := line(number)) <= LARGEST:
        lines.append(found)
        size, number = size + len(found), number + 1
    return "".join(lines)


DECK = "type: sorting\nid: a\ntitle: T\nprompt: P\n"
LARGE = {
    "brackets": "[" * LARGEST,
    "unseen": "\x01" * LARGEST,
    "items": "-\n" * (LARGEST // 2),
    "tags": filled(lambda n: f"%TAG !a{n}! b\n"),
    "unknown-keys": filled(lambda n: f"titl{n}: x\n", DECK),
    "overlaps": filled(lambda n: f"o{n},", f"{DECK}categories:\n  - id: a\n    overlap_of: ["),
}
"""Files of the largest size: what takes more than one step for each part of them is slow here."""


@pytest.fixture
def awkward(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    monkeypatch.chdir(tmp_path)

    def copied(name: str) -> Path:
        return Path(shutil.copyfile(CORPUS / name, tmp_path / name))

    return copied


@pytest.mark.parametrize("name", FILES)
def test_an_awkward_file_is_read_or_refused(name: str, awkward: Callable[[str], Path]) -> None:
    path = awkward(name)
    assert load_or_refuse(path) == load_or_refuse(path)
    for command in commands_of_files():
        run_on(command, path)


@pytest.mark.parametrize("name", LARGE)
def test_the_largest_files_are_refused(name: str, tmp_path: Path) -> None:
    path = tmp_path / f"{name}.yaml"
    path.write_text(LARGE[name], encoding="utf-8")
    assert load_or_refuse(path)


def test_the_commands_that_read_files_are_found() -> None:
    assert {"cards", "check", "tally"} <= set(commands_of_files())
