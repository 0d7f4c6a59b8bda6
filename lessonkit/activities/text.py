"""Small helpers for text: characters that nobody sees, the nearest word, a value in a message."""

import re
from collections.abc import Iterable, Mapping

UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
"""Characters that no text needs and no reader sees.

Control characters other than tab and new line, marks that turn the direction of writing (with
them a text reads as something that it is not), line separators and halves of characters.
"""


def unseen_name(character: str) -> str:
    """Return how a character that cannot be seen is written in a message.

    Args:
        character: One character.

    Returns:
        Its number as Unicode writes it, such as ``U+202E``.
    """
    return f"U+{ord(character):04X}"


def without_unseen(text: str, instead: str = "") -> str:
    """Return a text without its unseen characters.

    Args:
        text: Any text.
        instead: What to put in the place of each.
    """
    return UNSEEN.sub(instead, text)


def shown(value: object, limit: int = 60) -> str:
    """Return a value as a message shows it: short, on one line, with nothing unseen in it.

    Args:
        value: Text, a number, a list, a mapping or nothing.
        limit: The longest text that is shown whole.
    """
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Mapping):
        return shown("the keys: " + ", ".join(map(str, value)) if value else "no keys", limit)
    if isinstance(value, list | tuple):
        return f"a list of {len(value)}"
    text = UNSEEN.sub(lambda match: unseen_name(match[0]), " ".join(str(value)[:1000].split()))
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def nearest(word: object, known: Iterable[str]) -> str | None:
    """Return the known word that comes nearest to a misspelt one.

    Args:
        word: What was written.
        known: The words that would have been right.

    Returns:
        The nearest word, or None if none is near.
    """
    from difflib import get_close_matches

    if not isinstance(word, str) or len(word) > 100:
        return None
    by_lower_case = {name.lower(): name for name in known}
    close = get_close_matches(word.strip().lower(), by_lower_case, n=1, cutoff=0.6)
    return by_lower_case[close[0]] if close else None


def listed(words: Iterable[str], joint: str = "and") -> str:
    """Return words as a sentence lists them: ``a, b and c``.

    Args:
        words: The words, in order; at least one.
        joint: The word before the last one.
    """
    *first, last = words
    return f"{', '.join(first)} {joint} {last}" if first else last
