"""The words that the interface says, all from one catalogue file, so that it can be translated."""

import json
from functools import cache
from pathlib import Path

CATALOGUE = Path(__file__).parent / "en.json"


@cache
def _catalogue() -> dict[str, dict[str, str]]:
    catalogue: dict[str, dict[str, str]] = json.loads(CATALOGUE.read_text(encoding="utf-8"))
    return catalogue


def has_words(section: str) -> bool:
    """Tell whether a part of the interface says anything.

    Args:
        section: The part's name.
    """
    return section in _catalogue()


def words(section: str) -> dict[str, str]:
    """Return the words of one part of the interface.

    Args:
        section: The part's name, a top-level key of the catalogue, such as ``"worksheet"``.

    Returns:
        Each entry's name and its text. ``{name}`` in a text is a place to fill in; an entry
        with a plural has two texts, ``<entry>_one`` and ``<entry>_other``.

    Raises:
        KeyError: The catalogue has no such section.
    """
    return dict(_catalogue()[section])
