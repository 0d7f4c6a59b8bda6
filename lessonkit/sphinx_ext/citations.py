"""Citations without their tooltips.

sphinxcontrib-bibtex puts the whole reference into the title of every citation. Nobody reads it by
touch or by keyboard, the references page has it, and it is a sixth of the weight of a lesson.
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


def setup_citations(app: Sphinx) -> None:
    """Register the transform."""
    app.add_post_transform(PlainCitations)
