"""The program ``lessonkit``: its commands, and what it says of itself."""

import gc
import os

import click

from lessonkit.cli.cards import cards
from lessonkit.cli.check import check
from lessonkit.cli.export import export
from lessonkit.cli.import_table import import_table
from lessonkit.cli.new import new
from lessonkit.cli.outcome import Commands
from lessonkit.cli.preview import preview
from lessonkit.cli.schema import schema
from lessonkit.cli.tally import tally

_HELP = """Check the activities and notebooks of a course, and make what a lesson needs from them.

\b
Examples:
  lessonkit new deck "Kinds of rock"
  lessonkit preview kinds-of-rock.yaml
  lessonkit check
  lessonkit import cards.xlsx --dry-run
  lessonkit export kinds-of-rock.yaml --to csv
  lessonkit cards kinds-of-rock.yaml
  lessonkit tally kinds-of-rock.yaml chat.txt
  lessonkit cards --help

It ends with 0 where all went well, 1 where nothing could be made, 2 where the command was not
understood, and 3 where all was made but something needs your eye. Each message says what to do.
"""


@click.group(cls=Commands, help=_HELP, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="lessonkit")
def program() -> None:
    """Hold the commands together."""


for command in (cards, check, export, import_table, new, preview, schema, tally):
    program.add_command(command)


def main() -> None:
    """Run the program on the words of the command line, and leave with its exit code."""
    # Most commands end within a second, and a tenth of it would go to looking for waste.
    gc.set_threshold(200_000)
    # None has a part in what an activity is, and pydantic would look through every package for one.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    program(prog_name="lessonkit")
