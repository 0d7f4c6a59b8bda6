"""The pictures of the course: their files are what the program draws, and can be read anywhere."""

import re
from pathlib import Path
from xml.etree import ElementTree

import draw_figures
import pytest

SVG = "{http://www.w3.org/2000/svg}"
FIGURES = draw_figures.figures()
PHONE = 328
"""How wide a picture is on a phone that is 360 pixels wide."""


def width_of(text: str, size: float) -> float:
    """Return about how wide a text is in DejaVu Sans, wider than what systems show by default."""
    widths = {**dict.fromkeys("ijl.,:", 0.32), **dict.fromkeys("frt ", 0.41)}
    return size * sum(widths.get(letter, 0.64) for letter in text)


def luminance(colour: str) -> float:
    digits = colour.removeprefix("#")
    pairs = re.findall("..", digits) if len(digits) == 6 else [digit * 2 for digit in digits]
    parts = [int(pair, 16) / 255 for pair in pairs]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    dark, light = sorted([luminance(one), luminance(other)])
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("name", FIGURES)
def test_the_stored_picture_is_current(name: str, repository: Path) -> None:
    stored = repository / draw_figures.FOLDER / name
    assert stored.read_text(encoding="utf-8") == FIGURES[name], "Run make figures"


def test_every_stored_picture_is_drawn(repository: Path) -> None:
    stored = {path.name for path in (repository / draw_figures.FOLDER).iterdir()}
    assert stored == set(FIGURES)


@pytest.mark.parametrize("name", FIGURES)
def test_a_picture_is_small_named_and_asks_for_nothing(name: str) -> None:
    text = FIGURES[name]
    root = ElementTree.fromstring(text)
    assert len(text.encode()) < 4096
    assert root.get("role") == "img"
    assert root[0].tag == f"{SVG}title"
    assert root[0].text
    assert not re.search(r"url\(|href|@import|<style|<script", text)


@pytest.mark.parametrize("name", FIGURES)
def test_text_is_at_least_12_pixels_high_on_a_phone(name: str) -> None:
    root = ElementTree.fromstring(FIGURES[name])
    width = float(root.attrib["viewBox"].split()[2])
    sizes = [float(size) for size in re.findall(r'font-size="([\d.]+)"', FIGURES[name])]
    assert min(sizes) * PHONE / width >= 12


@pytest.mark.parametrize("name", FIGURES)
def test_text_fits_into_the_picture_in_a_wide_font(name: str) -> None:
    root = ElementTree.fromstring(FIGURES[name])
    for group in root.findall(f"{SVG}g"):
        centred = group.get("text-anchor") == "middle"
        for text in group.findall(f"{SVG}text"):
            width = width_of(text.text or "", float(text.get("font-size", draw_figures.TEXT)))
            end = float(text.attrib["x"]) + (width / 2 if centred else width)
            assert end <= draw_figures.WIDTH, text.text


@pytest.mark.parametrize("variant", draw_figures.PALETTES)
def test_colours_stand_out(variant: str) -> None:
    palette = draw_figures.PALETTES[variant]
    for ground in (palette.ground, palette.box):
        assert contrast(palette.ink, ground) >= 7
        assert contrast(palette.soft, ground) >= 4.5
        assert contrast(palette.intimacy, ground) >= 3
        assert contrast(palette.passion, ground) >= 3


def test_the_check_tells_what_is_not_current(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(draw_figures, "ROOT", tmp_path)
    assert draw_figures.main(["--check"]) == 1
    assert not list(tmp_path.iterdir())
    assert draw_figures.main([]) == 0
    assert draw_figures.main(["--check"]) == 0
    (tmp_path / draw_figures.FOLDER / "overlap-dark.svg").write_text("<svg/>", encoding="utf-8")
    capsys.readouterr()
    assert draw_figures.main(["--check"]) == 1
    assert capsys.readouterr().out == (
        f"{draw_figures.FOLDER / 'overlap-dark.svg'}: not current. Fix: run make figures\n"
    )
