"""What a facilitator turns in the notebook: deck, round, from how many people, in which order."""

from html import escape
from typing import TYPE_CHECKING, Any

import ipywidgets

from lessonkit.group.plots import bars, percent
from lessonkit.group.reading import THRESHOLD, Group, GroupResults, TooFewPeopleError
from lessonkit.group.results import ORDERS, card_frame
from lessonkit.words import words

if TYPE_CHECKING:
    import pandas


class GroupPanel(ipywidgets.VBox):  # type: ignore[misc]
    """Four choices, and beneath them the bars and the table of a round.

    Example:
        >>> GroupPanel(read_results("sample_codes.txt", rounds))
        GroupPanel(people=30, threshold=5, order='disputed')
    """

    def __init__(self, results: GroupResults, *, threshold: int = THRESHOLD) -> None:
        """Show the first round that somebody sorted.

        Args:
            results: What was read from a chat or a table.
            threshold: With fewer people than this nothing is shown, until it is turned.
        """
        self._words = words("group_panel")
        self._groups = results.groups
        decks = list(
            {group.deck.id: (group.deck.title, group.deck.id) for group in self._groups}.values()
        )
        orders = [(self._words[f"order_{order}"], order) for order in ORDERS]
        self.deck = self._choice("Dropdown", "deck", options=decks)
        self.round = self._choice("Dropdown", "round", options=self._rounds())
        self.threshold = self._choice(
            "BoundedIntText", "threshold", min=2, max=500, value=threshold
        )
        self.order = self._choice("Dropdown", "order", options=orders)
        self.shown = ipywidgets.HTML()
        super().__init__([self.deck, self.round, self.threshold, self.order, self.shown])
        for choice in (self.round, self.threshold, self.order):
            choice.observe(self._show, "value")
        self.deck.observe(self._deal, "value")
        self._show()

    @property
    def group(self) -> Group:
        """The group of the round that is chosen."""
        place: int = self.round.value
        return self._groups[place]

    def _choice(self, kind: str, name: str, **traits: Any) -> Any:
        style = {"description_width": "12em"}
        layout = {"width": "min(40em, 100%)"}
        description = self._words[f"choose_{name}"]
        return getattr(ipywidgets, kind)(
            description=description, style=style, layout=layout, **traits
        )

    def _rounds(self) -> list[tuple[str, int]]:
        """Name the rounds of the deck that somebody sorted, or else its first."""
        of_deck = [
            (self._round_name(group), place)
            for place, group in enumerate(self._groups)
            if group.deck.id == self.deck.value
        ]
        return [each for each in of_deck if self._groups[each[1]].people] or of_deck[:1]

    def _deal(self, change: object = None) -> None:
        self.round.options = self._rounds()

    def _round_name(self, group: Group) -> str:
        return self._words["round_name"].format(number=group.number, people=group.people)

    def _show(self, change: object = None) -> None:
        chosen: dict[str, Any] = {"order": self.order.value, "threshold": self.threshold.value}
        try:
            picture = bars(self.group, **chosen).html
            self.shown.value = picture + self._table(card_frame(self.group, **chosen))
        except TooFewPeopleError as error:
            self.shown.value = f"<p>{escape(str(error))}</p>"

    def _table(self, frame: "pandas.DataFrame") -> str:
        labels = {place.id: place.label for place in self.group.deck.categories}
        columns = ["text", *labels, "pass", "not_placed", "agreement"]
        names = [labels.get(name) or self._words[f"column_{name}"] for name in columns]
        rows = [
            "".join(
                [
                    f'<th scope="row">{escape(row["text"])} ({escape(str(card))})</th>',
                    *(f"<td>{row[name]}</td>" for name in columns[1:-1]),
                    f"<td>{percent(row['agreement'])}</td>",
                ]
            )
            for card, row in frame.iterrows()
        ]
        head = "".join(f'<th scope="col">{escape(name)}</th>' for name in names)
        body = "".join(f"<tr>{row}</tr>" for row in rows)
        caption = escape(f"{self.group.deck.title} {self._round_name(self.group)}")
        return (
            f"<table><caption>{caption}</caption>"
            f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
        )

    def _repr_mimebundle_(self, **kwargs: Any) -> dict[str, Any]:
        # Where no kernel runs, this stands for the choices and what they show.
        return {**super()._repr_mimebundle_(**kwargs), "text/html": self.shown.value}

    def __repr__(self) -> str:
        return (
            f"GroupPanel(people={self.group.people}, threshold={self.threshold.value}, "
            f"order={self.order.value!r})"
        )
