"""Writes what a command has made, and never over what somebody has written."""

import sys
from pathlib import Path

import click

from lessonkit.cli.outcome import Failure

STANDARD_OUTPUT = "-"

output_force = click.option("--force", is_flag=True, help="Write over a file that is there.")
"""The option --force of commands that write a file."""


def write_output(path: Path, content: bytes, *, force: bool) -> None:
    """Write a file, or standard output for ``-``.

    Args:
        path: The file.
        content: What it shall hold.
        force: Whether a file that is there may be replaced.

    Raises:
        Failure: There is a file already.
    """
    if str(path) == STANDARD_OUTPUT:
        sys.stdout.buffer.write(content)
        return
    if path.exists() and not force:
        raise Failure(
            f"{path}:1: there is a file already. Rule: what is there is not written over. "
            f"Found: a file of {path.stat().st_size:,} bytes. "
            "Fix: give another name with --output, or --force to replace it"
        )
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
