"""``lessonkit tally``: how a group sorted, from its codes, as plain text."""

import sys
from collections.abc import Iterator
from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING

import click

from lessonkit.cli.decks import DeckFile, deck_argument
from lessonkit.cli.outcome import Failure, end_with_remarks
from lessonkit.scoring import PASS

if TYPE_CHECKING:
    from lessonkit.activities import SortingActivity
    from lessonkit.group.reading import Group
    from lessonkit.group.results import Move
    from lessonkit.group.tally import CardTally

_HELP = """Count how a group sorted DECK, from FILE: a chat with codes, or a table of counts.

The most disputed card comes first. With - for FILE, the text is read from standard input.

\b
Examples:
  lessonkit tally activities/intimacy-or-passion.yaml chat.txt
  lessonkit tally activities/intimacy-or-passion.yaml chat.txt --again later.txt
  lessonkit tally activities/intimacy-or-passion.yaml chat.txt --csv > group.csv
"""
_WIDTH = 88
_BAR = 40
_SAME_DEAL = "Fix: give the deck, --cards and --seed with which they were dealt"
_FILE = click.Path(path_type=Path, allow_dash=True, dir_okay=False)


class CardNumber(click.ParamType[int | None]):
    """A number of cards, or ``all`` for no number."""

    name = "number|all"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> int | None:
        """Return the number, or None for ``all``."""
        if value is None or value == "all":
            return None
        number: int = click.IntRange(min=1)(str(value), param, ctx)
        return number


@click.command(help=_HELP)
@deck_argument
@click.argument("file", type=_FILE)
@click.option("--again", type=_FILE, help="What the same cards got when they were sorted again.")
@click.option("--cards", type=CardNumber(), default="12", show_default=True, help="Cards a round.")
@click.option("--seed", type=int, default=0, show_default=True, help="The seed of the deal.")
@click.option(
    "--threshold",
    type=click.IntRange(min=1),
    default=5,
    show_default=True,
    help="Show nothing of fewer people than this.",
)
@click.option("--drop-repeats", is_flag=True, help="Count a line once that is there twice.")
@click.option("--csv", "as_table", is_flag=True, help="Write the counts as a table.")
def tally(
    deck: DeckFile,
    file: Path,
    again: Path | None,
    cards: int | None,
    seed: int,
    threshold: int,
    drop_repeats: bool,
    as_table: bool,
) -> None:
    """Read, count and print."""
    from lessonkit.group.reading import deal_rounds
    from lessonkit.group.results import counts_csv

    if again and as_table:
        raise click.UsageError("a table holds one sorting: leave out --again, or call it twice.")
    deals = deal_rounds(deck.deck, cards, seed)
    groups, remarks = _read(file, deals, drop_repeats, threshold)
    later, more = _read(again, deals, drop_repeats, threshold) if again else ([], [])
    if as_table:
        click.echo(counts_csv(*groups, threshold=threshold), nl=False)
    else:
        second = {group.number: group for group in later}
        for group in groups:
            click.echo("\n".join(_group_lines(group)))
            if group.number in second:
                click.echo("\n".join(_moved_lines(group, second[group.number])))
    end_with_remarks([*remarks, *more])


def _read(
    file: Path, deals: "list[SortingActivity]", drop_repeats: bool, threshold: int
) -> "tuple[list[Group], list[str]]":
    """Return the groups that are large enough to be shown, and what needs a person's eye."""
    from lessonkit.group.csv_file import GroupFileError
    from lessonkit.group.reading import TooFewPeopleError, decoded, read_results, results_in

    try:
        if str(file) == "-":
            text = decoded(sys.stdin.buffer.read())
            found = results_in("-", text, deals, drop_repeats=drop_repeats)
        else:
            found = read_results(file, deals, drop_repeats=drop_repeats)
    except GroupFileError as error:
        raise Failure(str(error)) from None
    remarks = [f"{file}:{line}: {words}" for line, words in found.remarks()]
    groups, refusals = [], []
    for group in found.groups:
        try:
            groups.append(group.shown(threshold))
        except TooFewPeopleError as error:
            if group.people:
                refusals.append(f"{file}: round {group.number}: {error}")
    if not groups:
        nobody = f"{file}: there is no code of these cards. {_SAME_DEAL}"
        raise Failure("\n".join([*(refusals or [nobody]), *remarks]))
    return groups, [*refusals, *remarks]


def _group_lines(group: "Group") -> Iterator[str]:
    from lessonkit.group.tally import disputed_first

    kappa = "none" if group.kappa is None else f"{group.kappa:.2f}"
    yield f"{group.deck.title} Round {group.number}, {group.people} people."
    yield f"The most disputed card first. Agreement on all cards, Fleiss' kappa: {kappa}."
    yield ""
    for card in disputed_first(group.tally.cards):
        yield from _card_lines(group, card)
        yield ""


def _card_lines(group: "Group", card: "CardTally") -> Iterator[str]:
    yield from wrap(f"{card.card}: {group.deck.card(card.card).text}", _WIDTH)
    longest = max(len(place.label) for place in group.deck.categories)
    for place in group.deck.categories:
        count = card.counts[place.id]
        bar = "#" * round(_BAR * count / group.people)
        yield f"  {place.label:<{longest}}  {count:>3}  {bar}".rstrip()
    agreement = "none" if card.agreement is None else f"{card.agreement:.0%}"
    left_out = group.people - sum(card.counts.values())
    yield f"  agreement {agreement}, passed {card.counts[PASS]}, left out {left_out}"


def _moved_lines(before: "Group", after: "Group") -> Iterator[str]:
    from lessonkit.group.results import moves

    labels = {place.id: place.label for place in before.deck.categories}
    yield f"Sorted again by {after.people} people. What moved most first, in percentage points;"
    yield "in brackets between which values the largest change lies, with a confidence of 95 %."
    yield ""
    for move in moves(before, after):
        yield f"{move.card}: {_points(move, labels)}"
    yield ""


def _points(move: "Move", labels: dict[str, str]) -> str:
    if move.category is None:
        return "nobody placed it in one of the two"
    changes = ", ".join(
        f"{labels[place]} {round(change):+d}" for place, change in move.changes.items()
    )
    return f"{changes} ({labels[move.category]} {round(move.low):+d} to {round(move.high):+d})"
