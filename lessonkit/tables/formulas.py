"""Keeps spreadsheet programs from running what stands in a table, without loss.

A cell that begins with one of ``= + - @``, a tab or their wide forms would be worked out as a
formula. So it gets an apostrophe in front, as people write it there themselves; and so does what
follows a semicolon, a tab or a new line within a cell, since a program that parts cells at these
begins a new cell there. When a table is read, that apostrophe goes again. A text which has an
apostrophe there of its own gets a second one, so whatever is written is read again as it was.
"""

import re

_BEGINS = r"(?:\A|(?<=[;\t\n]))"
_FORMULA = r"(?='*[=+\-@\t\r＝＋－＠])"  # noqa: RUF001
_TO_PROTECT = re.compile(_BEGINS + _FORMULA)
_PROTECTED = re.compile(_BEGINS + "'" + _FORMULA)


def protected(text: str) -> str:
    """Return a text as a cell may hold it.

    Args:
        text: Any text.
    """
    return _TO_PROTECT.sub("'", text)


def unprotected(cell: str) -> str:
    """Return the text that a cell stands for.

    Args:
        cell: What the cell holds.
    """
    return _PROTECTED.sub("", cell)
