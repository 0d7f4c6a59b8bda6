"""The head of each page: its title in the tab, and what others may know of it."""

import json
import re
import struct
from pathlib import Path
from typing import Any

import nbformat
import pytest
import yaml
from bs4 import BeautifulSoup
from nbformat import v4
from workbook.facts import page_names

ROOT = Path(__file__).resolve().parents[2]
COVER = ROOT / "book" / "_static" / "cover.png"
ADDRESS = "https://someone.example/a-course/"


COURSE = {
    "@context",
    "@type",
    "name",
    "description",
    "url",
    "inLanguage",
    "provider",
    "isAccessibleForFree",
    "offers",
    "typicalAgeRange",
    "license",
    "hasCourseInstance",
    "hasPart",
}
"""What we say of a course, each a property of https://schema.org/Course."""


def lesson(title: str, **about: Any) -> nbformat.NotebookNode:
    cells = [v4.new_markdown_cell(f"# {title}\n\nHow it begins.")]
    kernel = {"name": "python3", "display_name": "Python 3"}
    return v4.new_notebook(cells=cells, metadata={"kernelspec": kernel, "lessonkit": about})


PAGES = {
    "book/welcome": "---\ndescription: What it's all about, & more.\n---\n\n# Secrets & more\n",
    "notebooks/01_tides": lesson("Tides </script>", minutes=20, description="How tides turn."),
    "notebooks/10_waves": lesson("Waves", minutes=25),
    "notebooks/so_far": lesson("What you have done", tab_title="So far"),
    "book/help": "---\ntab_title: Help\n---\n\n# Finding help\n\n" + "Somebody listens. " * 20,
    "book/other": "# Another secret\n\nIt begins *so*.\n\nIt goes on.\n",
}


@pytest.fixture(scope="module")
def published(new_book: Any) -> Any:
    """A book with an address, in a folder of its host."""
    return new_book(
        PAGES,
        html_baseurl=ADDRESS.rstrip("/"),
        author="Some people",
        lessonkit_cover=str(COVER),
        lessonkit_ages="18-",
        lessonkit_licence="https://licences.example/",
    )


@pytest.fixture(scope="module")
def unpublished(new_book: Any) -> Any:
    return new_book(PAGES, lessonkit_tab_title="Learning", lessonkit_cover=str(COVER))


def described(page: BeautifulSoup) -> dict[str, str]:
    """What a page tells others, by name; each is told once."""
    found = page.select("meta[name=description], meta[property^='og:']")
    told = [(str(each.get("name") or each.get("property")), str(each["content"])) for each in found]
    assert len(dict(told)) == len(told), "something is told twice"
    return dict(told)


def test_a_tab_says_where_one_is_and_nothing_of_the_subject(published: Any) -> None:
    names = {path.relative_to(published.html) for path in published.html.rglob("*.html")}
    titles = {
        name.with_suffix("").as_posix(): [
            title.text for title in published.page(str(name.with_suffix(""))).select("head title")
        ]
        for name in names
    }
    assert titles == {
        "index": ["Course"],
        "book/welcome": ["Course"],
        "notebooks/01_tides": ["Lesson 1 · Course"],
        "notebooks/10_waves": ["Lesson 10 · Course"],
        "notebooks/so_far": ["So far · Course"],
        "book/help": ["Help · Course"],
        "book/other": ["Page · Course"],
        "search": ["Search · Course"],
        "genindex": ["Page · Course"],
        "404": ["Not found · Course"],
    }


def test_a_description_is_the_authors_or_else_how_the_page_begins(published: Any) -> None:
    def description(page: str) -> str:
        return described(published.page(page))["description"]

    assert description("book/welcome") == "What it's all about, & more."
    assert description("notebooks/01_tides") == "How tides turn."
    assert description("notebooks/10_waves") == "How it begins."
    assert description("book/other") == "It begins so."
    assert description("search") == "A page of A book."
    shortened = description("book/help")
    assert 140 < len(shortened) <= 160
    assert shortened.endswith("Somebody …")


def test_a_shared_link_shows_the_page_that_it_leads_to(published: Any, select_one: Any) -> None:
    page = published.page("notebooks/01_tides")
    address = f"{ADDRESS}notebooks/01_tides.html"
    assert described(page) == {
        "description": "How tides turn.",
        "og:site_name": "A book",
        "og:title": "Tides </script>",
        "og:description": "How tides turn.",
        "og:type": "article",
        "og:url": address,
        "og:image": f"{ADDRESS}_static/cover.png",
        "og:image:alt": "Cover of A book",
        "og:image:width": "1200",
        "og:image:height": "630",
    }
    assert select_one(page, "link[rel=canonical]")["href"] == address
    assert (published.html / "_static" / "cover.png").read_bytes() == COVER.read_bytes()


