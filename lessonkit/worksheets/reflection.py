"""The worksheet of a reflection: each question, and lines to write on."""

from typing import Any

from lessonkit.words import words
from lessonkit.worksheets.html import (
    bullets,
    heading,
    lines_to_write_on,
    paragraph,
    sheet,
    text,
)


def reflection_worksheet(activity: dict[str, Any], heading_level: int = 3) -> str:
    """Return a reflection as a worksheet: each question with its hint, and lines to write on.

    Args:
        activity: The activity as the widget's front end gets it: ``title``, ``questions`` and,
            perhaps, ``prompt``.
        heading_level: The level of the title's heading, 1 to 6.

    Returns:
        One ``section`` element. All of the activity's texts are escaped.
    """
    asked = [
        f"<p><b>{text(question['text'])}</b></p>"
        + paragraph(question.get("hint"))
        + lines_to_write_on(5)
        for question in activity["questions"]
    ]
    return sheet(
        heading(activity["title"], heading_level),
        paragraph(activity.get("prompt")),
        paragraph(words("worksheet")["for_you_alone"]),
        bullets(asked, "ol"),
    )
