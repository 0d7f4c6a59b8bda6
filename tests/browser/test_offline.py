"""The book without a network: what is kept of it, how that follows the book, how it is erased."""

import json
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from zip_book import zip_book

from lessonkit.sphinx_ext.offline import write_service_worker
from lessonkit.sphinx_ext.own_files import own_text

from .conftest import Open
from .exercise import Exercise
from .host import Host
from .place import LESSON, Place
from .watch import Watch

PAGES = ("index", "deep/one", "deep/two", "404")
NEEDLESS = {
    "sw.js": "the browser keeps it by itself",
    "_static/styles/furo-extensions.css.map": "for those who change the theme",
    "_static/cover.png": "for those who link to the book",
    "_static/sphinx_highlight.js": "a remark in the search script names it",
    "_static/minus.png": "for an index that the book does not have",
    "_static/plus.png": "for an index that the book does not have",
    "slides/plan-45.html": "one file that needs no network, for a facilitator to save",
    "slides/plan-90.html": "one file that needs no network, for a facilitator to save",
    "slides/plan-120.html": "one file that needs no network, for a facilitator to save",
}
"""What kept files name and no reader needs, and why."""

READY = "navigator.serviceWorker.ready.then(() => true)"
KEPT = """
async () => {
  const names = await caches.keys();
  const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
  return requests.flat().map(({ url }) => new URL(url).pathname.slice(1));
}
"""
UPDATE = """
async () => {
  const registration = await navigator.serviceWorker.ready;
  await registration.update().catch(() => {});
  const worker = registration.installing ?? registration.waiting;
  const isDone = () => !worker || ["activated", "redundant"].includes(worker.state);
  while (!isDone()) {
    await new Promise((done) => worker.addEventListener("statechange", done, { once: true }));
  }
  return true;
}
"""
"""Has the browser look for a new version, and waits until that is in use or was given up."""

IS_ERASED = """
async () => {
  const registrations = await navigator.serviceWorker.getRegistrations();
  return registrations.length + (await caches.keys()).length === 0;
}
"""


def wait_until(page: Page, condition: str) -> None:
    """Wait until an asynchronous function returns something true."""
    page.wait_for_function(
        f"""async () => {{
          while (!(await ({condition})())) await new Promise((next) => setTimeout(next, 20));
          return true;
        }}"""
    )


