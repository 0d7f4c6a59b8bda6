"""How large the type on a card may be, where no browser measures it beforehand."""

from math import ceil
from unicodedata import east_asian_width

from lessonkit.paper.layout import EDGE, Layout

ANY_PAPER = (196.0, 264.0)
"""Width and height of a sheet that fits on A4 and Letter; ``cards_to_print.css`` has them too."""

_LETTER = 0.54
"""The width of a letter, in parts of the type's size, with what is lost at the ends of lines."""

_LINE = 1.3
_MILLIMETRES = 25.4 / 72
_BESIDE = 16.0
"""What stays free beside a text on its card, left and right together, in millimetres."""

_ABOVE = 20.0
"""What stays free above and below, with the number of the card."""


def estimated_points(text: str, layout: Layout) -> int:
    """Return the size of type with which a text fits on its card, by a careful estimate.

    Args:
        text: The text.
        layout: How cards lie on a sheet that fits on any paper.

    Returns:
        A size between the layout's largest and its floor; 0 where that is too large still.
    """
    width = (ANY_PAPER[0] - 2 * EDGE) / layout.columns - _BESIDE
    height = (ANY_PAPER[1] - 2 * EDGE) / layout.rows - _ABOVE
    letters = sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)
    for points in range(int(layout.largest), int(layout.floor) - 1, -1):
        a_line = width / (points * _MILLIMETRES * _LETTER)
        if ceil(letters / a_line) * points * _MILLIMETRES * _LINE <= height:
            return points
    return 0
