"""What make stands on: finding a browser, serving, knowing when to build and to install."""

import os
import sys
import urllib.request
from collections.abc import Callable
from pathlib import Path
from threading import Thread

import build_book
import check
import environment
import find_browser
import pytest
import serve

from lessonkit.paper import browser

Program = Callable[[str, str], Path]

posix = pytest.mark.skipif(os.name == "nt", reason="the stand-ins are shell scripts")


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Program:
    """Put stand-ins for programs on a PATH that has nothing else."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.delenv(browser.VARIABLE, raising=False)
    monkeypatch.setattr(browser, "NAMES", ("chromium", "chromium-browser", "google-chrome"))

    def make(name: str, script: str) -> Path:
        path = folder / name
        path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        path.chmod(0o755)
        return path

    return make


@posix
def test_the_browser_that_is_named_wins(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    program("chromium", "exit 0")
    mine = program("mine", "exit 0")
    monkeypatch.setenv(browser.VARIABLE, str(mine))
    assert find_browser.find_browser() == str(mine)


@posix
def test_a_named_browser_that_does_not_start_is_told(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    program("chromium", "exit 0")
    monkeypatch.setenv(browser.VARIABLE, "/nowhere/chrome")
    with pytest.raises(SystemExit, match="names /nowhere/chrome, which does not start"):
        find_browser.find_browser()


@posix
def test_a_stand_in_that_does_not_start_is_passed_by(program: Program) -> None:
    program("chromium-browser", "echo install me first; exit 1")
    chrome = program("google-chrome", "exit 0")
    assert browser.system_browser() == str(chrome)


@pytest.fixture
def apt_get(program: Program, tmp_path: Path) -> Path:
    """Put an apt-get on the PATH that can install Chromium, and return where that would be."""
    installed = program("apt-get", "").with_name("chromium")
    ready = program("chromium", "exit 0").rename(tmp_path / "chromium")
    program("apt-get", f'[ "$1" = update ] || /bin/cp {ready} {installed}')
    return installed


@posix
def test_root_gets_chromium_from_apt(apt_get: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    assert find_browser.install_with_apt() == str(apt_get)


@posix
def test_others_do_not_try_apt(apt_get: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert find_browser.install_with_apt() is None
    assert not apt_get.exists()


@posix
def test_what_to_do_is_told_when_nothing_helps(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = ("named_browser", "system_browser", "install_with_apt")
    program("apt-get", "exit 100")
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setattr(find_browser, "STEPS", [getattr(find_browser, name) for name in names])
    with pytest.raises(SystemExit, match="apt-get install chromium"):
        find_browser.find_browser()


def test_a_command_that_hangs_is_given_up() -> None:
    hanging = [sys.executable, "-c", "import time; time.sleep(60)"]
    assert not browser.succeeds(hanging, seconds=1)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "index.html").write_text("<h1>Here</h1>", encoding="utf-8")
    (tmp_path / "hydrate.js").write_text("0;", encoding="utf-8")
    return tmp_path


def test_a_script_is_served_as_one_and_asked_for_again(site: Path) -> None:
    with serve.open_server(site, None) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://{serve.HOST}:{server.server_port}/hydrate.js"
        with urllib.request.urlopen(address) as answer:
            assert answer.headers["Content-Type"] == "text/javascript"
            assert answer.headers["Cache-Control"] == "no-cache"
        server.shutdown()


def test_the_next_port_is_taken_and_told_when_one_is_in_use(
    site: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with serve.open_server(site, None) as first:
        monkeypatch.setattr(serve, "FIRST_PORT", first.server_port)
        with serve.open_server(site, None) as second:
            assert second.server_port > first.server_port
            assert f"Port {first.server_port} is in use" in capsys.readouterr().out


def test_a_port_that_was_asked_for_is_taken_or_refused(site: Path) -> None:
    with serve.open_server(site, None) as first:
        port = first.server_port
        with pytest.raises(SystemExit, match=f"Try another: make PORT={port + 1}"):
            serve.open_server(site, port)


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    for name in ("_config.yml", "book/welcome.md", "lessonkit/__init__.py"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(name, encoding="utf-8")
    return tmp_path


def test_an_edit_a_new_page_and_a_removed_page_ask_for_a_build(sources: Path) -> None:
    seen = {build_book.fingerprint(sources)}
    (sources / "book/welcome.md").write_text("edited", encoding="utf-8")
    seen.add(build_book.fingerprint(sources))
    (sources / "book/new page.md").write_text("new", encoding="utf-8")
    seen.add(build_book.fingerprint(sources))
    (sources / "book/welcome.md").unlink()
    seen.add(build_book.fingerprint(sources))
    assert len(seen) == 4


def test_what_python_and_jupyter_leave_behind_asks_for_no_build(sources: Path) -> None:
    before = build_book.fingerprint(sources)
    for folder in ("lessonkit/__pycache__", "book/.ipynb_checkpoints"):
        (sources / folder).mkdir()
        (sources / folder / "left").write_text("", encoding="utf-8")
    assert build_book.fingerprint(sources) == before


def test_slides_are_put_into_the_book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build_book, "ROOT", tmp_path)
    monkeypatch.setattr(build_book, "HTML", tmp_path / "html")
    (tmp_path / "html").mkdir()
    (tmp_path / "tools").mkdir()
    program = tmp_path / "tools" / "make_slides.py"
    program.write_text(
        "from pathlib import Path\n"
        "made = Path('_build/slides')\n"
        "made.mkdir(parents=True)\n"
        "(made / 'plan-20.html').write_text('slides')\n",
        encoding="utf-8",
    )
    assert build_book.add_slides() == 0
    slides = tmp_path / "html" / "slides"
    assert [path.name for path in slides.iterdir()] == ["plan-20.html"]
    program.write_text("raise SystemExit(1)", encoding="utf-8")
    assert build_book.add_slides() == 1


def test_a_failed_build_is_explained_by_its_warnings(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    log = tmp_path / "book.log"
    log.write_text(
        "reading sources... [ 50%] a\n"
        "[IPKernelApp] WARNING | nothing of ours\n"
        "a.md:3: WARNING: undefined label: 'b'\n"
        "\nTraceback (most recent call last)\nRuntimeError: \nThere was an error\n",
        encoding="utf-8",
    )
    monkeypatch.setattr(build_book, "ROOT", tmp_path)
    monkeypatch.setattr(build_book, "LOG", log)
    build_book.explain_failure()
    first, last = capsys.readouterr().out.splitlines()
    assert first == "  a.md:3: WARNING: undefined label: 'b'"
    assert last.endswith("All that was said is in book.log.")


@pytest.mark.parametrize("version", ["3.9.2", "3.14.0", "4.0.0"])
def test_a_python_that_will_not_do_is_told_with_what_will(version: str) -> None:
    problem = environment.version_problem(version, "/usr/bin/python3")
    assert problem.startswith("The course needs Python 3.11, 3.12 or 3.13, and /usr/bin/python3 is")
    assert "make PYTHON=python3.1" in problem


@pytest.mark.parametrize("version", ["3.11.7", "3.12.1", "3.13.0"])
def test_a_python_that_will_do_is_no_problem(version: str) -> None:
    assert environment.version_problem(version, "python3") is None


def test_a_change_of_the_requirements_is_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("requirements.txt", "requirements-dev.txt", "pyproject.toml"):
        (tmp_path / name).write_text("", encoding="utf-8")
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    monkeypatch.setattr(environment, "VENV", tmp_path)
    stamp = tmp_path / "requirements-dev.txt.installed"
    stamp.write_text(environment.fingerprint(environment.DEVELOPMENT), encoding="utf-8")
    assert environment.is_current(environment.COURSE), "a developer's environment has it all"
    (tmp_path / "requirements-dev.txt").write_text("more==1", encoding="utf-8")
    assert not environment.is_current(environment.COURSE)


def test_quick_checks_come_first() -> None:
    assert check.PHASES == ("lint", "unit", "notebooks", "book", "browser")


def test_checks_stop_after_the_first_phase_that_fails(capfd: pytest.CaptureFixture[str]) -> None:
    commands = {"one": "raise SystemExit(3)", "two": "print('ran two')", "three": "print('no')"}
    phases = {"one": "lint", "two": "lint", "three": "unit"}
    checks = [check.python(phases[name], name, "-c", code) for name, code in commands.items()]
    assert check.run(checks) == 1
    said = capfd.readouterr().out
    assert "ran two" in said
    assert "== 3/3" not in said
    assert "Failed: one" in said
