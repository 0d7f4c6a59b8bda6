"""Begins an activity: a file that can be played at once, with a note on every key."""

import json
import re
from pathlib import Path

from lessonkit.starters.names import StarterError, identifier_of, title_of
from lessonkit.starters.schema_files import write_schemas

EXAMPLES = Path(__file__).parent / "activities"

_COURSE = "my-course"
_KIND = re.compile(r"^type: *([a-z-]+) *$", re.MULTILINE)
_NAMED = re.compile("^(id|title): .*", re.MULTILINE)
_MOST_OF_A_LESSON = 40


def activities_folder(here: Path) -> Path:
    """Return the folder in which a project keeps its activities; its own folder if it has none.

    Args:
        here: The project's folder.
    """
    known = (here / "activities", here / "notebooks" / "activities")
    return next((folder for folder in known if folder.is_dir()), here)


def new_activity(kind: str, name: str, title: str | None, folder: Path) -> Path:
    """Write an activity to start from, and its schema beside it.

    Args:
        kind: The kind, as a file's ``type`` says it.
        name: What the author calls it. Its id and the file's name are made from that.
        title: The heading that learners read; made from the name where it is None.
        folder: Where to put it.

    Returns:
        The file.

    Raises:
        StarterError: There is such a file already, or the name or title cannot be used.
    """
    identifier = identifier_of(name)
    path = folder / f"{identifier}.yaml"
    text = activity_text(kind, identifier, checked_title(title or title_of(name)))
    if kind == _COURSE:
        text = _with_activities(text, path)
    write_new(path, text)
    write_schemas(folder, [kind])
    return path


def activity_text(kind: str, identifier: str, title: str) -> str:
    """Return the text of an activity to start from.

    Args:
        kind: The kind, as a file's ``type`` says it.
        identifier: Its id.
        title: The heading that learners read.
    """
    text = (EXAMPLES / f"{kind}.yaml").read_text(encoding="utf-8")
    # In double quotes, JSON is YAML.
    lines = {"id": f"id: {identifier}", "title": f"title: {json.dumps(title, ensure_ascii=False)}"}
    return _NAMED.sub(lambda line: lines[line[1]], text, count=len(lines))


def checked_title(title: str) -> str:
    """Return a title without blanks around it.

    Args:
        title: The heading that learners will read.

    Raises:
        StarterError: It is empty, too long, or not on one line.
    """
    plain = title.strip()
    if not 1 <= len(plain) <= 200 or not plain.isprintable():
        raise StarterError(
            "the title cannot be used. Rule: a title has 1 to 200 characters, all on one line. "
            f"Found: {len(plain)} characters. Fix: write a short one after --title"
        )
    return plain


def write_new(path: Path, text: str) -> None:
    """Write a file that is not there yet.

    Args:
        path: The file.
        text: What it holds.

    Raises:
        StarterError: It is there already; it stays as it is.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise StarterError(
            f"{path}: there is something of this name already, and it stays as it is. "
            "Fix: choose another name, or move it away first"
        ) from None


def _with_activities(text: str, path: Path) -> str:
    """Let a course list what stands beside it: it cannot list what is not there."""
    kinds = {path.stem for path in EXAMPLES.glob("*.yaml")} - {_COURSE}
    found = []
    for beside in sorted(path.parent.glob("*.yaml")):
        kind = _KIND.search(beside.read_text(encoding="utf-8", errors="replace"))
        if (
            kind
            and kind[1] in kinds
            and re.fullmatch("[A-Za-z0-9]+([_-][A-Za-z0-9]+)*", beside.stem)
        ):
            found.append(beside.stem)
    if not found:
        raise StarterError(
            f"{path.parent}: there is no activity here that a course could list. Rule: a course "
            "lists activities whose files stand beside its own. Fix: begin with one, such as "
            "lessonkit new deck my-deck"
        )
    head, _, _ = text.rpartition("      - file:")
    return head + "".join(f"      - file: {name}\n" for name in found[:_MOST_OF_A_LESSON])
