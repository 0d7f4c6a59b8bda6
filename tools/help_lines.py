"""List the help lines that should be checked again: with file, line and what to do.

Too long ago is more than a year. Such a line, one that was checked on a day to come, or an address
without https makes the exit status 1. Lines that were compared with a stored copy only are
counted, for somebody to look at the live page when there is time.
"""

import argparse
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from lessonkit.activities.problems import ActivityError, Location
from lessonkit.sphinx_ext.help_lines_file import Line, Place, read_help_lines

ROOT = Path(__file__).resolve().parent.parent
FILE = ROOT / "book" / "help_lines.yaml"


def a_year_before(today: date) -> date:
    """Return the same day of the year before; of a leap day, the day before it."""
    if (today.month, today.day) == (2, 29):
        return date(today.year - 1, 2, 28)
    return today.replace(year=today.year - 1)


def complaints(place: Place, line: Line, today: date) -> Iterator[tuple[str, str]]:
    """Find what is to be done about a line.

    Args:
        place: Where the line is.
        line: The line.
        today: The day from which the age counts.

    Yields:
        The key of the file that it is about, and the words.
    """
    name = f"'{line.name}' ({place.name})"
    if line.checked > today:
        words = f"{name} was checked on a day to come, {line.checked}. Fix: write the day of the"
        yield "checked", f"{words} last look"
    elif line.checked < a_year_before(today):
        pages = " or ".join(line.seen)
        words = (
            f"{name} was last checked on {line.checked}, more than a year ago. Fix: open {pages}"
        )
        yield "checked", f"{words}, correct the line, and write today's day; or remove the line"
    if line.address and not line.address.startswith("https://"):
        words = f"{name} has an address without https, {line.address}. Fix: write its https address"
        yield "address", f"{words}, or remove it if there is none"


def report(path: Path, today: date) -> tuple[list[str], list[str]]:
    """Look through a file.

    Args:
        path: The file.
        today: The day from which the age counts.

    Returns:
        What is to be done, and the names of the lines that were compared with a stored copy.
    """
    found, document = read_help_lines(path)
    shown = path.relative_to(ROOT) if path.is_relative_to(ROOT) else path

    def at(location: Location, key: str) -> int:
        return document.line((*location, key))

    located = found.located()
    due = [
        (at(location, key), words)
        for location, place, line in located
        for key, words in complaints(place, line, today)
    ]
    stored = [line.name for _, _, line in located if line.seen_in == "stored copy"]
    return [f"{shown}:{number}: {words}" for number, words in sorted(due)], stored


def main(arguments: list[str] | None = None) -> int:
    """Print the report, and return 1 if there is something to do."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", nargs="?", type=Path, default=FILE)
    parser.add_argument(
        "--today", type=date.fromisoformat, default=None, help="the day from which the age counts"
    )
    options = parser.parse_args(arguments)
    try:
        due, stored = report(options.file, options.today or date.today())
    except ActivityError as error:
        print(error)
        return 1
    print("\n".join(due) or "No help line is due.")
    if stored:
        print(f"Compared with a stored copy only, so worth a look at the live page: {len(stored)}.")
    return 1 if due else 0


if __name__ == "__main__":
    sys.exit(main())
