"""Gets the bytes of a table, and their text in whichever encoding a program has saved it."""

import sys
from pathlib import Path

from lessonkit.activities.problems import Problem
from lessonkit.tables.table import TableError, refuse

LARGEST = 10_000_000
"""The largest file, in bytes; a spreadsheet may hold pictures."""

LARGEST_TEXT = 2_000_000
"""The largest file that is text, in bytes; the deck that is made of it may have half of that."""

STANDARD_INPUT = "-"


def read_bytes(path: Path) -> bytes:
    """Read a table, or standard input for ``-``.

    Args:
        path: The file.

    Raises:
        TableError: It is empty, or larger than 10 MB.
        OSError: It cannot be opened.
    """
    if str(path) == STANDARD_INPUT:
        content = sys.stdin.buffer.read(LARGEST + 1)
    else:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise _too_large(str(path), "table of cards", LARGEST)
    if not content.strip():
        raise refuse(
            str(path),
            1,
            "the file is empty",
            "a table has a row with the names of its columns, and a row for each card",
            "nothing",
            "check whether this is the right file, and whether it was saved",
        )
    return content


def decoded(content: bytes, file: str) -> tuple[str, str, list[Problem]]:
    """Return the text of a file with new lines as line ends, its encoding, and what to look at.

    Args:
        content: The bytes.
        file: How messages call the file.

    Raises:
        TableError: The bytes are no text, or too many.
    """
    if len(content) > LARGEST_TEXT:
        raise _too_large(file, "table of cards that is no spreadsheet", LARGEST_TEXT)
    text, encoding = _text(content)
    if text is None or "\0" in text:
        raise refuse(
            file,
            1,
            "this is not a table that can be read",
            "a table is a CSV file, an .xlsx spreadsheet, or the plain text that Anki exports",
            "bytes that are no text",
            "open it in the program that made it and save it as CSV UTF-8 or as .xlsx",
        )
    remarks = []
    if encoding == "Windows-1252":
        start = _first_bad_byte(content)
        line = content[:start].count(b"\n") + 1
        letter = content[start : start + 1].decode("cp1252")
        found = f"the byte 0x{content[start]:02X}, read as '{letter}'"
        remarks.append(
            Problem(
                file,
                line,
                "the file is not UTF-8, and was read as Windows-1252",
                "a CSV file says nothing of its encoding; UTF-8 is never mistaken",
                found,
                "look whether letters with accents are right; if not, save it as CSV UTF-8",
            )
        )
    return text.replace("\r\n", "\n").replace("\r", "\n"), encoding, remarks


def _too_large(file: str, kind: str, most: int) -> TableError:
    size = f"{most // 1_000_000} MB"
    return refuse(
        file,
        1,
        "the file is too large",
        f"a {kind} has at most {size}",
        f"more than {size}",
        "leave out what is no card, such as pictures, or split it into several files",
    )


def _text(content: bytes) -> tuple[str | None, str]:
    tries = [("utf-8-sig", "UTF-8"), ("cp1252", "Windows-1252")]
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        tries = [("utf-16", "UTF-16")]
    for codec, name in tries:
        try:
            return content.decode(codec), name
        except UnicodeDecodeError:
            continue
    return None, ""


def _first_bad_byte(content: bytes) -> int:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start
    return 0
