"""Effects with their uncertainty on one axis."""

from typing import TYPE_CHECKING, Any

import traitlets

from lessonkit.widgets._base import ActivityWidget, as_frame, refuse_unknown
from lessonkit.worksheets.evidence_plot import evidence_plot_worksheet

if TYPE_CHECKING:
    import pandas

    from lessonkit.activities.kinds.evidence_plot import Effect, EvidencePlotActivity


class EvidencePlot(ActivityWidget):
    """Effects with their uncertainty on one axis, to look at one by one or read as a table.

    Example:
        >>> plot = EvidencePlot("activities/touch-effects.yaml")
        >>> plot.looked_at = ["pain"]
        >>> [effect.value for effect in plot.content.effects if effect.id in plot.looked_at]
        [0.69]
    """

    _stem = "evidence_plot"
    _parts = ("evidence_note", "evidence_plot_scale", "evidence_plot_parts")

    looked_at = traitlets.List(traitlets.Unicode()).tag(sync=True, learner=True)
    """The ids of the effects that the learner has looked at, the current one last."""

    content: "EvidencePlotActivity"

    @traitlets.validate("looked_at")
    def _check_looked_at(self, proposal: dict[str, Any]) -> list[str]:
        looked_at: list[str] = proposal["value"]
        known = (effect.id for effect in self.content.effects)
        refuse_unknown(self.content.id, "effects", looked_at, known)
        return looked_at

    def table(self) -> "list[dict[str, Any]] | pandas.DataFrame":
        """Return the numbers of the plot, one row for each effect.

        Returns:
            A pandas frame where pandas is installed, a list of dicts elsewhere. The columns:
            ``effect`` (id), ``label``, ``value``, ``low``, ``high`` (None where the source gives
            none), ``interval``, ``includes_none`` (None without an interval), ``whom``,
            ``limits``, ``strength``, ``studies``.
        """
        return as_frame([self._row(effect) for effect in self.content.effects])

    def results(self) -> "list[dict[str, Any]] | pandas.DataFrame":
        """Return what the learner has looked at, one row for each effect.

        Returns:
            A pandas frame where pandas is installed, a list of dicts elsewhere. The columns:
            ``effect`` (id), ``label``, ``looked_at``.
        """
        rows = (
            {
                "effect": effect.id,
                "label": effect.label,
                "looked_at": effect.id in self.looked_at,
            }
            for effect in self.content.effects
        )
        return as_frame(list(rows))

    def _row(self, effect: "Effect") -> dict[str, Any]:
        low, high = effect.low, effect.high
        includes_none = None
        if low is not None and high is not None:
            includes_none = low <= self.content.none <= high
        return {
            "effect": effect.id,
            "label": effect.label,
            "value": effect.value,
            "low": low,
            "high": high,
            "interval": effect.interval,
            "includes_none": includes_none,
            "whom": effect.whom,
            "limits": effect.limits,
            "strength": effect.evidence.strength,
            "studies": "; ".join(effect.evidence.studies),
        }

    def static_form(self) -> str:
        """Return the worksheet: the effects as a table, with their sources and limits."""
        return evidence_plot_worksheet(self.activity)
