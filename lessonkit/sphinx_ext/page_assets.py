"""Files of lessonkit's own that only some pages load, such as the style of a directive."""

from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.builders import Builder
from sphinx.environment import BuildEnvironment

from lessonkit.sphinx_ext.assets import own_asset
from lessonkit.sphinx_ext.front_ends import FOLDER

_MARK = "lessonkit_assets"
"""Under it stand, in what Sphinx keeps of a page, the files that the page loads."""


def bring(env: BuildEnvironment, *file_names: str) -> None:
    """Let the page that is being read load files of lessonkit's own.

    Args:
        env: The environment of the build.
        *file_names: Their names in ``lessonkit/static``, such as ``claims_table.css``.
    """
    page = env.metadata[env.docname]
    page[_MARK] = " ".join(dict.fromkeys([*page.get(_MARK, "").split(), *file_names]))


def _brought(env: BuildEnvironment, page_name: str) -> list[tuple[str, str]]:
    names = env.metadata.get(page_name, {}).get(_MARK, "").split()
    return [(Path(name).stem, Path(name).suffix[1:]) for name in names]


def _write(app: Sphinx, builder: Builder) -> None:
    if builder.format != "html":
        return
    for stem, suffix in {each for page in app.env.metadata for each in _brought(app.env, page)}:
        asset = own_asset(app, stem, suffix)
        path = Path(builder.outdir) / FOLDER / asset.file_name
        path.write_text(asset.content, encoding="utf-8", newline="\n")


def _link(
    app: Sphinx, page_name: str, template_name: str, context: dict[str, Any], doctree: object
) -> None:
    for stem, suffix in _brought(app.env, page_name):
        files = "lessonkit_styles" if suffix == "css" else "lessonkit_scripts"
        context[files].append(own_asset(app, stem, suffix).address)


def setup_page_assets(app: Sphinx) -> None:
    """Connect the steps that write and link the files."""
    # After the files of all pages have been written and named.
    app.connect("write-started", _write, priority=600)
    app.connect("html-page-context", _link, priority=600)
