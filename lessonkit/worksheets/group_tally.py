"""The worksheet of a group tally: each card by each category, to count slips of paper by hand."""

from html import escape
from typing import Any

from lessonkit.words import words
from lessonkit.worksheets.html import bullets, heading, paragraph, sheet, text


def group_tally_worksheet(
    activity: dict[str, Any], threshold: int = 5, heading_level: int = 3
) -> str:
    """Return a table in which a facilitator counts how a group has sorted.

    Args:
        activity: The deck as the widget's front end gets it: ``title``, ``categories``, ``debrief``
            and ``cards``, those that were dealt.
        threshold: With fewer slips than this nothing is shown to the group.
        heading_level: The level of the title's heading, 1 to 5; the questions' is one below.

    Returns:
        One ``section`` element. All of the activity's texts are escaped.
    """
    names = words("worksheet")
    places = [*(each["label"] for each in activity["categories"]), words("group_tally")["passed"]]
    heads = "".join(f'<th scope="col">{text(each)}</th>' for each in [names["card"], *places])
    empty = "<td>\u00a0</td>" * len(places)
    rows = "".join(
        f'<tr><th scope="row">{number}. {text(card["text"])}</th>{empty}</tr>'
        for number, card in enumerate(activity["cards"], start=1)
    )
    parts = [
        heading(activity["title"], heading_level),
        paragraph(names["count_slips"].format(count=threshold)),
        f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>",
    ]
    if activity["debrief"]:
        parts += [
            heading(words("group_tally")["debrief"], heading_level + 1),
            bullets([text(question) for question in activity["debrief"]]),
        ]
    return sheet(*parts, f"<p>{escape(names['tear_slips'])}</p>")
