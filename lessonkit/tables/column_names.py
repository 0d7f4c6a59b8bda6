"""The names that a column of a table may have, and what they mean."""

import re
from collections.abc import Mapping, Sequence

CARD_WORDS = {
    "id": ("id", "card id"),
    "text": ("text", "card", "card text", "situation", "example", "statement", "front", "moment"),
    "category": ("category", "group", "answer", "right answer", "correct answer", "place", "back"),
    "reason": ("reason", "why", "explanation", "rationale", "because", "feedback"),
    "hint": ("hint", "clue", "tip", "help"),
    "question": ("question", "question for the group", "group question", "discussion"),
    "variant_of": ("variant of", "variant", "differs from"),
    "claims": ("claims", "claim", "claim numbers"),
}
"""What a card has, and the names of columns that mean it."""

CATEGORY_WORDS = {
    "id": ("id", "category id"),
    "label": ("label", "category", "name", "place"),
    "description": ("description", "meaning", "definition", "what belongs here"),
    "overlap_of": ("overlap of", "overlap", "overlaps", "both of"),
}
"""What a category has, and the names of columns that mean it."""

MOST_DEFENSIBLE = 5
"""A card has at most as many further answers as there are other categories."""

_DEFENSIBLE = {"defensible": "category", "also": "category", "also possible": "category"}
for _word in ("defensible", "also", "also possible", "alternative", "other", "second"):
    _DEFENSIBLE |= {f"{_word} {end}": "category" for end in ("answer", "category")}
    _DEFENSIBLE |= {f"{_word} {end}": "reason" for end in ("reason", "answer reason", "why")}


def defensible(number: int, part: str) -> str:
    """Return the name of a column with a further answer, ``defensible 1 reason``.

    Args:
        number: Which further answer, from 1.
        part: ``category`` or ``reason``.
    """
    return f"defensible {number} {part}"


def field_of(name: str, words: Mapping[str, Sequence[str]] = CARD_WORDS) -> str | None:
    """Return what a column of some name holds, or None.

    Args:
        name: The column's name, in any case, with any spaces and signs.
        words: What there is to hold, and the names that mean it.
    """
    plain = " ".join(re.findall(r"[^\W_]+", name.casefold()))
    for field, known in words.items():
        if plain in known or plain.removesuffix("s") in known:
            return field
    if "text" in words:
        number = re.search(r"\b[1-9]\b", plain)
        rest = " ".join(plain.replace(number[0], " ").split()) if number else plain
        which = int(number[0]) if number else 1
        if rest in _DEFENSIBLE and which <= MOST_DEFENSIBLE:
            return defensible(which, _DEFENSIBLE[rest])
    return None


def count_known(cells: Sequence[str], by_hand: Mapping[str, str]) -> int:
    """Return how many cells of a row are names of columns that are known.

    Args:
        cells: The cells of the row.
        by_hand: What a person said of the columns.
    """
    words = {plain_words(word) for word in by_hand.values()}
    known = (field_of(cell) or field_of(cell, CATEGORY_WORDS) for cell in cells)
    return sum(
        bool(field) or plain_words(cell) in words for field, cell in zip(known, cells, strict=True)
    )


def plain_words(name: str) -> str:
    """Return words as they are compared: in any case, with single spaces.

    Args:
        name: The words.
    """
    return " ".join(name.casefold().split())
