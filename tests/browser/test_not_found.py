import re
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import BrowserContext, expect
from serve import HOST, BookHandler, BookServer

from lessonkit.words import words

from .watch import Watch

SAID = words("not_found")


class StaticHost(BookHandler):
    """Answers as hosts of static pages do: with the book's own page for what is not there."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)


@pytest.fixture
def host(published: Path) -> Iterator[str]:
    """The address of a host of static pages."""
    server = BookServer((HOST, 0), partial(StaticHost, directory=str(published)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://{HOST}:{server.server_port}/"
    server.shutdown()
    server.server_close()


def test_a_mistaken_address_leads_back_to_the_course(
    host: str, new_context: Callable[..., tuple[BrowserContext, Watch]]
) -> None:
    context, watch = new_context(host)
    page = context.new_page()
    address = f"{host}notebooks/long/gone.html"
    # Of the page itself alone: all that it loads has to be there.
    watch.forgive(rf"status of 404 .*{re.escape(address)}")
    assert page.goto(address).status == 404

    expect(page.get_by_role("heading", level=1)).to_have_text(SAID["title"])
    assert page.evaluate("document.styleSheets.length") >= 2
    assert page.evaluate("self.lessonkitPage.root") == "/"
    ways = page.get_by_role("main").get_by_role("link")
    expect(ways.filter(has_text=SAID["help"])).to_have_count(1)
    ways.filter(has_text=SAID["first_page"]).click()
    page.wait_for_url("**/book/welcome.html")
    page.go_back()
    ways.filter(has_text=SAID["search"]).click()
    page.wait_for_url("**/search.html")
