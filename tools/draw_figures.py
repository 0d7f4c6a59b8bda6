"""Draw the pictures of the course; with --check, only say whether they are current.

A picture is drawn twice, for light pages and for dark ones. It is 400 units wide and its text is
at least 15 units high, so that the text can still be read on a narrow phone.
"""

import argparse
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from lessonkit.sphinx_ext.claims_file import load_claims

ROOT = Path(__file__).resolve().parent.parent
FOLDER = Path("book/_static/figures")
CLAIMS = ROOT / "book" / "evidence.yaml"
WIDTH = 400
SHOWN_WIDTH = 440
TEXT = 15
LINE = 20


@dataclass(frozen=True)
class Palette:
    """The colours of one variant."""

    ground: str
    ink: str
    soft: str
    box: str
    intimacy: str
    passion: str


PALETTES = {
    "light": Palette(
        ground="#f7f6f3",
        ink="#1f2430",
        soft="#565c6b",
        box="#fff",
        intimacy="#0f7285",
        passion="#b83a5e",
    ),
    "dark": Palette(
        ground="#1c1b22",
        ink="#eceaf2",
        soft="#b5b3c3",
        box="#2b2934",
        intimacy="#58c8dc",
        passion="#ff92b0",
    ),
}


MARKS: dict[str, tuple[str, tuple[tuple[int, int], ...]]] = {
    "strong": ("#2b8a5b", ((16, 0),)),
    "moderate": ("#3d7fc0", ((9, 0),)),
    "weak": ("#a87700", ((4, 0),)),
    "contested": ("#c2497a", ((4, 0), (4, 12))),
    "none": ("", ((1, 0),)),
}
"""The mark of each rating: its colour, and its bands, each with its height and where it begins.

The colours are those of the badges; a mark can be told from another without its colour.
"""

MARK_PLACES = ((16, 58), (104, 58), (214, 58), (16, 86), (146, 86))
"""Where the key shows each mark."""


def picture(title: str, height: int, palette: Palette) -> Element:
    """Begin a picture: its size, its title and its own ground."""
    shown_height = round(height * SHOWN_WIDTH / WIDTH)
    root = Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "viewBox": f"0 0 {WIDTH} {height}",
            "width": f"{SHOWN_WIDTH}",
            "height": f"{shown_height}",
            "role": "img",
            "font-family": "system-ui, sans-serif",
            "font-size": f"{TEXT}",
            "fill": palette.ink,
        },
    )
    SubElement(root, "title").text = title
    add(root, "rect", width=WIDTH, height=height, rx=12, fill=palette.ground)
    return root


def add(parent: Element, tag: str, **attributes: object) -> Element:
    """Add an element; an underscore in an attribute's name stands for a hyphen."""
    named = {name.replace("_", "-"): str(value) for name, value in attributes.items()}
    return SubElement(parent, tag, named)


def write(
    parent: Element, x: int, y: int, *lines: str, head: str | None = None, **attributes: object
) -> None:
    """Write lines one below the other, the first of them a heading if there is one."""
    group = add(parent, "g", **attributes)
    if head:
        add(group, "text", x=x, y=y, font_weight=700, font_size=TEXT + 2).text = head
        y += LINE + 2
    for number, line in enumerate(lines):
        add(group, "text", x=x, y=y + number * LINE).text = line


def draw_overlap(palette: Palette) -> Element:
    """Draw intimacy and passion as two circles that overlap."""
    root = picture("Intimacy and passion overlap", 252, palette)
    circles = add(root, "g", fill_opacity=0.18, stroke_width=2.5)
    for x, colour in ((126, palette.intimacy), (274, palette.passion)):
        add(circles, "circle", cx=x, cy=126, r=114, fill=colour, stroke=colour)
    middle = {"text_anchor": "middle"}
    intimacy = ("feeling known,", "understood,", "cared for")
    write(root, 88, 100, *intimacy, head="Intimacy", **middle)
    write(root, 200, 131, head="Both", **middle)
    write(root, 312, 100, "wanting:", "desire,", "arousal", head="Passion", **middle)
    return root


