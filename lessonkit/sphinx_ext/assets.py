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

OWN = (("book", "css"), ("answers", "js"), ("hydrate", "js"), ("search", "js"))
"""The files of lessonkit's own: the style of every page, and scripts of some."""


@cache
def own_asset(stem: str, suffix: str, minify: bool) -> Asset:
    """Return a file of lessonkit's own that pages load.

    Args:
        stem: The name of the file.
        suffix: ``"css"`` or ``"js"``.
        minify: Whether to take the comments out.

    Returns:
        The file, named after its content.
    """
    text = (STATIC / f"{stem}.{suffix}").read_text(encoding="utf-8")
    if minify:
        text = rcssmin.cssmin(text) if suffix == "css" else rjsmin.jsmin(text)
    return Asset(stem, suffix, text)


def write_assets(app: Sphinx, builder: Builder) -> None:
    """Write the files that the pages of the book share, and remove those of earlier builds."""
    if builder.format != "html":
        return
    folder = Path(builder.outdir) / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    minify = book_config(app.config).minify
    wanted = [own_asset(stem, suffix, minify) for stem, suffix in OWN]
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
    styles = [
        own_asset("book", "css", minify),
        *(asset for asset in assets if asset.suffix == "css"),
    ]
    scripts = [asset for asset in assets if asset.suffix == "js"]
    if scripts:
        scripts += [own_asset(stem, "js", minify) for stem in ("answers", "hydrate")]
    if template_name == "search.html":
        scripts.append(own_asset("search", "js", minify))
    context["lessonkit_styles"] = [f"{FOLDER}/{style.file_name}" for style in styles]
    context["lessonkit_scripts"] = [f"{FOLDER}/{script.file_name}" for script in scripts]


def _assets_of(env: BuildEnvironment, page_name: str) -> list[Asset]:
    return page_assets(env).get(page_name, [])


def setup_assets(app: Sphinx) -> None:
    """Connect the steps that write and link the files."""
    app.connect("write-started", write_assets)
    app.connect("html-page-context", link_assets)
