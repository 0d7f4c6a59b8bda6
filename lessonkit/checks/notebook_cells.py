"""Reads the code cells of a notebook, each line with the line of the .ipynb file it stands in."""

import json
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lessonkit.activities.problems import ActivityError, Problem
from lessonkit.activities.text import shown

_BLANK = re.compile(r"[ \t\n\r]*")
_DECODER = json.JSONDecoder()
_LARGEST = 100_000_000
"""The largest notebook, in bytes: a larger one is full of pictures, and slow in every program."""


@dataclass(frozen=True)
class CodeCell:
    """One cell of code.

    Attributes:
        source: Its code.
        lines: For each line of the code, the line of the file.
        may_fail: Whether it shows a mistake on purpose, as its tag ``raises-exception`` says.
    """

    source: str
    lines: list[int]
    may_fail: bool

    def line(self, number: int) -> int:
        """Return the line of the file for a line of the code, counted from 1."""
        return self.lines[min(max(number, 1), len(self.lines)) - 1]


def read_cells(name: str) -> list[CodeCell]:
    """Read the code cells of a notebook.

    Args:
        name: The notebook's path.

    Returns:
        The cells in their order; none where the notebook's language is not Python.

    Raises:
        ActivityError: The file cannot be read, or is no notebook.
    """
    text = _text_of(name)
    try:
        notebook = json.loads(text)
    except json.JSONDecodeError as error:
        raise _no_json(name, text, error) from None
    # Python refuses a number of more than 4300 digits, and brackets that lie too deep.
    except (ValueError, RecursionError):
        raise _refusal(
            name,
            1,
            "the notebook cannot be read",
            "a number or nesting beyond all measure",
            "take an earlier copy of the file",
        ) from None
    if not isinstance(notebook, dict) or not isinstance(notebook.get("cells"), list):
        raise _refusal(
            name,
            1,
            "this is JSON, but no notebook of today's form",
            shown(notebook if isinstance(notebook, dict | list) else str(notebook)),
            "open it in JupyterLab and save it, which renews the form",
        )
    return list(_code_cells(text)) if _is_python(notebook) else []


def _no_json(name: str, text: str, error: json.JSONDecodeError) -> ActivityError:
    empty = not text.strip()
    # What stops before it is whole is noticed behind its last line.
    lines = text.rstrip().split("\n")
    line = min(error.lineno, len(lines))
    return _refusal(
        name,
        line,
        "this is not JSON, so no program can open the notebook",
        "an empty file" if empty else shown(lines[line - 1]),
        "save the notebook again"
        if empty
        else "undo what was edited there by hand, or take an earlier copy of the file",
    )


def _text_of(name: str) -> str:
    try:
        path = Path(name)
        if path.is_dir() or path.stat().st_size > _LARGEST:
            folder = path.is_dir()
            found = "a folder" if folder else f"{path.stat().st_size / 1e6:.0f} MB"
            fix = "give it another name" if folder else "clear the outputs of its cells"
            raise _refusal(name, 1, "the notebook cannot be read", found, fix)
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _refusal(
            name,
            error.object[: error.start].count(b"\n") + 1,
            "the notebook is not UTF-8",
            f"the byte 0x{error.object[error.start]:02X}",
            "save it in JupyterLab, which writes UTF-8",
        ) from None
    except OSError as error:
        why = error.strerror or "an error"
        raise _refusal(name, 1, "the notebook cannot be opened", why, "check the path") from None


def _refusal(name: str, line: int, what: str, found: str, fix: str) -> ActivityError:
    return ActivityError([Problem(name, line, what, "a notebook is JSON with cells", found, fix)])


def _is_python(notebook: dict[str, object]) -> bool:
    metadata = notebook.get("metadata")
    about = metadata if isinstance(metadata, dict) else {}
    for key, word in (("kernelspec", "language"), ("language_info", "name")):
        said = about.get(key)
        if isinstance(said, dict) and isinstance(said.get(word), str):
            return bool(said[word].lower() == "python")
    return True


def _code_cells(text: str) -> Iterator[CodeCell]:
    """Walk through a text that is known to be JSON, only as far as the lines of code."""
    ends = [match.start() for match in re.finditer("\n", text)]
    for cell in _items(text, dict(_members(text, _after_blank(text, 0)))["cells"]):
        if text[cell] != "{":
            continue
        places = dict(_members(text, cell))
        values = {key: _DECODER.raw_decode(text, at)[0] for key, at in places.items()}
        if values.get("cell_type") != "code" or "source" not in places:
            continue
        at = places["source"]
        pieces = list(_items(text, at)) if text[at] == "[" else [at]
        source, lines = "", [1]
        for piece in pieces:
            words, _ = _DECODER.raw_decode(text, piece)
            if not isinstance(words, str):
                continue
            words = words.replace("\r\n", "\n").replace("\r", "\n")
            line = bisect_right(ends, piece) + 1
            if not source or source.endswith("\n"):
                lines[-1] = line
            lines += [line] * words.count("\n")
            source += words
        yield CodeCell(source, lines, "raises-exception" in _tags(values.get("metadata")))


def _tags(metadata: object) -> list[object]:
    tags = metadata.get("tags") if isinstance(metadata, dict) else None
    return tags if isinstance(tags, list) else []


def _members(text: str, at: int) -> Iterator[tuple[str, int]]:
    """Yield each key of the object that begins at a place, with where its value begins."""
    at = _after_blank(text, at + 1)
    while text[at] != "}":
        key, at = _DECODER.raw_decode(text, at)
        at = _after_blank(text, _after_blank(text, at) + 1)
        yield key, at
        at = _next(text, at)


def _items(text: str, at: int) -> Iterator[int]:
    """Yield where each item of the list that begins at a place begins."""
    at = _after_blank(text, at + 1)
    while text[at] != "]":
        yield at
        at = _next(text, at)


def _next(text: str, at: int) -> int:
    """Return where the next item or key begins, or the bracket that closes."""
    _, at = _DECODER.raw_decode(text, at)
    at = _after_blank(text, at)
    return _after_blank(text, at + 1) if text[at] == "," else at


def _after_blank(text: str, at: int) -> int:
    found = _BLANK.match(text, at)
    return found.end() if found else at
