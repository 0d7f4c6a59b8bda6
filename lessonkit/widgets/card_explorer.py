"""Cards to open one by one."""

import traitlets

from lessonkit.widgets._base import ActivityWidget


class CardExplorer(ActivityWidget):
    """Cards to open one by one, each under the same few headings."""

    _stem = "card_explorer"

    opened = traitlets.List(traitlets.Unicode()).tag(sync=True, learner=True)
    """The ids of the cards that the learner has opened, in that order."""

    def static_form(self) -> str:
        """Return the worksheet."""
        return ""
