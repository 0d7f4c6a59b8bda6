"""``lessonkit cards``: a deck on paper."""

from pathlib import Path

import click

from lessonkit.cli.decks import DeckFile, deck_argument

_HELP = """Make a PDF of the cards of DECK, a YAML file, to cut out and sort on a table.

\b
Examples:
  lessonkit cards activities/intimacy-or-passion.yaml
"""


@click.command(help=_HELP)
@deck_argument
@click.option("--output", type=click.Path(path_type=Path, dir_okay=False), help="The PDF to write.")
def cards(deck: DeckFile, output: Path | None) -> None:
    """Write the PDF."""
    raise click.ClickException("the cards are not drawn yet")
