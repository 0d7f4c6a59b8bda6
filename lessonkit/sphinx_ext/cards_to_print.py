"""The directive that shows a deck as cards to print from the page: ``{cards-to-print} a-deck``.

On a screen it is a preview. Printed, the page is sheets to cut, headers, the key and a worksheet,
and nothing else; it fits on A4 and on Letter, and needs no script.
"""

from pathlib import Path
from typing import ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from lessonkit import paper
from lessonkit.activities import SortingActivity, load_activity
from lessonkit.activities.problems import ActivityError
from lessonkit.paper.deal import Deal, DealError, deal_cards
from lessonkit.paper.estimate import estimated_points
from lessonkit.paper.key import key_pages
from lessonkit.paper.layout import LARGE_PRINT, LARGE_WORKSHEET, LAYOUTS, WORKSHEET
from lessonkit.paper.sheets import card_sheets, header_sheets
from lessonkit.paper.worksheet import worksheet_page
from lessonkit.sphinx_ext.config import book_config
from lessonkit.sphinx_ext.page_assets import bring
from lessonkit.sphinx_ext.warnings import BookWarning, warn
from lessonkit.words import CATALOGUE, words
from lessonkit.worksheets.html import text

_LEVEL = 3
_EVEN = 12
"""Where every text has room for this size of type or more, all have the same."""


class CardsToPrint(SphinxDirective):
    """Shows the cards of a deck of the book's activities, named by its id, in a section of a page.

    ``:cards:``, ``:round:`` and ``:seed:`` choose them as ``lessonkit cards`` does;
    ``:large-print:`` has four cards a page in place of eight.
    """

    required_arguments = 1
    option_spec: ClassVar = {
        "cards": directives.positive_int,
        "round": directives.positive_int,
        "seed": directives.nonnegative_int,
        "large-print": directives.flag,
    }

    def run(self) -> list[nodes.Node]:
        """Load the deck and make the sheets."""
        folder = Path(self.env.srcdir) / book_config(self.config).activities
        path = folder / f"{self.arguments[0]}.yaml"
        program = sorted(Path(paper.__file__).parent.glob("*.py"))
        for source in (path, CATALOGUE, Path(__file__), *program):
            self.env.note_dependency(str(source))
        try:
            deck = load_activity(path)
            if not isinstance(deck, SortingActivity):
                raise self.error(f"{path.name} is not a sorting deck. Name a deck of cards.")
            deal = deal_cards(
                deck,
                self.options.get("cards", 12),
                self.options.get("seed", 0),
                self.options.get("round", 1),
            )
        except (ActivityError, DealError) as error:
            raise self.error(str(error)) from None
        bring(self.env, "cards_to_print.css")
        return [nodes.raw("", self._html(deal), format="html")]

    def _html(self, deal: Deal) -> str:
        large = "large-print" in self.options
        layout = LARGE_PRINT if large else LAYOUTS[8]
        sizes = {card.id: estimated_points(card.text, layout) for card in deal.cards}
        for card_id in (card_id for card_id, points in sizes.items() if not points):
            warn(
                BookWarning.CARD_TOO_LONG,
                f"{self.env.docname}: the text of card {card_id!r} of {deal.deck.id!r} may be too "
                f"long for its card in print of {layout.floor:g} points. Shorten it.",
                self.env.docname,
            )
        smallest = min(sizes.values())
        if smallest >= _EVEN:
            sizes = dict.fromkeys(sizes, smallest)
        cards = card_sheets(
            deal, layout, _LEVEL, lambda card: f"lk-type-{sizes[card.id] or layout.floor:g}"
        )
        key = key_pages(deal, _LEVEL)
        # In large print, twelve texts are more than a page.
        type_of_sheet, form = (LARGE_WORKSHEET, "lines") if large else (WORKSHEET, "boxes")
        sheet = worksheet_page(deal, type_of_sheet, _LEVEL, (form,))
        style = "lk-cards-to-print lk-large-print" if large else "lk-cards-to-print"
        # A browser prints what is in closed details not at all, or only the newest do.
        return (
            f'<div class="{style}">{cards}{header_sheets(deal, _LEVEL)}'
            f"{_preview('key', key)}{_preview('worksheet', sheet)}"
            f'<div class="lk-on-paper">{key}{sheet}</div></div>\n'
        )


def _preview(name: str, html: str) -> str:
    """Return what a reader of the screen opens."""
    label = text(words("cards_to_print")[name])
    region = f'<div class="lk-scroll" role="region" aria-label="{label}" tabindex="0">{html}</div>'
    return f'<details class="lk-preview"><summary>{label}</summary>{region}</details>'


def setup_cards_to_print(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("cards-to-print", CardsToPrint)
