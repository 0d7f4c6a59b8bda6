"""The worksheet of a quick check: questions with boxes to tick, then every option's reason."""

from typing import Any

from lessonkit.words import words
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
    instruction = names["tick_all"] if question["several"] else names["tick_one"]
    boxes = "".join(f"<p>{BOX}{text(option['text'])}</p>" for option in question["options"])
    levels = WIDE_SPACE.join(
        f"{BOX}{text(said[f'confidence_{level}'])}" for level in ("guess", "fairly", "sure")
    )
    sure = f"<p>{text(said['how_sure'])} {levels}</p>" if asks_confidence else ""
    return f"<p>{text(question['text'])} {text(instruction)}</p>{boxes}{sure}"


def _answers(question: dict[str, Any]) -> str:
    said = words("quick_check")
    reasons = [
        f"<b>{text(option['text'])}</b> "
        f"<i>{text(said['this_holds' if option['correct'] else 'this_fails'])}</i> "
        f"{text(option['reason'])}"
        for option in question["options"]
    ]
    return paragraph(question["text"]) + bullets(reasons) + _evidence(question.get("evidence"))


def _evidence(evidence: dict[str, Any] | None) -> str:
    if not evidence:
        return ""
    said = words("evidence_note")
    studies = said["evidence_studies"].replace("{studies}", "; ".join(evidence["studies"]))
    strength = said[f"strength_{evidence['strength']}"]
    return f"<p>{text(said['evidence_is'])} {text(strength)}. {text(studies)}</p>"
