"""Citations and references, without what helps nobody.

sphinxcontrib-bibtex puts the whole reference into the title of every citation. Nobody reads it by
touch or by keyboard, the references page has it, and it is a sixth of the weight of a lesson.
docutils gives each reference the role doc-biblioentry, which ARIA has withdrawn: it is an item of
a list.
"""

from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform


class PlainCitations(SphinxPostTransform):
    """Takes the tooltips off citations."""

    default_priority = 200
    formats = ("html",)

    def run(self, **kwargs: Any) -> None:
        """Find the citations and clear their titles."""
        for citation in self.document.findall(nodes.inline):
            if "bibtex-citation" in citation["classes"]:
                for link in citation.findall(nodes.reference):
                    link.attributes.pop("reftitle", None)


def _replace_withdrawn_role(
    app: Sphinx, page_name: str, template_name: str, context: dict[str, Any], doctree: object
) -> None:
    if "body" in context:
        context["body"] = context["body"].replace('role="doc-biblioentry"', 'role="listitem"')


def setup_citations(app: Sphinx) -> None:
    """Register the steps."""
    app.add_post_transform(PlainCitations)
    app.connect("html-page-context", _replace_withdrawn_role)
