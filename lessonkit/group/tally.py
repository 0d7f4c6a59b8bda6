"""Finds share codes in what a group has sent, and counts how the group sorted. Pure functions.

``lessonkit/static/group_codes.js`` does the same, and ``tests/golden_tallies.json`` holds both to
it.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lessonkit.activities import PASS
from lessonkit.share_code import (
    ALPHABET,
    CHECK_LENGTH,
    FINGERPRINT_LENGTH,
    GROUP,
    DamagedCodeError,
    ShareCodeError,
    decode,
    fingerprint,
    in_groups,
    payload_length,
    place_ids,
    whole_symbols,
)

if TYPE_CHECKING:
    from lessonkit.activities import SortingActivity

_LINE_END = re.compile(r"\r\n|\r|\n")
_LINK = re.compile(r"(?:https?://|www\.)[^\s]*", re.IGNORECASE)
_WORD = re.compile(r"[0-9A-Za-z]+")
_SPACES = re.compile(r"[ \t]+")
_JOINT = re.compile(r"[ \t]?[-\u2010-\u2014]?[ \t]?")
_HYPHENS = re.compile(r"[-\u2010-\u2014]")


@dataclass(frozen=True)
class FoundCode:
    """A code that was found.

    Attributes:
        code: The code, as it is shown.
        deal: Which of the deals it is of, from 0.
        placements: For each placed card's id, where it lies.
        line: The line on which it stands, from 1.
        repeated: Whether the very same line stood before.
    """

    code: str
    deal: int
    placements: dict[str, str]
    line: int
    repeated: bool


@dataclass(frozen=True)
class FoundText:
    """A text that is no code of these deals: what it is, and its line, from 1."""

    text: str
    line: int


@dataclass(frozen=True)
class FoundCodes:
    """What was found in a text.

    Attributes:
        codes: The codes of these deals, in their order.
        damaged: What looks like a code of these deals and has a mistake in it.
        others: Whole codes of other decks, or of other cards of these.
    """

    codes: list[FoundCode] = field(default_factory=list)
    damaged: list[FoundText] = field(default_factory=list)
    others: list[FoundText] = field(default_factory=list)


@dataclass(frozen=True)
class _Deal:
    deck: "SortingActivity"
    length: int
    beginning: str


def find_codes(text: str, deals: Sequence["SortingActivity"]) -> FoundCodes:
    """Find the codes in a chat, or in codes that were typed from paper.

    Names, times, links and other talk are passed over. A code may be written in capitals or small
    letters, with hyphens, spaces or nothing between its groups.

    Args:
        text: What was pasted or typed.
        deals: The decks, each with the cards that were dealt.

    Returns:
        What was found.
    """
    known = [_deal(deck) for deck in deals]
    found = FoundCodes()
    seen: set[str] = set()
    for number, line in enumerate(_LINE_END.split(text), start=1):
        folded = _SPACES.sub(" ", line).strip()
        if not folded:
            continue
        repeated = folded in seen
        seen.add(folded)
        _find_in(_LINK.sub(" ", folded), number, repeated, known, found)
    return found


def _deal(deck: "SortingActivity") -> _Deal:
    length = FINGERPRINT_LENGTH + payload_length(deck) + CHECK_LENGTH
    bits = fingerprint(deck)
    beginning = "".join(ALPHABET[bits >> 5 * place & 31] for place in (2, 1, 0))
    return _Deal(deck, length, beginning)


def _find_in(line: str, number: int, repeated: bool, deals: list[_Deal], found: FoundCodes) -> None:
    words = list(_WORD.finditer(line))
    sizes = [len(word[0]) for word in words]
    first = 0
    while first < len(words):
        last = _code_from(line, words, first, number, repeated, deals, found)
        if last is None:
            last = _other_from(line, words, sizes, first, number, deals, found)
        first = last + 1


def _code_from(
    line: str,
    words: list[re.Match[str]],
    first: int,
    number: int,
    repeated: bool,
    deals: list[_Deal],
    found: FoundCodes,
) -> int | None:
    """Look for a code that begins with a word, and return the place of its last word."""
    # Most words of a chat begin as no code of these deals does.
    initial = _plain(words[first][0][0])
    if not any(deal.beginning.startswith(initial) for deal in deals):
        return None
    longest = max(deal.length for deal in deals)
    joined = ""
    for last in range(first, len(words)):
        if last > first and not _JOINT.fullmatch(line, words[last - 1].end(), words[last].start()):
            return None
        joined += words[last][0]
        if len(joined) > longest:
            return None
        for index, deal in enumerate(deals):
            if len(joined) != deal.length or not _plain(joined).startswith(deal.beginning):
                continue
            try:
                placements = decode(joined, deal.deck)
            except ShareCodeError:
                continue
            code = in_groups(_plain(joined))
            found.codes.append(FoundCode(code, index, placements, number, repeated))
            return last
    return None


def _other_from(
    line: str,
    words: list[re.Match[str]],
    sizes: list[int],
    first: int,
    number: int,
    deals: list[_Deal],
    found: FoundCodes,
) -> int:
    """Judge the words from one on that hang together, and return the place of the last of them."""
    last = first
    while last + 1 < len(words) and _HYPHENS.fullmatch(
        line, words[last].end(), words[last + 1].start()
    ):
        last += 1
    if first == 0 and last == 0 and _is_printed(sizes) and _only_words(line, words):
        last = len(words) - 1
    sizes = sizes[first : last + 1]
    printed = _is_printed(sizes)
    # Most of a chat ends here.
    if not printed and all(abs(sum(sizes) - deal.length) > 2 for deal in deals):
        return last
    text = line[words[first].start() : words[last].end()]
    characters = _plain("".join(word[0] for word in words[first : last + 1]))
    mixed = bool(re.search("[0-9]", text)) and bool(re.search("[A-Za-z]", text))
    written_as_code = printed and (mixed or text.isupper())
    if written_as_code and _is_whole(characters):
        found.others.append(FoundText(text, number))
    elif any(_resembles(characters, deal, written_as_code, mixed, sizes) for deal in deals):
        found.damaged.append(FoundText(text, number))
    return last


def _is_printed(sizes: list[int]) -> bool:
    """Tell whether words have the lengths of a code's groups."""
    return len(sizes) > 1 and set(sizes[:-1]) == {GROUP} and sizes[-1] <= GROUP


