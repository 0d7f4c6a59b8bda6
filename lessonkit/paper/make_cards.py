"""A deal of cards as a PDF."""

from pathlib import Path
from typing import TYPE_CHECKING

from lessonkit.activities.problems import Problem
from lessonkit.paper.browser import find_browser
from lessonkit.paper.deal import Deal
from lessonkit.paper.document import Choices, cards_document, document_title
from lessonkit.paper.fitting import Fit, fit_texts, problems_of
from lessonkit.paper.printing import finish, open_browser, open_page, print_page, require_packages

if TYPE_CHECKING:
    from playwright.sync_api import Browser


def make_cards(deal: Deal, choices: Choices, deck_file: Path) -> tuple[bytes, list[Problem]]:
    """Print cards, and say which of their texts do not fit.

    Args:
        deal: The cards.
        choices: What to print, and how.
        deck_file: The file of the deck, which the problems name.

    Returns:
        A tagged PDF, the same for the same deck, choices and browser; and what does not fit.

    Raises:
        PrintingError: The packages or the browser that print are missing.
    """
    require_packages()
    with open_browser(find_browser()) as browser:
        pdf, fit = print_cards(browser, deal, choices)
    return pdf, problems_of(fit, deal, choices.layout, deck_file)


def print_cards(browser: "Browser", deal: Deal, choices: Choices) -> tuple[bytes, Fit]:
    """Print cards in a browser that is open.

    Args:
        browser: The browser.
        deal: The cards.
        choices: What to print, and how.

    Returns:
        The PDF, and how the texts fit on it.
    """
    with open_page(browser, cards_document(deal, choices)) as page:
        fit = fit_texts(page)
        pdf = print_page(page)
    return finish(pdf, document_title(deal)), fit
