"""The parts of the extension, in the order in which a build meets them."""

from sphinx.application import Sphinx
from sphinx.util.typing import ExtensionMetadata

from lessonkit.sphinx_ext.assets import setup_assets
from lessonkit.sphinx_ext.citations import setup_citations
from lessonkit.sphinx_ext.claims_table import setup_claims_table
from lessonkit.sphinx_ext.config import setup_config
from lessonkit.sphinx_ext.content_policy import setup_content_policy
from lessonkit.sphinx_ext.evidence import setup_evidence
from lessonkit.sphinx_ext.figures import setup_figures
from lessonkit.sphinx_ext.freshness import setup_freshness
from lessonkit.sphinx_ext.help_lines import setup_help_lines
from lessonkit.sphinx_ext.hydration import setup_hydration
from lessonkit.sphinx_ext.page_weight import setup_page_weight
from lessonkit.sphinx_ext.theme import setup_theme

ENVIRONMENT_VERSION = 1
"""Raised when what the extension keeps in Sphinx's environment changes its shape."""


def setup_extension(app: Sphinx) -> ExtensionMetadata:
    """Set every part of the extension up."""
    app.require_sphinx("7.4")
    setup_config(app)
    setup_theme(app)
    setup_freshness(app)
    setup_hydration(app)
    setup_evidence(app)
    setup_citations(app)
    setup_figures(app)
    setup_help_lines(app)
    setup_assets(app)
    setup_claims_table(app)
    setup_page_weight(app)
    setup_content_policy(app)
    return {
        "env_version": ENVIRONMENT_VERSION,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }
