"""The static form of an activity: a worksheet that needs no script, on paper and on a screen."""

import re
from html import escape
from typing import Any

from lessonkit.words import words

_DIRECTION_CONTROLS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def worksheet_html(activity: dict[str, Any], heading_level: int = 3) -> str:
    """Return a sorting activity as a worksheet: the cards with a box to tick, then the answers.

    Nothing but semantic HTML, so that it reads well in a viewer that drops every style.

    Args:
        activity: The activity as the widget's front end gets it: ``title``, ``prompt``,
            ``categories`` and ``cards``.
        heading_level: The level of the title's heading, 1 to 5; the answers are one below.

    Returns:
        One ``section`` element. All of the activity's texts are escaped.
    """
    names = words("worksheet")
    labels = {category["id"]: _text(category["label"]) for category in activity["categories"]}
    # The wide space tells which label belongs to which box, where no style does.
    boxes = "\u2003".join(f"☐\u00a0{label}" for label in labels.values())
    cards = activity["cards"]
    parts = [
        f"<h{heading_level}>{_text(activity['title'])}</h{heading_level}>",
        f"<p>{_text(activity['prompt'])} {escape(names['instruction'])}</p>",
        _categories(activity["categories"]),
        "<ol>",
        *(f"<li><p>{_text(card['text'])}</p><p>{boxes}</p></li>" for card in cards),
        "</ol>",
    ]
    if activity.get("closing_question"):
        parts.append(f"<p>{_text(activity['closing_question'])}</p>")
    if any(card["answers"] for card in cards):
        level = heading_level + 1
        answers = (_answers(card["answers"], labels, names["defensible"]) for card in cards)
        parts += [f"<h{level}>{escape(names['answers'])}</h{level}>", "<ol>", *answers, "</ol>"]
    return '<section class="lk-worksheet">\n' + "\n".join(parts) + "\n</section>"


def _categories(categories: list[dict[str, Any]]) -> str:
    entries = (
        f"<dt>{_text(category['label'])}</dt>"
        + (f"<dd>{_text(category['description'])}</dd>" if category.get("description") else "")
        for category in categories
    )
    return f"<dl>{''.join(entries)}</dl>"


def _answers(answers: dict[str, dict[str, Any]], labels: dict[str, str], defensible: str) -> str:
    best_first = sorted(answers.items(), key=lambda item: -item[1]["points"])
    paragraphs = []
    for place, (category, answer) in enumerate(best_first):
        label = f"<b>{labels[category]}</b>"
        lead = escape(defensible).replace("{category}", label) if place else f"{label}."
        paragraphs.append(f"<p>{lead} {_text(answer['reason'])}</p>")
    return f"<li>{''.join(paragraphs)}</li>"


def _text(text: str) -> str:
    """Escape a text; one that carries direction controls is kept to itself."""
    escaped = escape(text, quote=False)
    return f"<bdi>{escaped}</bdi>" if _DIRECTION_CONTROLS.search(text) else escaped
