"""The search, on a web server and in a folder: it finds, and tells nobody what was sought."""

import re

from playwright.sync_api import expect

from lessonkit.words import words

from .accessibility import violations
from .conftest import Open
from .place import Place

SAID = words("search_page")
ON_A_WORKSHEET = "Gerda"
"""A word that stands on one card, and in no lesson's text."""


def test_search_finds_pages_and_keeps_the_words_out_of_the_address(
    visit: Open, book: Place
) -> None:
    page = visit(book, "book/welcome")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    results = page.locator("#search-results")
    status = results.get_by_role("status")
    page.get_by_role("complementary").get_by_role("textbox", name="Search").fill(ON_A_WORKSHEET)
    page.keyboard.press("Enter")
    expect(status).to_have_text(SAID["found"].replace("${resultCount}", "1"))
    assert page.url == book.page("search")
    kept = page.evaluate("JSON.stringify([{...sessionStorage}, {...localStorage}])")
    assert not [each for each in (kept, *asked) if ON_A_WORKSHEET in each]
    expect(page.get_by_role("searchbox", name=SAID["search_for"])).to_have_value(ON_A_WORKSHEET)
    assert not violations(page)

    results.get_by_role("link", name="Close connections").click()
    expect(page).to_have_url(re.compile("close_connections.html$"))
    page.go_back()
    expect(results.get_by_role("link", name="Close connections")).to_be_visible()

    page.get_by_role("searchbox", name=SAID["search_for"]).fill("xylophone quartz")
    page.get_by_role("main").get_by_role("button", name=SAID["search"]).click()
    expect(status).to_have_text(SAID["nothing_found"])
    assert page.url == book.page("search")
