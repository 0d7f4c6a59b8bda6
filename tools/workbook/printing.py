"""From HTML to a PDF by the browser, until the numbers of pages that it names are right."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from mimetypes import guess_type
from pathlib import Path
from urllib.parse import unquote, urlsplit

from bs4 import BeautifulSoup
from playwright.sync_api import Browser, Route, sync_playwright
from pypdf import PdfReader, PdfWriter
from pypdf.generic import BooleanObject, DictionaryObject, NameObject

from workbook.assemble import fill_in
from workbook.facts import Facts

ADDRESS = "http://workbook.invalid/"
PASSES = 4

_TAGGED_PART = re.compile(rb"\(node\d{8}\)")


@contextmanager
def open_browser(path: str) -> Iterator[Browser]:
    """Start a browser, and end it afterwards.

    Args:
        path: The path of a Chromium or Chrome.
    """
    # Chromium has no sandbox for root.
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, chromium_sandbox=not is_root)
        yield browser
        browser.close()


def print_workbook(browser: Browser, workbook: BeautifulSoup, book: Path) -> bytes:
    """Print the workbook, with the numbers of its pages filled in.

    Args:
        browser: The browser.
        workbook: The HTML.
        book: The folder of the built book, which has the pictures.

    Returns:
        A tagged PDF with an outline.

    Raises:
        RuntimeError: The numbers move their own pages for ever.
    """
    numbers: dict[str, int] = {}
    for _ in range(PASSES):
        pdf = _print(browser, str(workbook), book)
        found = page_numbers(pdf)
        if found == numbers:
            return pdf
        numbers = found
        fill_in(workbook, numbers)
    raise RuntimeError(f"page numbers still changed when the workbook was printed {PASSES} times")


def _print(browser: Browser, html: str, book: Path) -> bytes:
    def answer(route: Route) -> None:
        address = urlsplit(route.request.url)
        path = book / unquote(address.path).lstrip("/")
        if route.request.url == ADDRESS:
            route.fulfill(body=html, content_type="text/html")
        elif route.request.url.startswith(ADDRESS) and path.is_file():
            route.fulfill(path=path, content_type=guess_type(path)[0])
        else:
            route.abort()

    page = browser.new_page()
    # It finds the book's pictures and nothing else, and no link leads into this machine.
    page.route("**/*", answer)
    page.goto(ADDRESS)
    pdf = page.pdf(prefer_css_page_size=True, print_background=True, tagged=True, outline=True)
    page.close()
    return pdf


def page_numbers(pdf: bytes) -> dict[str, int]:
    """Find the pages of a PDF that links lead to.

    Args:
        pdf: The PDF.

    Returns:
        The number of the page, from 1, on which each id stands.
    """
    reader = PdfReader(BytesIO(pdf))
    places = reader.named_destinations.items()
    numbers = {
        name.lstrip("/"): reader.get_destination_page_number(place) for name, place in places
    }
    return {name: number + 1 for name, number in numbers.items() if number is not None}


def finish(pdf: bytes, title: str, facts: Facts) -> bytes:
    """Say in a PDF what it is, and nothing of when and where it was made.

    Args:
        pdf: The PDF.
        title: What a viewer shows at the head of its window.
        facts: Who wrote it; and the day of the release, which stands for the day of making.
    """
    writer = PdfWriter(clone_from=BytesIO(_renamed(pdf)))
    day = f"D:{facts.released:%Y%m%d}000000Z"
    writer.metadata = {
        "/Title": title,
        "/Author": facts.authors,
        "/CreationDate": day,
        "/ModDate": day,
    }
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
