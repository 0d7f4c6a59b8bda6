"""Statements to take a stand on before and after."""

import traitlets

from lessonkit.widgets._base import ActivityWidget


class OpinionScale(ActivityWidget):
    """Statements to take a stand on before and after, and the change between.

    No point of the scale is the right one.
    """

    _stem = "opinion_scale"

    before = traitlets.Dict().tag(sync=True, learner=True)
    """For each statement's id, the point that was chosen first, from 1."""

    after = traitlets.Dict().tag(sync=True, learner=True)
    """For each statement's id, the point that was chosen later, from 1."""

    again = traitlets.Bool(False).tag(sync=True, learner=True)
    """Whether the learner is answering for the second time."""

    def static_form(self) -> str:
        """Return the worksheet."""
        return ""
