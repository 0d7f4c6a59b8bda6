"""Items to mark for oneself."""

import traitlets

from lessonkit.widgets._base import ActivityWidget


class ComfortMap(ActivityWidget):
    """Items to mark for oneself, each with a private note, and a page that comes of it."""

    _stem = "comfort_map"

    answers = traitlets.Dict().tag(sync=True, learner=True)
    """For each marked item's id, the id of the choice."""

    notes = traitlets.Dict().tag(sync=True, learner=True)
    """For each item's id, the learner's note."""

    def static_form(self) -> str:
        """Return the worksheet."""
        return ""
