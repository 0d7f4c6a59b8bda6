"""Effects with their uncertainty on one axis."""

import traitlets

from lessonkit.widgets._base import ActivityWidget


class EvidencePlot(ActivityWidget):
    """Effects with their uncertainty on one axis, to look at one by one or read as a table."""

    _stem = "evidence_plot"

    looked_at = traitlets.List(traitlets.Unicode()).tag(sync=True, learner=True)
    """The ids of the effects that the learner has looked at."""

    def static_form(self) -> str:
        """Return the worksheet."""
        return ""
