"""The facilitator's key: what to say, each card with its answer and why, and what to ask."""

from typing import TYPE_CHECKING

from lessonkit.paper.deal import Deal
from lessonkit.words import words
from lessonkit.worksheets.html import bullets, text

if TYPE_CHECKING:
    from lessonkit.activities import Card, SortingActivity


def key_pages(deal: Deal, heading_level: int = 1) -> str:
    """Return the key.

    Args:
        deal: The cards.
        heading_level: The level of its heading; its parts are one below.
    """
    said = words("cards_to_print")
    answered = any(card.category for card in deal.cards)
    entries = "".join(_entry(number, card, deal.deck) for number, card in deal.numbered)
    parts = [
        _heading(said["key"], heading_level),
        _paragraph(deal.deck.title, "lk-deck"),
        _paragraph(_about(deal), "lk-about"),
        _workshop(deal.deck, heading_level + 1),
        _at_a_glance(deal, heading_level + 1) if answered else _paragraph(said["no_answers"]),
        _heading(said["card_by_card"], heading_level + 1),
        _paragraph(deal.deck.prompt, "lk-prompt"),
        f'<ol class="lk-entries">{entries}</ol>',
    ]
    if deal.deck.closing_question:
        parts.append(_led(said["to_end_with"], deal.deck.closing_question))
    return f'<section class="lk-key">{"".join(parts)}</section>\n'


def _about(deal: Deal) -> str:
    said = words("cards_to_print")
    counts = {"count": len(deal.cards), "total": len(deal.deck.cards), "seed": deal.seed}
    if deal.rounds == 1:
        return said["all_cards"].format(**counts)
    return said["some_cards"].format(round=deal.round, rounds=deal.rounds, **counts)


def _workshop(deck: "SortingActivity", level: int) -> str:
    workshop = deck.workshop
    if workshop is None:
        return ""
    said = words("cards_to_print")
    return "".join(
        [
            _paragraph(said["minutes"].format(minutes=workshop.minutes), "lk-time"),
            _heading(said["say"], level),
            *(f'<blockquote dir="auto">{text(each)}</blockquote>' for each in workshop.say),
            _heading(said["ask_afterwards"], level),
            bullets([f'<p dir="auto">{text(each)}</p>' for each in workshop.debrief]),
        ]
    )


def _at_a_glance(deal: Deal, level: int) -> str:
    """List the numbers of each category's cards."""
    rows = []
    for category in deal.deck.categories:
        numbers = [str(number) for number, card in deal.numbered if card.category == category.id]
        rows.append(
            f'<tr><th scope="row" dir="auto">{text(category.label)}</th>'
            f"<td>{', '.join(numbers) or words('cards_to_print')['none']}</td></tr>"
        )
    heading = _heading(words("cards_to_print")["at_a_glance"], level)
    return f'{heading}<table class="lk-glance"><tbody>{"".join(rows)}</tbody></table>'


def _entry(number: int, card: "Card", deck: "SortingActivity") -> str:
    said = words("worksheet")
    parts = [f'<p class="lk-card-text" dir="auto">{text(card.text)}</p>']
    if card.category:
        parts.append(_led(f"{deck.category(card.category).label}.", card.reason or ""))
    for answer in card.defensible:
        label = deck.category(answer.category).label
        parts.append(_led(said["defensible"].format(category=label), answer.reason))
    if card.question:
        parts.append(_led(words("sorting_exercise")["to_talk_over"], card.question))
    return f'<li><b class="lk-number">{number}</b><div>{"".join(parts)}</div></li>'


def _heading(words_of_it: str, level: int) -> str:
    return f"<h{level}>{text(words_of_it)}</h{level}>"


def _paragraph(words_of_it: str, style: str = "") -> str:
    named = f' class="{style}"' if style else ""
    return f'<p{named} dir="auto">{text(words_of_it)}</p>'


def _led(lead: str, words_of_it: str) -> str:
    return f'<p dir="auto"><b>{text(lead)}</b> {text(words_of_it)}</p>'
