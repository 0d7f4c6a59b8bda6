import base64
import hashlib
import re

import pytest

from lessonkit.sphinx_ext.content_policy import policy

STYLED = '# Styled\n\n<p style="color:\trebeccapurple">Text.</p>\n'
CODE = "# Code\n\n```python\nprint(1)\n```\n"


@pytest.fixture(scope="module")
def book(new_book):
    return new_book({"index": "# Welcome\n\nText.", "styled": STYLED, "code": CODE})


def hash_of(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def directives(page) -> dict[str, list[str]]:
    [meta] = page.select("head > meta[http-equiv=Content-Security-Policy]")
    found = [directive.split() for directive in meta["content"].split(";")]
    return {name: sources for name, *sources in found}


def test_each_page_has_a_policy_before_anything_that_it_loads(book):
    for path in sorted(book.html.rglob("*.html")):
        page = book.page(path.relative_to(book.html).with_suffix("").as_posix())
        first, second, *_ = page.head.find_all(True)
        assert first.get("charset"), path.name
        assert second.get("http-equiv") == "Content-Security-Policy", path.name
        assert directives(page)["default-src"] == ["'none'"]


def test_each_script_in_a_page_is_named_by_its_hash(book):
    for name in ("index", "code", "search"):
        page = book.page(name)
        inline = [
            script.text
            for script in page.select("script:not([src])")
            if script.get("type", "text/javascript") == "text/javascript"
        ]
        assert inline
        sources = directives(page)["script-src"]
        assert [hash_of(text) for text in inline] == [s for s in sources if "sha256" in s]


def test_nothing_is_allowed_wholesale(book):
    for name in ("index", "styled", "code", "search"):
        text = " ".join(source for each in directives(book.page(name)).values() for source in each)
        assert not re.search(r"unsafe-(inline|eval)|https?:|\*", text)


def test_no_page_has_a_style_element_or_a_handler(book):
    for name in ("index", "code", "search"):
        page = book.page(name)
        assert not page.select("style, [style]")
        handlers = [key for tag in page.find_all(True) for key in tag.attrs if key.startswith("on")]
        assert not handlers


def test_style_that_an_author_wrote_is_named_by_its_hash(book):
    sources = directives(book.page("styled"))["style-src"]
    assert sources == ["'self'", "'unsafe-hashes'", hash_of("color:\trebeccapurple")]


def test_each_page_keeps_where_its_reader_came_from_to_itself(book):
    for name in ("index", "search"):
        assert book.page(name).select_one("meta[name=referrer]")["content"] == "no-referrer"


def test_a_text_is_named_once():
    assert policy(["a", "a"]).count("sha256") == 1


def test_colours_of_a_publisher_are_in_the_one_style_sheet(sphinx_build):
    book = sphinx_build(
        {"index": "# Welcome"},
        html_theme_options={"light_css_variables": {"color-brand-primary": "#123456"}},
    )
    [style] = (book.html / "_static" / "lessonkit").glob("page-*.css")
    assert "--color-brand-primary:#123456" in style.read_text()
