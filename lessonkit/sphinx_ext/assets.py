"""Writes the shared files of widgets and tells each page which of them it loads."""

from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.builders import Builder

from lessonkit.sphinx_ext.config import book_config
from lessonkit.sphinx_ext.front_ends import FOLDER, Asset
from lessonkit.sphinx_ext.hydration import page_files
from lessonkit.sphinx_ext.own_files import hydrate_script, own_text
from lessonkit.sphinx_ext.page_bundle import late_scripts, page_script, page_style

PANEL_HERE = 'class="lk-answers-panel-here"'


def book_assets(app: Sphinx) -> tuple[Asset, Asset]:
    """Return the script and the style sheet of every page.

    Args:
        app: The application.
    """
    return page_script(app), page_style(app)


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
    wanted = [*book_assets(app), *filter(None, late_scripts(app))]
    hydrate = hydrate_script(book_config(app.config).minify)
    wanted += [hydrate, own_asset(app, "search")]
    for files in page_files(app.env).values():
        wanted += [*files.at_once, *files.later]
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
    """Name the files that a page loads at once, for the template.

    The scripts are deferred: the page's own comes first, and hydrate.js last, so that it finds
    what the first widget needs.
    """
    files = page_files(app.env).get(page_name)
    assets = files.at_once if files else []
    page_js, page_css = book_assets(app)
    styles = [page_css, *(asset for asset in assets if asset.suffix == "css")]
    scripts = [asset for asset in assets if asset.suffix == "js"]
    if scripts:
        scripts.append(hydrate_script(book_config(app.config).minify))
    if template_name == "search.html":
        scripts.append(own_asset(app, "search"))
    # Where the choice stands in the text, it must not come late and move the rest.
    if PANEL_HERE in context.get("body", ""):
        scripts.append(late_scripts(app)[0])
    context["lessonkit_page_script"] = page_js.address
    context["lessonkit_styles"] = [style.address for style in styles]
    context["lessonkit_scripts"] = [script.address for script in scripts]


def setup_assets(app: Sphinx) -> None:
    """Connect the steps that write and link the files."""
    app.connect("write-started", write_assets)
    app.connect("html-page-context", link_assets)
