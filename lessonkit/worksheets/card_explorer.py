"""The worksheet of a card explorer: every card in full."""

from typing import Any

from lessonkit.words import words
from lessonkit.worksheets.evidence_note import evidence_note
from lessonkit.worksheets.html import heading, paragraph, sheet, text


def card_explorer_worksheet(activity: dict[str, Any], heading_level: int = 3) -> str:
    """Return a card explorer as a worksheet: every card in full, one below the other.

    Args:
        activity: The activity as the widget's front end gets it.
        heading_level: The level of the title's heading, 1 to 5; each card is one below.

    Returns:
        One ``section`` element. All of the activity's texts are escaped.
    """
    cards = (_card(card, heading_level + 1) for card in activity["cards"])
    return sheet(
        heading(activity["title"], heading_level),
        paragraph(activity["prompt"]),
        *cards,
        paragraph(activity.get("closing_question")),
    )


def _card(card: dict[str, Any], level: int) -> str:
    said = words("card_explorer")
    entries = [
        _entry(said["what_it_is"], paragraph(card["about"])),
        _entry(said["what_is_known"], _finding(card)),
        _entry(said["ask_first"], f"<blockquote>{paragraph(card['ask'])}</blockquote>"),
        _entry(said["take_care"], paragraph(card.get("care"))),
    ]
    return heading(card["label"], level) + "\n" + f"<dl>{''.join(entries)}</dl>"


def _entry(title: str, inner: str) -> str:
    return f"<dt>{text(title)}</dt><dd>{inner}</dd>" if inner else ""


def _finding(card: dict[str, Any]) -> str:
    if not card.get("finding"):
        return ""
    return paragraph(card["finding"]) + evidence_note(card.get("evidence"))
