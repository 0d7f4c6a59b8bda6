import re

import pytest

PAGES = {
    "index": "# Welcome\n\nText.",
    "two": "# Two",
    "code": "# Code\n\n```python\nprint(1)\n```\n",
    "tabs": "# Tabs\n\n````{tab-set}\n```{tab-item} One\nText.\n```\n````\n",
    "folded": "# Note\n\n```{note}\n:class: dropdown\nText.\n```\n",
}


@pytest.fixture(scope="module")
def book(new_book):
    return new_book(PAGES)


def assets(book, page):
    soup = book.page(page)
    found = [element["src"] for element in soup.select("script[src]")]
    found += [element["href"] for element in soup.select("link[rel=stylesheet]")]
    return [re.sub(r".*/|\?.*", "", address) for address in found]


def test_plain_page_loads_the_theme_and_our_style_only(book):
    names = [re.sub(r"-\w{8}\.", ".", name) for name in assets(book, "two")]
    assert names == ["page.js", "furo.css", "page.css"]


def test_page_with_code_keeps_the_styles_of_code(book):
    needed = {"pygments.css", "copybutton.js", "clipboard.min.js", "documentation_options.js"}
    assert needed <= set(assets(book, "code"))
    assert "pygments.css" not in assets(book, "index")


def test_page_with_tabs_keeps_what_tabs_need(book):
    assert {"design-tabs.js", "sphinx-design.min.css"} <= set(assets(book, "tabs"))
    assert "design-tabs.js" not in assets(book, "index")


def test_page_with_a_folded_note_keeps_its_script(book):
    assert "togglebutton.js" in assets(book, "folded")


def test_search_page_keeps_what_search_needs(book):
    needed = {"documentation_options.js", "doctools.js", "searchtools.js", "language_data.js"}
    assert {*needed, "searchindex.js"} <= set(assets(book, "search"))


def test_search_leaves_no_words_in_the_browser(book):
    ours = [book.html / script["src"] for script in book.page("search").select("script[defer]")]
    assert any("SPHINX_HIGHLIGHT_ENABLED=false" in script.read_text() for script in ours)
    assert "sphinx_highlight.js" not in assets(book, "search")


def test_asset_of_an_author_is_kept(sphinx_build):
    book = sphinx_build({"index": "# Welcome"}, html_css_files=["mine.css"])
    assert "mine.css" in assets(book, "index")


def test_asset_from_another_host_is_warned_of(sphinx_build):
    sphinx_build(
        {"index": "# Welcome\n\n$$x^2$$\n"},
        expect=("index loads https://cdn.jsdelivr.net/npm/mathjax",),
    )


def test_page_says_nothing_of_its_generator(book):
    assert not re.search("Generated|Made with|pradyunsg|thebe|kernelName", book.text("two"))
    assert len(book.page("two").select("meta[name=viewport]")) == 1


def test_pages_still_lead_to_each_other(book):
    assert book.page("two").select_one(".next-page")["href"] == "code.html"
    assert book.page("two").select_one(".prev-page")["href"] == "index.html"


def test_icons_that_the_theme_uses_are_there(book):
    page = book.page("two")
    used = {use["href"] for use in page.select("svg use")}
    assert {"#svg-toc", "#svg-menu", "#svg-arrow-right", "#svg-sun", "#svg-moon"} <= used
    assert all(page.select(address) for address in used)


def test_style_of_the_theme_is_slimmed_to_what_the_book_uses(sphinx_build):
    book = sphinx_build({"index": "# Welcome"})
    style = book.html / "_static" / "styles" / "furo.css"
    slim = style.read_text()
    assert ".sidebar-drawer" in slim
    assert ".topic" not in slim
    book.write("index", "# Welcome\n\n```{topic} Title\nText.\n```\n")
    book.build()
    assert ".topic" in style.read_text()
    assert len(slim) < len(style.read_text())


def test_options_of_another_theme_are_no_warning_but_a_misspelt_one_is(sphinx_build):
    sphinx_build(
        {"index": "# Welcome"},
        expect=("unsupported theme option 'lite_logo'",),
        html_theme_options={"lite_logo": "x"},
    )
