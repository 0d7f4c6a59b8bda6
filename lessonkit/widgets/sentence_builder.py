"""A sentence put together from parts."""

import traitlets

from lessonkit.widgets._base import ActivityWidget


class SentenceBuilder(ActivityWidget):
    """A sentence put together from parts, to read, copy and say."""

    _stem = "sentence_builder"

    choices = traitlets.Dict().tag(sync=True, learner=True)
    """For each part's id, the id of the chosen words, ``"own"`` for own ones, or ``""`` for none."""

    own_words = traitlets.Dict().tag(sync=True, learner=True)
    """For each part's id, the learner's own words."""

    def static_form(self) -> str:
        """Return the worksheet."""
        return ""
