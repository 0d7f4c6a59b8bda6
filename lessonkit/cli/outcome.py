"""Where what a command meets becomes an exit code, and words for a person instead of a traceback.

A command raises what the code below it raises, or `Failure`; it knows no exit code.
"""

import sys
from collections.abc import Iterable
from typing import IO, Any

import click

from lessonkit.activities import ActivityError
from lessonkit.paper.browser import PrintingError
from lessonkit.paper.deal import DealError

FAILED = 1
"""Nothing could be made. A command line that is not understood is 2, which is click's own."""

REMARKS = 3
"""All was made, but something needs a person's eye."""

_ERRORS_OF_OURS = (ActivityError, DealError, PrintingError)
"""The errors whose words are already for the person: where, what, the rule, and the fix."""


class Failure(click.ClickException):
    """A command cannot do what was asked; the words say why, and what to do."""

    exit_code = FAILED

    def show(self, file: IO[Any] | None = None) -> None:
        """Write the words as they are: they may begin with a file and a line."""
        click.echo(self.format_message(), file=file or sys.stderr)


class Commands(click.Group):
    """A group of commands whose errors end as words and an exit code."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command."""
        try:
            return super().invoke(ctx)
        except _ERRORS_OF_OURS as error:
            raise Failure(str(error)) from None
        except OSError as error:
            if error.filename is None:
                raise
            raise Failure(
                f"{error.filename}: {error.strerror}. Fix: check the path, and who may use it"
            ) from None


def end_with_remarks(remarks: Iterable[object]) -> None:
    """Write each remark on a line of its own to standard error, and leave if there is one.

    Args:
        remarks: What needs a person's eye, though everything was made.
    """
    lines = [str(remark) for remark in remarks]
    for line in lines:
        click.echo(line, err=True)
    if lines:
        click.get_current_context().exit(REMARKS)
