"""What must be true of the parts of a sorting activity together.

The rules read plain values and pass over whatever is wrong in itself, so that one report can
hold every mistake of a file.
"""

from collections.abc import Iterator, Mapping

from lessonkit.activities.answers import PASS
from lessonkit.activities.problems import Location, Mistake
from lessonkit.activities.rules import (
    Ids,
    Part,
    Parts,
    as_text,
    choice,
    ids,
    mistake,
    name_of,
    parts,
    repeated_ids,
)
from lessonkit.activities.text import nearest, shown


def sorting_mistakes(data: Mapping[str, object]) -> Iterator[Mistake]:
    """Find the mistakes that no field of a sorting activity shows alone.

    Args:
        data: The activity as plain values.

    Yields:
        The mistakes, each with its words in ``details``.
    """
    categories = parts(data.get("categories"), ("categories",))
    cards = parts(data.get("cards"), ("cards",))
    category_ids = ids(categories, data.get("categories"))
    yield from _count(data.get("categories"), "categories", 2, 6)
    yield from _count(data.get("cards"), "cards", 1, 500)
    yield from repeated_ids(data)
    yield from _reserved_ids(categories)
    yield from _overlaps(categories, category_ids)
    # A mode that is misspelt may well mean "opinion", so it asks for no answers.
    needed = data.get("mode", "practice") in ("practice", "check")
    for location, card in cards:
        yield from _whole_answer(location, card, needed)
        yield from _answers(location, card, category_ids)
    yield from _variants(cards, ids(cards, data.get("cards")))


def _count(whole: object, key: str, least: int, most: int) -> Iterator[Mistake]:
    if not isinstance(whole, list | tuple) or least <= len(whole) <= most:
        return
    yield mistake(
        (key,),
        str(len(whole)),
        f"the activity has too {'few' if len(whole) < least else 'many'} {key}",
        f"an activity has {least} to {most} {key}",
        f"add {key}" if len(whole) < least else f"remove {key}, or make two activities of it",
    )


def _reserved_ids(categories: Parts) -> Iterator[Mistake]:
    for location, category in categories:
        if as_text(category.get("id")) == PASS:
            yield mistake(
                (*location, "id"),
                PASS,
                f"a category has the id '{PASS}'",
                f"'{PASS}' is taken: it is the word for a card that the learner leaves open",
                "give the category another id",
            )


def _overlaps(categories: Parts, category_ids: Ids) -> Iterator[Mistake]:
    rule = "an overlap names two different categories that are not overlaps themselves"
    overlaps = {as_text(part.get("id")) for _, part in categories if part.get("overlap_of")}
    seen: set[frozenset[str]] = set()
    for location, category in categories:
        names = category.get("overlap_of")
        if not isinstance(names, list | tuple):
            continue
        here = (*location, "overlap_of")
        name = name_of(location, category)
        pair = [word for item in names if (word := as_text(item))]
        own = as_text(category.get("id"))
        if len(names) != 2 or len(set(pair)) == 1:
            found = ", ".join(pair) or shown(names)
            what = f"{name} is not the overlap of two different categories"
            yield mistake(here, found, what, rule, "write two ids, such as [one, other]")
        for word in dict.fromkeys(pair):
            if word == own:
                what, fix = f"{name} is an overlap of itself", "write the ids of two others"
            elif word in overlaps:
                what = f"{name} is an overlap of '{shown(word)}', which is an overlap itself"
                fix = "write the ids of two categories without 'overlap_of'"
            elif category_ids and word not in category_ids:
                what = f"{name} is an overlap of '{shown(word)}', which does not exist"
                fix = choice(word, [known for known in category_ids if known != own])
            else:
                continue
            yield mistake(here, word, what, rule, fix)
        if len(pair) == 2 and frozenset(pair) in seen:
            yield mistake(
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
        yield mistake(
            (*location, "category"),
            None,
            f"{name} has no 'category'",
            "a card has its answer, unless the activity says 'mode: opinion'"
            if needed
            else "a further defensible category stands beside an answer",
            "add a line 'category: …' with the id of a category",
        )
    if card.get("reason") is None and (needed or "category" in given):
        yield mistake(
            (*location, "reason"),
            None,
            f"{name} has no 'reason'",
            "an answer comes with its reason",
            "add a line 'reason: …' that says why",
        )


def _answers(location: Location, card: Part, category_ids: Ids) -> Iterator[Mistake]:
    name = name_of(location, card)
    answer = as_text(card.get("category"))
    if answer and category_ids and answer not in category_ids:
        yield mistake(
            (*location, "category"),
            answer,
            f"the answer of {name} is a category that does not exist",
            "an answer is the id of one of the categories",
            choice(answer, category_ids),
        )
    seen: set[str] = set()
    for place, defensible in parts(card.get("defensible"), (*location, "defensible")):
        word = as_text(defensible.get("category"))
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
            fix = choice(word, category_ids)
        else:
            seen.add(word)
            continue
        yield mistake((*place, "category"), word, what, rule, fix)


def _variants(cards: Parts, card_ids: Ids) -> Iterator[Mistake]:
    rule = "'variant_of' names another card, which is not a variant itself"
    variants = {as_text(card.get("id")) for _, card in cards if card.get("variant_of") is not None}
    for location, card in cards:
        original = as_text(card.get("variant_of"))
        name = name_of(location, card)
        if original is None:
            continue
        if original == as_text(card.get("id")):
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
        yield mistake((*location, "variant_of"), original, what, rule, fix)
