"""How far a group agrees on a deck, and how sure a change of shares is. Pure functions.

Sources: Fleiss 1971 (doi:10.1037/h0031619) for the kappa, as `group_tally` has from him the
agreement on one card; Gwet 2014 (ISBN 978-0970806284) for cards that not everybody placed;
Newcombe 1998, method 10 (Statistics in Medicine 17, 873 to 890), for the interval of a difference.
"""

from math import sqrt

from lessonkit.group.tally import Tally
from lessonkit.scoring import PASS

# The 97.5th percentile of the normal distribution: 95 % lie between it and its negative.
NORMAL = 1.959963984540054


def fleiss_kappa(tally: Tally) -> float | None:
    """Return how far a group agrees beyond what its habits alone would bring about.

    Fleiss 1971 asks that every card has as many placements. Where people left cards out, each
    card is described by those who placed it, and each card weighs the same, both in the agreement
    and in the shares of the categories, as Gwet 2014 proposes. With as many placements for every
    card the two are the same number. Cards with fewer than two placements say nothing of
    agreement; their placements still count for the shares.

    Args:
        tally: How the group has sorted. Passes are no placements.

    Returns:
        1 where everybody agrees on every card, 0 where people agree as often as if each card were
        placed by lot with the group's overall shares, less than 0 where they agree less often;
        None where no card has two placements, or all placements are in one category.
    """
    known = [card.agreement for card in tally.cards if card.agreement is not None]
    placed = [card for card in tally.cards if card.placed]
    if not known:
        return None
    categories = [place for place in placed[0].counts if place != PASS]
    chance = 0.0
    for place in categories:
        share = sum(card.counts[place] / card.placed for card in placed) / len(placed)
        chance += share * share
    if 1 - chance < 1e-12:
        return None
    return (sum(known) / len(known) - chance) / (1 - chance)


def change_interval(before: int, before_of: int, after: int, after_of: int) -> tuple[float, float]:
    """Return between which two values a change of shares lies, with a confidence of 95 %.

    It is made for two groups who know nothing of each other. Codes carry no names, so that a
    person's first and second sorting cannot be put side by side; and as most people keep most of
    their answers, the interval is then rather too wide than too narrow. Unlike a bootstrap, it does
    not shrink to nothing where everybody, or nobody, chose a category.

    Args:
        before: How many people chose the category the first time.
        before_of: How many people there were, at least one.
        after: How many chose it the second time.
        after_of: How many people there were then, at least one.

    Returns:
        The lower and the upper end, as shares.
    """
    first, second = before / before_of, after / after_of
    first_low, first_high = _wilson(first, before_of)
    second_low, second_high = _wilson(second, after_of)
    change = second - first
    low = change - sqrt((second - second_low) ** 2 + (first_high - first) ** 2)
    high = change + sqrt((second_high - second) ** 2 + (first - first_low) ** 2)
    return low, high


def _wilson(share: float, people: int) -> tuple[float, float]:
    """Return the ends of the score interval of one share, as Wilson 1927 has it."""
    squared = NORMAL**2
    middle = share + squared / (2 * people)
    half = NORMAL * sqrt(share * (1 - share) / people + squared / (4 * people**2))
    scale = 1 + squared / people
    return (middle - half) / scale, (middle + half) / scale
