"""The worksheet of an opinion scale: each statement with the points to tick, first and later."""

from html import escape
from typing import Any

from lessonkit.words import words
from lessonkit.worksheets.html import BOX, WIDE_SPACE, bullets, heading, paragraph, sheet, text


def opinion_scale_worksheet(activity: dict[str, Any], heading_level: int = 3) -> str:
    """Return an opinion scale as a worksheet, with room for two rounds of answers.

    Args:
        activity: The activity as the widget's front end gets it: ``title``, ``prompt``,
            ``points`` and ``statements``.
        heading_level: The level of the title's heading, 1 to 6.

    Returns:
        One ``section`` element. All of the activity's texts are escaped.
    """
    names = words("worksheet")
    boxes = WIDE_SPACE.join(f"{BOX}{text(point)}" for point in activity["points"])
    rounds = "".join(
        f"<p>{escape(lead)} {boxes}</p>" for lead in (names["first_time"], names["second_time"])
    )
    statements = [f"<p>{text(each['text'])}</p>{rounds}" for each in activity["statements"]]
    return sheet(
        heading(activity["title"], heading_level),
        paragraph(activity["prompt"]),
        bullets(statements, "ol"),
        paragraph(activity.get("closing_question")),
    )
