"""Questions with options."""

from typing import TYPE_CHECKING, Any

import traitlets

from lessonkit.activities.answers import SURENESS
from lessonkit.widgets._base import ActivityWidget, as_frame, refuse_unknown
from lessonkit.worksheets.quick_check import quick_check_worksheet

if TYPE_CHECKING:
    import pandas

TRIES = 2


class QuickCheck(ActivityWidget):
    """Questions with options, each explained.

    The learner chooses, says how sure they are where the activity asks for it, and checks. The
    reasons of what was chosen come up; if the choice does not fully hold, the learner may choose
    and check once more, or ask for all the reasons.

    A question is closed, and all its reasons are shown, once the latest list in ``attempts``
    holds, or there are two, or the question is in ``revealed``.

    Example:
        >>> check = QuickCheck("activities/touch-guesses.yaml")
        >>> check.attempts = {"kissing-cultures": [["hardly-any"], ["under-half"]]}
        >>> check.held_at_first
        []
    """

    _stem = "quick_check"
    _parts = ("choices", "evidence_note", "quick_check_state", "quick_check_parts")

    choices = traitlets.Dict(
        key_trait=traitlets.Unicode(), value_trait=traitlets.List(traitlets.Unicode())
    ).tag(sync=True, learner=True)
    """For each question's id, the ids of the options that are ticked now."""

    confidence = traitlets.Dict(
        key_trait=traitlets.Unicode(), value_trait=traitlets.Enum(SURENESS)
    ).tag(sync=True, learner=True)
    """For each question's id, how sure the learner is: ``"guess"``, ``"fairly"`` or ``"sure"``."""

    attempts = traitlets.Dict(
        key_trait=traitlets.Unicode(),
        value_trait=traitlets.List(traitlets.List(traitlets.Unicode())),
    ).tag(sync=True, learner=True)
    """For each question's id, the lists that were checked: two at most, the latest last."""

    revealed = traitlets.List(traitlets.Unicode()).tag(sync=True, learner=True)
    """The ids of the questions whose reasons the learner asked for instead of trying once more."""

    @traitlets.validate("choices")
    def _check_choices(self, proposal: dict[str, Any]) -> dict[str, list[str]]:
        choices: dict[str, list[str]] = proposal["value"]
        self._refuse_unknown_questions(choices)
        for question, chosen in choices.items():
            self._check_options(question, chosen)
        return choices

    @traitlets.validate("confidence")
    def _check_confidence(self, proposal: dict[str, Any]) -> dict[str, str]:
        confidence: dict[str, str] = proposal["value"]
        self._refuse_unknown_questions(confidence)
        return confidence

    @traitlets.validate("attempts")
    def _check_attempts(self, proposal: dict[str, Any]) -> dict[str, list[list[str]]]:
        attempts: dict[str, list[list[str]]] = proposal["value"]
        self._refuse_unknown_questions(attempts)
        for question, tries in attempts.items():
            if len(tries) > TRIES:
                raise traitlets.TraitError(
                    f"{self.content.id!r} lets a question be checked {TRIES} times, and "
                    f"{question!r} has {len(tries)} lists. Leave out the later ones."
                )
            for chosen in tries:
                if not chosen:
                    raise traitlets.TraitError(
                        f"{question!r} of {self.content.id!r} was checked with nothing chosen "
                        f"(got []). Name the options, or leave this list out."
                    )
                self._check_options(question, chosen)
        return attempts

    @traitlets.validate("revealed")
    def _check_revealed(self, proposal: dict[str, Any]) -> list[str]:
        revealed: list[str] = proposal["value"]
        self._refuse_unknown_questions(revealed)
        return revealed

    def _refuse_unknown_questions(self, found: Any) -> None:
        known = [question.id for question in self.content.questions]
        refuse_unknown(self.content.id, "questions", found, known)

    def _check_options(self, question_id: str, chosen: list[str]) -> None:
        question = next(each for each in self.content.questions if each.id == question_id)
        known = [option.id for option in question.options]
        refuse_unknown(self.content.id, f"options of {question_id!r} called", chosen, known)
        if len(chosen) > 1 and not question.several:
            raise traitlets.TraitError(
                f"{question_id!r} of {self.content.id!r} takes one option (got "
                f"{', '.join(chosen)}). Leave one, or write 'several: true' under the question."
            )

    @property
    def held_at_first(self) -> list[str]:
        """The ids of the questions whose first checked choice holds fully."""
        return [
            question.id
            for question in self.content.questions
            if self._holds(question, self.attempts.get(question.id, [])[:1])
        ]

    @staticmethod
    def _holds(question: Any, tries: list[list[str]]) -> bool | None:
        if not tries:
            return None
        return set(tries[-1]) == {option.id for option in question.options if option.correct}

    def results(self) -> "list[dict[str, Any]] | pandas.DataFrame":
        """Return one row for each question.

        Returns:
            A pandas frame where pandas is installed, a list of dicts elsewhere. The columns:
            ``question`` (id), ``text``, ``chosen`` (the ids that were checked last),
            ``first_chosen`` (those that were checked first), ``holds`` and ``held_at_first``
            (whether these are all that hold, and nothing else), ``confidence``. What has not
            been checked yet is None.
        """
        return as_frame([self._result(question) for question in self.content.questions])

    def _result(self, question: Any) -> dict[str, Any]:
        tries = self.attempts.get(question.id, [])
        return {
            "question": question.id,
            "text": question.text,
            "chosen": tries[-1] if tries else None,
            "first_chosen": tries[0] if tries else None,
            "holds": self._holds(question, tries),
            "held_at_first": self._holds(question, tries[:1]),
            "confidence": self.confidence.get(question.id),
        }

    def static_form(self) -> str:
        """Return the worksheet: every question with boxes, and the answers with all reasons."""
        return quick_check_worksheet(self.activity)
