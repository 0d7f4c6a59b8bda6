"""Pictures of how a group sorted, with a text for those who do not see them.

Categories are told apart by hatching and by numbers, not by colour alone. matplotlib is imported
when the first picture is drawn.
"""

import base64
import io
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from html import escape
from itertools import cycle
from math import isnan
from textwrap import wrap
from typing import TYPE_CHECKING, Any

from lessonkit.group.reading import THRESHOLD, Group
from lessonkit.group.results import card_frame, moved_frame

if TYPE_CHECKING:
    import pandas
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

INK, SOFT, GROUND = "#1f2430", "#565c6b", "#ffffff"
FILLS = ("#9fd3de", "#d5c2f0", "#f3b3c6", "#e9d08f", "#b5d99a", "#b3c5f5")
HATCHES = ("///", "", "...", "xxx", "---", "|||")
WIDTH, CARD_HEIGHT, MARGIN = 8.2, 0.5, 1.1
LINE = 48
NARROWEST = 0.025
"""The part of a bar's width below which its number does not fit; the table has it."""

TOLD = 3
"""How many cards the words of a picture name."""

COLOURS = 64
SHARP = 144
SHOWN = 96
"""Dots an inch that are drawn, and that are shown: screens with fine dots get all of them."""

SETTINGS: dict[Any, Any] = {
    "font.family": "DejaVu Sans",
    "font.size": 9,
    "hatch.color": "#565c6b",
    "hatch.linewidth": 0.6,
    # A card is text: what looks like a formula is shown as it is written.
    "text.parse_math": False,
    "text.color": INK,
    "axes.edgecolor": SOFT,
    "axes.labelcolor": INK,
    "xtick.color": INK,
    "ytick.color": INK,
}


@dataclass(frozen=True)
class Picture:
    """A picture and what it says in words.

    Attributes:
        image: The picture as a PNG file.
        words: What it shows, for those who do not see it.
        width: How wide it is shown, in CSS pixels.
    """

    image: bytes
    words: str
    width: int

    @property
    def html(self) -> str:
        """The picture as an HTML element, with its words as the text alternative."""
        data = base64.b64encode(self.image).decode("ascii")
        return (
            f'<img src="data:image/png;base64,{data}" alt="{escape(self.words)}" '
            f'width="{self.width}">'
        )

    def _repr_mimebundle_(self, **kwargs: Any) -> dict[str, str]:
        return {"text/plain": self.words, "text/html": self.html}


def bars(group: Group, *, order: str = "disputed", threshold: int = THRESHOLD) -> Picture:
    """Draw a bar for each card: how many people put it where.

    Args:
        group: The group.
        order: ``"disputed"``, ``"agreed"`` or ``"deck"``.
        threshold: With fewer people than this nothing is shown.

    Raises:
        TooFewPeopleError: The group is smaller than the threshold.
    """
    frame = card_frame(group, order=order, threshold=threshold)
    labels = {place.id: place.label for place in group.deck.categories}
    with _drawing(len(frame)) as (figure, axes):
        left = frame["agreement"] * 0
        for (place, label), fill, hatch in zip(
            labels.items(), cycle(FILLS), cycle(HATCHES), strict=False
        ):
            counts = frame[place]
            axes.barh(
                range(len(frame)), counts, left=left, label=label,
                color=fill, hatch=hatch, edgecolor=SOFT, height=0.62,
            )  # fmt: skip
            _number(axes, counts, left, group.people)
            left = left + counts
        for row, agreement in enumerate(frame["agreement"]):
            axes.text(group.people * 1.03, row, percent(agreement), va="center")
        axes.text(group.people * 1.03, -0.9, "agreement", va="center", color=SOFT)
        axes.set_xlim(0, group.people * 1.14)
        axes.set_xlabel("People who put the card there. Passes are left out.")
        _name_rows(axes, frame)
        axes.legend(loc="lower left", bbox_to_anchor=(0, 1), ncols=len(labels), frameon=False)
        return _picture(figure, _bar_words(frame, labels, group.people, order))


