"""What is printed as one HTML document: the sheets of a deal, for one size of paper."""

import json
from dataclasses import dataclass
from html import escape
from pathlib import Path

from lessonkit.paper.deal import Deal
from lessonkit.paper.key import key_pages
from lessonkit.paper.layout import (
    LARGE_PRINT,
    LARGE_WORKSHEET,
    LAYOUTS,
    PAPERS,
    WORKSHEET,
    Layout,
    sheet_size,
)
from lessonkit.paper.sheets import card_sheets, header_sheets
from lessonkit.paper.worksheet import worksheet_page
from lessonkit.words import language_in_use, words

PARTS = ("cards", "headers", "key", "worksheet")
"""What can be printed, in the order of the pages."""

_STYLE = Path(__file__).parent.parent / "static" / "cards_to_print.css"
_WORKSHEET_MARGINS = (32.0, 28.0)
"""Beside a worksheet, and above and below it, in millimetres, as the style sheet says."""

_ROUNDING = 0.5


@dataclass(frozen=True)
class Choices:
    """What a person chose to print, and how."""

    paper: str = "a4"

    per_page: int = 8

    large_print: bool = False

    parts: tuple[str, ...] = PARTS

    language: str = "en"
    """Of the deck, so that a screen reader says it right."""

    @property
    def layout(self) -> Layout:
        """How the cards lie on a sheet."""
        return LARGE_PRINT if self.large_print else LAYOUTS[self.per_page]


def cards_document(deal: Deal, choices: Choices) -> str:
    """Return the document. The size of its type is still to be fitted.

    Args:
        deal: The cards.
        choices: What to print, and how.
    """
    worksheet = LARGE_WORKSHEET if choices.large_print else WORKSHEET
    made = {
        "cards": lambda: card_sheets(deal, choices.layout),
        "headers": lambda: header_sheets(deal),
        "key": lambda: key_pages(deal),
        "worksheet": lambda: worksheet_page(deal, worksheet),
    }
    body = "".join(made[part]() for part in PARTS if part in choices.parts)
    _, direction = language_in_use()
    large = " lk-large-print" if choices.large_print else ""
    return (
        f'<!doctype html><html lang="{escape(choices.language)}" dir="{direction}">'
        '<head><meta charset="utf-8">'
        f"<title>{escape(document_title(deal))}</title>"
        f"<style>{_STYLE.read_text(encoding='utf-8')}{_paper_style(deal, choices)}</style></head>"
        f'<body><main class="lk-cards-to-print{large}">{body}</main></body></html>'
    )


def document_title(deal: Deal) -> str:
    """Return what a viewer shows at the head of its window.

    Args:
        deal: The cards.
    """
    return words("cards_to_print")["title"].format(deck=deal.deck.title)


def _paper_style(deal: Deal, choices: Choices) -> str:
    """Return the rules that depend on the paper, and the words at the head of the key's pages."""
    page_width, page_height = PAPERS[choices.paper]
    beside, above = _WORKSHEET_MARGINS
    width, height = sheet_size(choices.paper)
    # A text in JSON is a string in CSS, too, once "<" can not end the style.
    title = f"{deal.deck.title} · {words('cards_to_print')['key']}"
    head = json.dumps(title, ensure_ascii=False).replace("<", "\\3c ")
    around = LARGE_PRINT.floor if choices.large_print else 9
    return f"""
@page {{ size: {page_width}mm {page_height}mm }}
@page lk-key {{
  @top-center {{ content: {head}; color: #444; font: {around}pt sans-serif }}
  @bottom-center {{ content: counter(page); font: {around}pt sans-serif }}
}}
body {{ margin: 0 }}
.lk-cards-to-print {{ --lk-sheet-width: {width}mm; --lk-sheet-height: {height}mm }}
.lk-fit-page {{
  width: {page_width - beside - _ROUNDING}mm;
  height: {page_height - above - _ROUNDING}mm
}}
"""
