"""Questions to write about in private."""

from typing import TYPE_CHECKING, Any

import traitlets

from lessonkit.widgets._base import ActivityWidget, as_frame, refuse_unknown
from lessonkit.worksheets.reflection import reflection_worksheet

if TYPE_CHECKING:
    import pandas

    from lessonkit.activities.kinds.reflection import ReflectionActivity


class Reflection(ActivityWidget):
    """Questions to write about in private.

    The learner writes as much or as little as they like, takes it away as a text or on paper, or
    erases it.

    Example:
        >>> reflection = Reflection("activities/my-ties.yaml")
        >>> reflection.texts = {"who": "My sister. We laugh at the same things."}
        >>> reflection.text().splitlines()[-1]
        'My sister. We laugh at the same things.'
    """

    _stem = "reflection"
    _parts = ("keeping", "reflection_texts")

    texts = traitlets.Dict(key_trait=traitlets.Unicode(), value_trait=traitlets.Unicode()).tag(
        sync=True, learner=True
    )
    """For each question's id, what the learner wrote."""

    content: "ReflectionActivity"

    @traitlets.validate("texts")
    def _check_texts(self, proposal: dict[str, Any]) -> dict[str, str]:
        texts: dict[str, str] = proposal["value"]
        questions = [question.id for question in self.content.questions]
        refuse_unknown(self.content.id, "questions", texts, questions)
        return texts

    def text(self) -> str:
        """Return everything that the learner wrote as one text, each answer below its question."""
        written = [
            f"{question.text}\n{self.texts[question.id].strip()}\n"
            for question in self.content.questions
            if self.texts.get(question.id, "").strip()
        ]
        return "\n".join([f"{self.content.title}\n", *written]) if written else ""

    def results(self) -> "list[dict[str, Any]] | pandas.DataFrame":
        """Return one row for each question.

        Returns:
            A pandas frame where pandas is installed, a list of dicts elsewhere. The columns:
            ``question`` (id), ``text`` (the question's), ``written`` (empty where nothing is).
        """
        return as_frame(
            [
                {
                    "question": question.id,
                    "text": question.text,
                    "written": self.texts.get(question.id, ""),
                }
                for question in self.content.questions
            ]
        )

    def static_form(self) -> str:
        """Return the worksheet: the questions, and lines to write on."""
        return reflection_worksheet(self.activity)
