"""Each page tells the browser what it may load, so that nothing else can creep in.

Content Security Policy Level 3: https://www.w3.org/TR/CSP3/
"""

import re
from collections.abc import Iterable
from html import unescape
from typing import Any

from sphinx.application import Sphinx

from lessonkit.sphinx_ext.config import book_config
from lessonkit.sphinx_ext.own_files import own_text
from lessonkit.sphinx_ext.standalone import content_hash

_STYLE_ATTRIBUTE = re.compile(r"""<[^>]*\sstyle=(?:"([^"]*)"|'([^']*)')""")


def policy(scripts: Iterable[str] = (), style_attributes: Iterable[str] = ()) -> str:
    """Return the policy of a page.

    Args:
        scripts: The scripts that stand in the page itself.
        style_attributes: The values of its ``style`` attributes.

    Returns:
        The value of the policy: nothing from other hosts, nothing inline but what was named.
    """
    allowed_styles = "".join(f" {content_hash(style)}" for style in dict.fromkeys(style_attributes))
    if allowed_styles:
        allowed_styles = f" 'unsafe-hashes'{allowed_styles}"
    allowed_scripts = "".join(f" {content_hash(script)}" for script in dict.fromkeys(scripts))
    return "; ".join(
        [
            "default-src 'none'",
            # Front ends become modules at addresses of the page's own making.
            f"script-src 'self' blob:{allowed_scripts}",
            f"style-src 'self'{allowed_styles}",
            "img-src 'self' data: blob:",
            "connect-src 'self'",
            "manifest-src 'self'",
            "worker-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
        ]
    )


def _give_policy(
    app: Sphinx, page_name: str, template_name: str, context: dict[str, Any], doctree: object
) -> None:
    start = own_text("page_start", "js", book_config(app.config).minify).strip()
    inline = [
        body
        for asset in context.get("script_files", [])
        if (body := getattr(asset, "attributes", {}).get("body"))
    ]
    html = f"{context.get('body', '')}{context.get('toc', '')}"
    found = _STYLE_ATTRIBUTE.findall(html)
    styles = [unescape(double or single) for double, single in found]
    context["lessonkit_start"] = start
    context["lessonkit_policy"] = policy([start, *inline], styles)


def setup_content_policy(app: Sphinx) -> None:
    """Connect the step that gives each page its policy."""
    # After everything that may put a script into a page, and after what takes them out.
    app.connect("html-page-context", _give_policy, priority=950)