def draw_touch_to_effect(palette: Palette) -> Element:
    """Draw the weak links from touch over chemicals to effects, and the stronger one past them."""
    root = picture("From touch to effect", 470, palette)
    for x, y, width, height in ((16, 16, 368, 44), (16, 160, 204, 104), (16, 344, 368, 66)):
        add(root, "rect", x=x, y=y, width=width, height=height, rx=8, fill=palette.box)
    write(root, 200, 44, head="Wanted touch", text_anchor="middle")
    chemicals = ("oxytocin? opioids?", "dopamine?", "serotonin?")
    write(root, 118, 184, *chemicals, head="Chemicals", text_anchor="middle")
    effects = "less stress, less pain, blood pressure?"
    write(root, 200, 374, effects, head="Effects", text_anchor="middle")
    arrow(root, 40, 62, 156, palette.soft, weak=True)
    write(root, 58, 90, "measured in saliva,", "blood or urine,", "not in the brain")
    arrow(root, 40, 266, 340, palette.soft, weak=True)
    write(root, 58, 308, "mostly inferred")
    arrow(root, 242, 62, 338, palette.intimacy, weak=False)
    seen = ("seen in many", "studies:", "feeling", "calmer,", "less pain")
    write(root, 260, 166, *seen, font_weight=600)
    for x, colour, weak, name in (
        (16, palette.intimacy, False, "better supported"),
        (234, palette.soft, True, "weak link"),
    ):
        line(root, x, 439, x + 40, 439, colour, weak)
        write(root, x + 50, 444, name)
    return root


def line(root: Element, x1: int, y1: int, x2: int, y2: int, colour: str, weak: bool) -> None:
    """Draw a link: thin and broken where it is weak, else thick."""
    look = {"stroke_width": 2, "stroke_dasharray": "5 5"} if weak else {"stroke_width": 6}
    add(root, "path", d=f"M{x1} {y1}L{x2} {y2}", stroke=colour, **look)


def arrow(root: Element, x: int, top: int, bottom: int, colour: str, weak: bool) -> None:
    """Draw a link that leads down."""
    half = 7 if weak else 12
    line(root, x, top, x, bottom - half, colour, weak)
    add(root, "path", d=f"M{x - half} {bottom - 2 * half}h{2 * half}L{x} {bottom}z", fill=colour)


def draw_kinds_of_passion(palette: Palette) -> Element:
    """Draw how passion sits with the rest of a life, in its three kinds."""
    root = picture("Three kinds of passion", 468, palette)
    add(root, "circle", cx=28, cy=27, r=9, fill=palette.passion)
    write(root, 44, 32, "passion")
    add(root, "circle", cx=150, cy=27, r=6, fill=palette.intimacy)
    write(root, 164, 32, "the rest of life")
    around = ((-28, -24), (6, -38), (36, -10), (-36, 14), (-4, 38), (30, 30))
    edge = ((-42, -17), (-20, -40), (20, -40), (42, -17), (-30, 34), (30, 34))
    kinds = (
        ("Harmonious", "fits in with the rest of life", "more satisfaction", 14, around),
        ("Obsessive", "takes over the rest of life", "little or a mixed link", 36, edge),
        ("Inhibited", "is held back", "less satisfaction", 9, around),
    )
    for number, (name, place, survey, size, others) in enumerate(kinds):
        y = 108 + 128 * number
        add(root, "circle", cx=72, cy=y, r=54, fill=palette.box, stroke=palette.soft)
        for right, down in others:
            add(root, "circle", cx=72 + right, cy=y + down, r=6, fill=palette.intimacy)
        add(root, "circle", cx=72, cy=y, r=size, fill=palette.passion)
        if name == "Inhibited":
            held = {"fill": "none", "stroke": palette.ink, "stroke_width": 3}
            add(root, "circle", cx=72, cy=y, r=17, stroke_dasharray="6 3", **held)
        write(root, 138, y - 14, place, f"In surveys: {survey}", head=name)
    write(root, 16, 448, "Surveys show what goes together, not causes.", fill=palette.soft)
    return root


