"""What tests of every kind share: the repository's root and its notebooks."""

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def repository() -> Path:
    """The repository's root."""
    return ROOT


@pytest.fixture(scope="session")
def notebook_paths() -> list[Path]:
    """Every notebook, in reading order."""
    return sorted((ROOT / "notebooks").glob("*.ipynb"))
