"""Make one PDF of the whole course, to print and to write in, from the book that was built.

Its pages stand in the order of _toc.yml, with worksheets in the place of what needs a screen, and
the answers at the end. It is tagged, so that a screen reader finds its way in it.
"""

import argparse
import sys
from pathlib import Path

from bs4 import BeautifulSoup
from find_browser import find_browser
from pypdf import PdfReader
from workbook.assemble import SIZES, assemble
from workbook.chapter import NoPageError, read_chapter
from workbook.facts import Facts, read_facts
from workbook.printing import print_workbook

from lessonkit.paper.printing import finish, open_browser

ROOT = Path(__file__).resolve().parent.parent
BOOK = ROOT / "_build" / "html"
# A name that says nothing of the subject, as a browser's tab does not.
WORKBOOK = ROOT / "_build" / "workbook.pdf"


def language_of(book: Path, page: str) -> tuple[str, str]:
    """Return the language of a book and the direction of its lines, as one of its pages says it.

    Args:
        book: The folder of the book.
        page: The page's name.
    """
    html = (book / f"{page}.html").read_text(encoding="utf-8")
    root = BeautifulSoup(html, "html.parser").html
    return str(root.get("lang", "en")), str(root.get("dir", "ltr"))


def compose(facts: Facts, book: Path, paper: str = "a4") -> BeautifulSoup:
    """Return the workbook as HTML.

    Args:
        facts: What it says of itself, and its pages.
        book: The folder of the built book.
        paper: The size of the paper, a key of `SIZES`.

    Raises:
        NoPageError: The book is not there, or not whole.
    """
    chapters = [read_chapter(book, name) for name in facts.pages]
    return assemble(facts, chapters, paper, *language_of(book, facts.pages[0]))


def main(arguments: list[str] | None = None) -> int:
    """Write the workbook, say where it is, and return an exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--paper", choices=SIZES, default="a4", help="the size of the paper")
    parser.add_argument("--book", type=Path, default=BOOK, help="the folder of the built book")
    parser.add_argument("--output", type=Path, default=WORKBOOK, help="the file to write")
    options = parser.parse_args(arguments)
    facts = read_facts(ROOT)
    try:
        workbook = compose(facts, options.book, options.paper)
    except NoPageError as error:
        print(f"{error}. Build the book first: make book", file=sys.stderr)
        return 1
    with open_browser(find_browser()) as browser:
        pdf = print_workbook(browser, workbook, options.book)
    path = options.output
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(finish(pdf, workbook.title.string, facts.authors, facts.released))
    pages, size = len(PdfReader(path).pages), path.stat().st_size / 1e6
    shown = path.relative_to(ROOT) if path.is_relative_to(ROOT) else path
    print(f"The workbook is in {shown}: {pages} pages, {size:.1f} MB.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
