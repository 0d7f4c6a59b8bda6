"""The files for search engines come and go with the address of the book."""

from typing import Any
from urllib.robotparser import RobotFileParser
from xml.etree import ElementTree

import yaml

ADDRESS = "https://someone.example/a-course/"
PAGES = {"book/welcome": "# A page\n", "book/two & more": "# Another\n"}


def test_search_engines_find_every_page_while_the_book_has_an_address(sphinx_build: Any) -> None:
    book = sphinx_build(PAGES, html_baseurl=ADDRESS)

    sitemap, robots = book.html / "sitemap.xml", book.html / "robots.txt"
    name = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    pages = ElementTree.parse(sitemap).getroot()
    assert pages.tag == f"{name}urlset"
    assert [page.findtext(f"{name}loc") for page in pages] == [
        f"{ADDRESS}book/two%20%26%20more.html",
        f"{ADDRESS}book/welcome.html",
    ]
    rules = RobotFileParser()
    rules.parse(robots.read_text(encoding="utf-8").splitlines())
    assert rules.can_fetch("anyone", f"{ADDRESS}book/welcome.html")
    assert rules.site_maps() == [f"{ADDRESS}sitemap.xml"]

    own = "User-agent: *\nDisallow: /\n"
    robots.write_text(own, encoding="utf-8")
    path = book.source / "_config.yml"
    config = yaml.safe_load(path.read_text(encoding="utf-8"))
    del config["sphinx"]["config"]["html_baseurl"]
    path.write_text(yaml.safe_dump(config), encoding="utf-8")
    book.build()

    assert not sitemap.exists()
    assert robots.read_text(encoding="utf-8") == own, "a publisher's own rules are left alone"
    robots.unlink()
    book.build()
    assert not robots.exists()
