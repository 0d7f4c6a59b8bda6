from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from .accessibility import violations
from .conftest import SERVED, Open
from .place import Place


def names_of_pages(folder: Path) -> list[str]:
    """Name all pages, without the one that only leads to the first."""
    pages = [page for page in sorted(folder.rglob("*.html")) if page != folder / "index.html"]
    return [page.relative_to(folder).with_suffix("").as_posix() for page in pages]


def test_book_opens_on_its_first_page(visit: Open, book: Place) -> None:
    page = visit(book, "index")
    page.wait_for_url("**/book/welcome.html")
    assert page.get_by_role("link", name="Telling them apart").count() > 0


@SERVED
@pytest.mark.parametrize(
    ("scheme", "rules"), [("light", ()), ("dark", ("color-contrast", "link-in-text-block"))]
)
def test_axe_finds_nothing_on_any_page(
    visit: Open, book: Place, published: Path, scheme: str, rules: tuple[str, ...]
) -> None:
    found = []
    for name in names_of_pages(published):
        page = visit(book, name, color_scheme=scheme)
        found += [f"{name}: {violation}" for violation in violations(page, rules=rules)]
        page.context.close()
    assert not found, "\n".join(found)


@SERVED
def test_no_page_scrolls_sideways_on_a_narrow_phone(
    visit: Open, book: Place, published: Path
) -> None:
    wide = []
    for name in names_of_pages(published):
        page = visit(book, name, viewport={"width": 320, "height": 640})
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            wide.append(name)
        page.context.close()
    assert not wide


def test_every_link_within_the_book_leads_somewhere(published: Path) -> None:
    pages = {
        path.resolve(): BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        for path in published.rglob("*.html")
    }
    broken = []
    for path, page in pages.items():
        for link in page.select("a[href]"):
            address, _, anchor = str(link["href"]).partition("#")
            if "://" in address or address.startswith("mailto:"):
                continue
            target = (path.parent / address).resolve() if address else path
            if target not in pages and not target.is_file():
                broken.append(f"{path.name}: {link['href']}")
            elif anchor and not pages[target].find(id=anchor):
                broken.append(f"{path.name}: {link['href']} has no such place")
    assert not broken, "\n".join(sorted(set(broken)))
