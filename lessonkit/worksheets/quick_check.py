"""The worksheet of a quick check: questions with boxes to tick, then every option's reason."""

from typing import Any

from lessonkit.activities.answers import SURENESS
from lessonkit.words import words
from lessonkit.worksheets.evidence_note import evidence_note
from lessonkit.worksheets.html import BOX, WIDE_SPACE, bullets, heading, paragraph, sheet, text


def quick_check_worksheet(activity: dict[str, Any], heading_level: int = 3) -> str:
    """Return a quick check as a worksheet.

    Args:
        activity: The activity as the widget's front end gets it.
        heading_level: The level of the title's heading, 1 to 5; the answers are one below.

    Returns:
        One ``section`` element. All of the activity's texts are escaped.
    """
    questions = activity["questions"]
    asked = [_question(question, activity["confidence"]) for question in questions]
    return sheet(
        heading(activity["title"], heading_level),
        paragraph(activity.get("prompt")),
        bullets(asked, "ol"),
        heading(words("worksheet")["answers"], heading_level + 1),
        bullets([_answers(question) for question in questions], "ol"),
    )


def _question(question: dict[str, Any], asks_confidence: bool) -> str:
    names, said = words("worksheet"), words("quick_check")
    instruction = names["tick_every"] if question["several"] else names["tick_single"]
    boxes = "".join(f"<p>{BOX}{text(option['text'])}</p>" for option in question["options"])
    levels = WIDE_SPACE.join(f"{BOX}{text(said[f'confidence_{level}'])}" for level in SURENESS)
    sure = f"<p>{text(said['how_sure'])} {levels}</p>" if asks_confidence else ""
    return f"<p>{text(question['text'])} {text(instruction)}</p>{boxes}{sure}"


def _answers(question: dict[str, Any]) -> str:
    said = words("quick_check")
    fits = f"<i>{text(said['this_holds'])}</i> "
    reasons = [
        f"<b>{text(option['text'])}</b> {fits if option['correct'] else ''}{text(option['reason'])}"
        for option in question["options"]
    ]
    return paragraph(question["text"]) + bullets(reasons) + evidence_note(question.get("evidence"))
