"""``lessonkit import``: a deck from a table of cards."""

from pathlib import Path

import click

from lessonkit.cli.decks import DeckFile, DeckParameter
from lessonkit.cli.outcome import end_with_remarks
from lessonkit.cli.writing import STANDARD_OUTPUT, output_force, write_output

_HELP = """Make a deck of the cards in FILE: a CSV file, an .xlsx spreadsheet, or Anki's plain text.

The first row names the columns, a card is a row. A card has a text, a category and a reason; and,
if you like, a hint, a question for the group, further answers that one could defend (defensible 1
category, defensible 1 reason), claims, the id of the card of which it is a variant, and an id.
Situation, front, answer, back, why and others are understood as well. A sheet named 'categories'
says what the categories are: label, description, overlap of.

\b
Examples:
  lessonkit import cards.csv --dry-run
  lessonkit import cards.xlsx --sheet "Spring term" --output activities/rain-or-sun.yaml
  lessonkit import cards.csv --column text=Scenario --column "category=Goes to"
  lessonkit import cards.csv --like rain-or-sun.yaml --output rain-or-sun.yaml --force

With --like, a card whose text is unchanged keeps its id, so that learners keep their answers; what
the table has no column for stays as it is in that deck. Every mistake is told with its row. With
- for FILE, the table is read from standard input. The exit code is 3 if something needs your eye.
"""


class ColumnChoice(click.ParamType[tuple[str, str]]):
    """What a card has, and the column that holds it: ``text=Situation``."""

    name = "what=column"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, str]:
        """Part the two."""
        from lessonkit.activities.text import listed
        from lessonkit.tables.column_names import CARD_WORDS, field_of

        if isinstance(value, tuple):
            return value
        what, sign, column = str(value).partition("=")
        field = field_of(what)
        if not sign or not column.strip():
            self.fail(f"{value!r} has no '='. Write text=Situation, say.", param, ctx)
        if field is None:
            known = listed([*CARD_WORDS, "defensible 1 category"], "or")
            self.fail(f"{what!r} is nothing that a card has. Write {known}.", param, ctx)
        return field, column.strip()


@click.command("import", help=_HELP)
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True, dir_okay=False))
@click.option("--dry-run", is_flag=True, help="Only say what is understood; write nothing.")
@click.option(
    "--output",
    type=click.Path(path_type=Path, allow_dash=True, dir_okay=False),
    help="The deck to write; - is standard output.  [default: FILE's name and .yaml]",
)
@output_force
@click.option(
    "--column",
    "columns",
    type=ColumnChoice(),
    multiple=True,
    help="Which column is what: its name, number or letter. May be given several times.",
)
@click.option("--no-names", is_flag=True, help="The first row is a card; columns are 1, 2, 3 …")
@click.option("--sheet", help="The sheet of a spreadsheet with the cards.  [default: the first]")
@click.option(
    "--categories",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Another table, with the categories: label, description, overlap of.",
)
@click.option(
    "--like",
    type=DeckParameter(),
    metavar="DECK",
    help="A deck that lends its words and categories, and whose cards keep their ids.",
)
@click.option("--id", "deck_id", help="The deck's id.  [default: as --like, or the file's name]")
@click.option("--title", help="The deck's title.")
@click.option("--prompt", help="The question that is asked of every card.")
def import_table(
    file: Path,
    dry_run: bool,
    output: Path | None,
    force: bool,
    columns: tuple[tuple[str, str], ...],
    no_names: bool,
    sheet: str | None,
    categories: Path | None,
    like: DeckFile | None,
    deck_id: str | None,
    title: str | None,
    prompt: str | None,
) -> None:
    """Read the table, and say what was understood or write the deck."""
    from lessonkit.tables.deck import DeckWords
    from lessonkit.tables.reading import TableWords, read_deck
    from lessonkit.tables.understood import counted, understood

    if str(file) == "-" and output is None and not dry_run:
        raise click.UsageError("standard input has no name: say with --output what to write.")
    path = output or (Path("deck.yaml") if str(file) == "-" else file.with_suffix(".yaml"))
    name = "deck" if str(path) == STANDARD_OUTPUT else path.stem
    found = read_deck(
        file,
        TableWords(dict(columns), sheet, categories, not no_names),
        DeckWords(name, deck_id, title, prompt, like.deck if like else None),
    )
    text = found.yaml()
    if dry_run:
        click.echo("\n".join(understood(found)))
        click.echo(f"\nNothing is written. Without --dry-run it would be {path}.")
    else:
        write_output(path, text.encode(), force=force)
        if str(path) != STANDARD_OUTPUT:
            cards, places = len(found.deck.cards), len(found.deck.categories)
            click.echo(f"{path} has {counted(cards, 'card')} in {places} categories.")
    end_with_remarks(found.remarks)
