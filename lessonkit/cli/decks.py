"""The argument DECK of the commands that work on a sorting deck."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lessonkit.activities import ActivityError, Problem, load_activity

if TYPE_CHECKING:
    from lessonkit.activities import SortingActivity


@dataclass(frozen=True)
class DeckFile:
    """A sorting deck, and the file that it came from."""

    path: Path
    deck: "SortingActivity"


class DeckParameter(click.ParamType[DeckFile]):
    """Loads the deck that a path leads to."""

    name = "deck"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> DeckFile:
        """Load the deck.

        Raises:
            ActivityError: The file has mistakes, or is an activity of another kind.
        """
        from lessonkit.activities import SortingActivity

        if isinstance(value, DeckFile):
            return value
        activity = load_activity(str(value))
        if not isinstance(activity, SortingActivity):
            kind = getattr(activity, "type", "another kind")
            raise ActivityError(
                [
                    Problem(
                        str(value),
                        1,
                        f"this is an activity of the kind '{kind}'",
                        "a deck of cards is an activity of the kind 'sorting'",
                        f"type: {kind}",
                        "name a file with the line 'type: sorting'",
                    )
                ]
            )
        return DeckFile(Path(str(value)), activity)


deck_argument = click.argument("deck", type=DeckParameter(), metavar="DECK")
"""DECK: the YAML file of a sorting deck; the command gets a `DeckFile`."""
