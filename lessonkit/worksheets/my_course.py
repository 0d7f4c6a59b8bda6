"""The worksheet of a whole course: its lessons and activities to tick, with lines for notes."""

from html import escape
from typing import Any

from lessonkit.words import words
from lessonkit.worksheets.html import (
    BOX,
    bullets,
    heading,
    lines_to_write_on,
    paragraph,
    sheet,
    text,
)


def my_course_worksheet(activity: dict[str, Any], heading_level: int = 3) -> str:
    """Return a course as a check list.

    Args:
        activity: The course as the widget's front end gets it: ``title``, ``lessons``, ``parts``
            and, where there is one, ``prompt``.
        heading_level: The level of the title's heading, 1 to 5; the lessons' are one below.

    Returns:
        One ``section`` element. All of the course's texts are escaped.
    """
    note = f"<p>{escape(words('worksheet')['own_note'])}</p>"
    parts = [heading(activity["title"], heading_level), paragraph(activity.get("prompt"))]
    for number, lesson in enumerate(activity["lessons"], start=1):
        titles = [
            shown.get("title") or activity["parts"][shown.get("part", shown["key"])]["title"]
            for shown in lesson["activities"]
        ]
        parts += [
            heading(f"{number}. {lesson['title']}", heading_level + 1),
            bullets([f"{BOX}{text(title)}" for title in titles]),
            note,
            lines_to_write_on(2),
        ]
    return sheet(*parts)
