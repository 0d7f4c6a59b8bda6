"""The worksheet of one page: a box for each card and category, or a line where cards are many."""

from typing import TYPE_CHECKING

from lessonkit.paper.deal import Deal
from lessonkit.paper.layout import WORKSHEET, Layout, sizes
from lessonkit.words import words
from lessonkit.worksheets.html import text

if TYPE_CHECKING:
    from lessonkit.activities import Card

FORMS = ("boxes", "lines")
"""A box for each card and category beside the card's text, or a line beside its number."""


def worksheet_page(
    deal: Deal,
    layout: Layout = WORKSHEET,
    heading_level: int = 1,
    forms: tuple[str, ...] = FORMS,
) -> str:
    """Return the worksheet.

    Args:
        deal: The cards.
        layout: The type on it.
        heading_level: The level of its heading.
        forms: Which of `FORMS`; of several, what prints keeps the first that fits.
    """
    said = words("cards_to_print")
    made = {
        "boxes": f"<p>{text(said['tick'])}</p>{_boxes(deal)}",
        "lines": f"<p>{text(said['write_number'])}</p>{_lines(deal)}",
    }
    choices = "".join(f'<div class="lk-form-{form}">{made[form]}</div>' for form in forms)
    closing = ""
    if deal.deck.closing_question:
        closing = f'<p class="lk-closing" dir="auto">{text(deal.deck.closing_question)}</p>'
    return (
        f'<section class="lk-tick-sheet"><div class="lk-fit-page" {sizes(layout)}>'
        f'<h{heading_level} dir="auto">{text(deal.deck.title)}</h{heading_level}>'
        f'<p class="lk-prompt" dir="auto">{text(deal.deck.prompt)}</p>{choices}{closing}'
        f'<p class="lk-no-name">{text(said["no_name"])}</p></div></section>\n'
    )


def _boxes(deal: Deal) -> str:
    """Return a table with a box for each category."""
    said = words("cards_to_print")
    labels = [category.label for category in deal.deck.categories]
    labels.append(words("sorting_exercise")["pass"])
    heads = "".join(f'<th scope="col" dir="auto">{text(label)}</th>' for label in labels)
    boxes = '<td class="lk-box">☐</td>' * len(labels)
    rows = "".join(_row(number, card, boxes) for number, card in deal.numbered)
    return (
        f'<table><thead><tr><th scope="col" colspan="2">{text(said["card"])}</th>{heads}</tr>'
        f"</thead><tbody>{rows}</tbody></table>"
    )


def _row(number: int, card: "Card", boxes: str) -> str:
    said = f'<th scope="row" dir="auto">{text(card.text)}</th>'
    return f'<tr><td class="lk-number">{number}</td>{said}{boxes}</tr>'


def _lines(deal: Deal) -> str:
    """Return a line for each card, to write the number of a category on."""
    names = "".join(
        f'<li><b>{number}</b> <bdi dir="auto">{text(category.label)}</bdi></li>'
        for number, category in enumerate(deal.deck.categories, start=1)
    )
    lines = "".join(f"<li><b>{number}</b></li>" for number, _ in deal.numbered)
    return f'<ul class="lk-names">{names}</ul><ul class="lk-lines">{lines}</ul>'
