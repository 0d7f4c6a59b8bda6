"""Checks the catalogues of words: against what says them, and each translation against English."""

import difflib
import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from lessonkit.activities.problems import Problem
from lessonkit.words import CATALOGUE, DIRECTIONS, LANGUAGE_SECTION
from lessonkit.words.catalogue_uses import TOOLS, Use, Uses, find_uses

PLURAL = re.compile(r"(.+)_(zero|one|two|few|many|other)")
_ENGLISH_FORMS = ("one", "other")
_NEATNESS: dict[str, Callable[[str], bool]] = {
    "white space at an end": lambda text: text != text.strip(),
    "two spaces": lambda text: "  " in text,
    "markup": lambda text: "<" in text or "&" in text,
    "a straight quotation mark": lambda text: '"' in text,
    "three dots for an ellipsis": lambda text: "..." in text,
    "a brace that opens or closes no place": lambda text: (
        "{" in (rest := re.sub(r"\{\w+\}", "", text)) or "}" in rest
    ),
}


@dataclass(frozen=True)
class _Catalogue:
    """A catalogue as its file has it."""

    path: Path
    text: str
    entries: list[tuple[str, str, object]]
    """Of each entry its section, its name and its text; one that is given twice is there twice."""

    @cached_property
    def texts(self) -> dict[tuple[str, str], str]:
        return {
            (section, name): text
            for section, name, text in self.entries
            if isinstance(text, str) and section != LANGUAGE_SECTION
        }

    def line(self, section: str, name: str = "") -> int:
        """Return the line of an entry; of its section where the entry is not there."""
        found = re.search(rf'"{re.escape(section)}"\s*:\s*\{{', self.text)
        start = found.start() if found else 0
        entry = re.compile(rf'"{re.escape(name)}"\s*:').search(self.text, start) if name else None
        return self.text.count("\n", 0, entry.start() if entry else start) + 1

    def problem(self, at: tuple[str, str], what: str, rule: str, found: str, fix: str) -> Problem:
        return Problem(_shown(self.path), self.line(*at), what, rule, found, fix)


def problems(folder: Path = CATALOGUE.parent, own: Iterable[Path] = ()) -> list[Problem]:
    """Check every catalogue.

    Args:
        folder: The folder of the catalogues, with ``en.json`` in it.
        own: Further catalogues, wherever they are.

    Returns:
        The problems, those of English first: an entry that something says and that is not there,
        one that nothing says, one whose text cannot be shown as it is; and of each translation
        what it lacks, what it has too much, and places to fill in that differ.
    """
    try:
        english = _read(folder / CATALOGUE.name)
    except json.JSONDecodeError as error:
        return [_not_json(folder / CATALOGUE.name, error)]
    found = [*_of_entries(english), *_of_plurals(english), *_of_uses(english)]
    others = sorted(set(folder.glob("*.json")) - {english.path})
    for path in [*others, *own]:
        try:
            translation = _read(path)
        except json.JSONDecodeError as error:
            found.append(_not_json(path, error))
            continue
        found += _of_entries(translation)
        found += _of_translation(translation, english)
    return found


def _read(path: Path) -> _Catalogue:
    text = path.read_text(encoding="utf-8")
    found = json.loads(text, object_pairs_hook=list)
    entries: list[tuple[str, str, object]] = []
    for section, named in found if isinstance(found, list) else []:
        is_section = isinstance(named, list) and all(isinstance(each, tuple) for each in named)
        entries += [(section, *each) for each in named] if is_section else [(section, "", named)]
    return _Catalogue(path, text, entries)


def _not_json(path: Path, error: json.JSONDecodeError) -> Problem:
    return Problem(
        _shown(path),
        error.lineno,
        "the catalogue cannot be read",
        "a catalogue is JSON",
        error.msg,
        "put the comma, bracket or quotation mark right that is missing here",
    )


def _shown(path: Path) -> str:
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)


def _of_entries(catalogue: _Catalogue) -> Iterator[Problem]:
    """Look at each entry by itself."""
    seen: set[tuple[str, str]] = set()
    for section, name, text in catalogue.entries:
        at, called = (section, name), f"{section}.{name}"
        if not isinstance(text, str):
            yield catalogue.problem(
                at,
                f"the entry {called} is no text",
                "a catalogue has sections, and a section has names with their texts",
                type(text).__name__,
                "write a text between quotation marks",
            )
            continue
        if at in seen:
            yield catalogue.problem(
                at,
                f"the entry {called} is given twice",
                "each entry has a name of its own in its section",
                repr(text),
                "remove one of them, or name it otherwise",
            )
        seen.add(at)
        if not re.fullmatch(r"[a-z]+(_[a-z]+)*", name):
            yield catalogue.problem(
                at,
                f"the name of the entry {called} is not in snake_case",
                "names are made of small letters and underscores",
                repr(name),
                "rename it, here and where it is said",
            )
        for what in (what for what, is_there in _NEATNESS.items() if is_there(text)):
            yield catalogue.problem(
                at,
                f"the text of {called} has {what}",
                "texts are plain, and written as they are to be read",
                repr(text),
                "write it without",
            )
    about = {name: text for section, name, text in catalogue.entries if section == LANGUAGE_SECTION}
    if not about.get("code") or about.get("direction") not in DIRECTIONS:
        yield catalogue.problem(
            (LANGUAGE_SECTION, "direction"),
            "the catalogue does not say its language",
            'its section "language" has a "code", and a "direction", which is ltr or rtl',
            json.dumps(about, ensure_ascii=False),
            "add them",
        )


