"""Writes the shared files of widgets and tells each page which of them it loads."""

from functools import cache
from pathlib import Path
from typing import Any

import rcssmin
import rjsmin
from sphinx.application import Sphinx
from sphinx.builders import Builder
from sphinx.environment import BuildEnvironment

from lessonkit.sphinx_ext.config import book_config
from lessonkit.sphinx_ext.front_ends import Asset
from lessonkit.sphinx_ext.hydration import page_assets

FOLDER = "_static/lessonkit"
STATIC = Path(__file__).parent.parent / "static"


@cache
def book_style(minify: bool) -> Asset:
    """Return the style sheet of every page.

    Args:
        minify: Whether to take the comments out.

    Returns:
        The style sheet as a shared file.
    """
    text = (STATIC / "book.css").read_text(encoding="utf-8")
    return Asset("book", "css", rcssmin.cssmin(text) if minify else text)


@cache
def hydrate_script(minify: bool) -> Asset:
    """Return the script of every page with live widgets.

    Args:
        minify: Whether to take the comments out.

    Returns:
        The script as a shared file.
    """
    text = (STATIC / "hydrate.js").read_text(encoding="utf-8")
    return Asset("hydrate", "js", rjsmin.jsmin(text) if minify else text)


def write_assets(app: Sphinx, builder: Builder) -> None:
    """Write the files that the pages of the book share, and remove those of earlier builds."""
    if builder.format != "html":
        return
    folder = Path(builder.outdir) / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    minify = book_config(app.config).minify
    wanted = [book_style(minify), hydrate_script(minify)]
    wanted += [asset for assets in page_assets(app.env).values() for asset in assets]
    for asset in wanted:
        path = folder / asset.file_name
        if not path.exists():
            path.write_text(asset.content, encoding="utf-8", newline="\n")
    names = {asset.file_name for asset in wanted}
    for path in folder.iterdir():
        if path.name not in names:
            path.unlink()


def link_assets(
    app: Sphinx, page_name: str, template_name: str, context: dict[str, Any], doctree: object
) -> None:
    """Name the files of a page, for the template to load them in the page's head.

    The scripts are deferred, hydrate.js last, so that it finds every front end registered.
    """
    minify = book_config(app.config).minify
    assets = _assets_of(app.env, page_name)
    styles = [book_style(minify), *(asset for asset in assets if asset.suffix == "css")]
    scripts = [asset for asset in assets if asset.suffix == "js"]
    if scripts:
        scripts.append(hydrate_script(minify))
    context["lessonkit_styles"] = [f"{FOLDER}/{style.file_name}" for style in styles]
    context["lessonkit_scripts"] = [f"{FOLDER}/{script.file_name}" for script in scripts]


def _assets_of(env: BuildEnvironment, page_name: str) -> list[Asset]:
    return page_assets(env).get(page_name, [])


def setup_assets(app: Sphinx) -> None:
    """Connect the steps that write and link the files."""
    app.connect("write-started", write_assets)
    app.connect("html-page-context", link_assets)
