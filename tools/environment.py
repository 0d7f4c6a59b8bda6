"""Create the environment in .venv, or bring it up to date with a list of pinned requirements.

It runs on the machine's own Python before anything is installed. So it needs the standard library
alone, and it keeps to what an old Python understands, in order to tell its user so.
"""

import hashlib
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
SUPPORTED = ["3.11", "3.12", "3.13"]
COURSE = "requirements.txt"
DEVELOPMENT = "requirements-dev.txt"


def version_problem(version, executable):
    """Say in plain words why a Python cannot run the course.

    Args:
        version: Its version in full, such as ``"3.9.2"``.
        executable: Where it is.

    Returns:
        The sentence, or nothing when that Python will do.
    """
    if ".".join(version.split(".")[:2]) in SUPPORTED:
        return None
    others = ["python" + other for other in SUPPORTED if _runs("python" + other)]
    advice = "Choose another with: make PYTHON=" + (others[-1] if others else "python3.12")
    return (
        f"The course needs Python {', '.join(SUPPORTED[:-1])} or {SUPPORTED[-1]}, "
        f"and {executable} is Python {version}. {advice}"
    )


def _runs(name):
    """Tell whether a program is there and starts: a version manager leaves names that do not."""
    path = shutil.which(name)
    return path is not None and _succeeds([path, "--version"])


def _succeeds(command):
    quiet = subprocess.DEVNULL
    return subprocess.run(command, stdout=quiet, stderr=quiet, check=False).returncode == 0


def fingerprint(requirements):
    """Sum up what an environment is made from, so that a change of it is seen.

    Args:
        requirements: The name of the list of requirements.

    Returns:
        A hash of the list and of the project's own description.
    """
    parts = [(ROOT / name).read_bytes() for name in (requirements, "pyproject.toml")]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def is_current(requirements):
    """Tell whether the environment has what a list asks for; a developer's has a reader's too."""
    lists = {requirements, DEVELOPMENT}
    stamps = {name: VENV / (name + ".installed") for name in lists}
    return any(
        stamp.is_file() and stamp.read_text(encoding="utf-8") == fingerprint(name)
        for name, stamp in stamps.items()
    )


def version_in_venv():
    """Return the version, such as ``"3.12"``, of the Python in .venv, or nothing if none works."""
    described = VENV / "pyvenv.cfg"
    if not described.is_file() or not _succeeds([str(PYTHON), "--version"]):
        return None
    found = re.search(r"^version\w* *= *(\d+\.\d+)", described.read_text(encoding="utf-8"), re.M)
    return found.group(1) if found else None


def install(requirements):
    """Install what a list pins: with uv, which takes seconds, else with pip.

    Args:
        requirements: The name of the list of requirements.

    Raises:
        SystemExit: Neither could; the message says what pip had to say.
    """
    pinned = re.search(r"^uv==\S+", (ROOT / DEVELOPMENT).read_text(encoding="utf-8"), re.M)
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    uv = [str(PYTHON), "-m", "uv", "pip", "install", "--quiet", "--python", str(PYTHON)]
    if pinned and _succeeds([*pip, pinned.group()]) and _succeeds([*uv, "-r", requirements]):
        return
    print("      uv could not install it. Trying pip, which takes minutes …", flush=True)
    if subprocess.run([*pip, "-r", requirements], check=False).returncode != 0:
        raise SystemExit("The environment is not complete; pip says why above.")


def main(requirements, step):
    """Make the environment fit a list of requirements, and say what that takes.

    Args:
        requirements: The name of the list of requirements.
        step: What to print in front, such as ``"[1/3] "``.
    """
    problem = version_problem(sys.version.split()[0], sys.executable)
    if problem:
        raise SystemExit(problem)
    os.chdir(str(ROOT))
    asked = "{}.{}".format(*sys.version_info[:2])
    fits = version_in_venv() == asked
    if fits and is_current(requirements):
        return
    started = time.monotonic()
    if fits:
        print(f"{step}Bringing the environment in .venv up to date …", flush=True)
    else:
        print(f"{step}Creating the environment in .venv (up to a minute) …", flush=True)
        made = subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)], check=False)
        if made.returncode != 0:
            raise SystemExit("Python's venv module could not make .venv: it says why above.")
    install(requirements)
    stamp = VENV / (requirements + ".installed")
    stamp.write_text(fingerprint(requirements), encoding="utf-8")
    print(f"      Ready after {time.monotonic() - started:.0f} s.", flush=True)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2] + " " if len(sys.argv) > 2 else "")