def draw_claims_by_section(palette: Palette) -> Element:
    """Draw how the article's claims fare: a mark a claim, the higher the better supported."""
    sections = load_claims(CLAIMS).sections
    top, pitch, step = 100, 45, 19
    root = picture("The claims of each section", top + pitch * len(sections) + 12, palette)
    write(root, 16, 28, head="One mark for each claim")
    rows: dict[str, list[tuple[int, int, int]]] = {name: [] for name in MARKS}
    for number, (name, key) in enumerate(zip(MARKS, MARK_PLACES, strict=True)):
        x, y = key
        rows[name].append((x, y, 1))
        write(root, x + 22, y, "no evidence called for" if number == 4 else name)
    for number, section in enumerate(sections):
        x, y = 16, top + pitch * number + 40
        write(root, 16, y - 23, section.title)
        counts = section.by_strength()
        for name in MARKS:
            if counts[name]:
                rows[name].append((x, y, counts[name]))
                x += step * counts[name]
    for name, (colour, bands) in MARKS.items():
        marks = add(root, "g", stroke=colour or palette.soft, stroke_dasharray="15 4")
        for height, above in bands:
            middle = above + height / 2
            ways = (f"M{x} {y - middle:g}h{step * many - 4}" for x, y, many in rows[name])
            add(marks, "path", d="".join(ways), stroke_width=height)
    return root


CLOSER_DAYS = (3, 7, 8, 12)
DIARIES = {
    "Sol": (60, 66, 84, 68, 62, 64, 80, 88, 66, 61, 63, 82, 69, 62),
    "Robin": (16, 14, 34, 20, 15, 18, 32, 38, 21, 15, 13, 33, 19, 16),
}
"""How much two invented people want, of 100, on each of 14 days."""


def draw_two_diaries(palette: Palette) -> Element:
    """Draw two people whose desire rises on closer days, each around a level of their own."""
    root = picture("Two diaries", 330, palette)
    top, bottom, left, step = 66, 262, 30, 26
    for day in CLOSER_DAYS:
        x = left + step * (day - 1)
        add(root, "rect", x=x - 11, y=top, width=22, height=bottom - top, fill=palette.box)
        add(root, "path", d=f"M{x - 7} {bottom + 6}h14l-7 -12z", fill=palette.ink)
    styles = (
        {"stroke": palette.passion},
        {"stroke": palette.intimacy, "stroke_dasharray": "7 5"},
    )
    for (name, desire), style in zip(DIARIES.items(), styles, strict=True):
        points = [
            (left + step * day, round(bottom - (bottom - top) * wanted / 100))
            for day, wanted in enumerate(desire)
        ]
        path = " ".join(f"{x},{y}" for x, y in points)
        add(root, "polyline", points=path, fill="none", stroke_width=3, **style)
        write(root, left - 8, points[0][1] - 14, name)
    add(root, "line", x1=18, y1=bottom, x2=386, y2=bottom, stroke=palette.soft)
    write(root, 18, 30, head="How much each wants, day by day")
    write(root, 18, bottom + 30, "▲ a day closer than usual", fill=palette.soft)
    write(root, 18, bottom + 52, "Invented, to show the idea", fill=palette.soft)
    return root


FIGURES: dict[str, Callable[[Palette], Element]] = {
    "overlap": draw_overlap,
    "touch-to-effect": draw_touch_to_effect,
    "kinds-of-passion": draw_kinds_of_passion,
    "two-diaries": draw_two_diaries,
    "claims-by-section": draw_claims_by_section,
}


def figures() -> dict[str, str]:
    """Return the text of every picture under the name of its file."""
    texts = {}
    for stem, draw in FIGURES.items():
        for variant, palette in PALETTES.items():
            texts[f"{stem}-{variant}.svg"] = (
                ElementTree.tostring(draw(palette), encoding="unicode") + "\n"
            )
    return texts


def main(arguments: list[str] | None = None) -> int:
    """Write or check the pictures, and return 1 if one was to be checked and is not current."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="only say whether they are current")
    only_check = parser.parse_args(arguments).check
    stale = 0
    for name, text in figures().items():
        path = ROOT / FOLDER / name
        if path.exists() and path.read_text(encoding="utf-8") == text:
            continue
        stale += 1
        if only_check:
            print(f"{FOLDER / name}: not current. Fix: run make figures")
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
            print(f"{FOLDER / name}: written")
    return 1 if only_check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
