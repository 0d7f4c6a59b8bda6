"""How hard a text is to read: the Flesch-Kincaid grade, which is meant for English.

The formula is that of Kincaid, Fishburne, Rogers and Chissom 1975, "Derivation of new readability
formulas", Naval Technical Training Command, Research Branch Report 8-75.
"""

import re
from collections.abc import Iterable
from functools import cache

FEWEST_WORDS = 100
"""How many words it takes: the formula was made on passages of about this length or more."""

_WORD = re.compile(r"[a-z]+(?:['\u2019][a-z]+)*", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?…]+[\"'\u201d\u2019)]*(?=\s|$)|\n+")
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT_INSIDE = re.compile(
    r"(?<=[^aeiouy])e(?=(?:body|ful|how|less|ly|ment|ness|one|thing|times)\b)"
)
_SILENT_END = re.compile(r"(?:[^aeiouy]e|[^aeiouyscgxzh]es|[^aeiouytd]ed|[^cs]hes)$")
_SOUNDED_END = re.compile(r"[bcdfgkptz]le[sd]?$")
_PARTED_VOWELS = re.compile(
    r"(?<![ctgs])i(?:a|o(?!u))|ie(?:r|st|ty?)$|(?<!q)ua(?!ge)|[aeiouy]ing$|[^aeiouy]sm$"
)
_COMMON = frozenset(
    _WORD.findall(
        "a and are as at be by can do does for from he her his in is it may more not of on one or "
        "she than that the their they this to was we were what which who with you your"
    )
)
_ENGLISH = 0.2
"""The share of common words that tells English from other languages in Latin letters."""


@cache
def syllables(word: str) -> int:
    """Return about how many syllables an English word has.

    Args:
        word: The word, in letters.
    """
    plain = word.lower().replace("\u2019", "'").removesuffix("'s")
    plain = re.sub(r"(?<=[ds])n't$", "ent", plain).replace("'", "")
    plain = _SILENT_INSIDE.sub("", plain)
    number = len(_VOWELS.findall(plain)) + len(_PARTED_VOWELS.findall(plain))
    if number > 1 and _SILENT_END.search(plain) and not _SOUNDED_END.search(plain):
        number -= 1
    return max(number, 1)


def grade(texts: Iterable[str]) -> float | None:
    """Return the Flesch-Kincaid grade of some texts together.

    Args:
        texts: The texts. Each ends a sentence.

    Returns:
        The school year, in the United States, for which they are fit; None where they are too
        few words for the formula, or not English.
    """
    words: list[str] = []
    sentences = 0
    for text in texts:
        found = _WORD.findall(text)
        words += found
        pieces = _SENTENCE_END.split(text)
        sentences += sum(bool(_WORD.search(piece)) for piece in pieces)
    if len(words) < FEWEST_WORDS:
        return None
    if sum(word.lower() in _COMMON for word in words) < _ENGLISH * len(words):
        return None
    all_syllables = sum(map(syllables, words))
    return 0.39 * len(words) / sentences + 11.8 * all_syllables / len(words) - 15.59
