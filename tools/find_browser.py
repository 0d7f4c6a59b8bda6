"""Print the path of a Chromium or Chrome that runs, and install one if the machine has none.

In this order: the one that LESSONKIT_BROWSER names; one of the machine's own; the one that
Playwright has downloaded before. If there is none, it is installed: by Debian's apt-get first where
that is possible, since it brings the libraries that a browser needs, else by Playwright.
"""

import os
import shutil
import sys
from collections.abc import Callable

from lessonkit.paper.browser import (
    VARIABLE,
    PrintingError,
    named_browser,
    playwright_browser,
    succeeds,
    system_browser,
)

ADVICE = f"""There is no Chromium or Chrome here, and none could be installed. Do one of these:
  - install Chromium or Chrome in your system's way (Debian: apt-get install chromium);
  - run: .venv/bin/python -m playwright install --with-deps chromium
  - name a browser that you have: {VARIABLE}=/path/to/chrome make test"""


def say(words: str) -> None:
    """Tell the user what is going on, beside the path that goes to standard output."""
    print(words, file=sys.stderr, flush=True)


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
    try:
        for step in STEPS:
            if path := step():
                return path
    except PrintingError as error:
        raise SystemExit(str(error)) from None
    raise SystemExit(ADVICE)


if __name__ == "__main__":
    print(find_browser())
