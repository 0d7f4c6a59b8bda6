"""The parts of the extension, in the order in which a build meets them."""

from sphinx.application import Sphinx
from sphinx.util.typing import ExtensionMetadata

from lessonkit.sphinx_ext.activity_example import setup_activity_example
from lessonkit.sphinx_ext.activity_reference import setup_activity_reference
from lessonkit.sphinx_ext.anchors import setup_anchors
from lessonkit.sphinx_ext.assets import setup_assets
from lessonkit.sphinx_ext.cards_to_print import setup_cards_to_print
from lessonkit.sphinx_ext.citations import setup_citations
from lessonkit.sphinx_ext.claims_table import setup_claims_table
from lessonkit.sphinx_ext.command_reference import setup_command_reference
from lessonkit.sphinx_ext.config import setup_config
from lessonkit.sphinx_ext.content_policy import setup_content_policy
from lessonkit.sphinx_ext.course_map import setup_course_map
from lessonkit.sphinx_ext.evidence import setup_evidence
from lessonkit.sphinx_ext.figures import setup_figures
from lessonkit.sphinx_ext.freshness import setup_freshness
from lessonkit.sphinx_ext.headings import setup_headings
from lessonkit.sphinx_ext.help_lines import setup_help_lines
from lessonkit.sphinx_ext.hydration import setup_hydration
from lessonkit.sphinx_ext.language import setup_language
from lessonkit.sphinx_ext.launch import setup_launch
from lessonkit.sphinx_ext.not_found import setup_not_found
from lessonkit.sphinx_ext.offline import setup_offline
from lessonkit.sphinx_ext.page_assets import setup_page_assets
from lessonkit.sphinx_ext.page_meta import setup_page_meta
from lessonkit.sphinx_ext.page_weight import setup_page_weight
from lessonkit.sphinx_ext.run_sheet import setup_run_sheet
from lessonkit.sphinx_ext.search_page import setup_search_page
from lessonkit.sphinx_ext.site_address import setup_site_address
from lessonkit.sphinx_ext.site_files import setup_site_files
from lessonkit.sphinx_ext.theme import setup_theme
from lessonkit.sphinx_ext.workshop_plans import setup_workshop_plans

ENVIRONMENT_VERSION = 2
"""Raised when what the extension keeps in Sphinx's environment changes its shape."""


def setup_extension(app: Sphinx) -> ExtensionMetadata:
    """Set every part of the extension up."""
    app.require_sphinx("7.4")
    setup_config(app)
    setup_language(app)
    setup_theme(app)
    setup_freshness(app)
    setup_hydration(app)
    setup_evidence(app)
    setup_citations(app)
    setup_figures(app)
    setup_help_lines(app)
    setup_headings(app)
    setup_course_map(app)
    setup_assets(app)
    setup_page_assets(app)
    setup_claims_table(app)
    setup_workshop_plans(app)
    setup_run_sheet(app)
    setup_cards_to_print(app)
    setup_anchors(app)
    setup_activity_example(app)
    setup_activity_reference(app)
    setup_command_reference(app)
    setup_page_weight(app)
    setup_content_policy(app)
    setup_site_address(app)
    setup_page_meta(app)
    setup_search_page(app)
    setup_launch(app)
    setup_not_found(app)
    setup_site_files(app)
    setup_offline(app)
    return {
        "env_version": ENVIRONMENT_VERSION,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }
