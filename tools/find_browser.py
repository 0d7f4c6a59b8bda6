"""Print the path of a Chromium or Chrome that runs, and install one if the machine has none.

In this order: the one that LESSONKIT_BROWSER names; one of the machine's own; the one that
Playwright has downloaded before. If there is none, it is installed: by Debian's apt-get first where
that is possible, since it brings the libraries that a browser needs, else by Playwright.
"""

import os
import shutil
import subprocess
import sys
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
ADVICE = f"""There is no Chromium or Chrome here, and none could be installed. Do one of these:
  - install Chromium or Chrome in your system's way (Debian: apt-get install chromium);
  - run: .venv/bin/python -m playwright install --with-deps chromium
  - name a browser that you have: {VARIABLE}=/path/to/chrome make test"""


def say(words: str) -> None:
    """Tell the user what is going on, beside the path that goes to standard output."""
    print(words, file=sys.stderr, flush=True)


def runs(browser: str | Path) -> bool:
    """Tell whether a browser starts: a system may have a stand-in that only asks to install one."""
    if os.name == "nt":  # There, Chrome answers --version by opening a window.
        return Path(browser).is_file()
    return succeeds([str(browser), "--version"], seconds=60)


def succeeds(command: list[str], seconds: int, environment: dict[str, str] | None = None) -> bool:
    """Run a command with its output hidden, for a limited time, and tell whether it went well."""
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
        SystemExit: It does not run; another one in its place would be a surprise.
    """
    named = os.environ.get(VARIABLE)
    if named and not runs(named):
        raise SystemExit(f"{VARIABLE} names {named}, which does not start.")
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


def install_with_apt() -> str | None:
    """Install Debian's Chromium, where we may."""
    if shutil.which("apt-get") is None or not hasattr(os, "geteuid") or os.geteuid() != 0:
        return None
    say("      Installing Chromium with apt-get (a minute or two) …")
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    patience = ["-o", "Acquire::http::Timeout=20", "-o", "Acquire::Retries=2"]
    # An index that is out of reach need not stop the installation.
    succeeds(["apt-get", "update", *patience], 300, quiet)
    for package in ("chromium-headless-shell", "chromium"):
        if succeeds(["apt-get", "install", "--yes", *patience, package], 900, quiet):
            break
    return system_browser()


def install_with_playwright() -> str | None:
    """Let Playwright download its Chromium."""
    say("      Downloading Chromium with Playwright (about 170 MB) …")
    patience = {"PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT": "20000"}
    install = [sys.executable, "-m", "playwright", "install", "--no-shell", "chromium"]
    succeeds(install, 900, patience)
    return playwright_browser()


STEPS: tuple[Callable[[], str | None], ...] = (
    named_browser,
    system_browser,
    playwright_browser,
    install_with_apt,
    install_with_playwright,
)


def find_browser() -> str:
    """Return the path of a browser that runs.

    Raises:
        SystemExit: There is none and none can be installed; the message says what to do.
    """
    for step in STEPS:
        if path := step():
            return path
    raise SystemExit(ADVICE)


if __name__ == "__main__":
    print(find_browser())
