"""The pages about the course itself agree with what the project is and does."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml
from pybtex.database import parse_string
from workbook.facts import page_names

from lessonkit.words import words

NO_KEYS = {"lessonkit-progress"}
"""What begins as the names in a browser's storage do: the format of a saved copy."""


@pytest.fixture(scope="module")
def citation(repository: Path) -> dict[str, Any]:
    text = (repository / "CITATION.cff").read_text(encoding="utf-8")
    loaded: dict[str, Any] = yaml.safe_load(text)
    return loaded


def page(repository: Path, name: str) -> str:
    return (repository / "book" / f"{name}.md").read_text(encoding="utf-8")


def one_line(text: str) -> str:
    return " ".join(text.split())


def test_the_book_has_every_page_once(repository: Path) -> None:
    toc = yaml.safe_load((repository / "_toc.yml").read_text(encoding="utf-8"))
    listed = [name for name in page_names(toc) if name.startswith("book/")]
    pages = (path.relative_to(repository) for path in (repository / "book").rglob("*.md"))
    assert sorted(listed) == sorted(page.with_suffix("").as_posix() for page in pages)


def test_the_reference_in_words_is_that_of_the_citation_file(
    repository: Path, citation: dict[str, Any]
) -> None:
    [author] = citation["authors"]
    reference = (
        f"{author['name']} ({citation['date-released'][:4]}). "
        f"*{citation['title']}* (version {citation['version']}) [computer software]."
    )
    assert reference in one_line(page(repository, "citing"))


def test_the_reference_in_bibtex_is_that_of_the_citation_file(
    repository: Path, citation: dict[str, Any]
) -> None:
    [written] = re.findall(r"<pre .+?>(.+?)</pre>", page(repository, "citing"), re.S)
    [entry] = parse_string(written, "bibtex").entries.values()
    [author], [named] = entry.persons["author"], citation["authors"]
    year, month, _ = citation["date-released"].split("-")
    assert entry.type == citation["type"]
    assert one_line(str(author)).strip("{}") == named["name"]
    assert {name: one_line(text) for name, text in entry.fields.items()} == {
        "title": citation["title"],
        "year": year,
        "month": month,
        "version": citation["version"],
    }


def test_the_licence_page_is_that_of_the_licence_files(
    repository: Path, citation: dict[str, Any]
) -> None:
    licence = one_line(page(repository, "licence"))
    assert "```{include} ../LICENSE ```" in licence
    assert citation["license"] == ["MIT", "CC-BY-4.0"]
    assert "MIT License" in licence
    assert "(CC BY 4.0)" in licence
    content = one_line((repository / "LICENSE-CONTENT").read_text(encoding="utf-8"))
    credit = re.search(r'From "Intimacy and Passion" .+? \(changed', content)
    assert credit
    assert credit[0] in licence.replace("<", "").replace(">", "")


def test_the_accessibility_page_speaks_of_this_version(repository: Path) -> None:
    project = tomllib.loads((repository / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert f"for version {project['version']}." in page(repository, "accessibility")


def names_in_storage(repository: Path) -> set[str]:
    """Find the names under which the scripts keep something in the browser, without the course."""
    files = (repository / "lessonkit/static").glob("*.js")
    # An author's preview is no page of the book.
    scripts = [path.read_text("utf-8") for path in files if not path.name.startswith("preview")]
    found = {
        name
        for script in scripts
        for pattern in (r"[`\"'](lessonkit[-:][a-z-]*)", r"[gs]etItem\(\"([^\"]+)\"")
        for name in re.findall(pattern, script)
    }
    return found - NO_KEYS


def test_the_privacy_page_tells_every_name_in_the_browsers_storage(repository: Path) -> None:
    names = names_in_storage(repository)
    assert {"lessonkit:", "lessonkit-remember", "theme"} <= names
    told = set(re.findall(r"^- .+: `(.+)`$", page(repository, "privacy"), re.M))
    assert sorted(names - told) == []


@pytest.mark.parametrize("name", ["welcome", "help", "privacy"])
def test_buttons_are_called_what_they_are_called(repository: Path, name: str) -> None:
    text = page(repository, name)
    assert f'"{words("quick_exit")["exit_page"]}"' in text
    assert f'"{words("answers_panel")["panel_title"]}"' in text
    if name != "welcome":
        assert f'"{words("answers_panel")["panel_erase"]}"' in text


def test_the_first_page_has_places_for_what_scripts_put_there(repository: Path) -> None:
    welcome = page(repository, "welcome")
    beginning, *_ = welcome.split("\n## ")
    assert beginning.count('\n\n<p class="lk-continue" hidden></p>\n\n') == 1
    assert "[Start with lesson 1](" in beginning
    assert welcome.count('\n\n<div class="lk-answers-panel-here"></div>\n\n') == 1
