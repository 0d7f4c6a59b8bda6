"""Cards to open one by one."""

from typing import TYPE_CHECKING, Any

import traitlets

from lessonkit.widgets._base import ActivityWidget, as_frame, refuse_unknown
from lessonkit.worksheets.card_explorer import card_explorer_worksheet

if TYPE_CHECKING:
    import pandas

    from lessonkit.activities.kinds.card_explorer import CardExplorerActivity


class CardExplorer(ActivityWidget):
    """Cards to open one by one, each under the same few headings.

    Example:
        >>> explorer = CardExplorer("activities/eleven-forms.yaml")
        >>> explorer.opened = ["cuddling", "massage", "cuddling"]
        >>> explorer.opened
        ['massage', 'cuddling']
    """

    _stem = "card_explorer"
    _parts = ("evidence_note",)

    opened = traitlets.List(traitlets.Unicode()).tag(sync=True, learner=True)
    """The ids of the cards that the learner has opened, each once, the latest last."""

    content: "CardExplorerActivity"
    """The activity as it was loaded."""

    @traitlets.validate("opened")
    def _check_opened(self, proposal: dict[str, Any]) -> list[str]:
        opened: list[str] = proposal["value"]
        refuse_unknown(self.content.id, "cards", opened, [card.id for card in self.content.cards])
        return list(dict.fromkeys(reversed(opened)))[::-1]

    def results(self) -> "list[dict[str, Any]] | pandas.DataFrame":
        """Return one row for each card, in the order of the file.

        Returns:
            A pandas frame where pandas is installed, a list of dicts elsewhere. The columns:
            ``card`` (id), ``label``, ``opened``.
        """
        return as_frame(
            [
                {"card": card.id, "label": card.label, "opened": card.id in self.opened}
                for card in self.content.cards
            ]
        )

    def static_form(self) -> str:
        """Return the worksheet: every card in full."""
        return card_explorer_worksheet(self.activity)