def _places(text: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", text))


def _plurals(catalogue: _Catalogue) -> dict[tuple[str, str], set[str]]:
    """Return the plural forms of each entry that has any, by section and name without the form."""
    found: dict[tuple[str, str], set[str]] = {}
    for section, name in catalogue.texts:
        if form := PLURAL.fullmatch(name):
            found.setdefault((section, form[1]), set()).add(form[2])
    return found


def _of_plurals(english: _Catalogue) -> Iterator[Problem]:
    texts = english.texts
    for (section, name), forms in _plurals(english).items():
        at = (section, f"{name}_{min(forms)}")
        called = f"{section}.{name}"
        if forms != set(_ENGLISH_FORMS):
            yield english.problem(
                at,
                f"the plural {called} has not the forms of English",
                "an entry with a plural has the forms _one and _other",
                ", ".join(f"_{form}" for form in sorted(forms)),
                f"write {name}_one and {name}_other",
            )
            continue
        one, other = (texts[section, f"{name}_{form}"] for form in _ENGLISH_FORMS)
        if _places(one) != _places(other) or "count" not in _places(one):
            yield english.problem(
                at,
                f"the plural forms of {called} differ in their places, or lack {{count}}",
                "all forms of a plural have the same places, and {count} among them",
                f"{one!r} and {other!r}",
                "write the same places in both",
            )
        if (section, name) in texts:
            yield english.problem(
                (section, name),
                f"the entry {called} stands beside its own plural forms",
                "an entry has either one text or plural forms",
                repr(texts[section, name]),
                "remove it, or rename it",
            )


def _of_uses(english: _Catalogue) -> Iterator[Problem]:
    by_section: dict[str, set[str]] = {}
    forms = _plurals(english)
    for section, name in english.texts:
        form = PLURAL.fullmatch(name)
        plain = form[1] if form and (section, form[1]) in forms else name
        by_section.setdefault(section, set()).update((plain, name))
    uses = find_uses(set(by_section))
    for use in uses.certain:
        known = set().union(*(by_section.get(section, set()) for section in use.sections))
        if use.name not in known and not any(map(use.pattern.fullmatch, known)):
            yield _missing(use, known)
    # Slides and the workbook say words, too, and what makes them is not part of the package.
    if TOOLS.is_dir():
        yield from _unused(english, uses)


def _missing(use: Use, known: set[str]) -> Problem:
    near = difflib.get_close_matches(use.name, known, n=1)
    return Problem(
        _shown(use.path),
        use.line,
        f"the entry {use.name} is said and is not in the catalogue",
        "every word that the interface says is in lessonkit/words/en.json",
        repr(use.name),
        (f"did you mean {near[0]!r}? Otherwise add" if near else "add")
        + f" the entry to one of the sections {', '.join(use.sections)}",
    )


def _unused(english: _Catalogue, uses: Uses) -> Iterator[Problem]:
    forms = _plurals(english)
    for section, name in english.texts:
        form = PLURAL.fullmatch(name)
        plain = form[1] if form and (section, form[1]) in forms else name
        if not uses.may_say(section, name) and not uses.may_say(section, plain):
            yield english.problem(
                (section, name),
                f"nothing says the entry {section}.{name}",
                "the catalogue holds what the interface says, and no more",
                repr(english.texts[section, name]),
                "remove it, here and from the translations, or say it",
            )


def _of_translation(translation: _Catalogue, english: _Catalogue) -> Iterator[Problem]:
    ours, theirs, plurals = english.texts, translation.texts, _plurals(english)
    code = next((str(text) for section, name, text in translation.entries
                 if (section, name) == (LANGUAGE_SECTION, "code")), "")  # fmt: skip
    wanted = {at for at in ours if not _plain(at, plurals)}
    for (section, name), english_forms in plurals.items():
        needed = _forms_of(code) or english_forms
        wanted |= {(section, f"{name}_{form}") for form in needed}
    for section, name in sorted(wanted - theirs.keys()):
        yield translation.problem(
            (section, ""),
            f"the entry {section}.{name} is missing",
            "a translation has every entry, and every plural form of its language; what it lacks "
            "is said in English",
            repr(
                ours.get((section, name))
                or ours[section, f"{_plain((section, name), plurals)}_other"]
            ),
            "add it",
        )
    for at, text in theirs.items():
        section, name = at
        plain = _plain(at, plurals)
        source = ours.get(at, ours[section, f"{plain}_other"] if plain else None)
        if at not in wanted or source is None:
            yield translation.problem(
                at,
                f"the entry {section}.{name} is not in the English catalogue",
                "a translation has the entries that English has",
                repr(text),
                "remove it, or put its name right",
            )
        elif not _fits(_places(text), _places(source or ""), plain is not None):
            yield translation.problem(
                at,
                f"the places to fill in of {section}.{name} differ from the English ones",
                "a place such as {name} stays as it is",
                f"{text!r}, in English {source!r}",
                "write the same places",
            )


def _plain(at: tuple[str, str], plurals: dict[tuple[str, str], set[str]]) -> str | None:
    """Return an entry's name without its plural form, if it is a form of a plural."""
    form = PLURAL.fullmatch(at[1])
    return form[1] if form and (at[0], form[1]) in plurals else None


def _fits(places: set[str], wanted: set[str], is_plural: bool) -> bool:
    # A form for one or two may say the number as a word.
    return places == wanted or (is_plural and places | {"count"} == wanted)


def _forms_of(code: str) -> set[str]:
    """Return the plural forms of a language, if what knows them is installed: Sphinx brings it."""
    try:
        from babel import Locale, UnknownLocaleError
    except ImportError:
        return set()
    try:
        return {*Locale.parse(code.partition("-")[0]).plural_form.tags, "other"}
    except (UnknownLocaleError, ValueError):
        return set()
