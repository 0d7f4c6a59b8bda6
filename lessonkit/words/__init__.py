"""The words that the interface says, all from one catalogue file for each language."""

import difflib
import json
import os
from functools import cache
from pathlib import Path
from types import MappingProxyType

CATALOGUE = Path(__file__).parent / "en.json"
"""The catalogue in English: every entry that there is."""

ENGLISH = "en"
LANGUAGE_SECTION = "language"
"""The section of a catalogue that says which language it is in, and which way that runs."""

DIRECTIONS = ("ltr", "rtl")
LANGUAGE_VARIABLE = "LESSONKIT_LANGUAGE"
"""The environment variable that names the language where :func:`use_language` has not."""

_chosen: dict[str, str] = {}


class LanguageError(ValueError):
    """There is no catalogue for a language, or a catalogue cannot be read."""


def use_language(language: str | Path | None) -> None:
    """Let the widgets that are made from now on speak a language.

    Args:
        language: The code of a language, such as ``"ar"``, or the path of a catalogue of one's
            own, such as ``Path("words/ar.json")``. What that catalogue lacks is said in English.
            ``None`` goes back to what the environment variable ``LESSONKIT_LANGUAGE`` says, or to
            English.

    Raises:
        LanguageError: There is no such catalogue, or it cannot be read.

    Example:
        >>> lessonkit.use_language("en")
    """
    if language is None:
        _chosen.clear()
        return
    _catalogue(catalogue_of(language))
    _chosen["language"] = str(language)


def catalogue_of(language: str | Path) -> Path:
    """Find the catalogue of a language.

    Args:
        language: The code of a language, of which the country may be left out of account, or a
            catalogue's path.

    Raises:
        LanguageError: There is no such catalogue; the words name those that there are.
    """
    name = str(language)
    if isinstance(language, Path) or name.endswith(".json"):
        path = Path(language).resolve()
        if not path.is_file():
            raise LanguageError(f"There is no catalogue {name!r}. Is the path right?")
        return path
    there = {path.stem: path for path in sorted(CATALOGUE.parent.glob("*.json"))}
    code = name.replace("_", "-")
    if found := there.get(code) or there.get(code.partition("-")[0]):
        return found
    near = difflib.get_close_matches(code, there, n=1, cutoff=0.5)
    advice = f" Did you mean {near[0]!r}?" if near else ""
    raise LanguageError(
        f"There is no catalogue of words for the language {name!r}.{advice} "
        f"There is: {', '.join(there)}. A path to a catalogue of your own works, too."
    )


def has_words(section: str) -> bool:
    """Tell whether a part of the interface says anything.

    Args:
        section: The part's name.
    """
    return section in _catalogue(CATALOGUE)


def words(section: str, language: str | Path | None = None) -> dict[str, str]:
    """Return the words of one part of the interface.

    Args:
        section: The part's name, a top-level key of the catalogue, such as ``"worksheet"``.
        language: The language's code or a catalogue's path; the language in use where it is left
            out.

    Returns:
        Each entry's name and its text, in English where the language has none. ``{name}`` in a
        text is a place to fill in; an entry with a plural has a text for each plural form of the
        language: in English ``<entry>_one`` and ``<entry>_other``.

    Raises:
        KeyError: The catalogue has no such section.
        LanguageError: There is no catalogue for the language, or it cannot be read.
    """
    english = _catalogue(CATALOGUE)[section]
    path = catalogue_of(language or _in_use())
    return {**english, **_catalogue(path).get(section, {})} if path != CATALOGUE else dict(english)


def language_in_use(language: str | Path | None = None) -> tuple[str, str]:
    """Say which language the interface speaks, and which way it runs.

    Args:
        language: The language's code or a catalogue's path; the language in use where it is left
            out.

    Returns:
        The code by which a browser knows the language, and ``"ltr"`` or ``"rtl"``.

    Raises:
        LanguageError: There is no catalogue for the language, or it cannot be read.
    """
    about = _catalogue(catalogue_of(language or _in_use()))[LANGUAGE_SECTION]
    return about["code"], about["direction"]


def counted(said: dict[str, str], entry: str, count: int) -> str:
    """Return the form of an entry that a count asks for, by the plural rules of Unicode's CLDR.

    Args:
        said: The words of a section, in the language in use.
        entry: The entry's name, without its plural form.
        count: The number.

    Returns:
        The text, its places not filled in.
    """
    category = _plural_category(language_in_use()[0], count)
    return said.get(f"{entry}_{category}", said[f"{entry}_other"])


def _plural_category(code: str, count: int) -> str:
    if code.partition("-")[0] == ENGLISH:
        return "one" if count == 1 else "other"
    # Whoever counts in another language builds a book, and Sphinx brings Babel.
    from babel import Locale

    return str(Locale.parse(code.partition("-")[0]).plural_form(count))


def _in_use() -> str:
    return _chosen.get("language") or os.environ.get(LANGUAGE_VARIABLE) or ENGLISH


def _catalogue(path: Path) -> MappingProxyType[str, dict[str, str]]:
    # A translator looks at what they have just saved.
    return _read(path, path.stat().st_mtime_ns)


@cache
def _read(path: Path, changed: int) -> MappingProxyType[str, dict[str, str]]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except UnicodeDecodeError as error:
        raise LanguageError(f"{path}:1: The catalogue is not in UTF-8. Save it so.") from error
    except json.JSONDecodeError as error:
        raise LanguageError(f"{path}:{error.lineno}: This is not JSON: {error.msg}.") from error
    sections = found.values() if isinstance(found, dict) else [None]
    if not all(
        isinstance(section, dict) and all(isinstance(text, str) for text in section.values())
        for section in sections
    ):
        raise LanguageError(
            f"{path}:1: A catalogue is made of sections, and a section of entries with their "
            f"texts. Begin with a copy of {CATALOGUE.name}."
        )
    about = found.get(LANGUAGE_SECTION, {})
    if not about.get("code") or about.get("direction") not in DIRECTIONS:
        raise LanguageError(
            f"{path}:1: The catalogue does not say its language. Begin it with "
            '"language": {"code": "ar", "name": "العربية", "direction": "rtl"}.'
        )
    return MappingProxyType(found)
