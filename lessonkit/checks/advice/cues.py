"""Finds what gives a card's answer away to a learner who knows only how tests are made."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import takewhile
from statistics import median
from typing import TYPE_CHECKING

from lessonkit.activities.problems import Mistake
from lessonkit.activities.rules import mistake
from lessonkit.activities.text import listed

if TYPE_CHECKING:
    from lessonkit.activities.kinds.sorting import Card, SortingActivity

FEWEST_CARDS = 4
"""From how many cards on, in a category and outside it, a likeness of its cards says something."""

MOST_CARDS = 0.5
"""A word of more than this share of a category's cards, and of no others, names the category."""

CLEARLY_LONGER = 1.5
"""By how much the median card of a category is longer, where length gives it away."""

NEARLY_ALWAYS = 0.9
"""Of all pairs of a card of the category and one of another, the share in which it is longer."""

_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*")
_ENDING = re.compile(r"(?:'s|es?|s|ed|ing|ly)$")
_INFLECTION = re.compile(r"|s|ed|en|er|est|ing|ly|ness")
_NO_CUE = frozenset(
    _WORD.findall(
        "about after again all also and any are because been before being both but can could did "
        "does each for from had has have her here him his how into its like many more most much "
        "neither none nor not off one only other our out over own same say says she should since "
        "some such than that the their them then there these they this those through two under "
        "until very was were what when where which while who whom whose why will with without "
        "would yes yet you your"
    )
)
"""Words that say nothing of a subject."""

_SHORTEST = 4
"""A shorter word says little, and is part of too many others."""


def cues_of_cards(deck: "SortingActivity") -> Iterator[Mistake]:
    """Find cards whose wording or length names their category.

    Args:
        deck: The deck. In an opinion deck there is nothing to give away.

    Yields:
        The advice, each with its words in ``details``.
    """
    if deck.mode == "opinion":
        return
    yield from _labels_on_cards(deck)
    for number, category in enumerate(deck.categories):
        inside = [card for card in deck.cards if card.category == category.id]
        outside = [card for card in deck.cards if card.category != category.id]
        if len(inside) >= FEWEST_CARDS and len(outside) >= FEWEST_CARDS:
            yield from _words_of_one_category(number, category.id, inside, outside)
            yield from _longer_cards(number, category.id, inside, outside)


def _labels_on_cards(deck: "SortingActivity") -> Iterator[Mistake]:
    """Find cards that hold a word of their own category's label, and of no other."""
    labels = {each.id: _telling_words(each.label) for each in deck.categories}
    for number, card in enumerate(deck.cards):
        texts = (("text", card.text), ("hint", card.hint or ""))
        for key, text in texts:
            words = _telling_words(text)
            named = {each: _shared(own, words) for each, own in labels.items()}
            found = named.pop(card.category or "", None)
            if found and not any(named.values()):
                yield mistake(
                    ("cards", number, key),
                    text,
                    f"the {key} of card '{card.id}' holds '{found}', which its place has, too",
                    "a card is placed for what it means: a word that also stands on the place "
                    "gives the answer away",
                    "say it in other words",
                )


def _shared(label: Iterable[str], words: Iterable[str]) -> str:
    """Return the first word that has the stem of a label's word, or an empty text."""
    return next((word for word in words if any(_same_stem(word, own) for own in label)), "")


def _same_stem(one: str, other: str) -> bool:
    """Tell whether two words belong together, such as intimacy and intimate."""
    pairs = zip(one, other, strict=False)
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    shorter, longer = sorted((len(one), len(other)))
    if shared == shorter:
        rest = max(one, other, key=len)[shared:]
        return len(rest) <= 5 if shorter > _SHORTEST else bool(_INFLECTION.fullmatch(rest))
    return shared > _SHORTEST and shared >= 0.75 * shorter and longer - shared <= 4


def _words_of_one_category(
    number: int, name: str, inside: "list[Card]", outside: "list[Card]"
) -> Iterator[Mistake]:
    counts = Counter(stem for card in inside for stem in _stems(card.text))
    elsewhere = {stem for card in outside for stem in _stems(card.text)}
    telling = [
        stem
        for stem, count in counts.most_common()
        if count > MOST_CARDS * len(inside) and count >= FEWEST_CARDS - 1 and stem not in elsewhere
    ]
    if telling:
        found = listed(f"'{stem}' on {counts[stem]} of {len(inside)} cards" for stem in telling[:3])
        yield mistake(
            ("categories", number),
            found,
            f"cards of category '{name}' can be told by a word that no other card has",
            "cards differ in what they mean: a word that comes back in one category, and nowhere "
            "else, gives it away",
            "use the word on a card of another category, too, or say it in other words",
        )


def _longer_cards(
    number: int, name: str, inside: "list[Card]", outside: "list[Card]"
) -> Iterator[Mistake]:
    own, others = ([len(card.text) for card in cards] for cards in (inside, outside))
    longer = sum(one > other for one in own for other in others) / (len(own) * len(others))
    if longer >= NEARLY_ALWAYS and median(own) >= CLEARLY_LONGER * median(others):
        yield mistake(
            ("categories", number),
            f"{median(own):.0f} characters in the middle, and {median(others):.0f} elsewhere",
            f"cards of category '{name}' are much longer than the others",
            "cards are about equally long, or their length gives them away",
            "shorten these, or tell more on the others",
        )


def _telling_words(text: str) -> list[str]:
    words = (word.lower() for word in _WORD.findall(text))
    return [word for word in words if len(word) >= _SHORTEST and word not in _NO_CUE]


def _stems(text: str) -> set[str]:
    return {_ENDING.sub("", word) for word in _telling_words(text)} - _NO_CUE
