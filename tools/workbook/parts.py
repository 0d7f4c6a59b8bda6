"""The elements that the modules of the workbook make."""

from bs4 import BeautifulSoup, Tag

HEADINGS = ["h1", "h2", "h3", "h4", "h5", "h6"]


def make(name: str, text: str = "", style: str = "", **attributes: str) -> Tag:
    """Return an element.

    Args:
        name: Its name.
        text: What it says.
        style: Its classes.
        attributes: Its other attributes.
    """
    if style:
        attributes["class"] = style
    element = BeautifulSoup("", "html.parser").new_tag(name, attrs=attributes)
    if text:
        element.string = text
    return element


def page_reference(words: str, target: str) -> Tag:
    """Return words with a place for the number of a page, which is not known before it is printed.

    Args:
        words: The words, with ``{page}``.
        target: The id of what stands on that page.
    """
    before, _, after = words.partition("{page}")
    reference, number = make("span", style="page"), make("span", "000")
    number["data-page-of"] = target
    reference.extend([before, number, after])
    return reference
