"""Gets the text of an activity file, or says why there is none."""

import stat
from itertools import islice
from pathlib import Path

from lessonkit.activities.problems import ActivityError, Mistake, Problem
from lessonkit.activities.text import UNSEEN, nearest, shown, unseen_name

LARGEST = 1_000_000
"""The largest activity file, in bytes."""

MOST_UNSEEN_LINES = 20_000
"""How many lines with unseen characters are counted: a report names far fewer."""


def read_text(path: str | Path) -> str:
    """Read an activity file.

    Args:
        path: The file.

    Returns:
        Its text, with new lines as line ends.

    Raises:
        ActivityError: There is no such file, it cannot be opened, is larger than 1 MB or not
            UTF-8.
    """
    content = _read_bytes(path)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # The bytes before the first bad one are UTF-8; the line ends among them are the lines.
        before = _with_new_lines(content[: error.start].decode("utf-8", "ignore"))
        raise _refusal(
            path,
            "the file is not UTF-8",
            "an activity file is saved with the encoding UTF-8",
            _likely_encoding(content, error.start),
            "open it in an editor and save it with the encoding UTF-8",
            line=before.count("\n") + 1,
        ) from None
    return _with_new_lines(text)


def unseen_mistakes(text: str) -> list[Mistake]:
    """Find the invisible control characters of a text.

    Args:
        text: The text of a file.

    Returns:
        One mistake for each line that has some, of the first lines that have.
    """
    lines = (
        Mistake("unseen_line", (), ", ".join(map(unseen_name, dict.fromkeys(found))), line=line)
        for line, content in enumerate(text.split("\n"), start=1)
        if (found := UNSEEN.findall(content))
    )
    return list(islice(lines, MOST_UNSEEN_LINES))


def _read_bytes(path: str | Path) -> bytes:
    try:
        status = Path(path).stat()
        if stat.S_ISDIR(status.st_mode):
            raise _folder(path)
        if not stat.S_ISREG(status.st_mode):
            raise _refusal(
                path,
                "this is not an ordinary file",
                "an activity is one YAML file",
                "a device or a pipe",
                "write the path of a YAML file",
            )
        if status.st_size > LARGEST:
            raise _refusal(
                path,
                "the file is too large",
                "an activity file has at most 1 MB",
                f"{status.st_size / 1e6:.1f} MB",
                "split it into several activities",
            )
        return Path(path).read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        raise _missing(path) from None
    except (OSError, ValueError) as error:
        if isinstance(error, ActivityError):
            raise
        raise _refusal(
            path,
            "the file cannot be opened",
            "an activity is a file that you may read",
            str(getattr(error, "strerror", None) or error),
            "check the path, and who may read the file",
        ) from None


def _folder(path: str | Path) -> ActivityError:
    names = _activity_files(Path(path))
    return _refusal(
        path,
        "this is a folder, not a file",
        "an activity is one YAML file",
        "a folder",
        f"write the path of a file in it, such as {shown(names[0])}"
        if names
        else "write the path of a YAML file",
    )


def _missing(path: str | Path) -> ActivityError:
    folder = Path(path).parent
    if not folder.is_dir():
        found, fix = f"no folder '{folder}'", "check the folder's name"
    else:
        names = _activity_files(folder)
        close = nearest(Path(path).name, names)
        found = "no file of this name"
        if close:
            fix = f"did you mean '{folder / close}'?"
        elif names:
            fix = f"write the name of a file that is there, such as {shown(names[0])}"
        else:
            fix = "check the folder's name; there is no YAML file in it"
    rule = "the path leads to a YAML file"
    return _refusal(path, "there is no such file", rule, found, fix)


def _activity_files(folder: Path) -> list[str]:
    try:
        return sorted(file.name for file in folder.iterdir() if file.suffix in (".yaml", ".yml"))
    except OSError:
        return []


def _likely_encoding(content: bytes, at: int) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "the encoding UTF-16"
    byte = content[at : at + 1]
    character = byte.decode("cp1252", "ignore")
    meaning = f", in Windows-1252 the character '{character}'" if character else ""
    return f"the byte 0x{byte.hex().upper()}{meaning}"


def _with_new_lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _refusal(
    path: str | Path, what: str, rule: str, found: str, fix: str, line: int = 1
) -> ActivityError:
    return ActivityError([Problem(str(path), line, what, rule, found, fix)])
