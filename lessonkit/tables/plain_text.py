"""Turns HTML, as flashcard programs keep it, into plain text.

Python's own parser takes minutes for a hundred kilobytes of tags that do not end, and fails at some
declarations. What is here looks at each character a few times, whatever the text holds.
"""

import re
from html import unescape

_WITHIN_A_LINE = {"a", "b", "code", "em", "font", "i", "mark", "s", "small", "span", "strong"}
_WITHIN_A_LINE |= {"sub", "sup", "tt", "u"}

_HIDDEN = re.compile(r"<!--|<(script|style)\b[^<>]*+>", re.I)
_ENDS = {
    "": re.compile("-->"),
    "script": re.compile("</script>", re.I),
    "style": re.compile("</style>", re.I),
}
# A tag ends before the next "<", even in quotes: so none is looked for beyond it.
_TAG = re.compile(
    r"""<(?:/?([a-z][^\s/<>"']*+)(?:[^<>"']++|"[^"<]*+"|'[^'<]*+')*+|[!?/][^<>]*+)>""", re.I
)


def plain_text(html: str) -> str:
    """Return the words of an HTML text, on one line.

    Args:
        html: A text with tags and entities, whole or not.

    Returns:
        Its text, with entities decoded and without tags, comments and scripts. ``<br>`` and
        everything else that begins a new line is a space. What does not end stays as it is.
    """
    text = _TAG.sub(_space, _without_hidden(html))
    return " ".join(unescape(text).split())


def _without_hidden(html: str) -> str:
    """Take out comments, scripts and styles."""
    kept: list[str] = []
    here = 0
    endless: set[str] = set()
    for start in _HIDDEN.finditer(html):
        kind = (start[1] or "").lower()
        if start.start() < here or kind in endless:
            continue
        end = _ENDS[kind].search(html, start.end())
        if end is None:
            endless.add(kind)
            continue
        kept.append(html[here : start.start()])
        here = end.end()
    return "".join([*kept, html[here:]])


def _space(tag: re.Match[str]) -> str:
    name = (tag[1] or "").lower()
    return " " if name and name not in _WITHIN_A_LINE else ""
