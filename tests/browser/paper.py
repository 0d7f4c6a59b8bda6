"""How a test looks at sheets to cut: where things lie on them, and the words of a PDF."""

import re
import unicodedata
from io import BytesIO
from typing import Any

from playwright.sync_api import Page
from pypdf import PdfReader

PER_MILLIMETRE = 96 / 25.4

_OUTSIDE = """() => {
  const inside = (inner, outer) =>
    inner.left >= outer.left - 1 && inner.right <= outer.right + 1 &&
    inner.top >= outer.top - 1 && inner.bottom <= outer.bottom + 1;
  return [...document.querySelectorAll(".lk-sheet li, .lk-fit-page")].flatMap((box) => {
    const frame = box.getBoundingClientRect();
    const range = document.createRange();
    range.selectNodeContents(box);
    const rects = [...range.getClientRects()];
    const isWhole = rects.length && rects.every((rect) => inside(rect, frame));
    return isWhole || !box.checkVisibility() ? [] : [box.textContent];
  });
}"""
_GRIDS = """() => [...document.querySelectorAll(".lk-cards .lk-sheet")].map((sheet) => {
  const { left, top, width, height } = sheet.getBoundingClientRect();
  const corners = [...sheet.querySelectorAll("li")].map((card) => {
    const { left: x, top: y, right, bottom } = card.getBoundingClientRect();
    return [x - left, y - top, right - left, bottom - top];
  });
  const lines = [...sheet.querySelectorAll(".lk-cuts > svg > line")].map((line) => {
    const box = line.getBoundingClientRect();
    return [box.left - left, box.top - top];
  });
  return { width, height, corners, lines };
})"""


def outside(page: Page) -> list[str]:
    """Return the texts that are not wholly within their card, header or worksheet."""
    found: list[str] = page.evaluate(_OUTSIDE)
    return found


def grids(page: Page) -> list[dict[str, Any]]:
    """Return for each sheet of cards its size, the corners of its cards, and its cut lines."""
    found: list[dict[str, Any]] = page.evaluate(_GRIDS)
    return found


def squeezed(text: str) -> str:
    """Return a text without what a PDF does not keep: how its words are spaced and broken."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def pages_of(pdf: bytes) -> list[str]:
    """Return the squeezed words of each page."""
    return [squeezed(page.extract_text()) for page in PdfReader(BytesIO(pdf)).pages]


def sizes_of(pdf: bytes) -> set[tuple[int, int]]:
    """Return the sizes of the pages in whole millimetres."""
    boxes = [page.mediabox for page in PdfReader(BytesIO(pdf)).pages]
    return {(round(box.width * 25.4 / 72), round(box.height * 25.4 / 72)) for box in boxes}
