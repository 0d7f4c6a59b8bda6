"""Pack the built book into one file, to hand on or to read without a web server."""

import argparse
import zipfile
from collections.abc import Iterator
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parent.parent
HTML = ROOT / "_build" / "html"
LEFT_OUT = {".buildinfo", ".map"}
"""What no reader needs, by its name or by how its name ends."""

EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The time of every file, so that the same book always gives the same file."""

READ_ME = """\
How to read this course

1. Unpack the whole file first.
2. Open index.html in a web browser.

No network is needed.
"""


def name_of_course(config: Path) -> str:
    """Return the name of the course.

    Args:
        config: The book's ``_config.yml``.
    """
    settings = yaml.safe_load(config.read_text(encoding="utf-8"))
    return str(settings["sphinx"]["config"]["lessonkit_course"])


def files_of(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the files to pack, in order: their names and what is in them.

    Args:
        folder: The folder of the built book.
    """
    yield "README.txt", READ_ME.encode()
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not LEFT_OUT.intersection([path.name, path.suffix]):
            yield path.relative_to(folder).as_posix(), path.read_bytes()


def zip_book(folder: Path, target: Path) -> None:
    """Pack a built book, with one folder around it that is named as the file is.

    Args:
        folder: The folder of the built book.
        target: The file to write.
    """
    with zipfile.ZipFile(target, "w") as packed:
        for name, content in files_of(folder):
            entry = zipfile.ZipInfo(f"{target.stem}/{name}", EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o100644 << 16
            packed.writestr(entry, content, compresslevel=9)


def main() -> None:
    """Pack the book and say where the file is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=HTML, help="the built book")
    folder = parser.parse_args().folder
    if not (folder / "index.html").is_file():
        raise SystemExit(f"There is no book in {folder}. Build it first: make book")
    target = ROOT / "_build" / f"{name_of_course(ROOT / '_config.yml')}.zip"
    zip_book(folder, target)
    print(f"      {target.relative_to(ROOT).as_posix()}: {target.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
