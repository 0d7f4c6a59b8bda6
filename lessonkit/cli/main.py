"""The program ``lessonkit``: its commands, and what it says of itself."""

import click

from lessonkit.cli.cards import cards
from lessonkit.cli.check import check
from lessonkit.cli.new import new
from lessonkit.cli.outcome import Commands
from lessonkit.cli.schema import schema
from lessonkit.cli.tally import tally

_HELP = """Check the activities and notebooks of a course, and make what a lesson needs from them.

\b
Examples:
  lessonkit new deck "Kinds of rock"
  lessonkit cards activities/intimacy-or-passion.yaml
  lessonkit tally activities/intimacy-or-passion.yaml chat.txt
  lessonkit check
  lessonkit cards --help

It ends with 0 where all went well, 1 where nothing could be made, 2 where the command was not
understood, and 3 where all was made but something needs your eye. Each message says what to do.
"""


@click.group(cls=Commands, help=_HELP, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="lessonkit")
def program() -> None:
    """Hold the commands together."""


program.add_command(cards)
program.add_command(check)
program.add_command(tally)
program.add_command(new)
program.add_command(schema)


def main() -> None:
    """Run the program on the words of the command line, and leave with its exit code."""
    program(prog_name="lessonkit")
