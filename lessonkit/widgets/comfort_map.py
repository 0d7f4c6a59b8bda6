"""Items to mark for oneself."""

from typing import TYPE_CHECKING, Any

import traitlets

from lessonkit.widgets._base import ActivityWidget, as_frame, refuse_unknown
from lessonkit.worksheets.comfort_map import comfort_map_worksheet

if TYPE_CHECKING:
    import pandas

    from lessonkit.activities.kinds.comfort_map import ComfortMapActivity


class ComfortMap(ActivityWidget):
    """Items to mark for oneself, each with a private note, and a page that comes of it.

    Example:
        >>> comfort = ComfortMap("activities/my-comfort-map.yaml")
        >>> comfort.answers = {"hug-hello": "maybe"}
        >>> len(comfort.results())
        20
    """

    _stem = "comfort_map"
    _parts = ("choices", "rating", "keeping", "comfort_lists", "comfort_page")

    answers = traitlets.Dict().tag(sync=True, learner=True)
    """For each marked item's id, the id of the choice."""

    notes = traitlets.Dict(value_trait=traitlets.Unicode()).tag(sync=True, learner=True)
    """For each item's id, the learner's note."""

    content: "ComfortMapActivity"

    @traitlets.validate("answers", "notes")
    def _check_items(self, proposal: dict[str, Any]) -> dict[str, str]:
        given: dict[str, str] = proposal["value"]
        refuse_unknown(self.content.id, "items", given, [item.id for item in self.content.items])
        if proposal["trait"].name == "answers":
            choices = [choice.id for choice in self.content.choices]
            refuse_unknown(self.content.id, "choices", given.values(), choices)
        return given

    def results(self) -> "list[dict[str, Any]] | pandas.DataFrame":
        """Return one row for each item.

        Returns:
            A pandas frame where pandas is installed, a list of dicts elsewhere. The columns:
            ``item`` (id), ``label``, ``group`` (or None), ``choice`` (its id, or None where the
            item is not marked), ``choice_label``, ``note``.
        """
        labels = {choice.id: choice.label for choice in self.content.choices}
        return as_frame(
            [
                {
                    "item": item.id,
                    "label": item.label,
                    "group": item.group,
                    "choice": self.answers.get(item.id),
                    "choice_label": labels.get(self.answers.get(item.id, "")),
                    "note": self.notes.get(item.id, ""),
                }
                for item in self.content.items
            ]
        )

    def static_form(self) -> str:
        """Return the worksheet: each item with the choices to tick and room for a note."""
        return comfort_map_worksheet(self.activity)
