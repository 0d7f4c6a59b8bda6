"""The HTML of worksheets: semantic elements alone, so that they read well without any style."""

import re
from html import escape

BOX = "☐\u00a0"
"""A box to tick, kept on the line of what follows."""

WIDE_SPACE = "\u2003"
"""Tells which label belongs to which box, where no style does."""

_DIRECTION_CONTROLS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def text(words: str) -> str:
    """Escape a text; one that carries direction controls is kept to itself.

    Args:
        words: Any text.
    """
    escaped = escape(words, quote=False)
    return f"<bdi>{escaped}</bdi>" if _DIRECTION_CONTROLS.search(words) else escaped


def heading(words: str, level: int) -> str:
    """Return a heading.

    Args:
        words: Its text.
        level: Its level, 1 to 6.
    """
    return f"<h{level}>{text(words)}</h{level}>"


def paragraph(words: str | None, lead: str = "") -> str:
    """Return a paragraph, or nothing where there are no words.

    Args:
        words: Its text.
        lead: What stands in bold before it.
    """
    bold = f"<b>{text(lead)}</b> " if lead else ""
    return f"<p>{bold}{text(words)}</p>" if words else ""


def bullets(items: list[str], tag: str = "ul") -> str:
    """Return a list.

    Args:
        items: The HTML of each item.
        tag: ``ul``, or ``ol`` for a numbered one.
    """
    return f"<{tag}>{''.join(f'<li>{item}</li>' for item in items)}</{tag}>"


def lines_to_write_on(count: int = 3) -> str:
    """Return empty lines for a pen.

    Args:
        count: How many.
    """
    return f"<p>{'<br>'.join(['_' * 40] * count)}</p>"


def sheet(*parts: str) -> str:
    """Return a worksheet.

    Args:
        parts: Its HTML, in order; empty parts are left out.
    """
    return '<section class="lk-worksheet">\n' + "\n".join(filter(None, parts)) + "\n</section>"
