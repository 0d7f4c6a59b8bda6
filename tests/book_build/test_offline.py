import json
import re
import struct
import zlib
from pathlib import Path

import draw_icons
import pytest

from lessonkit.sphinx_ext.offline import files_for_readers, write_manifest, write_service_worker

ROOT = Path(__file__).resolve().parents[2]
FAVICON = ROOT / "book" / "_static" / "favicon.svg"
ICONS = {"favicon-192.png": 192, "favicon-512.png": 512, "favicon-maskable-512.png": 512}


def revisions(folder):
    worker = (folder / "sw.js").read_text(encoding="utf-8")
    return json.loads(re.search(r"const OFFLINE=(\{.*?\}\});", worker)[1])


def test_a_book_keeps_up_with_its_files(sphinx_build):
    pages = {"index": "# Welcome\n\nText.", "two": "# Two"}
    book = sphinx_build(pages, html_favicon=str(FAVICON), lessonkit_app_name="Harbour")
    before = revisions(book.html)
    assert before["course"] == "a-course"
    named = {"index.html", "two.html", "search.html", "searchindex.js", "manifest.webmanifest"}
    assert named | {f"_static/{name}" for name in ICONS} < before["files"].keys()
    assert all((book.html / name).is_file() for name in before["files"])
    manifest = json.loads((book.html / "manifest.webmanifest").read_text(encoding="utf-8"))
    assert manifest["name"] == manifest["short_name"] == "Harbour"
    assert {book.html / icon["src"] for icon in manifest["icons"]} == {
        book.html / "_static" / name for name in ICONS
    }

    written = (book.html / "sw.js").stat().st_mtime_ns
    book.build()
    assert (book.html / "sw.js").stat().st_mtime_ns == written, "nothing changed"
    book.write("two", "# Two\n\nMore.")
    after = revisions(book.build().html)["files"]
    changed = {name for name in after if after[name] != before["files"].get(name)}
    assert "two.html" in changed
    assert not {"index.html", "_static/styles/furo.css"} & changed


@pytest.fixture
def folder(tmp_path):
    """A built book that names its files in all the ways there are."""
    files = {
        "index.html": '<link href="_static/style.css?v=1"><img src="a%20b.svg">'
        '<a href="deep/two.html#part"></a><a href="https://example.org/x.js"></a>',
        "deep/two.html": "<script src='../_static/tool.js'></script><a href='../../out.js'></a>",
        "a b.svg": "",
        "_images/picture.svg": "",
        "_static/style.css": "a{background:url('sea.svg')}b{background:url(data:,)}",
        "_static/sea.svg": "",
        "_static/tool.js": "",
        "_static/tool.js.map": "",
        "_static/unused.css": "",
        "_static/macros.html": "",
        "_static/lessonkit/lazy-1.js": "",
        "objects.inv": "",
    }
    for name, text in files.items():
        path = tmp_path / "html" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (tmp_path / "out.js").touch()
    return tmp_path / "html"


def test_what_readers_need_is_listed_and_nothing_else(folder):
    assert files_for_readers(folder) == [
        "_images/picture.svg",
        "_static/lessonkit/lazy-1.js",
        "_static/sea.svg",
        "_static/style.css",
        "_static/tool.js",
        "a b.svg",
        "deep/two.html",
        "index.html",
    ]


def test_a_book_without_an_icon_has_a_manifest_without_one(folder):
    write_manifest(folder, "Course", "de", None)
    write_service_worker(folder, "tide")
    manifest = json.loads((folder / "manifest.webmanifest").read_text(encoding="utf-8"))
    assert manifest["icons"] == []
    assert manifest["lang"] == "de"
    assert "manifest.webmanifest" in revisions(folder)["files"]


def test_icons_are_small_and_show_what_the_favicon_shows():
    drawn = draw_icons.icons()
    assert {path.name for path in drawn} == ICONS.keys()
    for path, content in drawn.items():
        stored = path.read_bytes()
        assert struct.unpack(">II", stored[16:24]) == (ICONS[path.name],) * 2
        assert len(stored) < 3000
        assert pixels(stored) == pixels(content), f"{path.name} is old. Run make figures"


def pixels(png):
    """The colours and the pixels of a picture; how well they were packed depends on the machine."""
    chunks, start = {}, 8
    while start < len(png):
        (length,) = struct.unpack(">I", png[start : start + 4])
        chunks[png[start + 4 : start + 8]] = png[start + 8 : start + 8 + length]
        start += length + 12
    return chunks[b"PLTE"], chunks[b"tRNS"], zlib.decompress(chunks[b"IDAT"])
