"""What the tests of tables share: a folder of their own, and how a table becomes a deck."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from lessonkit.tables.deck import DeckWords, ImportedDeck
from lessonkit.tables.reading import TableWords, read_deck

Import = Callable[..., ImportedDeck]


@pytest.fixture
def import_cards(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Import:
    """Return a function that makes a deck of a table: its bytes, its text, or a path."""
    monkeypatch.chdir(tmp_path)

    def make(
        content: str | bytes | Path, name: str = "rain-or-sun.csv", **words: Any
    ) -> ImportedDeck:
        path = content if isinstance(content, Path) else Path(name)
        if not isinstance(content, Path):
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        of_table = {key: words.pop(key) for key in list(words) if key in TableWords.__annotations__}
        return read_deck(path, TableWords(**of_table), DeckWords(path.stem, **words))

    return make
