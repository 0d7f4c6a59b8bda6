"""From HTML to a PDF by the browser, and what a PDF says of itself."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from importlib.util import find_spec
from io import BytesIO
from mimetypes import guess_type
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from lessonkit.paper.browser import PrintingError

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

ADDRESS = "http://paper.invalid/"
PACKAGES = ("playwright", "pypdf")

_TAGGED_PART = re.compile(rb"\(node\d{8}\)")


def require_packages() -> None:
    """Make sure that the packages that print are there.

    Raises:
        PrintingError: One of them is not.
    """
    missing = [name for name in PACKAGES if find_spec(name) is None]
    if missing:
        raise PrintingError(
            f"A PDF is made with {' and '.join(PACKAGES)}, and {' and '.join(missing)} cannot be "
            "found here. Fix: run python -m pip install 'lessonkit[print]'"
        )


@contextmanager
def open_browser(path: str) -> Iterator["Browser"]:
    """Start a browser, and end it afterwards.

    Args:
        path: The path of a Chromium or Chrome.
    """
    from playwright.sync_api import sync_playwright

    # Chromium has no sandbox for root.
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, chromium_sandbox=not is_root)
        yield browser
        browser.close()


@contextmanager
def open_page(browser: "Browser", html: str, folder: Path | None = None) -> Iterator["Page"]:
    """Show HTML in a page that finds the files of one folder and nothing else.

    Args:
        browser: The browser.
        html: The HTML.
        folder: Where its pictures are, if it has some.
    """

    def answer(route: "Route") -> None:
        address = urlsplit(route.request.url)
        path = (folder or Path()) / unquote(address.path).lstrip("/")
        if route.request.url == ADDRESS:
            route.fulfill(body=html, content_type="text/html; charset=utf-8")
        elif folder and route.request.url.startswith(ADDRESS) and path.is_file():
            route.fulfill(path=path, content_type=guess_type(path)[0])
        else:
            route.abort()

    page = browser.new_page()
    # No link leads into this machine.
    page.route("**/*", answer)
    page.goto(ADDRESS)
    yield page
    page.close()


def print_page(page: "Page") -> bytes:
    """Print a page.

    Args:
        page: The page.

    Returns:
        A tagged PDF with an outline, of the sizes that the page's style asks for.
    """
    return page.pdf(prefer_css_page_size=True, print_background=True, tagged=True, outline=True)


def page_numbers(pdf: bytes) -> dict[str, int]:
    """Find the pages of a PDF that links lead to.

    Args:
        pdf: The PDF.

    Returns:
        The number of the page, from 1, on which each id stands.
    """
    from pypdf import PdfReader

    reader = PdfReader(BytesIO(pdf))
    places = reader.named_destinations.items()
    numbers = {
        name.lstrip("/"): reader.get_destination_page_number(place) for name, place in places
    }
    return {name: number + 1 for name, number in numbers.items() if number is not None}


def finish(pdf: bytes, title: str, author: str = "", day: date | None = None) -> bytes:
    """Say in a PDF what it is, and nothing of when and where it was made.

    Args:
        pdf: The PDF.
        title: What a viewer shows at the head of its window.
        author: Who wrote it.
        day: What stands for the day of making, such as the day of a release.
    """
    from pypdf import PdfWriter
    from pypdf.generic import BooleanObject, DictionaryObject, NameObject

    writer = PdfWriter(clone_from=BytesIO(_renamed(pdf)))
    said = {"/Title": title}
    if author:
        said["/Author"] = author
    if day:
        said |= dict.fromkeys(("/CreationDate", "/ModDate"), f"D:{day:%Y%m%d}000000Z")
    writer.metadata = said
    shows_title = {NameObject("/DisplayDocTitle"): BooleanObject(True)}
    writer.root_object[NameObject("/ViewerPreferences")] = DictionaryObject(shows_title)
    finished = BytesIO()
    writer.write(finished)
    return finished.getvalue()


def _renamed(pdf: bytes) -> bytes:
    """Count the names of tagged parts from 1, since the browser's differ from run to run."""
    names = sorted(set(_TAGGED_PART.findall(pdf)))
    new = {name: b"(node%08d)" % number for number, name in enumerate(names, start=1)}
    return _TAGGED_PART.sub(lambda name: new[name[0]], pdf)
