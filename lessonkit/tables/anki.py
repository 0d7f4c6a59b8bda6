"""Reads the plain text that Anki exports, by the manual's page on text files.

Lines such as ``#separator:tab``, ``#html:true`` and ``#tags column:3`` stand above the notes and
say how to read them; other lines that begin with ``#`` are comments. Columns are numbered from 1.
Source: https://docs.ankiweb.net/importing/text-files.html
"""

import re
from dataclasses import replace

from lessonkit.activities.problems import Problem
from lessonkit.tables.plain_text import plain_text
from lessonkit.tables.table import MOST_COLUMNS, Row, Table, refuse, rows_word
from lessonkit.tables.text_table import parted

_SEPARATORS = {
    "comma": ",",
    "semicolon": ";",
    "tab": "\t",
    "\\t": "\t",
    "space": " ",
    "pipe": "|",
    "colon": ":",
}
_SPECIAL = ("guid", "notetype", "deck", "tags")
_HEADERS = {"separator", "html", "tags", "columns", "notetype", "deck"}
_HEADERS |= {f"{name} column" for name in _SPECIAL}
_HEADER = re.compile(r"#([a-z ]+):(.*)", re.IGNORECASE)
_SOUND_OR_PICTURE = re.compile(r"\[sound:[^\[\]]*+\]|<img\b[^<>]*+>", re.IGNORECASE)
_MARKUP = re.compile(r"<[a-z/!][^<>]*+>|&#?\w+;", re.IGNORECASE)


def is_anki(text: str) -> bool:
    """Tell whether a text is an export of Anki: its first line is a header of Anki's.

    Args:
        text: The text of a file.
    """
    return _header(text.lstrip("\n").split("\n", 1)[0]) is not None


def read_anki(text: str, file: str) -> Table:
    """Read an export of Anki.

    Args:
        text: The text, with new lines as line ends.
        file: How messages call the file.

    Returns:
        The notes. Without ``#columns`` the first field is called Front and the second Back.

    Raises:
        TableError: The headers, or the quotation marks, cannot be understood.
    """
    headers, above, rest = _parted(text)
    separator = _separator(headers, file, rest)
    named = next(name for name, sign in _SEPARATORS.items() if sign == separator)
    plural = "pipes" if named == "pipe" else f"{named}s"
    table = parted(rest, separator, file, f"Anki's plain text, parted by {plural}", above)
    lines = rest.split("\n")
    rows = tuple(row for row in table.rows if not lines[row.line - above - 1].startswith("#"))
    width = max((len(row.cells) for row in rows), default=0)
    special = _special(headers, file, width)
    names = _names(headers, separator, width, special)
    # Anki leaves out what a note has beyond the columns that are named.
    rows = tuple(Row(row.line, _cells(row, len(names), special)) for row in rows)
    table = _without_media(replace(table, rows=rows, names=names, special=special))
    return _without_markup(table) if headers.get("html", ("", 1))[0].lower() == "true" else table


def _cells(row: Row, width: int, special: dict[int, str]) -> tuple[str, ...]:
    """Return the cells of a note; a deck within others goes by its own name, the last."""
    cells = enumerate(row.cells[:width])
    return tuple(cell.split("::")[-1] if special.get(n) == "deck" else cell for n, cell in cells)


def _header(line: str) -> tuple[str, str] | None:
    match = _HEADER.fullmatch(line)
    if match and match[1].strip().lower() in _HEADERS:
        return match[1].strip().lower(), match[2]
    return None


def _parted(text: str) -> tuple[dict[str, tuple[str, int]], int, str]:
    """Return the headers with their lines, how many lines they are, and the text below."""
    headers: dict[str, tuple[str, int]] = {}
    lines = text.split("\n")
    above = 0
    while above < len(lines) and (not lines[above].strip() or lines[above].startswith("#")):
        if header := _header(lines[above]):
            headers.setdefault(header[0], (header[1], above + 1))
        above += 1
    return headers, above, "\n".join(lines[above:])


def _separator(headers: dict[str, tuple[str, int]], file: str, rest: str) -> str:
    if "separator" not in headers:
        first = rest.split("\n", 1)[0]
        return next((sign for sign in "\t;,|:" if sign in first), "\t")
    value, line = headers["separator"]
    word = value.strip().lower() or value
    if word not in _SEPARATORS and value not in _SEPARATORS.values():
        raise refuse(
            file,
            line,
            "the separator is unknown",
            "'#separator:' is followed by comma, semicolon, tab, space, pipe or colon",
            value or "nothing",
            "export the notes again, and choose 'Notes in Plain Text'",
        )
    return _SEPARATORS.get(word, value)


def _special(headers: dict[str, tuple[str, int]], file: str, width: int) -> dict[int, str]:
    special = {}
    for name in _SPECIAL:
        value, line = headers.get(f"{name} column", ("", 0))
        if not line:
            continue
        if not re.fullmatch(r"\s*[1-9][0-9]{0,2}\s*", value):
            raise refuse(
                file,
                line,
                f"the number of the {name} column cannot be read",
                f"'#{name} column:' is followed by the number of a column, from 1",
                value.strip() or "nothing",
                f"correct the number; the notes have {width} columns",
            )
        special[int(value) - 1] = name
    return special


def _names(
    headers: dict[str, tuple[str, int]], separator: str, width: int, special: dict[int, str]
) -> tuple[str, ...]:
    given = headers.get("columns", ("", 0))[0].split(separator) if "columns" in headers else []
    width = min(len(given) or width, MOST_COLUMNS)
    usual = iter(("Front", "Back"))
    names = []
    for place in range(width):
        name = given[place].strip() if place < len(given) else ""
        if place in special:
            name = name or special[place]
        elif not given:
            name = next(usual, f"field {place + 1}")
        names.append(name or f"field {place + 1}")
    return tuple(names)


def _without_media(table: Table) -> Table:
    places = [n for n in range(len(table.names or ())) if n not in table.special]
    with_media = [
        row.line
        for row in table.rows
        if any(_SOUND_OR_PICTURE.search(row.cells[n]) for n in places if n < len(row.cells))
    ]
    if not with_media:
        return table
    rows = tuple(
        Row(row.line, tuple(_SOUND_OR_PICTURE.sub("", cell) for cell in row.cells))
        for row in table.rows
    )
    remark = table.problem(
        with_media[0],
        "sounds and pictures are left out",
        "a card is text",
        f"some in {rows_word(with_media)}",
        "say in words what they show, where a card needs it",
    )
    return replace(table, rows=rows, remarks=(*table.remarks, remark))


def _without_markup(table: Table) -> Table:
    marked = [row.line for row in table.rows if any(map(_MARKUP.search, row.cells))]
    rows = tuple(Row(row.line, tuple(map(plain_text, row.cells))) for row in table.rows)
    remarks: tuple[Problem, ...] = ()
    if marked:
        remarks = (
            table.problem(
                marked[0],
                "bold type, lists and other markup have become plain text",
                "a card is text; the file says '#html:true'",
                f"markup in {rows_word(marked)}",
                "look whether the sentences still read well",
            ),
        )
    return replace(table, rows=rows, remarks=(*table.remarks, *remarks))
