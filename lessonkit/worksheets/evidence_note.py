"""How well studies support what a worksheet says, and which studies."""

from typing import Any

from lessonkit.words import words
from lessonkit.worksheets.html import paragraph


def evidence_note(evidence: dict[str, Any] | None) -> str:
    """Return a paragraph on the evidence, or nothing where there is none.

    Args:
        evidence: Its ``strength`` and ``studies``, as the front end gets them.
    """
    if not evidence:
        return ""
    said = words("evidence_note")
    strength = said[f"strength_{evidence['strength']}"]
    studies = said["evidence_studies"].replace("{studies}", "; ".join(evidence["studies"]))
    return paragraph(f"{said['evidence_is']} {strength}. {studies}")
