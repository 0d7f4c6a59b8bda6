"""Tools for rules about the parts of an activity together.

Rules read plain values and pass over whatever is wrong in itself, so that one report can hold
every mistake of a file.
"""

from collections.abc import Iterable, Iterator, Mapping

from lessonkit.activities.problems import Location, Mistake
from lessonkit.activities.text import nearest, shown

Part = Mapping[str, object]
Parts = list[tuple[Location, Part]]
Ids = dict[str, None]

_ODD_NOUNS = {
    "activities": "activity",
    "categories": "category",
    "defensible": "defensible answer",
    "studies": "study",
}
_NUMBERED = {"defensible"}
"""Lists whose items have no ids."""


def noun_of(key: str) -> str:
    """Return what one item of a list is called: ``card`` for ``cards``.

    Args:
        key: The list's key.
    """
    return _ODD_NOUNS.get(key, key.removesuffix("s"))


def name_of(location: Location, part: object) -> str:
    """Return how a message names a part of an activity: ``card 'apart-03'`` or ``card number 4``.

    Args:
        location: The way to the part; it ends in the part's number.
        part: The part as plain values.
    """
    key, number = str(location[-2]), int(location[-1]) + 1
    if key in _NUMBERED:
        return f"{noun_of(key)} {number}"
    name = as_text(part.get("id")) if isinstance(part, Mapping) else None
    return f"{noun_of(key)} '{shown(name, 40)}'" if name else f"{noun_of(key)} number {number}"


def parts(value: object, location: Location) -> Parts:
    """Return the items of a list that are mappings, each with its location.

    Args:
        value: The list, or whatever stands in its place.
        location: The way to it.
    """
    items = value if isinstance(value, list | tuple) else ()
    return [((*location, n), item) for n, item in enumerate(items) if isinstance(item, Mapping)]


def as_text(value: object) -> str | None:
    """Return a text as the models will read it, or None if it is no text.

    Args:
        value: Any value.
    """
    return value.strip() or None if isinstance(value, str) else None


def ids(found: Parts, whole: object) -> Ids:
    """Return all ids, or none if one cannot be read: then nobody can say that one is missing.

    Args:
        found: The parts of a list.
        whole: The list itself.
    """
    words = [as_text(part.get("id")) for _, part in found]
    complete = isinstance(whole, list | tuple) and len(words) == len(whole) and all(words)
    return dict.fromkeys(name for name in words if name) if complete else {}


def mistake(location: Location, found: object, what: str, rule: str, fix: str) -> Mistake:
    """Return a mistake in the words of the one who found it.

    Args:
        location: The way to the value.
        found: What stands there.
        what: What is wrong.
        rule: The rule that it breaks.
        fix: What to do about it.
    """
    return Mistake("together", location, found, {"what": what, "rule": rule, "fix": fix})


def choice(wrong: str, known: Iterable[str]) -> str:
    """Return the fix for a name that does not exist.

    Args:
        wrong: What was written.
        known: The names that there are.
    """
    close = nearest(wrong, known)
    return f"did you mean '{close}'?" if close else f"write one of {shown(', '.join(known), 200)}"


def repeated_ids(value: object, location: Location = ()) -> Iterator[Mistake]:
    """Find the ids that a list gives twice, in every list of an activity.

    Args:
        value: The activity as plain values, or a part of it.
        location: The way to the part.

    Yields:
        The mistakes.
    """
    if isinstance(value, Mapping):
        for key, inner in value.items():
            if isinstance(inner, list | tuple):
                yield from _repeated_in(parts(inner, (*location, key)))


def _repeated_in(found: Parts) -> Iterator[Mistake]:
    seen: set[str] = set()
    for location, part in found:
        name = as_text(part.get("id"))
        if name in seen:
            yield mistake(
                (*location, "id"),
                name,
                f"a second {name_of(location, part)}",
                "an id is given once",
                "give this one another id",
            )
        elif name:
            seen.add(name)
        yield from repeated_ids(part, location)


def repeated_words(noun: str, found: Iterable[tuple[Location, object]]) -> Iterator[Mistake]:
    """Find the words that a learner could not tell apart from earlier ones, whatever their case.

    Args:
        noun: What the words name, such as ``point``.
        found: Each text with the way to it.

    Yields:
        The mistakes.
    """
    seen: set[str] = set()
    for location, value in found:
        words = as_text(value)
        if words and words.casefold() in seen:
            yield mistake(
                location,
                words,
                f"a second {noun} '{shown(words, 40)}'",
                f"each {noun} has words of its own",
                "give this one other words, or remove it",
            )
        elif words:
            seen.add(words.casefold())
