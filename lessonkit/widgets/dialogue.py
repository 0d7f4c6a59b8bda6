"""A conversation that branches."""

import traitlets

from lessonkit.widgets._base import ActivityWidget


class Dialogue(ActivityWidget):
    """A conversation that branches, with a look back on the path that was taken."""

    _stem = "dialogue"

    path = traitlets.List(traitlets.Dict()).tag(sync=True, learner=True)
    """The choices so far, each ``{"line": …, "choice": …}`` with their ids."""

    endings = traitlets.List(traitlets.Unicode()).tag(sync=True, learner=True)
    """The ids of the lines at which the learner has ended so far."""

    def static_form(self) -> str:
        """Return the worksheet."""
        return ""
