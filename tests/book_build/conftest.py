"""Builds small books from pages that a test describes."""

import contextlib
import io
import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import nbformat
import pytest
import yaml
from bs4 import BeautifulSoup, Tag
from ipywidgets import Widget
from jupyter_book.sphinx import build_sphinx
from nbformat import v4

HIDDEN = {"tags": ["remove-input"]}

Page = str | list[Any] | nbformat.NotebookNode
"""A page: its Markdown, or what the cells of a notebook are: Markdown, or a widget to show.

Or a notebook as it is.
"""

CONFIG: dict[str, Any] = {
    "title": "A book",
    "only_build_toc_files": True,
    "execute": {"execute_notebooks": "off"},
    "sphinx": {
        "extra_extensions": ["lessonkit.sphinx_ext"],
        "config": {
            "html_theme": "furo",
            "lessonkit_course": "a-course",
            "myst_heading_anchors": 3,
            "nb_ipywidgets_js": {},
        },
    },
}


@dataclass
class Book:
    """A book in a folder of its own."""

    source: Path
    messages: str = ""
    warnings: list[str] = field(default_factory=list)

    def build(self, builder: str = "html", expect: tuple[str, ...] = (), jobs: int = 1) -> "Book":
        """Build the book. There must be a warning for each of `expect`, and no other."""
        out, err = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            result = build_sphinx(
                self.source,
                self.source / "_build" / builder,
                noconfig=True,
                path_config=self.source / "_config.yml",
                confoverrides={"external_toc_path": "_toc.yml", "latex_individualpages": False},
                builder=builder,
                jobs=jobs,
            )
        assert result == 0, err.getvalue()
        self.messages = out.getvalue()
        plain = re.sub(r"\x1b\[[\d;]*m", "", err.getvalue())
        self.warnings = [line for line in plain.splitlines() if "WARNING" in line]
        unexpected = [line for line in self.warnings if not any(part in line for part in expect)]
        assert not unexpected, "\n".join(unexpected)
        for part in expect:
            assert part in plain
        return self

    @property
    def html(self) -> Path:
        return self.source / "_build" / "html"

    def text(self, page: str) -> str:
        return (self.html / f"{page}.html").read_text(encoding="utf-8")

    def page(self, page: str) -> BeautifulSoup:
        return BeautifulSoup(self.text(page), "html.parser")

    def models(self, page: str) -> dict[str, dict[str, Any]]:
        """The models of a page: those that it brings itself, and those in files."""
        models: dict[str, dict[str, Any]] = {}
        for script in self.page(page).select("script.lk-state"):
            models |= json.loads(script.text)
        for slot in self.page(page).select("[data-files]"):
            for name in str(slot["data-files"]).split():
                value = self.registered(name) if name.endswith(".js") else None
                models |= value["models"] if isinstance(value, dict) else {}
        return models

    def registered(self, name: str) -> Any:
        """What a file beside hydrate.js registers."""
        text = (self.html / "_static" / "lessonkit" / name).read_text(encoding="utf-8")
        start = f'(self.lessonkitFiles??={{}})["{name}"]='
        assert text.startswith(start)
        return json.loads(text.removeprefix(start).removesuffix(";\n"))

    def shared(self, ending: str = "") -> list[str]:
        """The names of the shared files, without their hashes."""
        names = (path.name for path in (self.html / "_static" / "lessonkit").iterdir())
        return sorted(re.sub(r"-\w{8}\.", ".", name) for name in names if name.endswith(ending))

    def write(self, name: str, page: Page) -> None:
        path = self.source / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(page, str):
            path.with_suffix(".md").write_text(page, encoding="utf-8")
        else:
            saved = page if isinstance(page, nbformat.NotebookNode) else notebook(page)
            nbformat.write(saved, path.with_suffix(".ipynb"))


def notebook(cells: list[Any]) -> nbformat.NotebookNode:
    """Make the notebook that showing some widgets leaves behind."""
    shown = [cell for cell in cells if isinstance(cell, Widget)]
    saved = v4.new_notebook(metadata={"kernelspec": {"name": "python3", "display_name": "Python"}})
    if shown:
        state = Widget.get_manager_state(widgets=_with_children(shown))
        saved.metadata["widgets"] = {"application/vnd.jupyter.widget-state+json": state}
    for cell in cells:
        if not isinstance(cell, Widget):
            saved.cells.append(v4.new_markdown_cell(cell))
            continue
        bundle = cell._repr_mimebundle_()
        data = bundle[0] if isinstance(bundle, tuple) else bundle
        output = v4.new_output("display_data", data=data)
        saved.cells.append(v4.new_code_cell("show", metadata=HIDDEN, outputs=[output]))
    return saved


def _with_children(widgets: list[Widget]) -> list[Widget]:
    found: list[Widget] = []
    for widget in widgets:
        traits = [getattr(widget, name) for name in ("layout", "style") if hasattr(widget, name)]
        children = [*getattr(widget, "children", ()), *traits]
        found += [widget, *_with_children([each for each in children if isinstance(each, Widget)])]
    return found


def _describe(book: Book, pages: dict[str, Page], config: dict[str, Any]) -> Book:
    for name, page in pages.items():
        book.write(name, page)
    root, *chapters = pages
    toc: dict[str, Any] = {"format": "jb-book", "root": root}
    if chapters:
        toc["chapters"] = [{"file": name} for name in chapters]
    settings = {**CONFIG["sphinx"]["config"], **config}
    # Jupyter Book itself reads this one, to know that there are citations.
    files = {key: settings.pop(key) for key in ("bibtex_bibfiles",) if key in settings}
    book_config = {**CONFIG, **files, "sphinx": {**CONFIG["sphinx"], "config": settings}}
    for name, content in (("_toc.yml", toc), ("_config.yml", book_config)):
        (book.source / name).write_text(yaml.safe_dump(content), encoding="utf-8")
    return book


@pytest.fixture
def sphinx_build(tmp_path: Path) -> Any:
    """Return a function that builds a book of some pages, the first of them its root.

    Further keywords are values of Sphinx's configuration.
    """

    def build(
        pages: dict[str, Page], builder: str = "html", expect: tuple[str, ...] = (), **config: Any
    ) -> Book:
        return _describe(Book(tmp_path / "book"), pages, config).build(builder, expect)

    return build


@pytest.fixture(scope="module")
def new_book(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Return a function that builds a book for several tests to look at."""

    def build(pages: dict[str, Page], **config: Any) -> Book:
        return _describe(Book(tmp_path_factory.mktemp("book")), pages, config).build()

    return build


@pytest.fixture
def select_one() -> Any:
    """Return a function that finds the one element of a page that a selector names."""

    def select(page: BeautifulSoup, selector: str) -> Tag:
        found = page.select(selector)
        assert len(found) == 1, f"{selector}: {len(found)} found"
        return found[0]

    return select
