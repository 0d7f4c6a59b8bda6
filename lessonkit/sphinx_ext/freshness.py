"""A page is read again when lessonkit or an activity changed since it was read.

Sphinx looks at a notebook's own file only; what the notebook shows comes from other files too.
"""

import hashlib
import re
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.environment import BuildEnvironment

import lessonkit
from lessonkit.sphinx_ext.config import book_config
from lessonkit.sphinx_ext.widget_state import VIEW_MIMETYPE

PACKAGE = Path(lessonkit.__file__).parent

_IMPORT = re.compile(r"\b(?:import|from)\s+lessonkit\b")


def digest_of(*places: Path) -> str:
    """Return a digest of every file in some folders.

    Args:
        *places: The folders, or files; one that does not exist counts as empty.

    Returns:
        The digest, another one as soon as a file is added, changed, renamed or removed.
    """
    digest = hashlib.sha256()
    for place in places:
        for path in [place] if place.is_file() else sorted(place.rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                digest.update(f"{path.relative_to(place).as_posix()}\n".encode())
                digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _own_words(app: Sphinx) -> list[Path]:
    own = book_config(app.config).words
    return [Path(app.confdir) / own] if own else []


def outdated_pages(
    app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
) -> list[str]:
    """Name the pages that were read from other files than those of today."""
    activities = Path(app.srcdir) / book_config(app.config).activities
    own_words = _own_words(app)
    env.lessonkit_today = digest_of(PACKAGE, activities, *own_words)  # type: ignore[attr-defined]
    return [page for page, digest in _digests(env).items() if digest != _today(env)]


def _digests(env: BuildEnvironment) -> dict[str, str]:
    if not hasattr(env, "lessonkit_digests"):
        env.lessonkit_digests = {}  # type: ignore[attr-defined]
    digests: dict[str, str] = env.lessonkit_digests  # type: ignore[attr-defined]
    return digests


def _today(env: BuildEnvironment) -> str:
    digest: str = env.lessonkit_today  # type: ignore[attr-defined]
    return digest


def _note_source(app: Sphinx, page_name: str, source: list[str]) -> None:
    # Also where no widget is shown: a deck with a mistake leaves only an error on the page.
    if _IMPORT.search(source[0]):
        _digests(app.env)[page_name] = _today(app.env)


def _note_views(app: Sphinx, doctree: nodes.document) -> None:
    if any(node.get("mime_type") == VIEW_MIMETYPE for node in doctree.findall(nodes.container)):
        _digests(app.env)[app.env.docname] = _today(app.env)


def _purge(app: Sphinx, env: BuildEnvironment, page_name: str) -> None:
    _digests(env).pop(page_name, None)


def _merge(app: Sphinx, env: BuildEnvironment, pages: set[str], other: BuildEnvironment) -> None:
    theirs = _digests(other)
    _digests(env).update({page: theirs[page] for page in pages if page in theirs})


def _note_package(app: Sphinx, config: Config) -> None:
    # Sphinx writes every page anew when a value of this kind changes: pages without widgets, too,
    # are of our making.
    config.lessonkit_package = digest_of(PACKAGE)


def setup_freshness(app: Sphinx) -> None:
    """Connect the steps that keep pages fresh."""
    app.add_config_value("lessonkit_package", "", "html", types=(str,))
    app.connect("config-inited", _note_package)
    app.connect("env-get-outdated", outdated_pages)
    app.connect("env-purge-doc", _purge)
    app.connect("env-merge-info", _merge)
    app.connect("source-read", _note_source)
    app.connect("doctree-read", _note_views)
