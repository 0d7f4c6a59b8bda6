"""The worksheet of a sentence builder: words to tick for each part, and what they do."""

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


def sentence_builder_worksheet(activity: dict[str, Any], heading_level: int = 3) -> str:
    """Return a sentence builder as a worksheet.

    Args:
        activity: The activity as the widget's front end gets it.
        heading_level: The level of the title's heading, 1 to 5; what the words do is one below.

    Returns:
        One ``section`` element. All of the activity's texts are escaped.
    """
    said = words("worksheet")
    parts = activity["parts"]
    return sheet(
        heading(activity["title"], heading_level),
        paragraph(activity["prompt"]),
        bullets([_choices(part) for part in parts], "ol"),
        paragraph(words("sentence_builder")["your_sentence"] + ":"),
        lines_to_write_on(),
        paragraph(activity.get("closing")),
        heading(said["what_words_do"], heading_level + 1),
        bullets([_notes(part) for part in parts], "ol"),
    )


def _choices(part: dict[str, Any]) -> str:
    said = words("sentence_builder")
    boxes = [f"{BOX}{text(option['text'])}" for option in part["options"]]
    boxes.append(f"{BOX}{text(said['own_option'])}: {'_' * 30}")
    if part["optional"]:
        boxes.append(f"{BOX}{text(said['leave_out'])}")
    return paragraph(part["label"]) + bullets(boxes)


def _notes(part: dict[str, Any]) -> str:
    entries = (
        f"<dt>{text(option['text'])}</dt><dd>{text(option['note'])}</dd>"
        for option in part["options"]
    )
    return f"{paragraph(part['label'])}<dl>{''.join(entries)}</dl>"
