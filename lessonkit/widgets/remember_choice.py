"""The choice whether answers are kept."""

from lessonkit.widgets._base import LessonWidget
from lessonkit.widgets._course import CourseTraits
from lessonkit.worksheets.remember_choice import remember_choice_worksheet


class RememberChoice(CourseTraits, LessonWidget):
    """Asks the learner whether the answers of the course are to be kept.

    In a published book they are then kept in the browser of this device, and in a notebook in the
    file ``progress.json`` beside it, as :func:`lessonkit.remember` does it.

    Example:
        >>> RememberChoice()
        RememberChoice()
    """

    _stem = "remember_choice"
    _parts = ("choices", "remembering")

    def static_form(self) -> str:
        """Return what is true where nothing can be remembered: answers stay on paper."""
        return remember_choice_worksheet()

    def __repr__(self) -> str:
        return f"{type(self).__name__}()"
