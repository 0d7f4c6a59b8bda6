"""Statements to take a stand on before and after."""

from typing import TYPE_CHECKING, Any

import traitlets

from lessonkit.widgets._base import ActivityWidget, as_frame, refuse_unknown
from lessonkit.worksheets.opinion_scale import opinion_scale_worksheet

if TYPE_CHECKING:
    import pandas

    from lessonkit.activities.kinds.opinion_scale import OpinionScaleActivity


class OpinionScale(ActivityWidget):
    """Statements to take a stand on before and after, and the change between.

    No point of the scale is the right one. One scale can be shown in two places of a notebook:
    before the reading, and after it.

    Example:
        >>> scale = OpinionScale("activities/which-needs-which.yaml")
        >>> scale.before = {"one-meaning": 4}
        >>> scale.after = {"one-meaning": 2}
        >>> len(scale.changes())
        4
    """

    _stem = "opinion_scale"
    _parts = ("choices", "rating", "opinion_rounds", "opinion_picture")

    before = traitlets.Dict().tag(sync=True, learner=True)
    """For each statement's id, the point that was chosen first, from 1."""

    after = traitlets.Dict().tag(sync=True, learner=True)
    """For each statement's id, the point that was chosen later, from 1."""

    again = traitlets.Bool(False).tag(sync=True, learner=True)
    """Whether the learner is answering for the second time, or has done so."""

    answering = traitlets.Bool(False).tag(sync=True)
    """Whether the learner is choosing points now, so that they are shown."""

    content: "OpinionScaleActivity"

    @traitlets.validate("before", "after")
    def _check_points(self, proposal: dict[str, Any]) -> dict[str, int]:
        chosen: dict[str, int] = proposal["value"]
        statements = [statement.id for statement in self.content.statements]
        refuse_unknown(self.content.id, "statements", chosen, statements)
        points = self.content.points
        for statement, point in chosen.items():
            if type(point) is not int or not 1 <= point <= len(points):
                raise traitlets.TraitError(
                    f"{self.content.id!r} has no point {point!r} for the statement {statement!r}. "
                    f"Its points are the numbers 1 ({points[0]}) to {len(points)} ({points[-1]})."
                )
        return chosen

    def changes(self) -> "list[dict[str, Any]] | pandas.DataFrame":
        """Return one row for each statement.

        Returns:
            A pandas frame where pandas is installed, a list of dicts elsewhere. The columns:
            ``statement`` (id), ``text``, ``before`` and ``after`` (points from 1, or None),
            ``before_label``, ``after_label``, and ``moved``: by how many points, up or down, or
            None where there are not two answers.
        """
        return as_frame([self._row(each.id, each.text) for each in self.content.statements])

    def _row(self, statement_id: str, text: str) -> dict[str, Any]:
        before, after = self.before.get(statement_id), self.after.get(statement_id)
        return {
            "statement": statement_id,
            "text": text,
            "before": before,
            "before_label": self._label(before),
            "after": after,
            "after_label": self._label(after),
            "moved": after - before if before and after else None,
        }

    def _label(self, point: int | None) -> str | None:
        return self.content.points[point - 1] if point else None

    def reset(self) -> None:
        """Take both rounds of answers back, as if the scale were new."""
        super().reset()
        self.answering = False

    def static_form(self) -> str:
        """Return the worksheet: each statement with the points to tick, first and later."""
        return opinion_scale_worksheet(self.activity)
