"""``lessonkit cards``: a deck on paper."""

from pathlib import Path

import click

from lessonkit.cli.decks import DeckFile, deck_argument
from lessonkit.cli.outcome import end_with_remarks
from lessonkit.paper.deal import deal_cards
from lessonkit.paper.document import PARTS, Choices
from lessonkit.paper.layout import LAYOUTS, PAPERS

_ALL = "all"
_HELP = """Make a PDF of the cards of DECK, a YAML file, to cut out and sort on a table.

It holds the cards, a header for each category, a facilitator's key with the reasons, and a
worksheet. Print it on one side at full size ("100 %"). The cut lines of all sheets lie over each
other, so a stack is cut at once.

\b
Examples:
  lessonkit cards activities/intimacy-or-passion.yaml
  lessonkit cards my-deck.yaml --paper letter --cards all
  lessonkit cards my-deck.yaml --large-print --part cards --part headers
  lessonkit cards my-deck.yaml --round 2 --output second-round.pdf

A text that does not fit is told with its line; the PDF is made all the same, and the exit code is
3. What prints is Chromium or Chrome, by the packages of "lessonkit[print]".
"""


class CardCount(click.ParamType[int]):
    """A number of cards, or ``all``, which is 0."""

    name = "number"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> int:
        """Read the number."""
        if value == _ALL or isinstance(value, int):
            return 0 if value == _ALL else int(str(value))
        if not str(value).isdecimal() or not int(str(value)):
            self.fail(f"{value!r} is not a number of cards. Write 12, say, or all.", param, ctx)
        return int(str(value))


@click.command(help=_HELP)
@deck_argument
@click.option(
    "--paper", type=click.Choice(list(PAPERS)), default="a4", show_default=True, help="Its size."
)
@click.option(
    "--per-page",
    type=click.Choice([str(number) for number in LAYOUTS]),
    help="How many cards a page.  [default: 8; in large print 4]",
)
@click.option("--large-print", is_flag=True, help="Type of 16 points or more on every sheet.")
@click.option(
    "--cards",
    "number",
    type=CardCount(),
    default=12,
    show_default=True,
    metavar="NUMBER|all",
    help="How many cards a round has, as in the exercise on a screen.",
)
@click.option(
    "--round", "round_number", type=int, default=1, show_default=True, help="Which round."
)
@click.option("--seed", type=int, default=0, show_default=True, help="Deals other cards.")
@click.option(
    "--part",
    "parts",
    type=click.Choice(PARTS),
    multiple=True,
    help="What to print; may be given several times.  [default: all]",
)
@click.option(
    "--language", default="en", show_default=True, help="The deck's, for screen readers: ar, de …"
)
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The PDF to write.  [default: the deck's name, -cards- and the paper]",
)
def cards(
    deck: DeckFile,
    paper: str,
    per_page: str | None,
    large_print: bool,
    number: int,
    round_number: int,
    seed: int,
    parts: tuple[str, ...],
    language: str,
    output: Path | None,
) -> None:
    """Write the PDF, say where it is, and name what does not fit."""
    from lessonkit.paper.make_cards import make_cards

    if large_print and per_page:
        raise click.UsageError("Large print has 4 cards a page. Leave --per-page out.")
    large = "-large" if large_print else ""
    path = output or Path(f"{deck.path.stem}-cards-{paper}{large}.pdf")
    if path.suffix.lower() != ".pdf":
        raise click.BadParameter(
            f"'{path}' does not end in .pdf. Write {path.name}.pdf, say.", param_hint="'--output'"
        )
    choices = Choices(paper, int(per_page or 8), large_print, parts or PARTS, language)
    deal = deal_cards(deck.deck, number or None, seed, round_number)
    pdf, problems = make_cards(deal, choices, deck.path)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(pdf)
    click.echo(f"{len(deal.cards)} cards are in {path}, round {deal.round} of {deal.rounds}.")
    end_with_remarks(problems)