def _only_words(line: str, words: list[re.Match[str]]) -> bool:
    """Tell whether a line holds nothing but words with spaces between them."""
    return " ".join(word[0] for word in words) == line


def _is_whole(characters: str) -> bool:
    try:
        return bool(whole_symbols(characters))
    except DamagedCodeError:
        return False


def _resembles(
    characters: str, deal: _Deal, written_as_code: bool, mixed: bool, sizes: list[int]
) -> bool:
    """Tell whether characters look like a code of a deal in which something went wrong."""
    off = abs(len(characters) - deal.length)
    if characters.startswith(deal.beginning) and off <= 2:
        return mixed or written_as_code or len(sizes) > 1
    return off <= 1 and (written_as_code or (len(sizes) == 1 and off == 0 and mixed))


def _plain(characters: str) -> str:
    """Write a code's characters as they are shown."""
    return characters.upper().replace("O", "0").replace("I", "1").replace("L", "1")


@dataclass(frozen=True)
class CardTally:
    """How a group has placed one card.

    Attributes:
        card: The card's id.
        counts: How many people put it into each category, or passed it.
        placed: How many put it into a category.
        agreement: Of all pairs of these people, the share who put it into the same category, from
            0 to 1: J. L. Fleiss's extent of agreement on one subject ("Measuring nominal scale
            agreement among many raters", Psychological Bulletin 76, 1971). None with fewer than
            two people.
    """

    card: str
    counts: dict[str, int]
    placed: int
    agreement: float | None


@dataclass(frozen=True)
class Tally:
    """How a group has sorted: how many people, and each card in the deck's order."""

    people: int
    cards: list[CardTally]


def tally(deck: "SortingActivity", placements: Iterable[dict[str, str]]) -> Tally:
    """Count how a group has sorted.

    Args:
        deck: The deck, with the cards that were dealt.
        placements: The placements of each person.

    Returns:
        The counts of each card.
    """
    everyone = list(placements)
    cards = []
    for card in deck.cards:
        counts = dict.fromkeys(place_ids(deck), 0)
        for person in everyone:
            if person.get(card.id) in counts:
                counts[person[card.id]] += 1
        in_categories = [count for place, count in counts.items() if place != PASS]
        cards.append(CardTally(card.id, counts, sum(in_categories), _agreement(in_categories)))
    return Tally(len(everyone), cards)


def _agreement(counts: list[int]) -> float | None:
    people = sum(counts)
    if people < 2:
        return None
    return sum(count * (count - 1) for count in counts) / (people * (people - 1))


def disputed_first(cards: Iterable[CardTally]) -> list[CardTally]:
    """Return cards with the most disputed first; those of which nothing is known come last."""
    return sorted(cards, key=lambda card: 2.0 if card.agreement is None else card.agreement)


def moved(first: Tally, second: Tally) -> dict[str, dict[str, float] | None]:
    """Return what has moved between two sortings of the same cards.

    Args:
        first: The earlier sorting.
        second: The later one.

    Returns:
        For each card's id, and each category, by how many percentage points its share of those who
        placed the card has grown; None where nobody placed it in one of the two.
    """
    later = {card.card: card for card in second.cards}
    changes: dict[str, dict[str, float] | None] = {}
    for card in first.cards:
        then = later.get(card.card)
        if then is None or not card.placed or not then.placed:
            changes[card.card] = None
            continue
        changes[card.card] = {
            place: 100 * (then.counts[place] / then.placed - count / card.placed)
            for place, count in card.counts.items()
            if place != PASS
        }
    return changes
