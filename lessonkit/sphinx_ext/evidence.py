"""Links to a level of evidence become badges."""

import re
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform

from lessonkit.sphinx_ext.config import book_config
from lessonkit.words import words

LEVELS = ("strong", "moderate", "weak", "contested")


class EvidenceBadges(SphinxPostTransform):
    """Gives links such as ``[moderate](../book/how-sure.md#moderate)`` the look of a badge.

    A reader hears "evidence: moderate"; the badge itself shows only the link's own text.
    """

    default_priority = 200
    formats = ("html",)

    def run(self, **kwargs: Any) -> None:
        """Find the links and mark them."""
        page = re.escape(book_config(self.config).evidence_page)
        target = re.compile(rf"(?:.*/)?{page}(?:\.html|/)?#({'|'.join(LEVELS)})")
        for link in list(self.document.findall(nodes.reference)):
            if match := target.fullmatch(link.get("refuri", "")):
                link["classes"] += ["lk-badge", f"lk-badge-{match[1]}"]
                name = f"{words('evidence')['badge']} "
                link.insert(0, nodes.inline("", name, classes=["visually-hidden"]))


def setup_evidence(app: Sphinx) -> None:
    """Register the transform."""
    app.add_post_transform(EvidenceBadges)
