"""Finds where scripts, modules and templates say entries of the catalogue. Reads texts, runs none.

A use is certain where an entry stands right in what says it, as in ``say("hint")``. Names that are
put together at run time are patterns: ``say(`status_${verdict}`)`` says each ``status_…``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

PACKAGE = Path(__file__).parent.parent
TOOLS = PACKAGE.parent / "tools"
"""What builds slides and the workbook, and is there in a clone of the project alone."""

_SAID = re.compile(r'\b(?:say|notify)\(\s*(?:"(\w+)"|`([^`]*)`)')
_TAKEN = re.compile(r"\bWORDS\.([a-z]\w*)")
_IN_TEMPLATE = re.compile(r"\b(?:lessonkit_words|lessonkit_search|said)\.(\w+)")
_TAKEN_AT_ONCE = re.compile(r"""\bwords\(["'](\w+)["']\)\[["'](\w+)["']\]""")
_KEPT = re.compile(r"""^ *(\w+)(?:, (\w+))? = words\("(\w+)"\)(?:, words\("(\w+)"\))?$""", re.M)
_NAME = re.compile(r"""["'`.]([a-z]+(?:_[a-z]+)*)\b""")
_WITH_A_HOLE = re.compile(r"""f?["'`]([a-z_]*(?:\$?\{[^{}]*\}[a-z_]*)+)["'`]""")
_HOLE = re.compile(r"\$?\{[^{}]*\}")
_GROUP = re.compile(r"^ *(_(?:late_)?parts|[A-Z_]+)\b[^=\n]*= \(([^()]*)\)", re.M)
_STEM = re.compile(r'^    _stem = "(\w+)"', re.M)
_PARENT = ("elements", "common")


@dataclass(frozen=True)
class Use:
    """A place that says an entry, or entries of a pattern."""

    path: Path
    line: int
    name: str
    sections: tuple[str, ...]
    """The sections in one of which the entry must be."""

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What the names of the entries match, without their plural forms."""
        return pattern_of(self.name)


@dataclass
class Uses:
    """What the sources say."""

    certain: list[Use] = field(default_factory=list)
    possible: dict[str, tuple[set[str], list[re.Pattern[str]]]] = field(default_factory=dict)
    """For each section the names, and the patterns of names, in the sources that may say it."""

    def may_say(self, section: str, entry: str) -> bool:
        """Tell whether some source may say an entry.

        Args:
            section: Its section.
            entry: Its name, without its plural form.
        """
        names, patterns = self.possible.get(section, (set(), []))
        return entry in names or any(pattern.fullmatch(entry) for pattern in patterns)


def pattern_of(name: str) -> re.Pattern[str]:
    """Return what a name matches, of which some letters are known at run time only."""
    return re.compile(r"\w+".join(map(re.escape, _HOLE.split(name))))


def find_uses(sections: set[str]) -> Uses:
    """Look through lessonkit, and the tools where they are there.

    Args:
        sections: The names of the catalogue's sections.
    """
    modules = _texts(PACKAGE, "*.py") | _texts(TOOLS, "*.py")
    scripts = _texts(PACKAGE / "static", "*.js", deep=False)
    templates = _texts(PACKAGE / "sphinx_ext" / "templates", "*.html") | _texts(TOOLS, "*.j2")
    uses = Uses()
    read: dict[Path, tuple[set[str], list[re.Pattern[str]]]] = {}
    by_section: dict[str, set[Path]] = {section: set() for section in sections}
    stems = {path.stem: path for path in scripts}
    said_by: dict[str, set[str]] = {}
    for group in _groups(modules):
        there = [stem for stem in group if stem in stems]
        for section in sections & set(there):
            by_section[section].update(stems[stem] for stem in there)
        for stem in there:
            said_by.setdefault(stem, set()).update(sections & set(there))
    for path, text in scripts.items():
        uses.certain += _in_script(path, text, tuple(sorted(said_by.get(path.stem, sections))))
    for path, text in modules.items():
        if "words" not in text:
            continue
        for section in sections.intersection(_NAME.findall(text)):
            by_section[section].add(path)
        if "words(" in text:
            uses.certain += _in_module(path, text)
    for path, text in templates.items():
        for found in _IN_TEMPLATE.finditer(text):
            uses.certain.append(Use(path, _line(text, found), found[1], tuple(sorted(sections))))
    texts = modules | scripts | templates
    for section, paths in by_section.items():
        names: set[str] = set()
        patterns: list[re.Pattern[str]] = []
        for path in [*paths, *templates]:
            if path not in read:
                read[path] = _possible(texts[path])
            names |= read[path][0]
            patterns += read[path][1]
        uses.possible[section] = names, patterns
    return uses


def _texts(folder: Path, ending: str, deep: bool = True) -> dict[Path, str]:
    found = folder.rglob(ending) if deep else folder.glob(ending)
    return {path: path.read_text(encoding="utf-8") for path in sorted(found)}


def _groups(modules: dict[Path, str]) -> Iterator[tuple[str, ...]]:
    """Yield the parts of each script, as the modules that put them together name them."""
    for text in modules.values():
        groups = list(_GROUP.finditer(text)) if " = (" in text else []
        if stem := _STEM.search(text):
            parts = [each[2] for each in groups if each[1].islower()]
            named = re.findall(r'"(\w+)"', "".join(parts))
            yield (*_PARENT, *named, stem[1])
        for each in groups:
            if each[1].isupper():
                yield tuple(re.findall(r'"(\w+)"', each[2]))


def _in_script(path: Path, text: str, sections: tuple[str, ...]) -> Iterator[Use]:
    for found in _SAID.finditer(text):
        yield Use(path, _line(text, found), found[1] or found[2], sections)
    for found in _TAKEN.finditer(text):
        if found[1] not in {"language", "direction"}:
            yield Use(path, _line(text, found), found[1], sections)


def _in_module(path: Path, text: str) -> Iterator[Use]:
    for found in _TAKEN_AT_ONCE.finditer(text):
        yield Use(path, _line(text, found), found[2], (found[1],))
    kept: dict[str, set[str]] = {}
    for first, second, section, further in _KEPT.findall(text):
        kept.setdefault(first, set()).add(section)
        if second:
            kept.setdefault(second, set()).add(further)
    for name, sections in kept.items():
        for found in re.finditer(rf"""\b{name}\[["'](\w+)["']\]""", text):
            yield Use(path, _line(text, found), found[1], tuple(sorted(sections)))


def _possible(text: str) -> tuple[set[str], list[re.Pattern[str]]]:
    holes = {each for each in _WITH_A_HOLE.findall(text) if len(_HOLE.sub("", each)) > 1}
    return set(_NAME.findall(text)), [pattern_of(each) for each in holes]


def _line(text: str, found: re.Match[str]) -> int:
    return text.count("\n", 0, found.start()) + 1
