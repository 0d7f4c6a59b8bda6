"""The worksheet of a sorting exercise: the cards with a box to tick, then the answers."""

from html import escape
from typing import Any

from lessonkit.words import words
from lessonkit.worksheets.html import BOX, WIDE_SPACE, heading, sheet, text


def sorting_worksheet(activity: dict[str, Any], heading_level: int = 3) -> str:
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
    labels = {category["id"]: text(category["label"]) for category in activity["categories"]}
    boxes = WIDE_SPACE.join(f"{BOX}{label}" for label in labels.values())
    cards = activity["cards"]
    parts = [
        heading(activity["title"], heading_level),
        f"<p>{text(activity['prompt'])} {escape(names['instruction'])}</p>",
        _categories(activity["categories"]),
        "<ol>",
        *(f"<li><p>{text(card['text'])}</p><p>{boxes}</p></li>" for card in cards),
        "</ol>",
    ]
    if activity.get("closing_question"):
        parts.append(f"<p>{text(activity['closing_question'])}</p>")
    if any(card["answers"] for card in cards):
        answers = (_answers(card["answers"], labels, names["defensible"]) for card in cards)
        parts += [heading(names["answers"], heading_level + 1), "<ol>", *answers, "</ol>"]
    return sheet(*parts)


def _categories(categories: list[dict[str, Any]]) -> str:
    entries = (
        f"<dt>{text(category['label'])}</dt>"
        + (f"<dd>{text(category['description'])}</dd>" if category.get("description") else "")
        for category in categories
    )
    return f"<dl>{''.join(entries)}</dl>"


def _answers(answers: dict[str, dict[str, Any]], labels: dict[str, str], defensible: str) -> str:
    best_first = sorted(answers.items(), key=lambda item: -item[1]["points"])
    paragraphs = []
    for place, (category, answer) in enumerate(best_first):
        label = f"<b>{labels[category]}</b>"
        lead = escape(defensible).replace("{category}", label) if place else f"{label}."
        paragraphs.append(f"<p>{lead} {text(answer['reason'])}</p>")
    return f"<li>{''.join(paragraphs)}</li>"
