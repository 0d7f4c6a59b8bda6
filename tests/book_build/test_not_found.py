"""The page in place of one that is not there works wherever it appears."""

from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from bs4 import BeautifulSoup
from nbformat import v4

from lessonkit.sphinx_ext.not_found import with_full_paths

KERNEL = {"name": "python3", "display_name": "Python 3"}
PAGES = {
    "book/welcome": "# The beginning\n",
    "notebooks/02_waves": v4.new_notebook(
        cells=[v4.new_markdown_cell("# Waves & wind")], metadata={"kernelspec": KERNEL}
    ),
    "book/help": "# Finding help\n",
}


@pytest.mark.parametrize(
    ("written", "root", "read"),
    [
        ('<a href="book/one.html#two">', "/", '<a href="/book/one.html#two">'),
        ('<script src="a.js" data-root="./">', "/c/", '<script src="/c/a.js" data-root="/c/">'),
        ('<form action="search.html">', "/c/", '<form action="/c/search.html">'),
        ('<a href="#here"><img src="data:x"><a href="https://e.example/">', "/c/", None),
        ('<a href="/c/one.html">', "/c/", None),
        ('<script>a.src="b"</script>', "/c/", None),
    ],
)
def test_whatever_lies_in_the_book_gets_its_full_path(
    written: str, root: str, read: str | None
) -> None:
    assert with_full_paths(written, root) == (read or written)


@pytest.fixture(scope="module")
def book(new_book: Any) -> Any:
    """A book in a folder of its host."""
    return new_book(PAGES, html_baseurl="https://someone.example/a-course/")


def test_it_names_the_ways_on(book: Any, select_one: Any) -> None:
    article = select_one(book.page("404"), "article")
    assert select_one(article, "h1").text == "This page is not here"
    ways = [(link.text, link["href"]) for link in article.select("a")]
    assert ways == [
        ("The first page", "/a-course/book/welcome.html"),
        ("Search", "/a-course/search.html"),
        ("Find help", "/a-course/book/help.html"),
        ("Waves & wind", "/a-course/notebooks/02_waves.html"),
    ]
    assert select_one(article, "ol li")["value"] == "2"


def test_all_that_it_links_to_and_loads_is_in_the_book(book: Any) -> None:
    page = book.page("404")
    addresses = [
        str(element[name])
        for name in ("href", "src", "action")
        for element in page.select(f"[{name}]")
        if not str(element[name]).startswith(("#", "https:"))
    ]
    assert len(addresses) > 10
    for address in addresses:
        assert address.startswith("/a-course/"), address
        name = unquote(address.removeprefix("/a-course/").partition("?")[0])
        assert (book.html / name).is_file(), address


def test_it_is_a_page_like_the_others(book: Any, select_one: Any) -> None:
    missing, other = book.page("404"), book.page("book/help")

    def parts(page: BeautifulSoup) -> tuple[str, list[Any]]:
        policy = select_one(page, "meta[http-equiv=Content-Security-Policy]")["content"]
        around = select_one(page, "body").find_all(recursive=False)
        return policy, [(each.name, each.get("class"), each.get("id")) for each in around]

    assert parts(missing) == parts(other)
    assert select_one(missing, "script[data-page='404']")["data-root"] == "/a-course/"


def test_without_an_address_the_book_lies_at_the_root(sphinx_build: Any, select_one: Any) -> None:
    book = sphinx_build({"index": "# A page\n"})
    article = select_one(book.page("404"), "article")
    assert [link["href"] for link in article.select("a")] == ["/index.html", "/search.html"]


def test_a_page_of_the_publishers_own_takes_its_place(sphinx_build: Any, select_one: Any) -> None:
    own = "# Nothing here\n\n[Back](index.md)\n"
    book = sphinx_build({"index": "# A page\n", "404": own}, html_baseurl="https://c.example/d/")
    article = select_one(book.page("404"), "article")
    assert "Nothing here" in article.text
    assert select_one(article, "p a")["href"] == "/d/index.html"
    assert not Path(book.html / "d").exists()
