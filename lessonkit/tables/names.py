"""Makes the names that a file needs of the words that a person writes."""

import re
import unicodedata

_LETTER = re.compile(r"LATIN SMALL (?:LETTER|LIGATURE) (?:DOTLESS )?(THORN|ETH|[A-Z]{1,2})\b")
_NAMED = {"THORN": "th", "ETH": "d"}
LONGEST = 64


def identifier(words: str) -> str:
    """Return words as an id: lower-case letters and digits, joined by hyphens.

    Args:
        words: A label, or the name of a file. Latin letters lose their accents, by what Unicode
            says of them; others are left out.

    Returns:
        The id, or an empty text if nothing is left.
    """
    parts = unicodedata.normalize("NFKD", words.casefold())
    plain = "".join(_plain(character) for character in parts)
    return "-".join(re.findall(r"[a-z0-9]+", plain))[:LONGEST].strip("-")


def _plain(character: str) -> str:
    if character.isascii():
        return "" if character in "'" else character
    if unicodedata.combining(character) or character == "’":  # noqa: RUF001
        return ""
    match = _LETTER.match(unicodedata.name(character, ""))
    return _NAMED.get(match[1], match[1].lower()) if match else " "


def numbered(stem: str, taken: set[str]) -> str:
    """Return an id that is not taken yet, such as ``intimacy-01``.

    Args:
        stem: How it begins.
        taken: The ids that there are.
    """
    stem = stem[: LONGEST - 4].strip("-")
    number = 1
    while f"{stem}-{number:02d}" in taken:
        number += 1
    return f"{stem}-{number:02d}"
