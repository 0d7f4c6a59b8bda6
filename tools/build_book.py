"""Build the published book, unless nothing that it is made from has changed."""

import argparse
import hashlib
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HTML = ROOT / "_build" / "html"
LOG = ROOT / "_build" / "book.log"
STAMP = ROOT / "_build" / "book.built"
SOURCES = (
    "_config.yml",
    "_toc.yml",
    "LICENSE",
    "requirements.txt",
    "book",
    "lessonkit",
    "notebooks",
)
PASSED_BY = {"__pycache__", ".ipynb_checkpoints", "progress.json"}
PROGRESS = re.compile(r"(?P<stage>reading sources|writing output)\.\.\. \[ *(?P<percent>\d+)%\]")
TROUBLE = re.compile(r"\b(WARNING|ERROR|CRITICAL|SEVERE): |^\w*(Error|Exception)\b")
COLOUR = re.compile(r"\x1b\[[\d;]*m")


def source_files(root: Path, sources: Iterable[str] = SOURCES) -> Iterator[Path]:
    """Yield every file of some sources; if left out, all that the book is made from."""
    for name in sources:
        source = root / name
        if source.is_file():
            yield source
        for path in sorted(source.rglob("*")):
            if path.is_file() and not PASSED_BY.intersection(path.parts):
                yield path


def fingerprint(root: Path, sources: Iterable[str] = SOURCES) -> str:
    """Sum up sources by name, size and time, so that an edit or a removal is seen."""
    facts = [
        f"{path.relative_to(root)} {path.stat().st_size} {path.stat().st_mtime_ns}"
        for path in source_files(root, sources)
    ]
    return hashlib.sha256("\n".join([sys.version, *facts]).encode()).hexdigest()


def run_jupyter_book() -> int:
    """Run the build with its words going to the log, and show on a terminal how far it is."""
    program = str(Path(sys.executable).with_name("jupyter-book"))
    command = [program, "build", ".", "-W", "-n", "--keep-going"]
    terminal = sys.stdout.isatty()
    with (
        LOG.open("w", encoding="utf-8") as log,
        subprocess.Popen(
            command,
            cwd=ROOT,
            env=os.environ | {"PYTHONIOENCODING": "utf-8"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
        ) as process,
    ):
        assert process.stdout is not None
        for line in process.stdout:
            log.write(COLOUR.sub("", line))
            if terminal and (progress := PROGRESS.search(line)):
                shown = f"{progress['stage']}: {progress['percent']:>3} %"
                print(f"\r      {shown}", end="", flush=True)
    if terminal:
        print("\r" + " " * 40 + "\r", end="")
    return process.returncode


def explain_failure() -> None:
    """Show what the log says of the trouble, or how it ends."""
    # Jupyter Book follows a failed build by a traceback of its own, which explains nothing.
    said = LOG.read_text(encoding="utf-8").partition("\nTraceback (most recent call last)")[0]
    lines = [line for line in said.splitlines() if line.strip()]
    for line in [line for line in lines if TROUBLE.search(line)] or lines[-20:]:
        print(f"  {line}")
    print(f"The book was not built. All that was said is in {LOG.relative_to(ROOT)}.", flush=True)


def add_slides() -> int:
    """Make the slides if they are not current, put them into the book, return an exit code."""
    done = subprocess.run(
        [sys.executable, ROOT / "tools" / "make_slides.py"], cwd=ROOT, check=False
    )
    if done.returncode == 0:
        beside = HTML / "slides"
        beside.mkdir(exist_ok=True)
        for slides in (ROOT / "_build" / "slides").glob("*.html"):
            shutil.copy2(slides, beside)
    return done.returncode


def main() -> int:
    """Build the book if it is not current, and return an exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--step", default="", help="what to print in front, such as [2/3]")
    step = parser.parse_args().step
    built_from = fingerprint(ROOT)
    index = HTML / "index.html"
    if index.is_file() and STAMP.is_file() and STAMP.read_text(encoding="utf-8") == built_from:
        print(f"{step} The book in _build/html is up to date.".lstrip(), flush=True)
        return add_slides()
    started = time.monotonic()
    LOG.parent.mkdir(exist_ok=True)
    print(f"{step} Building the book …".lstrip(), flush=True)
    # They are no pages of the book: Sphinx must not take them for some.
    shutil.rmtree(HTML / "slides", ignore_errors=True)
    if exit_code := run_jupyter_book():
        explain_failure()
        # A page that Sphinx has read is not read again, and its warnings would not come back.
        shutil.rmtree(ROOT / "_build" / ".doctrees", ignore_errors=True)
        return exit_code
    STAMP.write_text(built_from, encoding="utf-8")
    print(f"      The book is in _build/html after {time.monotonic() - started:.0f} s.", flush=True)
    return add_slides()


if __name__ == "__main__":
    raise SystemExit(main())