def test_the_address_of_the_folder_is_known_as_the_first_page(
    published: Any, select_one: Any
) -> None:
    folder, first = published.page("index"), published.page("book/welcome")
    assert described(folder) == described(first)
    assert described(first)["og:type"] == "website"
    assert described(first)["og:title"] == "Secrets & more"
    canonical = select_one(folder, "link[rel=canonical]")["href"]
    assert canonical == f"{ADDRESS}book/welcome.html"


def test_pages_that_are_not_to_be_found_have_no_address(published: Any) -> None:
    for name in ("search", "404", "genindex"):
        page = published.page(name)
        assert not page.select("link[rel=canonical]"), name
        assert set(described(page)) == {"description"}, name


def test_the_language_and_the_pages_around_are_named_once(published: Any, select_one: Any) -> None:
    page = published.page("notebooks/01_tides")
    assert page.html["lang"] == "en"
    assert select_one(page, "link[rel=prev]")["href"] == "../book/welcome.html"
    assert select_one(page, "link[rel=next]")["href"] == "10_waves.html"


def test_search_engines_learn_what_the_course_is(published: Any, select_one: Any) -> None:
    script = select_one(published.page("book/welcome"), "script[type='application/ld+json']")
    course = json.loads(script.text)
    assert set(course) == COURSE
    lessons = course.pop("hasPart")
    assert course == {
        "@context": "https://schema.org",
        "@type": "Course",
        "name": "A book",
        "description": "What it's all about, & more.",
        "url": f"{ADDRESS}book/welcome.html",
        "inLanguage": "en",
        "provider": {"@type": "Organization", "name": "Some people"},
        "isAccessibleForFree": True,
        "offers": {"@type": "Offer", "category": "Free"},
        "typicalAgeRange": "18-",
        "license": "https://licences.example/",
        "hasCourseInstance": {
            "@type": "CourseInstance",
            "courseMode": "Online",
            "courseWorkload": "PT45M",
        },
    }
    first, second = lessons
    assert first == {
        "@type": "LearningResource",
        "name": "Tides </script>",
        "description": "How tides turn.",
        "url": f"{ADDRESS}notebooks/01_tides.html",
        "learningResourceType": "lesson",
        "timeRequired": "PT20M",
    }
    assert second["url"] == f"{ADDRESS}notebooks/10_waves.html"
    assert "description" not in second
    assert "<" not in script.text
    assert not published.page("notebooks/01_tides").select("script[type='application/ld+json']")


def test_without_an_address_a_page_tells_its_description_alone(unpublished: Any) -> None:
    for path in unpublished.html.rglob("*.html"):
        page = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        assert not page.select("link[rel=canonical], script[type='application/ld+json']"), path
        assert set(described(page)) == {"description"}, path
    assert unpublished.page("notebooks/01_tides").title.text == "Lesson 1 · Learning"
    assert not (unpublished.html / "_static" / "cover.png").exists()


def test_an_address_that_is_none_is_told_with_the_fix(sphinx_build: Any) -> None:
    with pytest.raises(Exception, match=r"html: baseurl:.*got 'someone\.example/c'.*in full"):
        sphinx_build({"index": "# A page\n"}, html_baseurl="someone.example/c")


def written_about(path: Path) -> dict[str, Any]:
    """What the author of a page of this course has written about it."""
    if path.with_suffix(".ipynb").exists():
        saved = json.loads(path.with_suffix(".ipynb").read_text(encoding="utf-8"))
        return dict(saved["metadata"]["lessonkit"])
    front = path.with_suffix(".md").read_text(encoding="utf-8").split("---\n")[1]
    return dict(yaml.safe_load(front) or {})


def test_every_page_of_this_course_has_a_title_of_its_own_and_one_short_description() -> None:
    toc = yaml.safe_load((ROOT / "_toc.yml").read_text(encoding="utf-8"))
    problems, titles = [], []
    for name in page_names(toc):
        about = written_about(ROOT / name)
        description = about.get("description", "")
        if not re.fullmatch(r"[A-Z][^.!?]{30,158}\.", description):
            problems.append(f"{name}: its description is not one sentence of 160 letters")
        number = re.fullmatch(r"notebooks/(\d+)_.*", name)
        title = number[1] if number else about.get("tab_title")
        if not title and name != toc["root"]:
            problems.append(f"{name}: it has no tab_title")
        titles.append(title)
        if re.search("intima|passion|sex|desire|touch", about.get("tab_title", ""), re.IGNORECASE):
            problems.append(f"{name}: its tab_title says what the course is about")
    problems += [f"{title}: used twice" for title in set(titles) if titles.count(title) > 1]
    assert not problems, "\n" + "\n".join(problems)


def test_the_cover_has_the_size_and_weight_of_a_preview() -> None:
    picture = COVER.read_bytes()
    assert struct.unpack(">II", picture[16:24]) == (1200, 630)
    assert len(picture) < 40_000
