"""The book in one file."""

import zipfile
from pathlib import Path

import pytest
import zip_book


@pytest.fixture
def book(tmp_path: Path) -> Path:
    folder = tmp_path / "html"
    for name in ("index.html", "notebooks/one.html", "_static/a.js", "_static/a.js.map"):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")
    (folder / ".buildinfo").touch()
    return folder


def test_one_folder_holds_what_a_reader_needs(book: Path, tmp_path: Path) -> None:
    zip_book.zip_book(book, tmp_path / "tide.zip")
    with zipfile.ZipFile(tmp_path / "tide.zip") as packed:
        assert packed.testzip() is None
        assert packed.namelist() == [
            "tide/README.txt",
            "tide/_static/a.js",
            "tide/index.html",
            "tide/notebooks/one.html",
        ]
        assert packed.read("tide/notebooks/one.html") == b"notebooks/one.html"


def test_the_same_book_gives_the_same_file(book: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "one" / "tide.zip", tmp_path / "two" / "tide.zip"
    for target in (first, second):
        target.parent.mkdir()
        (book / "index.html").touch()
        (book / "index.html").chmod(0o600 if target == first else 0o644)
        zip_book.zip_book(book, target)
    assert first.read_bytes() == second.read_bytes()


def test_the_file_is_named_as_the_course_is(repository: Path) -> None:
    assert zip_book.name_of_course(repository / "_config.yml") == "intimacy-and-passion"
