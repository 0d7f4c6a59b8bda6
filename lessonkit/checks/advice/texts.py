"""Advice on any text of an activity: what is left over, what shows as it is, what is hard."""

import re
from collections.abc import Iterator, Mapping

from lessonkit.activities.problems import Location, Mistake
from lessonkit.activities.rules import as_text, mistake, name_of, parts
from lessonkit.activities.text import shown
from lessonkit.checks.advice.reading import grade

HARDEST_GRADE = 9
"""The school year, in the United States, up to which most adults read with ease."""

LONGEST_SENTENCE = 40
"""In words. Of a longer one, readers have forgotten the beginning when they come to its end."""

_NO_PROSE = {
    "category",
    "claims",
    "file",
    "id",
    "key",
    "mode",
    "notebook",
    "overlap_of",
    "scale",
    "strength",
    "studies",
    "to",
    "type",
    "variant_of",
}
"""Keys whose values are no sentences."""

# In small letters, "todo" is a word of Spanish.
_LEFT_OVER = re.compile(r"\b(?:TODO|FIXME|TBD|XXX|(?i:lorem ipsum))\b")
_MARKUP = re.compile(
    r"\*\*\w|\]\(https?:|</?(?:a|b|br|div|em|i|img|li|p|span|strong|sub|sup|u|ul)\b[^<>]*>"
)
_SENTENCE = re.compile(r"[^.!?…;:]+")


def advice_on_texts(data: object) -> Iterator[Mistake]:
    """Find texts that are left over from a draft, that repeat one another, or are hard to read.

    Args:
        data: The activity as plain values.

    Yields:
        The advice, each with its words in ``details``.
    """
    texts = list(_texts(data, ()))
    for location, text in texts:
        yield from _left_over(location, text)
        yield from _markup(location, text)
        yield from _long_sentence(location, text)
    yield from _same_texts(data, ())
    yield from _hard(texts)


def _texts(value: object, location: Location) -> Iterator[tuple[Location, str]]:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            if key not in _NO_PROSE:
                yield from _texts(inner, (*location, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _texts(inner, (*location, number))
    elif isinstance(value, str):
        yield location, value


def _left_over(location: Location, text: str) -> Iterator[Mistake]:
    if match := _LEFT_OVER.search(text):
        yield mistake(
            location,
            text,
            f"'{match[0]}' is left over from a draft",
            "learners read every text as it stands",
            "write the text, or remove the word",
        )


def _markup(location: Location, text: str) -> Iterator[Mistake]:
    if match := _MARKUP.search(text):
        yield mistake(
            location,
            text,
            f"learners will see the signs '{shown(match[0], 20)}'",
            "text is shown as it is written; markup has no meaning in an activity",
            "write it without the signs",
        )


def _long_sentence(location: Location, text: str) -> Iterator[Mistake]:
    longest = max(_SENTENCE.findall(text), key=lambda each: len(each.split()), default="")
    if (number := len(longest.split())) > LONGEST_SENTENCE:
        yield mistake(
            location,
            longest,
            f"a sentence has {number} words",
            f"a sentence of up to {LONGEST_SENTENCE} words is read in one go",
            "make two or three sentences of it",
        )


def _same_texts(value: object, location: Location) -> Iterator[Mistake]:
    """Find items of one list that say the same, such as two cards with one text."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            if isinstance(inner, list):
                yield from _same_in(parts(inner, (*location, key)))


def _same_in(found: list[tuple[Location, Mapping[str, object]]]) -> Iterator[Mistake]:
    first: dict[tuple[str, str], str] = {}
    for location, part in found:
        name = name_of(location, part)
        for key in ("text", "reason"):
            words = as_text(part.get(key))
            if words is None:
                continue
            same = first.setdefault((key, " ".join(words.casefold().split())), name)
            if same != name:
                yield mistake(
                    (*location, key),
                    words,
                    f"{name} has the same {key} as {same}",
                    "each says something of its own"
                    if key == "text"
                    else "a reason speaks of the one thing beside which it stands",
                    "change one of the two, or remove it",
                )
        yield from _same_texts(part, location)


def _hard(texts: list[tuple[Location, str]]) -> Iterator[Mistake]:
    found = grade(text for _, text in texts)
    if found is None or found <= HARDEST_GRADE:
        return
    location, hardest = max(texts, key=lambda each: _weight(each[1]))
    yield mistake(
        location,
        f"grade {found:.0f}, and here: {hardest}",
        "the texts of this activity are hard to read, and this one is the hardest",
        f"most adults read with ease what is fit for school year {HARDEST_GRADE}, by the "
        "Flesch-Kincaid grade, which is meant for English",
        "write shorter sentences and shorter words; a term that you explain may stay",
    )


def _weight(text: str) -> float:
    """Return how hard one text is, in comparison with others of the same activity."""
    words = text.split()
    if len(words) < 6:
        return 0.0
    sentences = sum(bool(each.strip()) for each in re.split(r"[.!?…]", text)) or 1
    return 0.39 * len(words) / sentences + 4 * len("".join(words)) / len(words)