def changes(before: Group, after: Group, *, threshold: int = THRESHOLD) -> Picture:
    """Draw the largest change of each card between two sortings, with its uncertainty.

    Args:
        before: The first sorting.
        after: The second one.
        threshold: If either group has fewer people, nothing is shown.

    Raises:
        TooFewPeopleError: One of the groups is smaller than the threshold.
        ValueError: The two groups sorted different cards.
    """
    frame = moved_frame(before, after, threshold=threshold).dropna(subset=["moved"])
    labels = {place.id: place.label for place in before.deck.categories}
    with _drawing(len(frame)) as (figure, axes):
        axes.axvline(0, color=SOFT, linewidth=1)
        for row, (_, card) in enumerate(frame.iterrows()):
            change = card[card["category"]]
            axes.plot([card["low"], card["high"]], [row, row], color=INK, linewidth=1.5)
            axes.plot([change], [row], marker="o", markersize=6, color=INK)
            said = f"{labels[card['category']]} {_signed(change)}"
            axes.text(card["high"] + 2, row, said, va="center")
        # Room on the right for the words beside a line that goes to the end.
        axes.set_xlim(-100, 130)
        axes.set_xticks(range(-100, 101, 50))
        axes.set_xlabel("Largest change of a share, in percentage points, with its 95 % interval")
        _name_rows(axes, frame)
        return _picture(figure, _change_words(frame, labels))


def percent(share: float) -> str:
    """Return a share as a percentage, or a word where it is not a number.

    Args:
        share: From 0 to 1, or NaN.
    """
    return "none" if isnan(share) else f"{share:.0%}"


@contextmanager
def _drawing(rows: int) -> "Iterator[tuple[Figure, Axes]]":
    # The first picture on a machine would say on the error stream that it looks for fonts.
    logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)
    from matplotlib import rc_context
    from matplotlib.figure import Figure

    with rc_context(SETTINGS):
        height = MARGIN + CARD_HEIGHT * max(rows, 1)
        figure = Figure(figsize=(WIDTH, height), facecolor=GROUND, layout="constrained")
        axes = figure.subplots()
        axes.spines[["top", "right", "left"]].set_visible(False)
        axes.tick_params(axis="y", length=0)
        yield figure, axes


def _number(
    axes: "Axes", counts: "pandas.Series[int]", left: "pandas.Series[float]", people: int
) -> None:
    for row, (count, start) in enumerate(zip(counts, left, strict=True)):
        if count >= people * NARROWEST:
            paper = {"facecolor": GROUND, "edgecolor": "none", "boxstyle": "round,pad=0.15"}
            middle = start + count / 2
            axes.text(middle, row, f"{count}", ha="center", va="center", bbox=paper)


def _name_rows(axes: "Axes", frame: "pandas.DataFrame") -> None:
    names = [
        "\n".join(wrap(f"{card}: {text}", LINE, max_lines=3, placeholder=" …"))
        for card, text in zip(frame.index, frame["text"], strict=True)
    ]
    axes.set_yticks(range(len(frame)), names, fontsize=7.5)
    axes.set_ylim(max(len(frame), 1) - 0.5, -0.5)


def _picture(figure: "Figure", words: str) -> Picture:
    from PIL import Image

    drawn, file = io.BytesIO(), io.BytesIO()
    figure.savefig(drawn, format="png", dpi=SHARP)
    # A quarter of the size: few colours are enough for bars, and notebooks are kept in git.
    few = Image.open(drawn).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    few.save(file, format="png", optimize=True)
    return Picture(file.getvalue(), words, round(figure.get_size_inches()[0] * SHOWN))


def _bar_words(frame: "pandas.DataFrame", labels: dict[str, str], people: int, order: str) -> str:
    orders = {
        "disputed": "the most disputed first",
        "agreed": "the most agreed first",
        "deck": "in the order of the deck",
    }
    told = "; ".join(
        f"{card}: " + ", ".join(f"{label} {row[place]}" for place, label in labels.items())
        for card, row in frame.head(TOLD).iterrows()
    )
    return (
        f"Bars for {len(frame)} cards, sorted by {people} people, {orders[order]}. "
        f"The first: {told}. The table has all the numbers."
    )


def _change_words(frame: "pandas.DataFrame", labels: dict[str, str]) -> str:
    told = "; ".join(
        f"{card}: {labels[row['category']]} {_signed(row[row['category']])} points, "
        f"between {_signed(row['low'])} and {_signed(row['high'])}"
        for card, row in frame.head(TOLD).iterrows()
    )
    return (
        f"The largest change of {len(frame)} cards, what moved most first. "
        f"The first: {told}. The table has all the numbers."
    )


def _signed(points: float) -> str:
    """Return a number of points with its sign, as type sets it."""
    whole = round(points)
    return f"{whole:+d}".replace("-", "\N{MINUS SIGN}") if whole else "0"
