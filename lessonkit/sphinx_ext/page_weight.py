"""A page loads only what it uses.

Jupyter Book puts the scripts and styles of all its extensions into every page. Each is kept only
where the page's own HTML shows that it has something to do.
"""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.builders import Builder

from lessonkit.sphinx_ext.config import book_config
from lessonkit.sphinx_ext.front_ends import FOLDER
from lessonkit.sphinx_ext.slim_css import names_in, slim
from lessonkit.sphinx_ext.warnings import BookWarning, warn


@dataclass(frozen=True)
class Rule:
    """When a page keeps a script or style that another package brought."""

    asset: str
    """Pattern in the name of the file, or in the script itself where it stands in the page."""
    used_by: str = "(?!)"
    """Pattern of the class of an element that has a use for it; no class, where it is left out."""
    search: bool = False
    """Whether the search page needs it."""


RULES = (
    Rule(r"doctools\.js", search=True),
    # Of books in another language than English; the words of doctools.js.
    Rule(r"translations\.js", search=True),
    Rule(r"sphinx_highlight\.js"),
    # The button that copies code reads its language there.
    Rule(r"documentation_options\.js", "highlight", search=True),
    Rule(r"copybutton|clipboard", "highlight"),
    Rule(r"pygments\.css", "highlight"),
    Rule(r"mystnb\.", "cell_input|text_plain|stream|stderr|traceback|dataframe"),
    # The page's own script does what a reader has a use for.
    Rule(r"scripts/furo\.js"),
    Rule(r"furo-extensions\.css", "highlight|toggle|sd-.*"),
    Rule(r"design-tabs\.js", "sd-tab-set"),
    Rule(r"sphinx-design", "sd-.*"),
    Rule(r"toggle", "toggle|dropdown"),
    Rule(r"thebe"),
    Rule(r"sphinx-book-theme"),
)


def keep_what_is_used(
    app: Sphinx, page_name: str, template_name: str, context: dict[str, Any], doctree: object
) -> None:
    """Drop the scripts and styles that a page does not use; warn of those from other hosts."""
    names = names_in([context.get("body", "")], [])
    is_search = template_name == "search.html"
    for kind in ("script_files", "css_files"):
        kept = [asset for asset in context.get(kind, []) if _is_used(asset, names, is_search)]
        context[kind] = kept
        for asset in kept:
            if "://" in (name := _file_name(asset)):
                warn(
                    BookWarning.REMOTE_IMPORT,
                    f"{page_name} loads {name}, and so tells another host who reads it. "
                    "Publish the file with the book, or leave it out.",
                    page_name,
                )
    # Furo's own, which every page has already.
    context["metatags"] = re.sub(r'<meta name="viewport"[^>]*>\s*', "", context.get("metatags", ""))


def _is_used(asset: Any, names: set[str], is_search: bool) -> bool:
    described = _file_name(asset) or getattr(asset, "attributes", {}).get("body", "")
    for rule in RULES:
        if re.search(rule.asset, described):
            needed_to_search = rule.search and is_search
            return needed_to_search or any(re.fullmatch(rule.used_by, name) for name in names)
    return True


def _file_name(asset: Any) -> str:
    return str(getattr(asset, "filename", asset) or "")


def slim_theme(app: Sphinx, exception: Exception | None) -> None:
    """Take out of the theme's style sheet what no page of the finished book uses."""
    if exception or app.builder.format != "html" or not book_config(app.config).slim_theme:
        return
    folder = Path(app.outdir)
    style = folder / "_static" / "styles" / "furo.css"
    if not style.exists():
        return
    pages = [path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.html"))]
    scripts = [path.read_text(encoding="utf-8") for path in _scripts(folder / "_static")]
    ours = [path.read_text(encoding="utf-8") for path in (folder / FOLDER).glob("*.css")]
    before = style.read_text(encoding="utf-8")
    after = slim(before, names_in(pages, scripts), pages + scripts + ours)
    if after != before:
        style.write_text(after, encoding="utf-8", newline="\n")


def _scripts(folder: Path) -> list[Path]:
    """The scripts that set classes of the theme. Widgets bring the style of what they make."""
    return [*(folder / "lessonkit").glob("page-*.js"), folder / "searchtools.js"]


def _slim_when_finished(app: Sphinx, builder: Builder) -> None:
    # Only now, since a build that writes no page leaves the slim style sheet as it is.
    app.connect("build-finished", slim_theme, priority=900)


def setup_page_weight(app: Sphinx) -> None:
    """Connect the steps that make pages light."""
    # After every extension has added what it brings.
    app.connect("html-page-context", keep_what_is_used, priority=900)
    app.connect("write-started", _slim_when_finished)
