"""Finds the activities and notebooks under some paths, as a teacher would point at them."""

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from lessonkit.activities.problems import Problem
from lessonkit.activities.source import LARGEST
from lessonkit.activities.text import nearest, shown

SKIPPED = {"_build", "build", "dist", "env", "node_modules", "site-packages", "venv", "__pycache__"}
"""Folders that programs fill. Hidden folders are skipped, too."""

_ACTIVITY_ENDINGS = (".yaml", ".yml")
_NOTEBOOK_ENDING = ".ipynb"
_PAGE_ENDING = ".md"
_TYPE = re.compile(r"^[\"']?type[\"']?[ \t]*:[ \t]+[\"']?([^\"'#\n]+)", re.MULTILINE)
_SCHEMA = re.compile(r"^#.*\$schema=\S*?([\w-]+)\.json\b", re.MULTILINE)
_TOP_KEY = re.compile(r"^[\"']?(\w+)[\"']?[ \t]*:(?=\s|$)", re.MULTILINE)


@dataclass
class Files:
    """What there is to check.

    Attributes:
        activities: The YAML files of activities, each as the person's own path leads to it.
        notebooks: The notebooks, likewise.
        pages: The pages in Markdown beside them, which may show activities, too.
        catalogues: Whether lessonkit's own catalogue of words is among it.
        problems: The paths that lead nowhere, or to nothing that can be checked.
    """

    activities: list[str] = field(default_factory=list)
    notebooks: list[str] = field(default_factory=list)
    pages: list[str] = field(default_factory=list)
    catalogues: bool = False
    problems: list[Problem] = field(default_factory=list)


def find_files(paths: Sequence[str]) -> Files:
    """Find what there is to check.

    Args:
        paths: Files and folders; without any, the current folder.

    Returns:
        The files. A file that two paths lead to is there once, by the first of them.
    """
    files, seen = Files(), set[str]()
    for path in paths or [""]:
        if Path(path or ".").is_dir():
            found = _in_folder(path, files)
        elif os.path.lexists(path):
            found = _one_file(path, files)
        else:
            files.problems.append(_missing(path))
            continue
        for name, kind in found:
            real = os.path.realpath(name)
            if real not in seen:
                seen.add(real)
                kind.append(name)
    if not (files.activities or files.notebooks or files.catalogues or files.problems):
        files.problems.append(_nothing_there(paths[0] if paths else "."))
    return files


def _in_folder(folder: str, files: Files) -> Iterator[tuple[str, list[str]]]:
    def refuse(failed: OSError) -> None:
        files.problems.append(_closed(str(failed.filename), str(failed.strerror)))

    for place, folders, names in os.walk(folder or ".", onerror=refuse):
        here = place if folder else place.removeprefix(".").removeprefix(os.sep)
        # What stands in lessonkit's own package is no material of a course.
        if _is_lessonkit(place):
            files.catalogues = True
            folders.clear()
            continue
        # A folder that pytest reads holds samples, among them some that are wrong on purpose.
        if "conftest.py" in names and here != folder:
            folders.clear()
            continue
        folders[:] = sorted(name for name in folders if _is_of_interest(name))
        for name in sorted(names):
            path = str(Path(here, name))
            if name.startswith("."):
                continue
            if name.endswith(_NOTEBOOK_ENDING):
                yield path, files.notebooks
            elif name.endswith(_ACTIVITY_ENDINGS) and _is_an_activity(path):
                yield path, files.activities
            elif name.endswith(_PAGE_ENDING):
                files.pages.append(path)


def _is_of_interest(folder: str) -> bool:
    return not folder.startswith(".") and folder not in SKIPPED


def _is_lessonkit(folder: str) -> bool:
    own = (Path(folder, "words", "en.json"), Path(folder, "checks", "files.py"))
    return all(path.is_file() for path in own)


def _one_file(path: str, files: Files) -> Iterator[tuple[str, list[str]]]:
    if path.endswith(_NOTEBOOK_ENDING):
        yield path, files.notebooks
    elif path.endswith(_ACTIVITY_ENDINGS):
        yield path, files.activities
    else:
        files.problems.append(
            Problem(
                path,
                1,
                "this is neither an activity nor a notebook",
                "an activity is a YAML file, and a notebook ends in .ipynb",
                shown(Path(path).name),
                "name a file that ends in .yaml, .yml or .ipynb, or a folder",
            )
        )


def _is_an_activity(path: str) -> bool:
    """Tell whether a YAML file is meant to be an activity, even where it has mistakes.

    All in a folder named ``activities`` are. Elsewhere a file says so itself: by a ``type`` of
    ours, by the schema that its first lines name, or, where its type is misspelt or missing, by
    an id and a title beside the parts of an activity.
    """
    if "activities" in Path(path).absolute().parent.parts[-2:]:
        return True
    try:
        if Path(path).stat().st_size > LARGEST:
            return False
        text = Path(path).read_bytes().decode("utf-8", "replace").replace("\r", "\n")
    except OSError:
        return False
    named = _TYPE.search(text)
    schema = _SCHEMA.search(text)
    keys = set(_TOP_KEY.findall(text))
    if not named and not schema and not {"id", "title"} <= keys:
        return False
    # Pydantic is slow to import, and most folders have no such file.
    from lessonkit.activities.kinds import KINDS

    word = named[1].strip() if named else ""
    if word in KINDS or (schema and schema[1] in KINDS):
        return True
    if not {"id", "title"} <= keys:
        return False
    own = {key for kind in KINDS.values() for key in kind.model_fields} - {"type", "id", "title"}
    return nearest(word, KINDS) is not None or (not named and len(own & keys) > 1)


def _missing(path: str) -> Problem:
    folder = Path(path).parent
    try:
        there = sorted(each.name for each in folder.iterdir())
    except (OSError, ValueError):
        there = []
    close = nearest(Path(path).name, there)
    if close:
        fix = f"did you mean '{folder / close}'?"
    elif there:
        fix = "check its name, and the folder in which you are"
    else:
        fix = f"check the folder's name: there is nothing in '{folder}'"
    return Problem(
        path,
        1,
        "there is no such file or folder",
        "a path leads to an activity, a notebook or a folder",
        shown(path) or "an empty path",
        fix,
    )


def _closed(folder: str, why: str) -> Problem:
    return Problem(
        folder,
        1,
        "the folder cannot be opened",
        "what is checked can be read",
        why,
        "check who may read it",
    )


def _nothing_there(folder: str) -> Problem:
    return Problem(
        folder,
        1,
        "there is nothing to check",
        "a course has activities, in a folder 'activities' or with a 'type' that lessonkit knows, "
        "and notebooks",
        "no activity and no notebook",
        "go to the folder of your course, or name it",
    )
