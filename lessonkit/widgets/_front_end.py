"""Front ends put together from their parts, and taken apart again for pages that share them."""

import re
from collections.abc import Iterable, Sequence

SAYS = "const WORDS = "
"""How the first line of a front end begins, which holds its words."""

_EXPORTS = re.compile(r"export\s*\{([^{}]*)\};?\s*$")
_DECLARED = re.compile(r"^(?:async )?(?:function|const|let|class) (\w+)", re.M)

_PARTS: dict[str, dict[str, str]] = {}
"""Of each script and style sheet that was put together, the parts by their file names."""

_LATE: dict[str, str] = {}
"""Of each late part, the function in it that can stand elsewhere."""


def put_together(parts: dict[str, str]) -> str:
    """Join the parts of a script or a style sheet.

    Args:
        parts: Their texts by their file names, in order.

    Returns:
        The whole text.
    """
    text = "\n".join(parts.values())
    _PARTS[text] = parts
    return text


def parts_of(text: str) -> dict[str, str]:
    """Return the parts of a front end's script or style sheet, by their file names.

    Args:
        text: The whole text.

    Returns:
        The parts in order; nothing where the text is no front end's of ours.
    """
    if not text.startswith(SAYS):
        return _PARTS.get(text, {})
    said, _, script = text.partition("\n")
    parts = _PARTS.get(script)
    return {"words": said, **parts} if parts else {}


def front_ends_with(part: str) -> frozenset[str]:
    """Name the front ends that have a part, each by the last of its parts.

    Args:
        part: The file name of the part.
    """
    return frozenset(list(parts)[-1] for parts in _PARTS.values() if part in parts)


def library(name: str, text: str) -> str:
    """Return another package's module as a constant that holds what it exports.

    Args:
        name: The constant.
        text: The module.

    Raises:
        ValueError: The module does not end with its exports.
    """
    exported = _EXPORTS.search(text)
    if exported is None:
        raise ValueError(f"{name} does not end with its exports, so it cannot be taken in.")
    pairs = (each.split(" as ") for each in exported[1].split(","))
    found = ", ".join(f"{pair[-1].strip()}: {pair[0].strip()}" for pair in pairs)
    return f"const {name} = (() => {{{text[: exported.start()]}\nreturn {{ {found} }};}})();"


def late_part(scripts: Sequence[str], before: Iterable[str]) -> str:
    """Return scripts as a part that does nothing until ``bringLateParts`` is called.

    What they need of the parts before them is handed to them, so that a page can keep them in a
    file of their own.

    Args:
        scripts: Their texts. What the last of them declares is what ``bringLateParts`` gives.
        before: The texts of the parts that stand before them.

    Returns:
        The text of the part.
    """
    text = "\n".join(scripts)
    words = set(re.findall(r"\w+", text))
    known = [name for part in before for name in _DECLARED.findall(part)]
    needs = ", ".join(name for name in ["WORDS", *known] if name in words)
    gives = ", ".join(_DECLARED.findall(scripts[-1]))
    function = f"({{ {needs} }}) => {{\n{text}\nreturn {{ {gives} }};\n}}"
    part = f"const bringLateParts = async () => ({function})({{ {needs} }});"
    _LATE[part] = function
    return part


def late_function(part: str) -> str | None:
    """Return the function of a late part that can stand elsewhere; None for any other part.

    Args:
        part: The text of the part.
    """
    return _LATE.get(part)
