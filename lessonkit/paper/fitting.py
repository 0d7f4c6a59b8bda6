"""Fits the texts of a document into their boxes, in the browser, and names those too long."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lessonkit.activities.problems import Problem
from lessonkit.activities.source import read_text
from lessonkit.activities.yaml_reader import Document, read_yaml
from lessonkit.paper.deal import Deal
from lessonkit.paper.layout import DESCRIPTION, Layout

if TYPE_CHECKING:
    from playwright.sync_api import Page

_SCRIPT = Path(__file__).with_suffix(".js")


@dataclass(frozen=True)
class Misfit:
    """A text that needs smaller type than is fit to be read."""

    card: int
    """The number of its card, or 0."""

    category: int
    """The number of the category on whose header it stands, or 0."""

    points: float
    """The size that it was given."""

    room: float
    """The share of it for which there is room all the same; 1 where it is there in full."""


@dataclass(frozen=True)
class Fit:
    """How a document fits on its sheets."""

    misfits: tuple[Misfit, ...]

    worksheet: bool
    """Whether the worksheet is one page."""


def fit_texts(page: "Page") -> Fit:
    """Give each text the largest type with which it is whole in its box.

    Args:
        page: The page that shows the document.
    """
    # On a screen the sheets are a preview.
    page.emulate_media(media="print")
    page.evaluate("() => document.fonts.ready.then(() => null)")
    found = page.evaluate(f"() => {{ {_SCRIPT.read_text(encoding='utf-8')}\nreturn fitAll(); }}")
    return Fit(tuple(Misfit(**each) for each in found["misfits"]), found["worksheet"])


def problems_of(fit: Fit, deal: Deal, layout: Layout, path: Path) -> list[Problem]:
    """Say what does not fit so that the deck's author can put it right.

    Args:
        fit: How the document fits.
        deal: The cards.
        layout: How they lie on a sheet.
        path: The file of the deck.

    Returns:
        A problem a text, in the order of the file.
    """
    if not fit.misfits and fit.worksheet:
        return []
    file, document = str(path), read_yaml(read_text(path))
    problems = [
        _long_card(misfit, deal, layout, file, document)
        if misfit.card
        else _long_header(misfit, deal, file, document)
        for misfit in fit.misfits
    ]
    if not fit.worksheet:
        problems.append(_long_worksheet(deal, file, document.line(("cards",))))
    return sorted(problems, key=lambda problem: problem.line)


def _long_card(
    misfit: Misfit, deal: Deal, layout: Layout, file: str, document: Document
) -> Problem:
    card = deal.cards[misfit.card - 1]
    found = f"{len(card.text):,} characters, printed in {misfit.points:g} points"
    if misfit.room < 1:
        found = f"{len(card.text):,} characters; the whole text is in the key alone"
    room = _room(misfit, len(card.text), layout)
    fix = f"shorten the text to about {room:,} characters"
    return Problem(
        file,
        document.line(("cards", deal.deck.cards.index(card), "text")),
        f"the text of card {misfit.card} ('{card.id}') is too long for its paper",
        f"a card of {layout.per_page} a page has type of {layout.floor:g} points or more",
        found,
        fix,
    )


def _long_header(misfit: Misfit, deal: Deal, file: str, document: Document) -> Problem:
    category = deal.deck.categories[misfit.category - 1]
    text = category.description or category.label
    return Problem(
        file,
        document.line(("categories", misfit.category - 1, "description")),
        f"the description of category '{category.id}' is too long for its header",
        f"a header has type of {DESCRIPTION.floor:g} points or more",
        f"{len(text):,} characters, printed in {misfit.points:g} points",
        f"shorten the text to about {_room(misfit, len(text), DESCRIPTION):,} characters",
    )


def _room(misfit: Misfit, length: int, layout: Layout) -> int:
    """Return for how many characters there is room in type that is fit to be read."""
    # The room that a letter takes grows with the square of its size.
    return int(length * misfit.room * (misfit.points / layout.floor) ** 2 * 0.95)


def _long_worksheet(deal: Deal, file: str, line: int) -> Problem:
    return Problem(
        file,
        line,
        "the worksheet goes on on a second page",
        "a worksheet is one page",
        f"{len(deal.cards)} cards",
        "print fewer cards, such as --cards 12",
    )
