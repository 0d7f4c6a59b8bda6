"""Text put inside other text so that it can never break out of its place."""

import json
import re
from typing import Any

# "<", ">" and "&" could end or open an element of the page around the script; the two separators
# end a line in old JavaScript.
_UNSAFE = re.compile("[<>&\u2028\u2029]")


def json_for_html(value: Any) -> str:
    """Return a value as compact JSON that is safe inside a ``script`` element.

    Args:
        value: What JSON can hold.

    Returns:
        The JSON, letters left as they are: the same words elsewhere on the page then compress.
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def javascript_string(text: str) -> str:
    """Return a text as the literal of a JavaScript string.

    Args:
        text: Any text.

    Returns:
        The literal with its quotes.
    """
    return json_for_html(text)
