import re
from pathlib import Path

from bs4 import BeautifulSoup

from .accessibility import COLOURS, violations
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
def test_no_page_has_a_barrier_in_light_or_dark_or_scrolls_sideways(
    visit: Open, book: Place, published: Path
) -> None:
    found = []
    for name in names_of_pages(published):
        page = visit(book, name, color_scheme="light")
        found += [f"{name}: {violation}" for violation in violations(page)]
        page.emulate_media(color_scheme="dark")
        found += [f"{name}, dark: {each}" for each in violations(page, rules=COLOURS)]
        page.set_viewport_size({"width": 320, "height": 640})
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            found.append(f"{name}: it scrolls sideways at 320 px")
        page.context.close()
    assert not found, "\n".join(found)


def test_every_link_within_the_book_leads_somewhere(published: Path) -> None:
    pages = {
        path.resolve(): BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        for path in published.rglob("*.html")
    }
    broken = []
    for path, page in pages.items():
        for link in page.select("a[href]"):
            address, _, anchor = str(link["href"]).partition("#")
            if re.match("[a-z]+:", address):
                continue
            target = (path.parent / address).resolve() if address else path
            if target not in pages and not target.is_file():
                broken.append(f"{path.name}: {link['href']}")
            elif anchor and not pages[target].find(id=anchor):
                broken.append(f"{path.name}: {link['href']} has no such place")
    assert not broken, "\n".join(sorted(set(broken)))
