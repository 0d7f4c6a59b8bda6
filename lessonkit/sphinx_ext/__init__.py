"""What turns a stock Jupyter Book into ours: live widgets, light pages, evidence badges."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


def setup(app: "Sphinx") -> "ExtensionMetadata":
    """Set the extension up."""
    from lessonkit.sphinx_ext.extension import setup_extension

    return setup_extension(app)
