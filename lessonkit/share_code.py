"""A short code that says how somebody has sorted a deck, and nothing about who. Pure functions.

A code holds the deck's fingerprint (three characters), where each card lies (as one number), and
two characters that check the rest. It is written in Douglas Crockford's base 32
(https://www.crockford.com/base32.html), which has no letters that are taken for digits; capitals
and small letters, ``O`` and ``0``, ``I``, ``L`` and ``1`` are the same, and hyphens and spaces
mean nothing. Twelve cards in three categories make eleven characters.

The two check characters are those of a Reed-Solomon code over the field of 32 elements (I. S. Reed
and G. Solomon, "Polynomial Codes over Certain Finite Fields", 1960). They catch every single wrong
character and every swap of two neighbours, always; in codes of up to 31 characters also any two
wrong characters. Of texts that are wrong in more places, about one in 1,024 slips through.

``lessonkit/static/share_code.js`` does the same, and ``tests/golden_codes.json`` holds both to it.
"""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from lessonkit.activities import PASS

if TYPE_CHECKING:
    from lessonkit.activities import SortingActivity

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
FINGERPRINT_LENGTH = 3
CHECK_LENGTH = 2
GROUP = 4
"""So many characters stand together, so that a code can be read out."""

_VALUES = {character: value for value, character in enumerate(ALPHABET)} | {"O": 0, "I": 1, "L": 1}
_BITS = 5
_MODULUS = 0b100101
"""x⁵ + x² + 1, by which the field of 32 elements is made."""

_BETWEEN = re.compile(r"[\s\-\u2010-\u2014]+")


class ShareCodeError(ValueError):
    """A code cannot be made or read. The words say why, and what to do."""


class DamagedCodeError(ShareCodeError):
    """The text is no code, or a code with a mistake in it."""


class OtherDeckError(ShareCodeError):
    """The code is whole, and of another deck, or of other cards of the same deck."""


class UnknownPlacementError(ShareCodeError):
    """A placement names a card or a place that the deck does not have."""


def encode(deck: "SortingActivity", placements: Mapping[str, str]) -> str:
    """Return the code for some placements.

    Args:
        deck: The deck, with the cards that were dealt and no others; see
            :meth:`~lessonkit.activities.SortingActivity.with_cards`.
        placements: For each placed card's id, the id of its category or ``PASS``. Cards may be
            missing.

    Returns:
        The code, in groups joined by hyphens.

    Raises:
        UnknownPlacementError: A card or a place is not in the deck.
    """
    cards, places = card_ids(deck), place_ids(deck)
    if unknown := sorted(str(card) for card in placements if card not in cards):
        raise UnknownPlacementError(
            f"deck {deck.id!r} has no card {', '.join(map(repr, unknown))} among those that were "
            "dealt. Give the deck with the cards that were sorted."
        )
    for card, place in placements.items():
        if place not in places:
            raise UnknownPlacementError(
                f"deck {deck.id!r} has no place {place!r}, where card {card!r} is said to lie. "
                f"It has {', '.join(places)}."
            )
    number = 0
    for card in cards:
        number = number * (len(places) + 1) + (
            places.index(placements[card]) + 1 if card in placements else 0
        )
    symbols = _symbols_of(fingerprint(deck), FINGERPRINT_LENGTH)
    symbols += _symbols_of(number, payload_length(deck))
    return in_groups("".join(ALPHABET[value] for value in symbols + check_symbols(symbols)))


