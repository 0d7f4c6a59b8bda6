"""Text as Markdown that says just that text."""

import re
from collections.abc import Iterable

_PUNCTUATION = re.compile(r"[!-/:-@\[-`{-~]")


def as_markdown(text: str) -> str:
    r"""Return a text as one line of Markdown, in which nothing is taken for markup.

    Args:
        text: Any text.

    Example:
        >>> print(as_markdown("a *b*"))
        a \*b\*
    """
    return _PUNCTUATION.sub(lambda match: f"\\{match[0]}", " ".join(text.split()))


def as_list(texts: Iterable[str]) -> str:
    """Return texts as a list in Markdown.

    Args:
        texts: The items, in order.
    """
    return "\n".join(f"- {as_markdown(text)}" for text in texts)


def as_paragraphs(texts: Iterable[str]) -> str:
    """Return texts as paragraphs in Markdown.

    Args:
        texts: The paragraphs, in order.
    """
    return "\n\n".join(map(as_markdown, texts))
