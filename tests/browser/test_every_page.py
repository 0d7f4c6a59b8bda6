import re
from collections.abc import Callable, Iterator
from pathlib import Path

from bs4 import BeautifulSoup
from playwright.sync_api import BrowserContext, Page

from .accessibility import COLOURS, violations
from .conftest import SERVED, Open
from .place import Place
from .watch import Watch

OF_THE_SUBJECT = re.compile(r"intima|passion|sex|touch|consent|desire|kiss", re.IGNORECASE)
"""Words that a tab, which others may see, does not show."""

BREAK_IN = """
async () => {
  const stopped = [];
  addEventListener("securitypolicyviolation", (event) => stopped.push(event.effectiveDirective));
  const script = document.createElement("script");
  script.textContent = "window.harm = 'inline'";
  document.body.append(script);
  const paragraph = document.createElement("p");
  paragraph.setAttribute("onclick", "window.harm = 'handler'");
  paragraph.setAttribute("style", "color: red");
  document.body.append(paragraph);
  paragraph.click();
  const picture = new Image();
  picture.src = "https://example.org/picture.png";
  await fetch("https://example.org/").catch(() => {});
  await new Promise((done) => setTimeout(done));
  return { harm: window.harm ?? null, stopped: [...new Set(stopped)].sort() };
}
"""
"""Tries what a text that broke out of its place would try, and says what the policy stopped."""

OF_EACH_KIND = re.compile(
    r"/(welcome|evidence|help|plan-45|run-sheet-45|cards|search|my_course|group_tally|tutorial|\d\d_\w+)\.html$"
)
"""Pages that together show whatever has colours of its own; the rest is text and links."""

FORCED = re.compile(r"/(welcome|search|my_course|08_\w+)\.html$")
"""Those that are looked at in forced colours, too."""

STOPPED = ["connect-src", "img-src", "script-src-attr", "script-src-elem", "style-src-attr"]


def names_of_pages(folder: Path) -> list[str]:
    """Name all pages, without the one that only leads to the first, and slides, which are none."""
    others = {folder / "index.html", *(folder / "slides").glob("*.html")}
    pages = [page for page in sorted(folder.rglob("*.html")) if page not in others]
    return [page.relative_to(folder).with_suffix("").as_posix() for page in pages]


def test_book_opens_on_its_first_page(visit: Open, book: Place) -> None:
    page = visit(book, "index")
    page.wait_for_url("**/book/welcome.html")
    assert page.get_by_role("link", name="Telling them apart").count() > 0


@SERVED
def test_every_page_is_open_to_everyone_and_tells_nobody_of_it(
    new_context: Callable[..., tuple[BrowserContext, Watch]], book: Place, published: Path
) -> None:
    context, watch = new_context(book.address)
    page = context.new_page()
    found: list[str] = []
    for name in names_of_pages(published):
        before = len(watch.troubles())
        found += [f"{name}: {problem}" for problem in problems_of(page, book.page(name))]
        found += [f"{name}: {trouble}" for trouble in watch.troubles()[before:]]
        if context.cookies():
            found.append(f"{name}: there is a cookie")
    assert not found, "\n".join(found)


def problems_of(page: Page, address: str) -> Iterator[str]:
    """Find what keeps somebody from a page, or tells others what it is about."""
    page.set_viewport_size({"width": 1280, "height": 900})
    page.emulate_media(color_scheme="light", forced_colors="none", reduced_motion="no-preference")
    page.goto(address)
    # The list of pages is the same on all of them.
    list_of_pages = "" if address.endswith("/welcome.html") else ".sidebar-drawer"
    has_own_colours = OF_EACH_KIND.search(address) is not None
    rules_left_out = () if has_own_colours else COLOURS
    yield from violations(page, without=list_of_pages, rules_left_out=rules_left_out)
    if OF_THE_SUBJECT.search(page.title()) or not page.title():
        yield f"its tab says {page.title()!r}"
    facts = page.evaluate(
        """() => ({
          language: document.documentElement.lang,
          headings: document.querySelectorAll("h1").length,
          description: document.querySelector("meta[name=description]")?.content ?? "",
        })"""
    )
    if facts["language"] != "en" or facts["headings"] != 1 or len(facts["description"]) < 20:
        yield f"it says of itself no more than {facts}"
    if has_own_colours:
        page.emulate_media(color_scheme="dark")
        found = violations(page, rules=COLOURS, without=list_of_pages)
        yield from (f"dark: {each}" for each in found)
    page.emulate_media(color_scheme="light", forced_colors="active", reduced_motion="reduce")
    # 320 px is also what a window of 1280 px shows at 400 %.
    page.set_viewport_size({"width": 320, "height": 256})
    if FORCED.search(address):
        yield from (f"forced colours, 400 %: {each}" for each in violations(page, rules=COLOURS))
    if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
        yield "it scrolls sideways at 320 px"


@SERVED
def test_every_page_stops_what_would_break_in(
    new_context: Callable[..., tuple[BrowserContext, Watch]], book: Place, published: Path
) -> None:
    context, watch = new_context(book.address)
    watch.forgive("Content Security Policy", "example.org", "Refused to")
    page = context.new_page()
    found = []
    for name in names_of_pages(published):
        page.goto(book.page(name))
        tried = page.evaluate(BREAK_IN)
        if tried != {"harm": None, "stopped": STOPPED}:
            found.append(f"{name}: the policy let something through: {tried}")
    assert not found, "\n".join(found)


def test_every_link_within_the_book_leads_somewhere(published: Path) -> None:
    pages = {path.resolve(): addresses_and_places(path) for path in published.rglob("*.html")}
    broken = []
    for path, (links, _) in pages.items():
        for link in links:
            address, _, anchor = link.partition("#")
            if re.match("[a-z]+:", address):
                continue
            # The page for addresses that are not there has full paths, from the root of the host.
            folder = published if address.startswith("/") else path.parent
            target = (folder / address.lstrip("/")).resolve() if address else path
            if target not in pages and not target.is_file():
                broken.append(f"{path.name}: {link}")
            elif anchor and anchor not in pages[target][1]:
                broken.append(f"{path.name}: {link} has no such place")
    assert not broken, "\n".join(sorted(broken))


def addresses_and_places(path: Path) -> tuple[set[str], set[str]]:
    """Return where the links of a page lead, and the places in it that a link can lead to."""
    page = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
    links = {str(link["href"]) for link in page.select("a[href]")}
    return links, {str(place["id"]) for place in page.select("[id]")}
