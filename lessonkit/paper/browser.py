"""Finds a Chromium or Chrome that runs, which is what prints."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

VARIABLE = "LESSONKIT_BROWSER"
NAMES = (
    # The same browser without a window to draw, so it is quicker.
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
ADVICE = f"""There is no Chromium or Chrome here, which is what prints. Do one of these:
  - install Chromium or Chrome in your system's way (Debian: apt-get install chromium);
  - run: python -m playwright install --with-deps chromium
  - name a browser that you have in the environment variable {VARIABLE}."""


class PrintingError(Exception):
    """Nothing can be printed here; the words say what is missing, and how to get it."""


def runs(browser: str | Path) -> bool:
    """Tell whether a browser starts: a system may have a stand-in that only asks to install one.

    Args:
        browser: The path of its program.
    """
    if os.name == "nt":  # There, Chrome answers --version by opening a window.
        return Path(browser).is_file()
    return succeeds([str(browser), "--version"], seconds=60)


def succeeds(command: list[str], seconds: int, environment: dict[str, str] | None = None) -> bool:
    """Run a command with its output hidden, for a limited time, and tell whether it went well.

    Args:
        command: The program and its arguments.
        seconds: The limit.
        environment: Variables to set beyond those that are set.
    """
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=seconds,
            env=os.environ | (environment or {}),
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def named_browser() -> str | None:
    """Return the browser that the user has named.

    Raises:
        PrintingError: It does not run; another one in its place would be a surprise.
    """
    named = os.environ.get(VARIABLE)
    if named and not runs(named):
        raise PrintingError(f"{VARIABLE} names {named}, which does not start.")
    return named


def system_browser() -> str | None:
    """Return the first of the machine's own browsers that runs."""
    found = (shutil.which(name) for name in NAMES)
    return next((path for path in found if path and runs(path)), None)


def playwright_browser() -> str | None:
    """Return the browser that Playwright has downloaded, if it has and it runs."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = Path(playwright.chromium.executable_path)
    return str(path) if path.is_file() and runs(path) else None


STEPS: tuple[Callable[[], str | None], ...] = (named_browser, system_browser, playwright_browser)


def find_browser() -> str:
    """Return the path of a browser that runs. Nothing is installed.

    Raises:
        PrintingError: There is none; the words say what to do.
    """
    for step in STEPS:
        if path := step():
            return path
    raise PrintingError(ADVICE)
