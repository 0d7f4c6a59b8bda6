"""Writes the shared files of widgets and tells each page which of them it loads."""

from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.builders import Builder
from sphinx.environment import BuildEnvironment

from lessonkit.sphinx_ext.config import book_config
from lessonkit.sphinx_ext.front_ends import Asset
from lessonkit.sphinx_ext.hydration import page_assets
from lessonkit.sphinx_ext.page_bundle import own_text, page_script, page_style

FOLDER = "_static/lessonkit"


def book_assets(app: Sphinx) -> tuple[Asset, Asset]:
    """Return the script and the style sheet of every page.

    Args:
        app: The application.
    """
    return page_script(app, ""), page_style(app)


def own_asset(app: Sphinx, stem: str, suffix: str = "js") -> Asset:
    """Return a file of lessonkit's own that some pages load.

    Args:
        app: The application, for its settings.
        stem: The name of the file.
        suffix: ``"css"`` or ``"js"``.
    """
    return Asset(stem, suffix, own_text(stem, suffix, book_config(app.config).minify))


def write_assets(app: Sphinx, builder: Builder) -> None:
    """Write the files that the pages of the book share, and remove those of earlier builds."""
    if builder.format != "html":
        return
    folder = Path(builder.outdir) / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    wanted = [*book_assets(app), own_asset(app, "hydrate"), own_asset(app, "search")]
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

    The scripts are deferred: the page's own comes first, and hydrate.js last, so that it finds
    every front end registered.
    """
    assets = _assets_of(app.env, page_name)
    page_js, page_css = book_assets(app)
    styles = [page_css, *(asset for asset in assets if asset.suffix == "css")]
    scripts = [asset for asset in assets if asset.suffix == "js"]
    if scripts:
        scripts.append(own_asset(app, "hydrate"))
    if template_name == "search.html":
        scripts.append(own_asset(app, "search"))
    context["lessonkit_page_script"] = f"{FOLDER}/{page_js.file_name}"
    context["lessonkit_styles"] = [f"{FOLDER}/{style.file_name}" for style in styles]
    context["lessonkit_scripts"] = [f"{FOLDER}/{script.file_name}" for script in scripts]


def _assets_of(env: BuildEnvironment, page_name: str) -> list[Asset]:
    return page_assets(env).get(page_name, [])


def setup_assets(app: Sphinx) -> None:
    """Connect the steps that write and link the files."""
    app.connect("write-started", write_assets)
    app.connect("html-page-context", link_assets)
