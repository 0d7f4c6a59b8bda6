"""Makes the catalogue of a made-up language, which shows what a real one would meet.

Its lines begin at the right, its words are long, it has six plural forms, and each of its texts
stands in brackets: a text without them did not come from the catalogue.
"""

import json
import re
from pathlib import Path

from lessonkit.words import CATALOGUE, LANGUAGE_SECTION

CODE = "ar-XB"
"""The code under which CLDR has a made-up language whose lines begin at the right."""

OPENS, CLOSES = "⟦", "⟧"
FORMS = ("zero", "one", "two", "few", "many", "other")
"""The plural forms of Arabic, whose rules a browser takes for this code."""

_LOOK_ALIKES = str.maketrans(
    "abcdefghijklnoprstuwyzACDEGHIKLNORSTUWYZ", "åƀçđéƒĝĥîĵķļñöþŕšţûŵýžÅÇĐÉĜĤÎĶĻÑÖŔŠŢÛŴÝŽ"
)
_HEBREW = "אבגדהוזחטיכלמנסעפצקרשת"
_PLACE = re.compile(r"(\$?\{\w+\})")
_PLURAL = re.compile(r"(.+)_(one|other)")
_LONGER_BY = 0.3
_SHORT = 4
"""A text so short stands where there is room for few letters in any language."""


def pseudo_text(text: str) -> str:
    """Say a text in the made-up language.

    Args:
        text: The text in English.

    Returns:
        The text in letters that look alike, behind Hebrew ones that make it longer and let it
        begin at the right. Places to fill in stay, and no text stays none.
    """
    if not text:
        return ""
    parts = _PLACE.split(text)
    alike = "".join(
        part if number % 2 else part.translate(_LOOK_ALIKES) for number, part in enumerate(parts)
    )
    if len(text) < _SHORT:
        return f"{OPENS}{alike}{CLOSES}"
    more = (_HEBREW * (len(text) // 60 + 1))[: max(1, round(len(text) * _LONGER_BY))]
    # In words, as no line could be broken elsewhere.
    filling = " ".join(more[start : start + 5] for start in range(0, len(more), 5))
    return f"{OPENS}{filling} {alike}{CLOSES}"


def pseudo_catalogue() -> dict[str, dict[str, str]]:
    """Return the catalogue of the made-up language."""
    english = json.loads(CATALOGUE.read_text(encoding="utf-8"))
    about = {"code": CODE, "name": pseudo_text("English"), "direction": "rtl"}
    return {
        LANGUAGE_SECTION: about,
        **{
            section: _section(entries)
            for section, entries in english.items()
            if section != LANGUAGE_SECTION
        },
    }


def _section(entries: dict[str, str]) -> dict[str, str]:
    said: dict[str, str] = {}
    for name, text in entries.items():
        plural = _PLURAL.fullmatch(name)
        if plural and {f"{plural[1]}_one", f"{plural[1]}_other"} <= entries.keys():
            other = pseudo_text(entries[f"{plural[1]}_other"])
            said |= {f"{plural[1]}_{form}": other for form in FORMS if form != "one"}
        said[name] = pseudo_text(text)
    return said


def write_pseudo(path: Path) -> Path:
    """Write the catalogue of the made-up language.

    Args:
        path: The file to write.

    Returns:
        The file.
    """
    text = json.dumps(pseudo_catalogue(), ensure_ascii=False, indent=2)
    path.write_text(f"{text}\n", encoding="utf-8")
    return path
