"""Makes scripts and style sheets small."""

from functools import cache


@cache
def minify(text: str, suffix: str) -> str:
    """Return a script or style sheet without what only people read.

    Names stay as they are: the parts of a script share their declarations.

    Args:
        text: The script or style sheet.
        suffix: ``"css"`` or ``"js"``.
    """
    # Where nothing is made small, neither package need be there.
    import rcssmin
    import rjsmin

    return str(rcssmin.cssmin(text) if suffix == "css" else rjsmin.jsmin(text))
