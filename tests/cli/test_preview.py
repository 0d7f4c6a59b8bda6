"""`lessonkit preview` up to the server; tests/browser/test_preview.py goes on from there."""

import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from lessonkit.cli import preview as preview_module
from lessonkit.cli.main import program
from lessonkit.cli.outcome import FAILED
from lessonkit.preview import server


def run(*words: str) -> Result:
    return CliRunner().invoke(program, ["preview", *words])


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses that were opened in a browser, by a server that is ended at once."""
    addresses: list[str] = []

    async def serve(file: Path, port: int | None, started: Any) -> None:
        started(f"http://127.0.0.1:{port or 8000}/")
        raise KeyboardInterrupt

    class AtOnce:
        def __init__(self, target: Any, args: list[str], daemon: bool) -> None:
            self.start = lambda: target(*args)

    monkeypatch.setattr(server, "serve", serve)
    monkeypatch.setattr(preview_module, "Thread", AtOnce)
    monkeypatch.setattr(preview_module.webbrowser, "open", addresses.append)
    return addresses


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    path = tmp_path / "deck.yaml"
    path.write_text("type: sorting\n", encoding="utf-8")
    return path


def test_it_says_its_address_opens_the_browser_and_ends_with_a_sentence(
    opened: list[str], deck: Path
) -> None:
    shown = run(str(deck), "--port", "8123")
    assert shown.exit_code == 0
    [first, second, *_, last] = shown.output.splitlines()
    assert first == f"{deck} is shown at http://127.0.0.1:8123/"
    assert "Ctrl-C" in second and last == "The preview has ended."
    assert opened == ["http://127.0.0.1:8123/"]


def test_it_can_leave_the_browser_alone(opened: list[str], deck: Path) -> None:
    assert run(str(deck), "--no-browser").exit_code == 0
    assert opened == []


def test_what_is_no_activity_is_told_what_can_be_previewed(tmp_path: Path, deck: Path) -> None:
    for name in ("lesson.ipynb", "notes.txt", "empty/nothing"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    words = {
        ".": ("is a folder", str(deck)),
        "empty": ("is a folder", "one activity's YAML file"),
        "lesson.ipynb": ("is a notebook", "JupyterLab"),
        "notes.txt": ("is no activity", ".yaml or .yml"),
        "dekc.yaml": ("there is no such file", "deck.yaml"),
    }
    for name, parts in words.items():
        shown = run(str(tmp_path / name))
        assert shown.exit_code == FAILED
        assert "Fix: " in shown.stderr
        for part in parts:
            assert part in shown.stderr, name


def test_a_port_in_use_is_a_failure(deck: Path) -> None:
    with server.open_socket(0) as taken:
        shown = run(str(deck), "--no-browser", "--port", str(taken.getsockname()[1]))
    assert shown.exit_code == FAILED
    assert "in use" in shown.stderr and "Fix: leave --port out" in shown.stderr


@pytest.mark.parametrize("package", ["tornado", "watchfiles"])
def test_packages_that_are_missing_are_named_with_the_way_to_get_them(
    package: str, deck: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    shown = run(str(deck))
    assert shown.exit_code == FAILED
    assert 'pip install "lessonkit[author]"' in shown.stderr
