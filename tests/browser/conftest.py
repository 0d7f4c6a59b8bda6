"""A browser, and books to open in it: from a web server and as files."""

import os
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from find_browser import find_browser
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, sync_playwright
from serve import HOST, BookHandler, BookServer

from .place import Place
from .small_book import build_small_book
from .watch import Watch

ROOT = Path(__file__).resolve().parents[2]
BOOK = Path(os.environ.get("LESSONKIT_BOOK") or ROOT / "_build" / "html")
FLAGS = [
    # A name that is not this machine's leads nowhere, and the test says who asked for it.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    # A page that glides to its place keeps whoever points at it waiting.
    "--disable-smooth-scrolling",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]

SERVED = pytest.mark.parametrize("place_of", ["http"], indirect=True)
"""Marks what is the same in a book that was opened as a file, so that once is enough."""

Open = Callable[..., Page]
"""Opens an address in a context of its own, made with the options that are given."""


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def browser_path() -> str:
    return find_browser()


@pytest.fixture(scope="session")
def launch(browser_path: str) -> dict[str, Any]:
    """How every browser is started."""
    # Chromium has no sandbox for root.
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return {"executable_path": browser_path, "chromium_sandbox": not is_root, "args": FLAGS}


@pytest.fixture(scope="session")
def chromium(launch: dict[str, Any], playwright: Playwright) -> Iterator[Browser]:
    browser = playwright.chromium.launch(**launch)
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def published() -> Path:
    """The folder of the published book, built beforehand."""
    if not (BOOK / "index.html").is_file():
        pytest.fail(f"There is no book in {BOOK}. Build it first: make book", pytrace=False)
    return BOOK


@pytest.fixture(scope="session")
def small_book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a second book, whose pages hold what the published one does not.

    Where several processes run tests, the first that asks builds it, and the others wait for it.
    """
    ours = tmp_path_factory.getbasetemp()
    folder = (ours.parent if "PYTEST_XDIST_WORKER" in os.environ else ours) / "small-book"
    built, failed = folder / "built", folder / "failed"
    try:
        folder.mkdir()
    except FileExistsError:
        while not built.exists():
            if failed.exists():
                pytest.fail("Another process could not build the small book.", pytrace=False)
            time.sleep(0.2)
        return Path(built.read_text(encoding="utf-8"))
    try:
        html = build_small_book(folder / "book")
    except BaseException:
        failed.touch()
        raise
    written = folder / "written"
    written.write_text(str(html), encoding="utf-8")
    return Path(written.rename(built).read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[Path], str]]:
    """Return a function that serves a folder, once, and gives its address."""
    servers: dict[Path, BookServer] = {}

    def address(folder: Path) -> str:
        if folder not in servers:
            servers[folder] = BookServer((HOST, 0), partial(BookHandler, directory=str(folder)))
            Thread(target=servers[folder].serve_forever, daemon=True).start()
        return f"http://{HOST}:{servers[folder].server_port}/"

    yield address
    for server in servers.values():
        server.shutdown()
        server.server_close()


@pytest.fixture(params=["http", "file"])
def place_of(request: pytest.FixtureRequest, serve: Callable[[Path], str]) -> Any:
    """Return a function that says where the browser finds the book in a folder."""

    def find(folder: Path) -> Place:
        return Place(serve(folder) if request.param == "http" else f"{folder.as_uri()}/")

    return find


@pytest.fixture
def book(place_of: Callable[[Path], Place], published: Path) -> Place:
    """The published book."""
    return place_of(published)


@pytest.fixture
def small(place_of: Callable[[Path], Place], small_book: Path) -> Place:
    """The second book."""
    return place_of(small_book)


@pytest.fixture
def new_context(chromium: Browser) -> Iterator[Callable[..., tuple[BrowserContext, Watch]]]:
    """Return a function that makes a watched context; nothing wrong may have happened in any."""
    made: list[tuple[BrowserContext, Watch]] = []

    def new(own: str | tuple[str, ...], **options: Any) -> tuple[BrowserContext, Watch]:
        usual = {"viewport": {"width": 1280, "height": 900}, "service_workers": "block"}
        context = chromium.new_context(**(usual | options))
        made.append((context, Watch(context, (own,) if isinstance(own, str) else own)))
        return made[-1]

    yield new
    for context, _ in made:
        context.close()
    troubles = [trouble for _, watch in made for trouble in watch.troubles()]
    assert not troubles, "\n".join(troubles)


@pytest.fixture
def visit(new_context: Callable[..., tuple[BrowserContext, Watch]]) -> Open:
    """Return a function that opens a page of a book in a new, watched context."""

    def open_page(place: Place, name: str, **options: Any) -> Page:
        context, _ = new_context(place.address, **options)
        page = context.new_page()
        page.goto(place.page(name))
        return page

    return open_page


@pytest.fixture
def own_browser(
    launch: dict[str, Any], playwright: Playwright, tmp_path: Path
) -> Iterator[Callable[..., BrowserContext]]:
    """Return a function that opens a browser with a memory of its own, again and again."""
    watches: list[Watch] = []
    opened: list[BrowserContext] = []

    def open_browser(book: Place, **options: Any) -> BrowserContext:
        usual = {"service_workers": "block"}
        context = playwright.chromium.launch_persistent_context(
            tmp_path / "profile", **launch, **(usual | options)
        )
        opened.append(context)
        watches.append(Watch(context, (book.address,)))
        return context

    yield open_browser
    opened[-1].close()
    troubles = [trouble for watch in watches for trouble in watch.troubles()]
    assert not troubles, "\n".join(troubles)
