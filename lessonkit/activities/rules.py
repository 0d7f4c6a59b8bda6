"""What must be true of the parts of a sorting activity together.

The rules read plain values and pass over whatever is wrong in itself, so that one report can
hold every mistake of a file.
"""

from collections.abc import Iterable, Iterator, Mapping

from lessonkit.activities.credit import PASS
from lessonkit.activities.problems import Location, Mistake
from lessonkit.activities.text import nearest, shown

Part = Mapping[str, object]
Parts = list[tuple[Location, Part]]
Ids = dict[str, None]


def sorting_mistakes(data: Mapping[str, object]) -> Iterator[Mistake]:
    """Find the mistakes that no field of a sorting activity shows alone.

    Args:
        data: The activity as plain values.

    Yields:
        The mistakes, each with its words in ``details``.
    """
    categories = _parts(data.get("categories"), ("categories",))
    cards = _parts(data.get("cards"), ("cards",))
    category_ids = _ids(categories, data.get("categories"))
    yield from _count(data.get("categories"), "categories", 2, 6)
    yield from _count(data.get("cards"), "cards", 1, 500)
    yield from _repeated_ids(categories)
    yield from _repeated_ids(cards)
    yield from _reserved_ids(categories)
    yield from _overlaps(categories, category_ids)
    # A mode that is misspelt may well mean "opinion", so it asks for no answers.
    needed = data.get("mode", "practice") in ("practice", "check")
    for location, card in cards:
        yield from _whole_answer(location, card, needed)
        yield from _answers(location, card, category_ids)
    yield from _variants(cards, _ids(cards, data.get("cards")))


def name_of(location: Location, part: object) -> str:
    """Return how a message names a part of an activity: ``card 'apart-03'`` or ``card number 4``.

    Args:
        location: The way to the part; it ends in the part's number.
        part: The part as plain values.
    """
    noun = {"categories": "category", "cards": "card"}.get(str(location[-2]), "item")
    name = _word(part.get("id")) if isinstance(part, Mapping) else None
    return f"{noun} '{shown(name, 40)}'" if name else f"{noun} number {int(location[-1]) + 1}"


def _parts(value: object, location: Location) -> Parts:
    """Return the items of a list that are mappings, each with its location."""
    items = value if isinstance(value, list | tuple) else ()
    return [((*location, n), item) for n, item in enumerate(items) if isinstance(item, Mapping)]


def _word(value: object) -> str | None:
    """Return a text as the models will read it, or None if it is no text."""
    return value.strip() or None if isinstance(value, str) else None


def _ids(parts: Parts, whole: object) -> Ids:
    """Return all ids, or none if one cannot be read: then nobody can say that one is missing."""
    words = [_word(part.get("id")) for _, part in parts]
    complete = isinstance(whole, list | tuple) and len(words) == len(whole) and all(words)
    return dict.fromkeys(word for word in words if word) if complete else {}


def _mistake(location: Location, found: object, what: str, rule: str, fix: str) -> Mistake:
    return Mistake("together", location, found, {"what": what, "rule": rule, "fix": fix})


def _choice(wrong: str, known: Iterable[str]) -> str:
    """Return the fix for a name that does not exist."""
    close = nearest(wrong, known)
    return f"did you mean '{close}'?" if close else f"write one of {shown(', '.join(known), 200)}"


def _count(whole: object, key: str, least: int, most: int) -> Iterator[Mistake]:
    if not isinstance(whole, list | tuple) or least <= len(whole) <= most:
        return
    yield _mistake(
        (key,),
        str(len(whole)),
        f"the activity has too {'few' if len(whole) < least else 'many'} {key}",
        f"an activity has {least} to {most} {key}",
        f"add {key}" if len(whole) < least else f"remove {key}, or make two activities of it",
    )


def _repeated_ids(parts: Parts) -> Iterator[Mistake]:
    seen: set[str] = set()
    for location, part in parts:
        name = _word(part.get("id"))
        if name in seen:
            yield _mistake(
                (*location, "id"),
                name,
                f"a second {name_of(location, part)}",
                "an id is given once",
                "give this one another id",
            )
        elif name:
            seen.add(name)


def _reserved_ids(categories: Parts) -> Iterator[Mistake]:
    for location, category in categories:
        if _word(category.get("id")) == PASS:
            yield _mistake(
                (*location, "id"),
                PASS,
                f"a category has the id '{PASS}'",
                f"'{PASS}' is taken: it is the word for a card that the learner leaves open",
                "give the category another id",
            )


