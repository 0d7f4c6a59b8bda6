"""A conversation that branches."""

from typing import TYPE_CHECKING, Any

import traitlets

from lessonkit.widgets._base import ActivityWidget, as_frame, refuse_unknown
from lessonkit.words import words
from lessonkit.worksheets.dialogue import dialogue_worksheet

if TYPE_CHECKING:
    import pandas

    from lessonkit.activities.kinds.dialogue import DialogueActivity, Line, LineChoice


class Dialogue(ActivityWidget):
    """A conversation that branches, with a look back on the path that was taken.

    The learner chooses what to say or do next, can go back at any time, and sees at an ending
    what each choice did.

    Example:
        >>> evening = Dialogue("activities/an-evening.yaml")
        >>> evening.path = [{"line": "opening", "choice": "lean"}]
        >>> evening.ending is None
        True
    """

    _stem = "dialogue"
    _parts = ("dialogue_path", "dialogue_parts")

    path = traitlets.List(
        traitlets.Dict(key_trait=traitlets.Unicode(), value_trait=traitlets.Unicode())
    ).tag(sync=True, learner=True)
    """The choices so far, each ``{"line": …, "choice": …}`` with their ids.

    A path that does not fit the lines is followed as far as it fits.
    """

    endings = traitlets.List(traitlets.Unicode()).tag(sync=True, learner=True)
    """The ids of the lines at which the learner has ended so far."""

    content: "DialogueActivity"

    @traitlets.validate("path")
    def _check_path(self, proposal: dict[str, Any]) -> list[dict[str, str]]:
        path: list[dict[str, str]] = proposal["value"]
        choices = {line.id: [each.id for each in line.choices] for line in self.content.lines}
        for step in path:
            if step.keys() != {"line", "choice"}:
                raise traitlets.TraitError(
                    f"{self.content.id!r}: each step of a path is "
                    f"{{'line': …, 'choice': …}} with the ids of both (got {step!r})."
                )
        refuse_unknown(self.content.id, "lines", [step["line"] for step in path], choices)
        for step in path:
            there = choices[step["line"]]
            if step["choice"] not in there:
                have = f"It has {', '.join(there)}." if there else "The conversation ends there."
                raise traitlets.TraitError(
                    f"{self.content.id!r}: line {step['line']!r} has no choice "
                    f"{step['choice']!r}. {have}"
                )
        return path

    @traitlets.validate("endings")
    def _check_endings(self, proposal: dict[str, Any]) -> list[str]:
        endings: list[str] = proposal["value"]
        there = [line.id for line in self.content.lines if line.ending]
        refuse_unknown(self.content.id, "endings", endings, there)
        return endings

    @property
    def ending(self) -> str | None:
        """The id of the line at which the conversation has ended, or None while it goes on."""
        _, line = self._followed()
        return line.id if line.ending else None

    def transcript(self) -> str:
        """Return the conversation so far as a text, one turn a line."""
        you = words("dialogue")["you"]
        steps, last = self._followed()
        said = [
            text
            for line, choice in steps
            for text in (_said(line.speaker, line.text), _said(you, choice.text))
        ]
        said.append(_said(last.speaker, last.text))
        return "\n".join([*said, f"({last.ending})"] if last.ending else said)

    def results(self) -> "list[dict[str, Any]] | pandas.DataFrame":
        """Return one row for each choice of the path.

        Returns:
            A pandas frame where pandas is installed, a list of dicts elsewhere. The columns:
            ``line`` (id), ``speaker`` (or None), ``text`` (the line's), ``choice`` (id),
            ``chosen`` (its text), ``debrief``, ``others`` (the ids of the other choices).
        """
        return as_frame(
            [
                {
                    "line": line.id,
                    "speaker": line.speaker,
                    "text": line.text,
                    "choice": chosen.id,
                    "chosen": chosen.text,
                    "debrief": chosen.debrief,
                    "others": [each.id for each in line.choices if each.id != chosen.id],
                }
                for line, chosen in self._followed()[0]
            ]
        )

    def static_form(self) -> str:
        """Return the worksheet: numbered lines, and for each choice the line to go on with."""
        return dialogue_worksheet(self.activity)

    def _followed(self) -> "tuple[list[tuple[Line, LineChoice]], Line]":
        """Return the steps of the path that fit, and the line to which they lead."""
        steps: list[tuple[Line, LineChoice]] = []
        line = self.content.lines[0]
        for step in self.path:
            chosen = next((each for each in line.choices if each.id == step["choice"]), None)
            if step["line"] != line.id or chosen is None:
                break
            steps.append((line, chosen))
            line = self.content.line(chosen.to)
        return steps, line


def _said(speaker: str | None, text: str) -> str:
    return f"{speaker}: {text}" if speaker else text
