"""Pictures with a dark variant, and a warning for those without alternative text."""

import re
from html import escape
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms import SphinxTransform
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.writers.html5 import HTML5Translator

from lessonkit.sphinx_ext.warnings import BookWarning, warn

LIGHT, DARK = "-light.svg", "-dark.svg"
_SIDES = ("width", "height")


class variant(nodes.image):
    """One of the two variants of a picture. ``measures`` has its width and height in pixels."""


class PairVariants(SphinxTransform):
    """Puts beside a picture its dark variant, which the theme shows on dark pages alone.

    It runs before Sphinx collects the pictures of a page, so that both are published, and a
    change of either reads the page again.
    """

    default_priority = 500

    def apply(self, **kwargs: Any) -> None:
        """Look at each picture of a page."""
        for image in list(self.document.findall(nodes.image)):
            if not image.get("alt", "").strip():
                self._warn(image["uri"])
            if not image["uri"].endswith(LIGHT):
                continue
            uri = image["uri"].removesuffix(LIGHT) + DARK
            files = [Path(self.env.relfn2path(each)[1]) for each in (image["uri"], uri)]
            if all(file.is_file() for file in files):
                light = _variant(image, image["uri"], "only-light", files[0])
                dark = _variant(image, uri, "only-dark", files[1])
                image.replace_self([light, dark])

    def _warn(self, uri: str) -> None:
        page = self.env.docname
        warn(
            BookWarning.NO_ALTERNATIVE,
            f"{page} shows the picture {uri} without alternative text. Say between the square "
            "brackets what it tells: ![here](…).",
            page,
        )


def _variant(image: nodes.image, uri: str, shown: str, file: Path) -> variant:
    made = variant(**image.attributes)
    made["uri"] = uri
    made["classes"] = [*image["classes"], "lk-figure", shown]
    made["measures"] = _measures(file)
    made.source, made.line = image.source, image.line
    return made


def _measures(file: Path) -> tuple[str, str] | None:
    root = ElementTree.parse(file).getroot()
    found = [re.fullmatch(r"(\d+)(?:\.\d+)?(?:px)?", root.get(side, "")) for side in _SIDES]
    width, height = (match[1] if match else None for match in found)
    return (width, height) if width and height else None


class OneVariant(SphinxPostTransform):
    """Keeps the light variant alone in a book that is no website."""

    default_priority = 200

    def run(self, **kwargs: Any) -> None:
        """Take the dark variants out."""
        if self.app.builder.format != "html":
            for image in list(self.document.findall(variant)):
                if "only-dark" in image["classes"]:
                    image.parent.remove(image)


def _write_variant(translator: HTML5Translator, node: variant) -> None:
    uri = translator.builder.images.get(node["uri"])
    source = f"{translator.builder.imgpath}/{uri}" if uri else node["uri"]
    attributes = {
        "class": " ".join(node["classes"]),
        "src": source,
        "alt": node.get("alt", ""),
        **dict(zip(_SIDES, node["measures"] or (), strict=False)),
        "loading": "lazy",
    }
    written = " ".join(f'{name}="{escape(value)}"' for name, value in attributes.items())
    translator.body.append(f"<img {written}>")
    raise nodes.SkipNode


def setup_figures(app: Sphinx) -> None:
    """Register the transforms, and how a variant is written."""
    app.add_node(variant, html=(_write_variant, None))
    app.add_transform(PairVariants)
    app.add_post_transform(OneVariant)
