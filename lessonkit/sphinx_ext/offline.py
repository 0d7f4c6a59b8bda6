"""Writes what makes the book readable without a network: its service worker and its manifest."""

import hashlib
import json
import re
import shutil
from collections.abc import Iterable, Iterator
from html import unescape
from pathlib import Path
from urllib.parse import unquote

from sphinx.application import Sphinx

from lessonkit.sphinx_ext.config import book_config
from lessonkit.sphinx_ext.embed import json_for_html
from lessonkit.sphinx_ext.front_ends import FOLDER
from lessonkit.sphinx_ext.own_files import own_text

WORKER = "sw.js"
MANIFEST = "manifest.webmanifest"
ICONS = {"192": "any", "512": "any", "maskable-512": "maskable"}
"""The pictures of the icon, beside the favicon: how each name ends, and what it is for."""

PAPER = "#ffffff"
"""The ground of the theme's pages in the light."""

_WHOLE_FOLDERS = (FOLDER, "_images")
"""Where each file is some page's, though the page may name it in a script only."""

_IN_PAGE = re.compile(r"""\s(?:href|src|poster)=["']([^"'#?]+)""")
_IN_STYLE = re.compile(r"""url\(\s*["']?([^"')#?]+)""")
_IN_MANIFEST = re.compile(r'"src": "([^"]+)"')


def files_for_readers(folder: Path) -> list[str]:
    """Name every file of a built book that somebody who reads it can need.

    What the theme and others bring along is among them only where a page or a style names it.

    Args:
        folder: The folder of the built book.

    Returns:
        The files' paths from the folder on, in order.
    """
    folder = folder.resolve()
    static, manifest = folder / "_static", folder / MANIFEST
    pages = [path for path in folder.rglob("*.html") if not path.is_relative_to(static)]
    found = {*pages, *_named(pages, _IN_PAGE, folder)}
    for name in _WHOLE_FOLDERS:
        found.update((folder / name).glob("*"))
    styles = [path for path in found if path.suffix == ".css"]
    found.update(_named(styles, _IN_STYLE, folder))
    if manifest.is_file():
        found.update([manifest, *_named([manifest], _IN_MANIFEST, folder)])
    return sorted(path.relative_to(folder).as_posix() for path in found)


def _named(files: Iterable[Path], pattern: re.Pattern[str], folder: Path) -> Iterator[Path]:
    """Yield the files in a folder whose addresses stand in other files, where a pattern says."""
    for file in files:
        for address in set(pattern.findall(file.read_text(encoding="utf-8"))):
            path = (file.parent / unquote(unescape(address))).resolve()
            if ":" not in address and path.is_relative_to(folder) and path.is_file():
                yield path


def write_service_worker(folder: Path, course: str, minified: bool = True) -> None:
    """Write the script that keeps copies of a built book, and knows every file by its content.

    Args:
        folder: The folder of the built book.
        course: The name of the course.
        minified: Whether to take out what only people read.
    """
    files = {
        name: hashlib.sha256((folder / name).read_bytes()).hexdigest()[:8]
        for name in files_for_readers(folder)
    }
    constant = f"const OFFLINE={json_for_html({'course': course, 'files': files})};"
    code = own_text("service_worker", "js", minified)
    _write_if_changed(folder / WORKER, f'"use strict";{{{constant}\n{code}}}\n')


def write_manifest(folder: Path, name: str, language: str, favicon: Path | None) -> None:
    """Write what a browser needs to know to install the book as an app.

    Args:
        folder: The folder of the built book.
        name: What the app is called.
        language: The language of the name.
        favicon: The book's icon. The pictures beside it are published with it.
    """
    manifest = {
        "name": name,
        "short_name": name,
        "lang": language,
        "start_url": "index.html",
        "scope": "./",
        # With the browser's Back, and a window in which the quick exit leads to any other site.
        "display": "minimal-ui",
        "background_color": PAPER,
        "theme_color": PAPER,
        "icons": _publish_icons(folder, favicon) if favicon else [],
    }
    _write_if_changed(folder / MANIFEST, json.dumps(manifest, ensure_ascii=False, indent=1) + "\n")


def _publish_icons(folder: Path, favicon: Path) -> list[dict[str, str]]:
    """Copy the pictures of the icon into the book, and say where they are and what each is."""
    icons = []
    for ending, purpose in ICONS.items():
        picture = favicon.with_name(f"{favicon.stem}-{ending}.png")
        if not picture.is_file():
            continue
        shutil.copyfile(picture, folder / "_static" / picture.name)
        side = ending.rpartition("-")[2]
        icons.append(
            {
                "src": f"_static/{picture.name}",
                "sizes": f"{side}x{side}",
                "type": "image/png",
                "purpose": purpose,
            }
        )
    return icons


def _write_if_changed(path: Path, text: str) -> None:
    if not path.is_file() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8", newline="\n")


def _write_when_finished(app: Sphinx, exception: Exception | None) -> None:
    if exception or app.builder.format != "html":
        return
    folder, config = Path(app.outdir), book_config(app.config)
    favicon = Path(app.srcdir, app.config.html_favicon) if app.config.html_favicon else None
    write_manifest(folder, config.app_name, app.config.language, favicon)
    write_service_worker(folder, config.course, config.minify)


def setup_offline(app: Sphinx) -> None:
    """Connect the step that writes both files."""
    # Last, when every other file is as it will be published.
    app.connect("build-finished", _write_when_finished, priority=990)
