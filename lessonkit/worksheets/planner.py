"""The worksheet of a planner: a week to fill in by hand, and the acts to choose from."""

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

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def planner_worksheet(activity: dict[str, Any], heading_level: int = 3) -> str:
    """Return a planner as a worksheet.

    Args:
        activity: The activity as the widget's front end gets it: ``title``, ``prompt``, ``acts``
            and, where there is one, ``closing``.
        heading_level: The level of the title's heading, 1 to 5; those of the parts are one below.

    Returns:
        One ``section`` element. All of the activity's texts are escaped.
    """
    names, level = words("planner"), heading_level + 1
    # What has no group comes first: below a group's heading it would seem to belong to it.
    groups: dict[str | None, list[dict[str, Any]]] = {None: []}
    for act in activity["acts"]:
        groups.setdefault(act.get("group"), []).append(act)
    acts = [
        part
        for name, members in groups.items()
        if members
        for part in (heading(name, level) if name else "", bullets([_act(act) for act in members]))
    ]
    return sheet(
        heading(activity["title"], heading_level),
        paragraph(activity["prompt"]),
        *acts,
        heading(names["own_acts"], level),
        lines_to_write_on(),
        heading(names["your_week"], level),
        paragraph(activity.get("closing")),
        _week(),
    )


def _act(act: dict[str, Any]) -> str:
    about = act.get("about")
    return text(act["label"]) + (f"<br><small>{text(about)}</small>" if about else "")


def _week() -> str:
    names, sheet_words = words("planner"), words("worksheet")
    columns = (sheet_words["week_day"], sheet_words["week_act"], sheet_words["week_time"])
    heads = "".join(f'<th scope="col">{text(column)}</th>' for column in columns)
    room, time = "_" * 30, "_" * 8
    rows = "".join(
        f'<tr><th scope="row">{text(names[f"day_{day}"])}</th>'
        f"<td>{room}<br>{room}</td><td>{time}<br>{time}</td></tr>"
        for day in _DAYS
    )
    return f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
