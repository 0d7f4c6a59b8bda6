"""What a person calls a thing becomes the name of its file, its id and its title."""

import re
import unicodedata

LONGEST = 64


class StarterError(Exception):
    """A file cannot be begun; the words say why, and what to do."""


def identifier_of(name: str) -> str:
    """Return the id, which is also the file's name: ``kinds-of-rock`` for "Kinds of rock".

    Args:
        name: What a person calls it.

    Raises:
        StarterError: Nothing of the name can stand in an id, or too much of it.
    """
    plain = unicodedata.normalize("NFKD", name.strip().removesuffix(".yaml").lower())
    # An accent is a character of its own now, and goes without leaving a gap.
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    words = re.findall("[a-z0-9]+", plain)
    identifier = "-".join(words)
    if "/" in name or "\\" in name:
        raise StarterError(
            f"'{name}' is a way to a file. Rule: a name has no folder in it. "
            f"Fix: give the folder with --folder, and as name {words[-1] if words else 'my-deck'}"
        )
    if not words or len(identifier) > LONGEST:
        found = f"{len(identifier)} characters" if words else "none of these"
        raise StarterError(
            f"'{name}' cannot be the name of a file. Rule: a name has the letters a to z or "
            f"digits, and at most {LONGEST} characters. Found: {found}. Fix: write a short name "
            "such as my-deck, and what learners read after --title"
        )
    return identifier


def title_of(name: str) -> str:
    """Return a title made from a name: "Kinds of rock" for ``kinds-of-rock``.

    Args:
        name: What a person calls it.
    """
    words = name.strip().removesuffix(".yaml")
    if " " not in words:
        words = re.sub("[-_]+", " ", words).strip()
    return words[:1].upper() + words[1:]
