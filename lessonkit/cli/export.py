"""``lessonkit export``: an activity for other programs, as a table or as JSON."""

from pathlib import Path

import click

from lessonkit.cli.outcome import Failure
from lessonkit.cli.writing import STANDARD_OUTPUT, output_force, write_output

FORMATS = ("csv", "json", "xlsx")

_HELP = """Write FILE, the YAML file of an activity, as a table or as JSON.

A table has a row for each card or question, in columns that 'lessonkit import' reads: import it
again with --like FILE, and the deck is as it was. CSV is UTF-8, as Excel, LibreOffice and Google
Sheets read it. An apostrophe before = + - or @ keeps them from taking a text for a formula; leave
it there, for 'lessonkit import' takes it away again. JSON holds all that the file holds, for
programs.

\b
Examples:
  lessonkit export activities/intimacy-or-passion.yaml
  lessonkit export activities/intimacy-or-passion.yaml --to xlsx
  lessonkit export activities/an-evening.yaml --to json --output an-evening.json
"""


@click.command(help=_HELP)
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "--to",
    "kind",
    type=click.Choice(FORMATS),
    help="What to write.  [default: what --output ends in, or csv]",
)
@click.option(
    "--output",
    type=click.Path(path_type=Path, allow_dash=True, dir_okay=False),
    help="The file to write; - is standard output.  [default: FILE's name and .csv, say]",
)
@output_force
def export(file: Path, kind: str | None, output: Path | None, force: bool) -> None:
    """Load the activity, and write it."""
    from lessonkit.activities import load_activity
    from lessonkit.tables.export import activity_grid, activity_json, csv_bytes, workbook_bytes

    ending = output.suffix.lower().removeprefix(".") if output else ""
    kind = kind or (ending if ending in FORMATS else "csv")
    path = output or file.with_suffix(f".{kind}")
    if path.suffix.lower() in (".yaml", ".yml"):
        raise Failure(
            f"{path}:1: this is the name of an activity. Rule: a table ends in .csv or .xlsx, JSON "
            f"in .json. Found: {path.suffix}. Fix: give another --output"
        )
    activity = load_activity(file)
    if kind == "json":
        content, what = activity_json(activity).encode(), f"The {activity.type} activity"
    else:
        grid = activity_grid(activity, str(file))
        table = csv_bytes(grid) if kind == "csv" else workbook_bytes(activity, grid, str(file))
        content, what = table, "1 row" if len(grid) == 2 else f"{len(grid) - 1} rows"
    write_output(path, content, force=force)
    if str(path) != STANDARD_OUTPUT:
        click.echo(f"{what} {'are' if what.endswith('rows') else 'is'} in {path}.")
