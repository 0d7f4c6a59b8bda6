"""What docs/hosting.md tells a publisher to use is there."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

from lessonkit.sphinx_ext.config import BookConfig


@pytest.fixture(scope="module")
def guide(repository: Path) -> str:
    return (repository / "docs" / "hosting.md").read_text(encoding="utf-8")


def test_its_commands_are_there(repository: Path, guide: str) -> None:
    makefile = (repository / "Makefile").read_text(encoding="utf-8")
    named = set(re.findall(r"(?:^|`)make ([a-z-]+)", guide, re.MULTILINE))
    assert named
    assert named <= set(re.findall(r"^([a-z-]+):.*##", makefile, re.MULTILINE))


def test_its_settings_are_there(guide: str) -> None:
    named = set(re.findall(r"`lessonkit_(\w+)`", guide))
    assert named
    assert named <= {setting.name for setting in fields(BookConfig)}


def test_its_links_lead_to_its_headings(guide: str) -> None:
    prose = re.sub(r"```.*?```", "", guide, flags=re.DOTALL)
    headings = re.findall(r"^#+ (.+)$", prose, re.MULTILINE)
    anchors = {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}
    assert set(re.findall(r"\]\(#([^)]+)\)", prose)) <= anchors


def test_it_names_files_that_are_there(repository: Path, guide: str) -> None:
    named = set(re.findall(r"`((?:\.github|book)/[\w./-]+\.\w+)`", guide))
    assert named
    assert not [path for path in named if not (repository / path).exists()]
