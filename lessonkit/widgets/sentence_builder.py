"""A sentence put together from parts."""

from typing import TYPE_CHECKING, Any

import traitlets

from lessonkit.activities.answers import OWN_WORDS
from lessonkit.widgets._base import ActivityWidget, as_frame, refuse_unknown
from lessonkit.worksheets.sentence_builder import sentence_builder_worksheet

if TYPE_CHECKING:
    import pandas

    from lessonkit.activities.kinds.sentence_builder import SentenceBuilderActivity


class SentenceBuilder(ActivityWidget):
    """A sentence put together from parts, to read, copy and say.

    Example:
        >>> builder = SentenceBuilder("activities/saying-a-boundary.yaml")
        >>> builder.choices = {"boundary": "stop-here", "closing": "own"}
        >>> builder.own_words = {"closing": "Let's watch the film."}
        >>> builder.sentence
        "I'd like us to stop here. Let's watch the film."
    """

    _stem = "sentence_builder"
    _parts = (
        "choices",
        "keeping",
        "sentence_builder_words",
        "sentence_builder_voice",
        "sentence_builder_part",
    )

    choices = traitlets.Dict(key_trait=traitlets.Unicode(), value_trait=traitlets.Unicode()).tag(
        sync=True, learner=True
    )
    """For each part's id, the id of the words, ``"own"`` for own ones, or ``""`` for none."""

    own_words = traitlets.Dict(key_trait=traitlets.Unicode(), value_trait=traitlets.Unicode()).tag(
        sync=True, learner=True
    )
    """For each part's id, the learner's own words; kept while other words are chosen."""

    content: "SentenceBuilderActivity"
    """The activity as it was loaded."""

    @traitlets.validate("choices")
    def _check_choices(self, proposal: dict[str, Any]) -> dict[str, str]:
        choices: dict[str, str] = proposal["value"]
        parts = {part.id: part for part in self.content.parts}
        refuse_unknown(self.content.id, "parts", choices, parts)
        wrong = [
            (part, choice)
            for part, choice in choices.items()
            if choice not in {"", OWN_WORDS, *(option.id for option in parts[part].options)}
        ]
        if wrong:
            part, choice = wrong[0]
            known = ", ".join(option.id for option in parts[part].options)
            raise traitlets.TraitError(
                f"part {part!r} of {self.content.id!r} has no option {choice!r}. It has {known}; "
                f"{OWN_WORDS!r} stands for own words and '' for none."
            )
        return choices

    @traitlets.validate("own_words")
    def _check_own_words(self, proposal: dict[str, Any]) -> dict[str, str]:
        own_words: dict[str, str] = proposal["value"]
        known = [part.id for part in self.content.parts]
        refuse_unknown(self.content.id, "parts", own_words, known)
        return own_words

    @property
    def sentence(self) -> str:
        """The sentence as far as it has come; a part for which there are no words is left out."""
        return self.content.sentence(self.choices, self.own_words)

    def results(self) -> "list[dict[str, Any]] | pandas.DataFrame":
        """Return one row for each part, in the order in which they are said.

        Returns:
            A pandas frame where pandas is installed, a list of dicts elsewhere. The columns:
            ``part`` (id), ``label``, ``choice`` (the id of an option, ``"own"``, or ``""``),
            ``words`` (what the part adds to the sentence).
        """
        return as_frame(
            [
                {
                    "part": part.id,
                    "label": part.label,
                    "choice": self.choices.get(part.id, ""),
                    "words": part.words(
                        self.choices.get(part.id, ""), self.own_words.get(part.id, "")
                    ),
                }
                for part in self.content.parts
            ]
        )

    def static_form(self) -> str:
        """Return the worksheet: each part with its words to tick, then what they do."""
        return sentence_builder_worksheet(self.activity)
