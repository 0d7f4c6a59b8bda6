"""Questions to write about in private."""

import traitlets

from lessonkit.widgets._base import ActivityWidget


class Reflection(ActivityWidget):
    """Questions to write about in private."""

    _stem = "reflection"

    texts = traitlets.Dict().tag(sync=True, learner=True)
    """For each question's id, what the learner wrote."""

    def static_form(self) -> str:
        """Return the worksheet."""
        return ""
