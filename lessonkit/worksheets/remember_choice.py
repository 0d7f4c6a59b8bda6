"""What stands on paper in the place of the choice whether answers are remembered."""

from lessonkit.words import words
from lessonkit.worksheets.html import heading, paragraph, sheet


def remember_choice_worksheet(heading_level: int = 3) -> str:
    """Return a note in the place of the choice.

    Args:
        heading_level: The level of the title's heading, 1 to 6.

    Returns:
        One ``section`` element.
    """
    title = words("remember_choice")["remember_title"]
    return sheet(heading(title, heading_level), paragraph(words("worksheet")["remember_on_paper"]))
