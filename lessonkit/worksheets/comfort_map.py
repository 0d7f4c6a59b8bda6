"""The worksheet of a comfort map: each item with the choices to tick and a line for a note."""

from html import escape
from typing import Any

from lessonkit.words import words
from lessonkit.worksheets.html import (
    BOX,
    WIDE_SPACE,
    bullets,
    heading,
    paragraph,
    sheet,
    text,
)

_LINE = "_" * 30


def comfort_map_worksheet(activity: dict[str, Any], heading_level: int = 3) -> str:
    """Return a comfort map as a worksheet: each item with its boxes and a line for a note.

    Args:
        activity: The activity as the widget's front end gets it: ``title``, ``prompt``,
            ``choices`` and ``items``.
        heading_level: The level of the title's heading, 1 to 5; the groups' are one below.

    Returns:
        One ``section`` element. All of the activity's texts are escaped.
    """
    # What has no group comes first: below a group's heading it would seem to belong to it.
    groups: dict[str | None, list[dict[str, Any]]] = {None: []}
    for item in activity["items"]:
        groups.setdefault(item.get("group"), []).append(item)
    parts = [
        heading(activity["title"], heading_level),
        paragraph(activity["prompt"]),
        _choices(activity["choices"]),
    ]
    for name, items in groups.items():
        if items:
            parts += [
                heading(name, heading_level + 1) if name else "",
                bullets([_item(item, activity["choices"]) for item in items]),
            ]
    return sheet(*parts, paragraph(activity.get("closing")))


def _choices(choices: list[dict[str, Any]]) -> str:
    entries = "".join(
        f"<dt>{text(choice['label'])}</dt><dd>{text(choice['description'])}</dd>"
        for choice in choices
        if choice.get("description")
    )
    return f"<dl>{entries}</dl>" if entries else ""


def _item(item: dict[str, Any], choices: list[dict[str, Any]]) -> str:
    boxes = WIDE_SPACE.join(f"{BOX}{text(choice['label'])}" for choice in choices)
    note = escape(words("worksheet")["own_note"])
    return f"<p>{text(item['label'])}</p><p>{boxes}</p><p>{note} {_LINE}</p>"
