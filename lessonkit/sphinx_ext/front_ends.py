"""Widgets' front ends as files that a page shares. Pure functions."""

import hashlib
import re
from dataclasses import dataclass

import rcssmin
import rjsmin

from lessonkit.sphinx_ext.embed import javascript_string
from lessonkit.sphinx_ext.widget_state import Model

OURS = "lessonkit."

_REMOTE_SCRIPT = re.compile(
    r"""\b(?:from|import)\s*\(?\s*["'`](?:https?:)?//([^/"'`\s]+)"""
    r"""|["'`](?:https?:)?//((?:[\w.-]+\.)?(?:esm\.sh|esm\.run|unpkg\.com|jsdelivr\.net"""
    r"""|cdnjs\.cloudflare\.com|skypack\.dev|jspm\.(?:io|dev)|googleapis\.com))\b"""
    r"""|^https?://([^/\s]+)"""
)
_REMOTE_STYLE = re.compile(
    r"""(?:@import\s*["']|url\(\s*["']?)(?:https?:)?//([^/"')\s]+)|^https?://([^/\s]+)"""
)


@dataclass(frozen=True)
class Asset:
    """A file that pages share, named after its content."""

    stem: str
    suffix: str
    text: str

    @property
    def name(self) -> str:
        """The name without its ending, such as ``sorting_exercise-1a2b3c4d``."""
        return f"{self.stem}-{hashlib.sha256(self.text.encode()).hexdigest()[:8]}"

    @property
    def file_name(self) -> str:
        """The name of the file."""
        return f"{self.name}.{self.suffix}"

    @property
    def content(self) -> str:
        """What is written to the file."""
        return self.text


@dataclass(frozen=True)
class FrontEnd(Asset):
    """A widget's module, kept as a text until the page turns it into a module.

    A module file cannot be loaded from a page that was opened as a file; a classic script can.
    """

    @property
    def content(self) -> str:
        """A classic script that registers the module's text."""
        name, module = javascript_string(self.name), javascript_string(self.text)
        return f"(self.lessonkitFrontEnds??={{}})[{name}]={module};\n"


def stem_of(model: Model) -> str:
    """Name a widget's files after its class.

    Args:
        model: The widget's model.

    Returns:
        The name of the class in snake case.
    """
    name = str(model.state.get("_anywidget_id", "")).rpartition(".")[2]
    words = re.sub(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", name).lower()
    return re.sub(r"[^a-z0-9_]", "", words) or "widget"


def front_end_of(model: Model, minify: bool) -> FrontEnd:
    """Return a widget's module.

    Args:
        model: The widget's model.
        minify: Whether to take the comments out. Only modules of ours are touched.

    Returns:
        The module as a shared file.
    """
    text = model.state.get("_esm", "")
    return FrontEnd(stem_of(model), "js", rjsmin.jsmin(text) if minify and _ours(model) else text)


def style_of(model: Model, minify: bool) -> Asset | None:
    """Return a widget's style sheet.

    Args:
        model: The widget's model.
        minify: Whether to take the comments out. Only style sheets of ours are touched.

    Returns:
        The style sheet as a shared file; None where the widget has none.
    """
    text = model.state.get("_css", "")
    if not text:
        return None
    if text.startswith(("http://", "https://")):
        text = f"@import url({javascript_string(text)});"
    return Asset(stem_of(model), "css", rcssmin.cssmin(text) if minify and _ours(model) else text)


def remote_hosts(model: Model) -> list[str]:
    """Find the hosts from which a widget loads code or styles.

    Args:
        model: The widget's model.

    Returns:
        The hosts' names, each once.
    """
    found = [
        *_REMOTE_SCRIPT.findall(model.state.get("_esm", "")),
        *_REMOTE_STYLE.findall(model.state.get("_css", "")),
    ]
    return sorted({host for hosts in found for host in hosts if host})


def _ours(model: Model) -> bool:
    return str(model.state.get("_anywidget_id", "")).startswith(OURS)
