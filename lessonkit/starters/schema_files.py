"""Puts the JSON Schemas of activities beside the files that name them, for editors."""

from collections.abc import Iterable
from pathlib import Path

PACKAGED = Path(__file__).parent.parent / "schemas"
FOLDER = "schema"
"""The folder of the schemas, from that of the activities: their first lines name it."""


def write_schemas(activities: Path, kinds: Iterable[str] | None = None) -> list[Path]:
    """Write schemas beside activities, or renew those that another version has written.

    Args:
        activities: The folder of the activities.
        kinds: The kinds whose schemas are wanted; all of them where it is left out.

    Returns:
        The files that were written; those that were current are not among them.
    """
    names = sorted(path.stem for path in PACKAGED.glob("*.json")) if kinds is None else kinds
    written = []
    for name in names:
        path = activities / FOLDER / f"{name}.json"
        text = (PACKAGED / path.name).read_bytes()
        if not path.is_file() or path.read_bytes() != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text)
            written.append(path)
    return written
