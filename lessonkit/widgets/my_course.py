"""The whole course as one learner has gone through it."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import traitlets

from lessonkit.activities.course import course_values, load_course
from lessonkit.widgets._base import LessonWidget, as_frame, loaded_for, refuse_unknown
from lessonkit.widgets._course import CourseTraits
from lessonkit.widgets._course_summary import summary_of
from lessonkit.worksheets.my_course import my_course_worksheet

if TYPE_CHECKING:
    import pandas

    from lessonkit.activities.course import LoadedCourse
    from lessonkit.activities.kinds.my_course import MyCourseActivity


class MyCourse(CourseTraits, LessonWidget):
    """What has been done and what is left, lesson by lesson; and everything that is the learner's.

    The learner sees results and what to look at again, writes private notes, decides whether
    answers are remembered, and saves, prints, brings back or erases all of them.

    Example:
        >>> course = MyCourse("activities/my-course.yaml")
        >>> course.notes = {"before-you-start": "Ask Mo what she thinks."}
        >>> len(course.results()) == len(course.course.steps)
        True
    """

    _stem = "my_course"
    _parts = (
        "choices",
        "keeping",
        "remembering",
        "sorting_moves",
        "opinion_rounds",
        "reflection_texts",
        "sentence_builder_words",
        "course_progress",
        "my_course_summary",
        "my_course_copy",
        "my_course_page",
        "my_course_lessons",
        "my_course_yours",
    )

    activity = traitlets.Dict().tag(sync=True)
    """The course, as the front end reads it. Set once, from the files."""

    notes = traitlets.Dict(key_trait=traitlets.Unicode(), value_trait=traitlets.Unicode()).tag(
        sync=True, learner=True
    )
    """For each lesson's id, the learner's note."""

    course: "LoadedCourse"
    """The lessons, with every activity as it was loaded."""

    content: "MyCourseActivity"
    """The file that lists them."""

    def __init__(self, activity: str | Path, *, key: str | None = None, **traits: Any) -> None:
        """Load a course with all its activities.

        Args:
            activity: The file that lists the lessons. The activities' files stand beside it.
            key: What the notes are saved under; the activity's id where it is left out.
            **traits: Further traits, such as ``layout``.

        Raises:
            ActivityError: A file is not there, or has mistakes; all of them are named.
            TypeError: The file is of another kind, or an argument is unknown.
        """
        self.course = load_course(activity, loaded_for(type(self), activity))
        self.content = self.course.content
        super().__init__(
            activity=course_values(self.course), activity_key=key or self.content.id, **traits
        )

    @traitlets.validate("notes")
    def _check_notes(self, proposal: dict[str, Any]) -> dict[str, str]:
        notes: dict[str, str] = proposal["value"]
        known = [lesson.id for lesson in self.content.lessons]
        refuse_unknown(self.content.id, "lessons", notes, known)
        return notes

    def results(self) -> "list[dict[str, Any]] | pandas.DataFrame":
        """Return one row for each activity of each lesson.

        Returns:
            A pandas frame where pandas is installed, a list of dicts elsewhere. The columns:
            ``lesson`` (id), ``activity`` (its title), ``key``, ``kind``, ``done`` (``"no"``,
            ``"begun"`` or ``"yes"``), ``parts_done``, ``parts``, ``points`` and ``possible``
            (None where nothing is scored; of a quick check, how many answers held at the first
            try), ``again`` (the ids of the questions or cards to look at again).
        """
        answers = self.course_progress.get("answers")
        given = answers if isinstance(answers, dict) else {}
        rows = []
        for step in self.course.steps:
            summary = summary_of(step, given.get(step.key))
            rows.append(
                {
                    "lesson": step.lesson.id,
                    "activity": step.title,
                    "key": step.key,
                    "kind": step.activity.type,
                    "done": summary.done,
                    "parts_done": summary.parts_done,
                    "parts": summary.parts,
                    "points": summary.points,
                    "possible": summary.possible,
                    "again": list(summary.again),
                }
            )
        return as_frame(rows)

    def static_form(self) -> str:
        """Return the worksheet: the lessons and activities to tick, with lines for notes."""
        return my_course_worksheet(self.activity)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.content.id!r})"
