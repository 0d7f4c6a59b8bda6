"""Widgets of a notebook become slots of a page, which come alive without a kernel.

MyST-NB keeps every form of an output side by side and picks one when it writes a page. The form
for widgets is replaced here, right after reading; so HTML gets the slot, other formats their text.
"""

import os
from collections.abc import Iterator
from typing import Any

from docutils import nodes
from myst_nb.sphinx_ import NbMetadataCollector
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from lessonkit.sphinx_ext.config import book_config
from lessonkit.sphinx_ext.front_ends import PageFiles
from lessonkit.sphinx_ext.warnings import BookWarning, warn
from lessonkit.sphinx_ext.widget_page import WidgetPage, view_id
from lessonkit.sphinx_ext.widget_state import VIEW_MIMETYPE, Model, read_models
from lessonkit.words import words

_NOTED = "lessonkit_models"
"""Under it stand, while a page is read, the models that its directives show."""


def page_files(env: BuildEnvironment) -> dict[str, PageFiles]:
    """Return the files that the widgets of each page need.

    Args:
        env: The environment of the build.

    Returns:
        For each page with live widgets, its name and the files.
    """
    if not hasattr(env, "lessonkit_files"):
        env.lessonkit_files = {}  # type: ignore[attr-defined]
    files: dict[str, PageFiles] = env.lessonkit_files  # type: ignore[attr-defined]
    return files


def note_models(env: BuildEnvironment, models: dict[str, Model]) -> None:
    """Take in models that a directive shows on the page that is being read.

    Args:
        env: The environment of the build.
        models: The models by id.
    """
    env.temp_data.setdefault(_NOTED, {}).update(models)


def hydrate_page(app: Sphinx, doctree: nodes.document) -> None:
    """Replace the widget views of a page that has been read."""
    page_name = app.env.docname
    models = _take_models(app.env, page_name) | app.env.temp_data.get(_NOTED, {})
    bundles = [bundle for bundle in _bundles(doctree) if _form(bundle, VIEW_MIMETYPE) is not None]
    if not bundles:
        return

    def report(kind: BookWarning, message: str) -> None:
        # Not the node as the place: MyST-NB counts lines of cells, which nobody can look up.
        warn(kind, f"{page_name}: {message}", page_name)

    page = WidgetPage(page_name, models, book_config(app.config), report)
    for bundle in bundles:
        _replace(bundle, page)
    if page.files.at_once:
        page_files(app.env)[page_name] = page.files


def _take_models(env: BuildEnvironment, page_name: str) -> dict[str, Model]:
    """Take the widget state, and the scripts of the widget manager, out of what MyST-NB writes."""
    metadata: dict[str, Any] = NbMetadataCollector.get_doc_data(env).get(page_name, {})
    scripts = metadata.get("js_files", {})
    taken = {key: scripts.pop(key) for key in list(scripts) if key.startswith("ipywidgets_")}
    if "ipywidgets_state" not in taken:
        return {}
    _, attributes = taken["ipywidgets_state"]
    return read_models(attributes["body"])


def _bundles(doctree: nodes.document) -> Iterator[nodes.container]:
    for container in list(doctree.findall(nodes.container)):
        if container.get("nb_element") == "mime_bundle":
            yield container


def _form(bundle: nodes.container, mime_type: str) -> nodes.container | None:
    forms = (form for form in bundle.children if isinstance(form, nodes.container))
    return next((form for form in forms if form.get("mime_type") == mime_type), None)


def _replace(bundle: nodes.container, page: WidgetPage) -> None:
    view, html = _form(bundle, VIEW_MIMETYPE), _form(bundle, "text/html")
    assert view is not None
    slot = page.view(view_id(view.astext()), html.astext() if html is not None else "")
    view.children = [nodes.raw("", slot, format="html")]
    if _form(bundle, "text/plain") is None:
        sentence = nodes.paragraph("", words("hydrate")["needs_script"])
        bundle += nodes.container("", sentence, mime_type="text/plain")


def _purge(app: Sphinx, env: BuildEnvironment, page_name: str) -> None:
    page_files(env).pop(page_name, None)


def _merge(app: Sphinx, env: BuildEnvironment, pages: set[str], other: BuildEnvironment) -> None:
    theirs = page_files(other)
    page_files(env).update({page: theirs[page] for page in pages if page in theirs})


def setup_hydration(app: Sphinx) -> None:
    """Connect the steps of hydration."""
    # A page is for everyone: the kernels that run its notebooks take up nobody's answers.
    os.environ["LESSONKIT_RESUME"] = "0"
    app.connect("doctree-read", hydrate_page)
    app.connect("env-purge-doc", _purge)
    app.connect("env-merge-info", _merge)
