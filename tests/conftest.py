"""What tests of every kind share: the repository's root and its notebooks."""

from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def repository() -> Path:
    """The repository's root."""
    return ROOT


@pytest.fixture
def write_changed(tmp_path: Path) -> Callable[..., Path]:
    """Return a function that writes a text to a file of some name, with words of it changed."""

    def write(name: str, text: str, *changes: tuple[str, str]) -> Path:
        for before, after in changes:
            assert before in text
            text = text.replace(before, after)
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


@pytest.fixture(scope="session")
def notebook_paths() -> list[Path]:
    """Every notebook for learners, in reading order."""
    return sorted((ROOT / "notebooks").glob("*.ipynb"))


@pytest.fixture(scope="session")
def facilitator_notebook_paths() -> list[Path]:
    """Every notebook for facilitators."""
    return sorted((ROOT / "notebooks" / "facilitate").glob("*.ipynb"))
