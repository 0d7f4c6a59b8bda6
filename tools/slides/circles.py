"""The picture of a deck's places: two circles that overlap, for the slide that explains them."""

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lessonkit.activities import SortingActivity

WIDTH, HEIGHT, RADIUS = 640, 360, 170


def circles(points: Sequence[str], deck: "SortingActivity") -> str | None:
    """Draw the places of a deck where a slide's points explain every one of them.

    Args:
        points: What the slide shows. A point that explains a place begins with its label and a
            colon.
        deck: The deck.

    Returns:
        The drawing, or nothing where the deck has no overlap or the points are about other things.
    """
    overlap = next((each for each in deck.categories if each.overlap_of), None)
    explained = {point.partition(":")[0].strip() for point in points if ":" in point}
    labels = {category.id: category.label for category in deck.categories}
    if not overlap or len(labels) != 3 or not explained.issuperset(labels.values()):
        return None
    left, right = (labels[name] for name in overlap.overlap_of or ())
    middle = WIDTH / 2
    places = ((middle - 105, "left"), (middle + 105, "right"))
    drawn = "".join(
        f'<circle class="lk-circle-{side}" cx="{x:g}" cy="{HEIGHT / 2:g}" r="{RADIUS}"/>'
        for x, side in places
    )
    written = "".join(
        f'<text x="{x:g}" y="{HEIGHT / 2:g}">{escape(label)}</text>'
        for x, label in ((135, left), (middle, overlap.label), (WIDTH - 135, right))
    )
    return (
        f'<svg class="lk-slide-circles" viewBox="0 0 {WIDTH} {HEIGHT}" aria-hidden="true">'
        f"{drawn}{written}</svg>"
    )
