"""Makes scripts and style sheets small."""

import rcssmin
import rjsmin


def minify(text: str, suffix: str) -> str:
    """Return a script or style sheet without what only people read."""
    return str(rcssmin.cssmin(text) if suffix == "css" else rjsmin.jsmin(text))
