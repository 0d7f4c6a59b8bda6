"""Links of the published book as links within the workbook, with the numbers of its pages."""

from posixpath import dirname, join, normpath
from urllib.parse import urldefrag, urlsplit

from bs4 import Tag

from workbook.chapter import Chapter
from workbook.parts import make, page_reference


def link_chapters(chapters: list[Chapter], reference: str) -> None:
    """Let links between pages lead to places in the workbook; those to nowhere become words.

    Args:
        chapters: All of them.
        reference: Follows a link to another chapter, with ``{page}`` for the number.
    """
    anchors = {chapter.name: chapter.anchor for chapter in chapters}
    ids = {each for chapter in chapters for each in chapter.ids}
    for chapter in chapters:
        parts = [chapter.body, *(answers.body for answers in chapter.answers)]
        for link in [link for part in parts for link in part.select("a[href]")]:
            _lead(link, chapter, anchors, ids, reference)


def _lead(
    link: Tag, chapter: Chapter, anchors: dict[str, str], ids: set[str], reference: str
) -> None:
    address, fragment = urldefrag(link["href"])
    if scheme := urlsplit(address).scheme:
        if scheme.startswith("http"):
            _say_address(link)
        return
    target = fragment
    if address:
        page = normpath(join(dirname(chapter.name), address)).removesuffix(".html")
        anchor = anchors.get(page, "")
        section = f"{anchor}--{fragment}"
        target = section if section in ids else anchor
    if target not in ids:
        link.unwrap()
        return
    link["href"] = f"#{target}"
    is_elsewhere = target.partition("--")[0] != chapter.anchor
    # A badge and a citation say enough by themselves, and there are hundreds.
    if is_elsewhere and not link.find_parent(class_="bibtex-citation") and not _is_badge(link):
        link.append(page_reference(reference, target))


def _say_address(link: Tag) -> None:
    """Write the address of a page on the web behind a link that does not say it."""
    if link.get_text().removeprefix("doi:") not in link["href"]:
        address = link["href"].removeprefix("https://").rstrip("/")
        link.append(make("span", f" ({address})", "address"))


def _is_badge(link: Tag) -> bool:
    return "lk-badge" in link.get("class", [])
