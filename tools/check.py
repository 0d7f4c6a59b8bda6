"""Run the project's checks, the quick ones first, and stop after the first phase that fails."""

import argparse
import hashlib
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ROOT / "node_modules"
PYTHON = sys.executable
NODE = str(Path(PYTHON).with_name("node"))
NPM = str(Path(PYTHON).with_name("npm"))
ZIZMOR = str(Path(PYTHON).with_name("zizmor"))
BIOME = "node_modules/@biomejs/biome/bin/biome"


@dataclass(frozen=True)
class Check:
    """One command of a phase."""

    phase: str
    name: str
    command: tuple[str, ...]


def python(phase: str, name: str, *arguments: str) -> Check:
    """Describe a check that the environment's Python runs."""
    return Check(phase, name, (PYTHON, *arguments))


def node(phase: str, name: str, *arguments: str) -> Check:
    """Describe a check that Node runs."""
    return Check(phase, name, (NODE, *arguments))


def all_checks() -> Iterator[Check]:
    """Yield every check, in the order in which they run."""
    yield python("lint", "Python: rules", "-m", "ruff", "check")
    yield python("lint", "Python: layout", "-m", "ruff", "format", "--check")
    yield python("lint", "Python: types", "-m", "mypy")
    yield python("lint", "Notebooks: clean", "tools/run_notebooks.py", "--check")
    course = ("-m", "lessonkit.cli", "check", "--no-advice")
    yield python("lint", "Activities and notebooks: lessonkit check", *course)
    strict = ("check", "--error-on-warnings")
    yield node("lint", "JavaScript and CSS: rules and layout", BIOME, *strict)
    yield node("lint", "JavaScript: types", "node_modules/typescript/bin/tsc")
    careful = ("--offline", "--quiet", "--no-progress", "--persona=auditor", "--strict-collection")
    yield Check("lint", "Workflows: safety", (ZIZMOR, *careful, ".github"))
    schema = ("-m", "check_jsonschema", "--quiet", "--builtin-schema")
    workflow, updates = ".github/workflows/course.yml", ".github/dependabot.yml"
    yield python("lint", "Workflows: form", *schema, "vendor.github-workflows", workflow)
    yield python("lint", "Updates of workflows: form", *schema, "vendor.dependabot", updates)
    # Tests of one file stay together: they share a server, a book or a kernel.
    pytest = ("-m", "pytest", "--dist=loadfile")
    at_once = (*pytest, "--numprocesses=2")
    yield python("unit", "Python: tests", *at_once, "tests", "--ignore=tests/browser")
    modules = sorted(str(path.relative_to(ROOT)) for path in ROOT.glob("tests/js/*.test.mjs"))
    yield node("unit", "JavaScript: tests", "--test", *modules)
    nbval = ("--nbval", "--nbval-current-env", "--nbval-sanitize-with", "tests/sanitize.cfg")
    yield python("notebooks", "Notebooks: outputs", *at_once, *nbval, "notebooks")
    yield python("book", "Book: builds without a warning", "tools/build_book.py")
    # A browser test waits more than it works. The longest files come early, as they are named.
    at_once = (*pytest, "--numprocesses=3", "--no-loadscope-reorder")
    yield python("browser", "Book and JupyterLab in a browser", *at_once, "tests/browser")


PHASES = tuple(dict.fromkeys(check.phase for check in all_checks()))


def install_node_packages() -> bool:
    """Install what package-lock.json pins, unless it is there, and tell whether it is."""
    lock = (ROOT / "package-lock.json").read_bytes()
    stamp = PACKAGES / "installed"
    wanted = hashlib.sha256(lock).hexdigest()
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted:
        return True
    print("Installing the checkers of JavaScript and of accessibility with npm …", flush=True)
    quiet = ("--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error")
    if subprocess.run([NPM, "ci", *quiet], cwd=ROOT, check=False).returncode != 0:
        return False
    stamp.write_text(wanted, encoding="utf-8")
    return True


def find_browser() -> bool:
    """Let the browser tests know a browser that runs, and tell whether there is one."""
    command = [PYTHON, "tools/find_browser.py"]
    found = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=False)
    if found.returncode == 0:
        os.environ["LESSONKIT_BROWSER"] = found.stdout.strip()
    return found.returncode == 0


def prepare(phases: list[str]) -> str | None:
    """Get what the phases need, and return what could not be had."""
    if {"lint", "unit", "browser"}.intersection(phases) and not install_node_packages():
        return "npm could not install its packages"
    if "browser" in phases and not find_browser():
        return "there is no browser"
    return None


def run(checks: list[Check]) -> int:
    """Run checks until the end of the first phase that has failures, and return an exit code."""
    started = time.monotonic()
    failed: list[Check] = []
    for number, check in enumerate(checks, start=1):
        if failed and check.phase != failed[0].phase:
            break
        print(f"\n== {number}/{len(checks)} {check.name}", flush=True)
        begun = time.monotonic()
        done = subprocess.run(check.command, cwd=ROOT, check=False)
        if done.returncode:
            failed.append(check)
        outcome = "FAILED" if done.returncode else "good"
        print(f"   {outcome}, {time.monotonic() - begun:.1f} s", flush=True)
    seconds = f"{time.monotonic() - started:.0f} s"
    if failed:
        names = "; ".join(check.name for check in failed)
        print(f"\nStopped after {seconds}. Failed: {names}. To run this phase again:")
        print(f"  .venv/bin/python tools/check.py {failed[0].phase}", flush=True)
        return 1
    print(f"\nAll {len(checks)} checks passed in {seconds}.")
    return 0


def fix() -> int:
    """Bring files into the layout that the checks ask for, and return an exit code."""
    commands = (
        (PYTHON, "-m", "ruff", "check", "--fix", "--exit-zero", "--quiet"),
        (PYTHON, "-m", "ruff", "format"),
        (NODE, BIOME, "format", "--write"),
    )
    return max(subprocess.run(command, cwd=ROOT, check=False).returncode for command in commands)


def main() -> int:
    """Run the phases that are named, or all, and return an exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("phases", nargs="*", help=f"any of {', '.join(PHASES)}; default: all")
    parser.add_argument("--fix", action="store_true", help="change files instead of checking them")
    arguments = parser.parse_args()
    phases = ["lint"] if arguments.fix else arguments.phases or list(PHASES)
    if unknown := set(phases).difference(PHASES):
        parser.error(f"no phase {', '.join(sorted(unknown))}; choose from {', '.join(PHASES)}")
    # npm and the checkers start Node by its name, and Jupyter its kernels by Python's.
    os.environ["PATH"] = os.pathsep.join([str(Path(PYTHON).parent), os.environ["PATH"]])
    # The notebooks are checked as they are stored, without anybody's remembered answers.
    os.environ["LESSONKIT_RESUME"] = "0"
    if problem := prepare(phases):
        print(f"\nStopped before the first check: {problem}.")
        return 1
    if arguments.fix:
        return fix()
    return run([check for check in all_checks() if check.phase in phases])


if __name__ == "__main__":
    raise SystemExit(main())
