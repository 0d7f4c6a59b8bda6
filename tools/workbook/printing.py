"""From HTML to a PDF by the browser, until the numbers of pages that it names are right."""

from pathlib import Path

from bs4 import BeautifulSoup
from playwright.sync_api import Browser

from lessonkit.paper.printing import open_page, page_numbers, print_page
from workbook.assemble import fill_in

PASSES = 4


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
        with open_page(browser, str(workbook), book) as page:
            pdf = print_page(page)
        found = page_numbers(pdf)
        if found == numbers:
            return pdf
        numbers = found
        fill_in(workbook, numbers)
    raise RuntimeError(f"page numbers still changed when the workbook was printed {PASSES} times")
