"""Turns HTML, as flashcard programs keep it, into plain text."""

from html.parser import HTMLParser

_NOT_TEXT = {"script", "style"}
_WITHIN_A_LINE = {"a", "b", "code", "em", "font", "i", "mark", "s", "small", "span", "strong"}
_WITHIN_A_LINE |= {"sub", "sup", "tt", "u", *_NOT_TEXT}


def plain_text(html: str) -> str:
    """Return the words of an HTML text, on one line.

    Args:
        html: A text with tags and entities, whole or not.

    Returns:
        Its text, with entities decoded and without tags, comments and scripts. ``<br>`` and
        everything else that begins a new line is a space.
    """
    reader = _Words()
    reader.feed(html)
    reader.close()
    return " ".join("".join(reader.parts).split())


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._hidden += tag in _NOT_TEXT
        if tag not in _WITHIN_A_LINE:
            self.parts.append(" ")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _WITHIN_A_LINE:
            self.parts.append(" ")

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in _NOT_TEXT and self._hidden > 0
        if tag not in _WITHIN_A_LINE:
            self.parts.append(" ")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.parts.append(data)
