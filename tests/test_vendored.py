"""What is kept of other packages is what they published, with its licence."""

import json
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
VENDOR = ROOT / "lessonkit" / "static" / "vendor"
FOLDERS = sorted(VENDOR.iterdir())


@pytest.mark.parametrize("folder", FOLDERS, ids=[folder.name for folder in FOLDERS])
def test_every_file_is_as_its_package_has_it(folder: Path) -> None:
    package = ROOT / "node_modules" / folder.name
    assert package.is_dir(), f"There is no {package}. Install it first: npm ci"
    files = [path.relative_to(folder) for path in sorted(folder.rglob("*")) if path.is_file()]
    changed = [str(name) for name in files if not is_in(package, folder / name, name)]
    assert not changed, f"not as {folder.name} has it: {', '.join(changed)}"
    assert any(name.stem.lower().startswith("licen") for name in files), "it has no licence"


def is_in(package: Path, kept: Path, name: Path) -> bool:
    """Tell whether a package has a file, at the same place, byte by byte."""
    published = package / name
    return published.is_file() and published.read_bytes() == kept.read_bytes()


def test_every_package_is_pinned() -> None:
    wanted = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))["devDependencies"]
    lock = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    locked = {folder.name: lock[f"node_modules/{folder.name}"]["version"] for folder in FOLDERS}
    assert locked == {folder.name: wanted.get(folder.name) for folder in FOLDERS}
