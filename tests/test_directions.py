"""Styles go by the direction of the lines, so that they mirror themselves."""

import re

import pytest

from lessonkit.sphinx_ext.language import mirrored
from lessonkit.widgets._base import STATIC

SIDES = ("left", "right")
EXCEPTIONS = {
    "border-width: 0 2px 2px 0": "two sides of a square that is turned by 45°, an arrow down",
    "inset: 0 auto auto 0": "what is dragged moves by the pixels of the window",
}
"""What may name a side of the screen, and why."""


def sides_in(style):
    """Return the declarations of a style sheet that name a side, and not the way of the lines."""
    style = re.sub(r"/\*.*?\*/", "", style, flags=re.S)
    found = []
    for name, value in re.findall(r"(?<=[{;\s])([a-z-]+)\s*:\s*([^;{}]+)(?=[;}])", style):
        parts = re.sub(r"\([^()]*\)", "", re.sub(r"\([^()]*\)", "", value)).split()
        corners = name == "border-radius" and len(parts) == 4 and parts[0::3] != parts[1:3]
        around = name in {"margin", "padding", "inset", "border-width", "border-style"}
        if (
            re.search(r"(^|-)(left|right)(-|$)", name)
            or (name in {"text-align", "float", "clear", "caption-side"} and value in SIDES)
            or (name.startswith("transition") and set(parts) & set(SIDES))
            or (around and len(parts) == 4 and parts[1] != parts[3])
            or corners
        ):
            found.append(f"{name}: {' '.join(value.split())}")
    return found


def test_no_style_of_ours_names_a_side_without_a_reason():
    found = {
        (path.name, each)
        for path in sorted(STATIC.glob("*.css"))
        for each in sides_in(path.read_text(encoding="utf-8"))
    }
    assert sorted(each for each in found if each[1] not in EXCEPTIONS) == []
    assert EXCEPTIONS.keys() == {each[1] for each in found}


@pytest.mark.parametrize(
    "declaration",
    [
        "margin-left: 1px",
        "left: 0",
        "text-align: right",
        "padding: 1px 2px 3px calc(1px + (2px * 3))",
        "border-radius: 1px 2px 2px 1px",
        "border-top-left-radius: 1px",
    ],
)
def test_a_side_is_found(declaration):
    assert sides_in(f".a {{ color: red; {declaration}; }}") == [declaration]


def test_the_theme_s_styles_are_mirrored_too():
    theme = "a{margin-left:1px;text-align:left;border-right-width:0;float:right}b{left:-15em}"
    assert mirrored(theme) == (
        "a{margin-inline-start:1px;text-align:start;border-inline-end-width:0;float:inline-end}"
        "b{inset-inline-start:-15em}"
    )
    assert mirrored("a{left:50%;transform:translate(-50%)}") == (
        "a{left:50%;transform:translate(-50%)}"
    )
