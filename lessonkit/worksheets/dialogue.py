"""The worksheet of a dialogue: numbered lines, each choice with the line to go on with."""

from typing import Any

from lessonkit.words import words
from lessonkit.worksheets.html import bullets, heading, paragraph, sheet, text


def dialogue_worksheet(activity: dict[str, Any], heading_level: int = 3) -> str:
    """Return a dialogue as a worksheet: a path to follow on paper, and then what each choice did.

    Args:
        activity: The activity as the widget's front end gets it: ``title``, ``prompt``,
            ``lines`` and, perhaps, ``closing_question``.
        heading_level: The level of the title's heading, 1 to 5; the look back is one below.

    Returns:
        One ``section`` element. All of the activity's texts are escaped.
    """
    names = words("worksheet")
    lines = activity["lines"]
    numbers = {line["id"]: number for number, line in enumerate(lines, 1)}
    said = [
        paragraph(line["text"], f"{line['speaker']}:" if line.get("speaker") else "")
        + _ways_on(line, numbers, names)
        for line in lines
    ]
    did = [
        paragraph(choice["debrief"], f"{_mark(numbers[line['id']], place)}.")
        for line in lines
        for place, choice in enumerate(line["choices"])
    ]
    return sheet(
        heading(activity["title"], heading_level),
        paragraph(activity["prompt"]),
        paragraph(names["follow_path"]),
        bullets(said, "ol"),
        heading(names["what_choices_did"], heading_level + 1) if did else "",
        *did,
        paragraph(activity.get("closing_question")),
    )


def _ways_on(line: dict[str, Any], numbers: dict[str, int], names: dict[str, str]) -> str:
    if line.get("ending"):
        return paragraph(line["ending"], names["ending"])
    items = []
    for place, choice in enumerate(line["choices"]):
        go_to = names["go_to_line"].format(number=numbers[choice["to"]])
        mark = _mark(numbers[line["id"]], place)
        items.append(f"<b>{mark}.</b> {text(choice['text'])} → <i>{text(go_to)}</i>")
    return bullets(items)


def _mark(number: int, place: int) -> str:
    return f"{number}{'abcd'[place]}"