def _overlaps(categories: Parts, category_ids: Ids) -> Iterator[Mistake]:
    rule = "an overlap names two different categories that are not overlaps themselves"
    overlaps = {_word(part.get("id")) for _, part in categories if part.get("overlap_of")}
    seen: set[frozenset[str]] = set()
    for location, category in categories:
        names = category.get("overlap_of")
        if not isinstance(names, list | tuple):
            continue
        here = (*location, "overlap_of")
        name = name_of(location, category)
        pair = [word for item in names if (word := _word(item))]
        own = _word(category.get("id"))
        if len(names) != 2 or len(set(pair)) == 1:
            found = ", ".join(pair) or shown(names)
            what = f"{name} is not the overlap of two different categories"
            yield _mistake(here, found, what, rule, "write two ids, such as [one, other]")
        for word in dict.fromkeys(pair):
            if word == own:
                what, fix = f"{name} is an overlap of itself", "write the ids of two others"
            elif word in overlaps:
                what = f"{name} is an overlap of '{shown(word)}', which is an overlap itself"
                fix = "write the ids of two categories without 'overlap_of'"
            elif category_ids and word not in category_ids:
                what = f"{name} is an overlap of '{shown(word)}', which does not exist"
                fix = _choice(word, [known for known in category_ids if known != own])
            else:
                continue
            yield _mistake(here, word, what, rule, fix)
        if len(pair) == 2 and frozenset(pair) in seen:
            yield _mistake(
                here,
                ", ".join(pair),
                f"{name} is a second overlap of '{shown(pair[0])}' and '{shown(pair[1])}'",
                "two categories have one overlap at most",
                "keep one of the two overlaps",
            )
        seen.add(frozenset(pair))


def _whole_answer(location: Location, card: Part, needed: bool) -> Iterator[Mistake]:
    given = {key for key in ("category", "reason", "defensible") if card.get(key)}
    name = name_of(location, card)
    if card.get("category") is None and (needed or "defensible" in given):
        yield _mistake(
            (*location, "category"),
            None,
            f"{name} has no 'category'",
            "a card has its answer, unless the activity says 'mode: opinion'"
            if needed
            else "a further defensible category stands beside an answer",
            "add a line 'category: …' with the id of a category",
        )
    if card.get("reason") is None and (needed or "category" in given):
        yield _mistake(
            (*location, "reason"),
            None,
            f"{name} has no 'reason'",
            "an answer comes with its reason",
            "add a line 'reason: …' that says why",
        )


def _answers(location: Location, card: Part, category_ids: Ids) -> Iterator[Mistake]:
    name = name_of(location, card)
    answer = _word(card.get("category"))
    if answer and category_ids and answer not in category_ids:
        yield _mistake(
            (*location, "category"),
            answer,
            f"the answer of {name} is a category that does not exist",
            "an answer is the id of one of the categories",
            _choice(answer, category_ids),
        )
    seen: set[str] = set()
    for place, defensible in _parts(card.get("defensible"), (*location, "defensible")):
        word = _word(defensible.get("category"))
        if word is None:
            continue
        if word == answer:
            what = f"{name} gives its answer '{shown(word)}' again under 'defensible'"
            rule = "a defensible category is another one than the answer"
            fix = "name another category, or remove this one"
        elif word in seen:
            what = f"{name} names '{shown(word)}' twice under 'defensible'"
            rule = "a card names a defensible category once"
            fix = "put the two reasons together"
        elif category_ids and word not in category_ids:
            what = f"{name} has a defensible category that does not exist"
            rule = "a defensible category is the id of one of the categories"
            fix = _choice(word, category_ids)
        else:
            seen.add(word)
            continue
        yield _mistake((*place, "category"), word, what, rule, fix)


def _variants(cards: Parts, card_ids: Ids) -> Iterator[Mistake]:
    rule = "'variant_of' names another card, which is not a variant itself"
    variants = {_word(card.get("id")) for _, card in cards if card.get("variant_of") is not None}
    for location, card in cards:
        original = _word(card.get("variant_of"))
        name = name_of(location, card)
        if original is None:
            continue
        if original == _word(card.get("id")):
            what = f"{name} is a variant of itself"
            fix = "write the id of the card from which it differs"
        elif card_ids and original not in card_ids:
            what = f"{name} is a variant of a card that does not exist"
            close = nearest(original, [known for known in card_ids if known not in variants])
            fix = f"did you mean '{close}'?" if close else "write the id of a card of this file"
        elif original in variants:
            what = f"{name} is a variant of '{shown(original)}', which is a variant itself"
            fix = "write the id of the card from which both differ"
        else:
            continue
        yield _mistake((*location, "variant_of"), original, what, rule, fix)
