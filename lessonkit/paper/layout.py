"""The sizes of paper, and how cards lie on a sheet."""

from dataclasses import dataclass

PAPERS = {"a4": (210.0, 297.0), "letter": (215.9, 279.4)}
"""Width and height in millimetres."""

MARGIN = 12.0
"""What stays free on every side of the cards, in millimetres: any printer can print within."""

EDGE = 6.0
"""As near to the edge of the paper as the cut lines go, in millimetres."""

_ROUNDING = 0.2


@dataclass(frozen=True)
class Layout:
    """A grid of cards on a sheet, and the type on them."""

    columns: int

    rows: int

    largest: float
    """The usual size of the type, in points."""

    floor: float
    """The smallest size that is still fit to be read across a table, in points."""

    @property
    def per_page(self) -> int:
        """How many cards a sheet has."""
        return self.columns * self.rows


LAYOUTS = {8: Layout(2, 4, 17, 9), 9: Layout(3, 3, 15, 9)}
"""By the number of cards a page."""

LARGE_PRINT = Layout(2, 2, 26, 16)

HEADERS = Layout(1, 2, 100, 24)
"""A category's header takes half a sheet."""

DESCRIPTION = Layout(1, 1, 24, 16)
"""What belongs into a category, on its header."""

WORKSHEET = Layout(1, 1, 12, 9)

LARGE_WORKSHEET = Layout(1, 1, 18, 16)


def sizes(layout: Layout) -> str:
    """Return the attributes by which the sizes of its type are known in a page.

    Args:
        layout: The layout of the element that has them.
    """
    return f'data-largest="{layout.largest:g}" data-floor="{layout.floor:g}"'


def sheet_size(paper: str) -> tuple[float, float]:
    """Return the width and height of a sheet within the edges of a paper, in millimetres.

    Args:
        paper: A key of `PAPERS`.
    """
    width, height = PAPERS[paper]
    # A sheet that is higher by a rounding error would take a second, empty page.
    return width - 2 * EDGE, height - 2 * EDGE - _ROUNDING
