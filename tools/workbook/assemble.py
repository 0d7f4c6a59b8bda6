"""The workbook as one HTML page: cover, contents, chapters, answers."""

import json
from pathlib import Path

from bs4 import BeautifulSoup, Tag

from lessonkit.words import words
from workbook.chapter import Chapter
from workbook.facts import Facts
from workbook.links import link_chapters
from workbook.parts import make, page_reference
from workbook.worksheet import Answers

STYLE = Path(__file__).with_name("workbook.css")
SIZES = {"a4": "A4", "letter": "letter"}
ANSWERS = "answers"
"""The id of the part with the answers."""


def assemble(
    facts: Facts, chapters: list[Chapter], paper: str, language: str, direction: str = "ltr"
) -> BeautifulSoup:
    """Put the workbook together. The numbers of its pages are still to be filled in.

    Args:
        facts: What it says of itself.
        chapters: Its chapters, in order. They become part of it.
        paper: A key of `SIZES`.
        language: The language of the book, such as ``en``.
        direction: Which way its lines run, ``ltr`` or ``rtl``.
    """
    names = words("workbook")
    link_chapters(chapters, f" ({names['on_page']})")
    for chapter in chapters:
        _open_chapter(chapter, facts, names)
    page = BeautifulSoup(
        f'<!doctype html><html lang="{language}" dir="{direction}">'
        '<head><meta charset="utf-8"></head>'
        "<body><main></main></body></html>",
        "html.parser",
    )
    parts = [(chapter.anchor, chapter.title) for chapter in chapters]
    parts.append((ANSWERS, names["answers"]))
    style = STYLE.read_text(encoding="utf-8") + _pages_style(parts, paper)
    page.head.append(make("title", f"{names['title']} · {facts.tab_title}"))
    page.head.append(make("style", style))
    page.main.extend(
        [
            _cover(facts, names),
            _about(facts, names),
            _contents(parts, names),
            *(chapter.body for chapter in chapters),
            _answers(chapters, names),
        ]
    )
    return page


def fill_in(page: BeautifulSoup, numbers: dict[str, int]) -> None:
    """Write the numbers of pages where they are referred to.

    Args:
        page: The workbook.
        numbers: The number of the page on which each id stands.
    """
    for place in page.select("[data-page-of]"):
        place.string = str(numbers[place["data-page-of"]])


def _open_chapter(chapter: Chapter, facts: Facts, names: dict[str, str]) -> None:
    chapter.body["class"] = "chapter"
    if chapter.title == facts.title:
        # The cover has said so.
        chapter.body.h1.string = names["welcome"]
    if chapter.number:
        chapter.body.h1.insert(0, f"{chapter.number}. ")
    for answers in chapter.answers:
        way = f"{answers.name}: {names['on_page']}"
        answers.place.append(_link(answers.anchor, page_reference(way, answers.anchor)))


def _pages_style(parts: list[tuple[str, str]], paper: str) -> str:
    """Return the size of the paper, and for each part the words at the head of its pages."""
    rules = [f"@page {{ size: {SIZES[paper]} }}"]
    for number, (anchor, title) in enumerate(parts):
        # A text in JSON is a string in CSS, too, once "<" can not end the style.
        head = json.dumps(title, ensure_ascii=False).replace("<", "\\3c ")
        rules.append(f"@page part-{number} {{ @top-center {{ content: {head} }} }}")
        rules.append(f"#{anchor} {{ page: part-{number} }}")
    return "\n".join(rules)


def _cover(facts: Facts, names: dict[str, str]) -> Tag:
    released = f"{facts.released.day} {facts.released:%B %Y}"
    version = names["version"].format(version=facts.version, date=released)
    cover = make("section", style="cover")
    cover.extend(
        [
            make("p", facts.title, "title"),
            make("p", names["title"], "kind"),
            make("p", names["about"], "about"),
            make("p", facts.authors),
            make("p", version),
            _licence(facts, names),
        ]
    )
    return cover


def _licence(facts: Facts, names: dict[str, str]) -> Tag:
    line = make("p", f"{names['licence']} ")
    address = facts.licence_address
    line.append(make("a", address, href=address) if address else facts.licence)
    return line


def _about(facts: Facts, names: dict[str, str]) -> Tag:
    about = make("section", style="chapter plain")
    about.append(make("h1", names["how_to_use"]))
    about.extend(make("p", names[key]) for key in ("any_order", "screen", "numbers", "yours"))
    return about


def _contents(parts: list[tuple[str, str]], names: dict[str, str]) -> Tag:
    contents = make("section", style="chapter plain contents")
    contents.append(make("h1", names["contents"]))
    entries = make("ul")
    for anchor, title in parts:
        entry = make("li")
        entry.append(_link(anchor, make("span", title), page_reference("{page}", anchor)))
        entries.append(entry)
    contents.append(entries)
    return contents


def _answers(chapters: list[Chapter], names: dict[str, str]) -> Tag:
    part = make("section", style="chapter", id=ANSWERS)
    part.append(make("h1", names["answers"]))
    for chapter in (chapter for chapter in chapters if chapter.answers):
        section = make("section")
        section.append(make("h2", chapter.title))
        section.extend(_answers_to(answers, names) for answers in chapter.answers)
        part.append(section)
    return part


def _answers_to(answers: Answers, names: dict[str, str]) -> Tag:
    section = make("section", id=answers.anchor)
    way = make("p", style="way")
    reference = page_reference(f"{names['worksheet']}: {names['on_page']}", answers.activity)
    way.append(_link(answers.activity, reference))
    section.extend([make("h3", answers.title), way, answers.body])
    return section


def _link(target: str, *parts: Tag) -> Tag:
    link = make("a", href=f"#{target}")
    link.extend(parts)
    return link