def write_book(folder: Path, edition: int) -> None:
    """Write an edition of a book whose pages and whose script say which it is."""
    assets = folder / "_static" / "lessonkit"
    assets.mkdir(parents=True, exist_ok=True)
    for older in assets.iterdir():
        older.unlink()
    script = f"page-{edition}.js"
    parts = "\n".join(own_text(stem, "js", False) for stem in ("elements", "offline"))
    (assets / script).write_text(
        f'{{const BOOK={{course:"tide"}};{parts}\n'
        "const page={root:document.currentScript.dataset.root};startOffline(page);"
        f"self.lessonkitPage=page;document.body.dataset.script={edition};}}",
        encoding="utf-8",
    )
    (folder / "icon.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', encoding="utf-8")
    for name in PAGES:
        root = "../" * name.count("/")
        path = folder / f"{name}.html"
        path.parent.mkdir(exist_ok=True)
        path.write_text(
            f'<!doctype html><html lang="en"><head><title>{name}</title>'
            f'<link rel="icon" href="{root}icon.svg">'
            f'<script defer src="{root}_static/lessonkit/{script}" data-root="{root}"></script>'
            f"</head><body><h1>{name}, edition {edition}</h1></body></html>",
            encoding="utf-8",
        )
    (folder / "manifest.webmanifest").write_text("{}", encoding="utf-8")
    write_service_worker(folder, "tide")


def expect_page(page: Page, host: Host, address: str, edition: int, name: str = "") -> None:
    """Open a page, and see that it and its script are of an edition."""
    page.goto(f"{host.address}{address}")
    heading = f"{name or address.removesuffix('.html')}, edition {edition}"
    expect(page.get_by_role("heading")).to_have_text(heading)
    expect(page.locator("body")).to_have_attribute("data-script", str(edition))


@pytest.fixture
def host(tmp_path: Path) -> Iterator[Host]:
    """The first edition, on a server."""
    write_book(tmp_path / "book", 1)
    host = Host(tmp_path / "book")
    yield host
    host.stop()


@pytest.fixture
def reader(
    host: Host, new_context: Callable[..., tuple[BrowserContext, Watch]]
) -> Iterator[BrowserContext]:
    """A browser whose service workers work, and to which a server may be lost."""
    context, watch = new_context(host.address, service_workers="allow")
    watch.forgive("Failed to load resource", "ERR_CONNECTION_REFUSED", "Failed to fetch")
    yield context
    host.stop()


def test_pages_are_read_without_a_network_and_lost_copies_come_back(
    host: Host, reader: BrowserContext
) -> None:
    page = reader.new_page()
    page.goto(host.address)
    page.wait_for_function(READY)
    asked = len(host.asked)
    host.stop()
    expect_page(page, host, "deep/two.html?from=a-link", 1, "deep/two")
    expect_page(page, host, "deep/one", 1)
    expect_page(page, host, "", 1, "index")
    assert page.goto(f"{host.address}deep/three.html").status == 404
    assert page.get_by_role("heading").inner_text() == "404, edition 1"

    host.start()
    expect_page(page, host, "deep/one.html", 1)
    assert set(host.asked[asked:]) <= {"/deep/one.html", "/sw.js"}, "the rest is kept"
    lose_script = """async () => {
      const cache = await caches.open((await caches.keys())[0]);
      const requests = await cache.keys();
      await cache.delete(requests.find(({ url }) => url.includes("page-1.js")));
    }"""
    page.evaluate(lose_script)
    page.evaluate("fetch('../_static/lessonkit/page-1.js?v=9').then((answer) => answer.text())")
    assert "_static/lessonkit/page-1.js" in page.evaluate(KEPT), "asked for, and so kept again"
    page.evaluate("caches.keys().then(([name]) => caches.delete(name))")
    page.reload()
    wait_until(page, f"async () => (await ({KEPT})()).includes('deep/two.html')")

    # A network that is there, but does not deliver.
    host.hold("deep/two.html")
    expect_page(page, host, "deep/two.html", 1)


def test_copies_follow_the_book_and_a_half_published_edition_changes_nothing(
    host: Host, reader: BrowserContext
) -> None:
    old_tab, page = reader.new_page(), reader.new_page()
    expect_page(old_tab, host, "index.html", 1)
    old_tab.wait_for_function(READY)
    asked = len(host.asked)
    write_book(host.folder, 2)
    expect_page(page, host, "deep/one.html", 2)
    page.wait_for_function(UPDATE)
    assert "/icon.svg" not in host.asked[asked:], "what did not change is not fetched again"
    script = "fetch('_static/lessonkit/page-1.js').then((answer) => answer.status)"
    assert old_tab.evaluate(script) == 200, "the page that is open still finds its own files"

    write_book(host.folder, 3)
    (host.folder / "deep/two.html").rename(host.folder / "away")
    expect_page(page, host, "index.html", 3)
    page.wait_for_function(UPDATE)
    host.stop()
    for name in PAGES[:3]:
        expect_page(page, host, f"{name}.html", 2)

    host.start()
    (host.folder / "away").rename(host.folder / "deep/two.html")
    expect_page(page, host, "index.html", 3)
    page.wait_for_function(UPDATE)
    scripts = {name for name in page.evaluate(KEPT) if "page-" in name}
    assert scripts == {f"_static/lessonkit/page-{edition}.js" for edition in (2, 3)}
    host.stop()
    expect_page(page, host, "deep/two.html", 3)


def test_what_is_kept_can_be_erased_and_is_not_made_where_data_is_saved(
    host: Host, reader: BrowserContext
) -> None:
    page = reader.new_page()
    page.goto(host.address)
    page.wait_for_function(READY)
    page.evaluate("lessonkitPage.eraseOffline()")
    wait_until(page, IS_ERASED)
    assert page.evaluate("fetch('deep/two.html').then((answer) => answer.ok)")
    assert page.evaluate(IS_ERASED), "and it does not come back on the same page"

    # Another visit keeps the book again; this one is erased while that is under way.
    host.hold("deep/two.html")
    page.reload()
    wait_until(page, "async () => (await caches.keys()).length > 0")
    page.evaluate(
        """async () => {
          self.worker = (await navigator.serviceWorker.getRegistration()).installing;
          await lessonkitPage.eraseOffline();
        }"""
    )
    page.wait_for_function("self.worker.state === 'redundant'")
    wait_until(page, IS_ERASED)
    host.release()
    assert page.evaluate("fetch('deep/two.html').then((answer) => answer.ok)")
    assert page.evaluate(IS_ERASED)

    page.add_init_script(
        "Object.defineProperty(navigator, 'connection', { value: { saveData: true } });"
        "navigator.serviceWorker.register = () => (self.isRegistered = true);"
    )
    page.goto(host.address)
    page.evaluate("new Promise((done) => requestIdleCallback(done, { timeout: 9000 }))")
    assert page.evaluate("self.isRegistered ?? false") is False


def test_the_published_book_is_whole_without_a_network(
    published: Path, new_context: Callable[..., tuple[BrowserContext, Watch]]
) -> None:
    host = Host(published)
    context, watch = new_context(host.address, service_workers="allow")
    watch.forgive("ERR_CONNECTION_REFUSED")
    page = context.new_page()
    page.goto(f"{host.address}book/welcome.html")
    page.wait_for_function(READY)
    host.stop()
    page.goto(f"{host.address}{LESSON}.html")
    exercise = Exercise(page)
    exercise.place_by_key("1")
    exercise.expect_progress(1, 12)
    page.goto(f"{host.address}search.html?q=consent")
    expect(page.locator("#search-results a").first).to_be_visible()


def test_the_published_book_opens_from_its_zip(
    published: Path, tmp_path: Path, visit: Open
) -> None:
    zip_book(published, tmp_path / "tide.zip")
    zipfile.ZipFile(tmp_path / "tide.zip").extractall(tmp_path)
    unpacked = Place(f"{(tmp_path / 'tide').as_uri()}/")
    page = visit(unpacked, "index", service_workers="allow")
    page.wait_for_url(unpacked.page("book/welcome"))
    page.goto(unpacked.page(LESSON))
    Exercise(page).expect_progress(0, 12)
    assert page.evaluate("lessonkitPage.eraseOffline === undefined"), "nothing is kept of files"


def test_whatever_the_published_book_names_is_kept(published: Path) -> None:
    worker = (published / "sw.js").read_text(encoding="utf-8")
    kept = json.loads(re.search(r"OFFLINE=(\{.*?\}\})", worker)[1])["files"]
    written = (".html", ".js", ".css", ".webmanifest")
    texts = [
        (published / name).read_text(encoding="utf-8") for name in kept if name.endswith(written)
    ]
    others = [
        path.relative_to(published).as_posix()
        for path in published.rglob("*")
        if path.is_file() and path.relative_to(published).as_posix() not in kept
    ]
    named = [name for name in others if any(Path(name).name in text for text in texts)]
    assert set(named) <= NEEDLESS.keys(), "a reader without a network would miss these"
    assert {"index.html", "search.html", "searchindex.js", "manifest.webmanifest"} <= set(kept)
