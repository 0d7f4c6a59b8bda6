"""Draw the icons of the installed book from its favicon: a ground with lines on it."""

import re
import struct
import zlib
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent.parent
FAVICON = ROOT / "book" / "_static" / "favicon.svg"
SVG = "{http://www.w3.org/2000/svg}"
LEVELS = 15
"""How many steps the rim of a round corner has, from nothing to the ground."""

WHITE = LEVELS + 1


@dataclass(frozen=True)
class Icon:
    """What the favicon shows, in units of its view box."""

    side: float
    radius: float
    ground: bytes
    ink: bytes
    lines: tuple[tuple[float, float, float, float], ...]
    """The left, right, top and bottom of each."""


def read_favicon(path: Path) -> Icon:
    """Read a favicon that is one rectangle with horizontal lines on it.

    Args:
        path: The SVG file.
    """
    root = ElementTree.parse(path).getroot()
    ground, ink = root.find(f"{SVG}rect"), root.find(f"{SVG}path")
    assert ground is not None and ink is not None
    half = float(ink.attrib["stroke-width"]) / 2
    found = re.findall(r"M([\d.]+) ([\d.]+)h([\d.]+)", ink.attrib["d"])
    lines = [tuple(map(float, line)) for line in found]
    return Icon(
        side=float(root.attrib["viewBox"].split()[2]),
        radius=float(ground.attrib["rx"]),
        ground=_colour(ground.attrib["fill"]),
        ink=_colour(ink.attrib["stroke"]),
        lines=tuple((x, x + width, y - half, y + half) for x, y, width in lines),
    )


def _colour(written: str) -> bytes:
    digits = written.removeprefix("#")
    return bytes.fromhex(digits if len(digits) == 6 else "".join(each * 2 for each in digits))


def draw(icon: Icon, pixels: int, is_maskable: bool) -> bytes:
    """Draw the icon.

    Args:
        icon: What it shows.
        pixels: The length of a side.
        is_maskable: Whether the ground reaches into the corners, for a device to cut its own shape
            out of it.

    Returns:
        A PNG file.
    """
    unit = pixels / icon.side
    radius = 0 if is_maskable else icon.radius * unit
    rows = [
        bytes(_level(x + 0.5, y + 0.5, pixels, radius) for x in range(pixels))
        for y in range(pixels)
    ]
    for left, right, top, bottom in (
        tuple(round(each * unit) for each in line) for line in icon.lines
    ):
        for y in range(top, bottom):
            rows[y] = rows[y][:left] + bytes([WHITE]) * (right - left) + rows[y][right:]
    palette = icon.ground * WHITE + icon.ink
    opacity = bytes(round(255 * level / LEVELS) for level in range(WHITE))
    # Each row begins with the number of its filter: none.
    data = zlib.compress(b"".join(b"\0" + row for row in rows), 9)
    header = struct.pack(">IIBBBBB", pixels, pixels, 8, 3, 0, 0, 0)
    chunks = [(b"IHDR", header), (b"PLTE", palette), (b"tRNS", opacity), (b"IDAT", data)]
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*chunk) for chunk in [*chunks, (b"IEND", b"")])


def _level(x: float, y: float, side: int, radius: float) -> int:
    """Return how much of the ground covers a point: part of it at the rim of a round corner."""
    beyond_x = max(radius - x, x - side + radius, 0)
    beyond_y = max(radius - y, y - side + radius, 0)
    if not (beyond_x and beyond_y):
        return LEVELS
    covered = radius + 0.5 - (beyond_x**2 + beyond_y**2) ** 0.5
    return round(LEVELS * min(max(covered, 0), 1))


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def icons(favicon: Path = FAVICON) -> dict[Path, bytes]:
    """Return every icon and where it goes.

    Args:
        favicon: What they are drawn from, and stand beside.
    """
    icon = read_favicon(favicon)
    wanted = (("192", 192, False), ("512", 512, False), ("maskable-512", 512, True))
    return {
        favicon.with_name(f"{favicon.stem}-{ending}.png"): draw(icon, pixels, is_maskable)
        for ending, pixels, is_maskable in wanted
    }


def main() -> None:
    """Write every icon."""
    for path, content in icons().items():
        path.write_bytes(content)
        print(f"{path.relative_to(ROOT).as_posix()}: {len(content)} bytes")


if __name__ == "__main__":
    main()
