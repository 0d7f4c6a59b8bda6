"""Questions with options."""

import traitlets

from lessonkit.widgets._base import ActivityWidget


class QuickCheck(ActivityWidget):
    """Questions with options, each explained.

    The learner chooses, checks, and may try once more.
    """

    _stem = "quick_check"

    choices = traitlets.Dict().tag(sync=True, learner=True)
    """For each question's id, the ids of the options that are ticked now."""

    confidence = traitlets.Dict().tag(sync=True, learner=True)
    """For each question's id, how sure the learner is: ``"guess"``, ``"fairly"`` or ``"sure"``."""

    attempts = traitlets.Dict().tag(sync=True, learner=True)
    """For each question's id, the lists that were checked: two at most, the latest last."""

    def static_form(self) -> str:
        """Return the worksheet."""
        return ""