def decode(code: str, deck: "SortingActivity") -> dict[str, str]:
    """Return the placements that a code holds.

    Args:
        code: The code, as it was shown, typed or read out.
        deck: The deck, with the cards that were dealt and no others.

    Returns:
        For each placed card's id, the id of its category or ``PASS``.

    Raises:
        DamagedCodeError: It is no code, or has a mistake in it.
        OtherDeckError: It is a whole code of another deck, or of other cards of this one.
    """
    symbols = whole_symbols(code)
    if _number_of(symbols[:FINGERPRINT_LENGTH]) != fingerprint(deck):
        raise OtherDeckError(
            f"the code {code!r} is whole, and it is not of deck {deck.id!r} with these cards. "
            "Ask which exercise it comes from."
        )
    payload = symbols[FINGERPRINT_LENGTH:-CHECK_LENGTH]
    cards, places = card_ids(deck), place_ids(deck)
    number = _number_of(payload)
    if len(payload) != payload_length(deck) or number >= (len(places) + 1) ** len(cards):
        raise _damaged(code)
    placements: dict[str, str] = {}
    for card in reversed(cards):
        number, place = divmod(number, len(places) + 1)
        if place:
            placements[card] = places[place - 1]
    return dict(reversed(placements.items()))


def whole_symbols(code: str) -> list[int]:
    """Return the values of a code's characters, once their check has passed.

    Args:
        code: The code, in any of the ways it can be written.

    Raises:
        DamagedCodeError: It is no code, or has a mistake in it.
    """
    characters = _BETWEEN.sub("", code).upper() if isinstance(code, str) else ""
    symbols = [_VALUES.get(character, -1) for character in characters]
    shortest = FINGERPRINT_LENGTH + 1 + CHECK_LENGTH
    if len(symbols) < shortest or -1 in symbols or any(check_symbols(symbols)):
        raise _damaged(code)
    return symbols


def _damaged(code: object) -> DamagedCodeError:
    return DamagedCodeError(
        f"{code!r} is no whole code: a character is wrong, missing or too many. "
        "Ask for it again, or compare it with what the screen shows."
    )


def card_ids(deck: "SortingActivity") -> list[str]:
    """Return the ids of a deck's cards in the order of codes, which no shuffle changes."""
    return sorted(card.id for card in deck.cards)


def place_ids(deck: "SortingActivity") -> list[str]:
    """Return where a card can lie: the ids of the categories in the deck's order, and ``PASS``."""
    return [*(category.id for category in deck.categories), PASS]


def payload_length(deck: "SortingActivity") -> int:
    """Return how many characters the placements of a deck take."""
    largest: int = (len(deck.categories) + 2) ** len(deck.cards) - 1
    return -(-largest.bit_length() // _BITS)


def fingerprint(deck: "SortingActivity") -> int:
    """Return a number of 15 bits that tells decks, and the cards that were dealt, apart.

    It is the 32-bit FNV-1a hash of the ids, folded
    (G. Fowler, L. C. Noll, K.-P. Vo, http://www.isthe.com/chongo/tech/comp/fnv/).

    Args:
        deck: The deck, with the cards that were dealt and no others.
    """
    lines = (deck.id, " ".join(each.id for each in deck.categories), " ".join(card_ids(deck)))
    value = 2166136261
    for byte in "\n".join(lines).encode():
        value = (value ^ byte) * 16777619 & 0xFFFFFFFF
    return (value >> 15 ^ value) & 0x7FFF


def in_groups(characters: str) -> str:
    """Return a code's characters in groups that can be read out, joined by hyphens."""
    return "-".join(characters[i : i + GROUP] for i in range(0, len(characters), GROUP))


def check_symbols(symbols: list[int]) -> list[int]:
    """Return what is left when symbols are divided by the code's polynomial, (x - 1)(x - a).

    Args:
        symbols: Values from 0 to 31.

    Returns:
        The two symbols that belong behind them; of symbols with their check behind them, two zeros.
    """
    first = second = 0
    for symbol in symbols:
        carried = symbol ^ first
        doubled = _doubled(carried)
        first, second = second ^ doubled ^ carried, doubled
    return [first, second]


def _doubled(symbol: int) -> int:
    """Multiply by the element a of the field."""
    doubled = symbol << 1
    return doubled ^ _MODULUS if doubled >= len(ALPHABET) else doubled


def _symbols_of(number: int, length: int) -> list[int]:
    return [number >> _BITS * place & 31 for place in reversed(range(length))]


def _number_of(symbols: list[int]) -> int:
    number = 0
    for symbol in symbols:
        number = number << _BITS | symbol
    return number
