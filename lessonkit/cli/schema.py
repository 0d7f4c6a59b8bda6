"""``lessonkit schema``: what an editor needs to complete and check activities."""

from pathlib import Path

import click

_HELP = """Write the JSON Schemas of all kinds of activity beside the activities in FOLDER.

An editor that knows YAML then offers the keys of an activity, explains each, and marks mistakes as
you type. FOLDER is activities where there is such a folder, or notebooks/activities, or else here;
the schemas go into its folder "schema". Run it again after you have renewed lessonkit.

\b
Examples:
  lessonkit schema
  lessonkit schema notebooks/activities
"""


@click.command(help=_HELP, short_help="Write what an editor completes activities by.")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), required=False)
def schema(folder: Path | None) -> None:
    """Write the files, and say which line of an activity names its own."""
    from lessonkit.starters.activity_file import activities_folder
    from lessonkit.starters.schema_files import FOLDER, write_schemas

    activities = folder or activities_folder(Path())
    written = write_schemas(activities)
    for path in written:
        click.echo(f"{path}: written")
    if not written:
        click.echo(f"{activities / FOLDER}: current already")
    click.echo("The first line of an activity names its schema, such as")
    click.echo(f"  # yaml-language-server: $schema={FOLDER}/sorting.json")
