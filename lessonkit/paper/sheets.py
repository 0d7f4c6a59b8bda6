"""Cards and category headers as sheets to cut: HTML that a style sheet lays out.

Every sheet of cards has the same grid, the last one too, so that a stack of them is cut at once.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from lessonkit.paper.deal import Deal
from lessonkit.paper.layout import DESCRIPTION, EDGE, HEADERS, MARGIN, Layout, sizes
from lessonkit.words import words
from lessonkit.worksheets.html import text

if TYPE_CHECKING:
    from lessonkit.activities import Card


def card_sheets(
    deal: Deal,
    layout: Layout,
    heading_level: int = 1,
    style_of: "Callable[[Card], str]" = lambda card: "",
) -> str:
    """Return the cards as sheets to cut.

    Args:
        deal: The cards.
        layout: How they lie on a sheet.
        heading_level: The level of the heading, which only a screen reader meets on paper.
        style_of: Gives a card a further class, such as one for the size of its type.
    """
    round_said = ""
    if deal.rounds > 1:
        round_said = words("cards_to_print")["round"].format(round=deal.round)
    cards = [
        _card(number, card, round_said, style_of(card), layout) for number, card in deal.numbered
    ]
    return _sheets(cards, layout, "cards", heading_level)


def header_sheets(deal: Deal, heading_level: int = 1) -> str:
    """Return a header for each category, and one for what is passed, as sheets to cut.

    Args:
        deal: The cards that are sorted under them.
        heading_level: The level of the heading above them.
    """
    said = words("sorting_exercise")
    labels = [(each.label, each.description or "") for each in deal.deck.categories]
    labels.append((said["pass"], said["pass_description"]))
    headers = [_header(number, *each) for number, each in enumerate(labels, start=1)]
    return _sheets(headers, HEADERS, "headers", heading_level)


def _sheets(items: list[str], layout: Layout, name: str, heading_level: int) -> str:
    """Put items on sheets, a list on each; the first sheet has the heading."""
    title = words("cards_to_print")[name]
    sheets = []
    for start in range(0, len(items), layout.per_page):
        heading = ""
        if not start:
            heading = f'<h{heading_level} class="lk-part">{text(title)}</h{heading_level}>'
        sheets.append(
            f'<div class="lk-sheet lk-grid-{layout.columns}-{layout.rows}">{heading}'
            f"{_cut_lines(layout)}<ul>{''.join(items[start : start + layout.per_page])}</ul></div>"
        )
    return f'<section class="lk-{name}">{"".join(sheets)}</section>\n'


def _card(number: int, card: "Card", round_said: str, style: str, layout: Layout) -> str:
    label = f'<span class="lk-round">{text(round_said)}</span>' if round_said else ""
    return (
        f'<li class="{" ".join(filter(None, ["lk-paper-card", style]))}">'
        f'<p class="lk-number"><b>{number}</b>{label}</p>'
        f'<div class="lk-fit" dir="auto" {sizes(layout)} '
        f'data-card="{number}"><p>{text(card.text)}</p></div></li>'
    )


def _header(number: int, label: str, description: str) -> str:
    place = f'data-category="{number}"'
    below = ""
    if description:
        below = (
            f'<div class="lk-fit" dir="auto" {sizes(DESCRIPTION)}><p>{text(description)}</p></div>'
        )
    return (
        '<li class="lk-paper-header">'
        f'<div class="lk-fit lk-label" dir="auto" {sizes(HEADERS)} {place}>'
        f"<p>{text(label)}</p></div>{below}</li>"
    )


def _cut_lines(layout: Layout) -> str:
    """Draw where to cut, from near one edge of the paper to the other."""
    beyond = f"{MARGIN - EDGE:g}mm"
    across = (100 * row / layout.rows for row in range(layout.rows + 1))
    down = (100 * column / layout.columns for column in range(layout.columns + 1))
    lines = [_line(f'y="{at:.4f}%"', "x", beyond) for at in across]
    lines += [_line(f'x="{at:.4f}%"', "y", beyond) for at in down]
    return f'<svg class="lk-cuts" aria-hidden="true" focusable="false">{"".join(lines)}</svg>'


def _line(place: str, axis: str, beyond: str) -> str:
    """Draw one line, which begins before the grid and ends behind it."""
    whole = f'<line {axis}1="-{beyond}" {axis}2="100%"/>'
    rest = f'<svg {axis}="100%"><line {axis}2="{beyond}"/></svg>'
    return f"<svg {place}>{whole}{rest}</svg>"
