"""Nothing is half there: widgets have all their files, decks are shown, words are said."""

import json
import re
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from run_notebooks import all_notebooks
from slides.page import SCRIPTS as SLIDES_SCRIPTS

import lessonkit
from lessonkit import widgets
from lessonkit.preview.page import SCRIPTS as ACTIVITY_SCRIPTS
from lessonkit.preview.window import SCRIPTS as WINDOW_SCRIPTS
from lessonkit.sphinx_ext.page_bundle import ANSWERS_PANEL, PROGRESS_MARKS, SCRIPTS
from lessonkit.words import CATALOGUE

PACKAGE = Path(lessonkit.__file__).parent
STATIC = PACKAGE / "static"
TEMPLATES = PACKAGE / "sphinx_ext" / "templates"
ROOT = PACKAGE.parent
OPENING, CLOSING = "([{", ")]}"


def stems() -> list[str]:
    """Return the names of the widgets' files."""
    found = (PACKAGE / "widgets").glob("[!_]*.py")
    return sorted(path.stem for path in found)


def class_name(stem: str) -> str:
    return stem.title().replace("_", "")


def front_end(stem: str) -> str:
    """Return the whole front end of a widget, without its words."""
    widget = getattr(widgets, class_name(stem))
    return str(widget._esm).partition("\n")[2]


def notebooks_code() -> str:
    """Return the code of all notebooks."""
    return "\n".join(
        "".join(cell["source"])
        for path in all_notebooks()
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]
        if cell["cell_type"] == "code"
    )


def sections_of(stem: str) -> list[str]:
    """Name the sections of the catalogue that a widget's front end says."""
    parts = getattr(widgets, class_name(stem))._parts
    return [name for name in ("elements", "common", *parts, stem) if name in catalogue()]


def python_code() -> dict[Path, str]:
    paths = [*PACKAGE.rglob("*.py"), *(ROOT / "tools").rglob("*.py")]
    return {path: path.read_text(encoding="utf-8") for path in sorted(paths)}


def joined(stems: Iterable[str]) -> str:
    """Return the parts of a script as the build puts them together."""
    return "\n".join(text_of(STATIC / f"{stem}.js") for stem in stems)


def template_words() -> set[str]:
    """Return every name in the templates: some of them are entries that they say."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(TEMPLATES.rglob("*.html"))]
    return set(re.findall(r"\w+", "\n".join(texts)))


def catalogue() -> dict[str, dict[str, str]]:
    return json.loads(CATALOGUE.read_text(encoding="utf-8"))


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def test_every_widget_is_whole():
    missing = []
    for stem in stems():
        name, css_class = class_name(stem), f"lk-{stem.replace('_', '-')}"
        script, style = STATIC / f"{stem}.js", STATIC / f"{stem}.css"
        widget = getattr(widgets, name, None)
        wanted = {
            f"{name} in lessonkit.widgets": name in widgets.__all__,
            f"{name} in lessonkit": name in lessonkit.__all__,
            f"class {name} with the stem {stem!r}": getattr(widget, "_stem", None) == stem,
            f"lessonkit/static/{script.name}": script.is_file(),
            f"lessonkit/static/{style.name}": style.is_file(),
            f"class {css_class} in its front end": css_class in front_end(stem),
            f"class .{css_class} in {style.name}": f".{css_class}" in text_of(style),
            f"section {stem!r} in lessonkit/words/{CATALOGUE.name}": stem in catalogue(),
            f"tests/widgets/test_{stem}.py": (ROOT / f"tests/widgets/test_{stem}.py").is_file(),
            f"notebook that shows a {name}": f"{name}(" in notebooks_code(),
        }
        missing += [f"{stem}: there is no {what}" for what, there in wanted.items() if not there]
    assert not missing, "\n".join(missing)


def test_the_parts_of_a_front_end_declare_every_name_once():
    declared = re.compile(r"^(?:async )?(?:function|const|let|class) (\w+)", re.MULTILINE)
    twice_there = {
        stem: sorted(found)
        for stem in stems()
        if (found := twice(declared.findall(getattr(widgets, class_name(stem))._esm)))
    }
    assert twice_there == {}


def test_every_front_end_file_is_used():
    used = {"elements", "common"}
    for stem in stems():
        used |= {stem, *getattr(widgets, class_name(stem))._parts}
    python = "\n".join(python_code().values())
    unused = [
        path.name
        for path in sorted(STATIC.iterdir())
        if path.suffix in (".js", ".css")
        and path.stem not in used
        and not re.search(rf"\b{path.stem}\b", python)
    ]
    assert not unused, "nothing uses " + ", ".join(unused)


def test_every_deck_is_shown_in_a_notebook():
    code = notebooks_code()
    decks = sorted((ROOT / "notebooks" / "activities").glob("*.y*ml"))
    unused = [path.name for path in decks if f"activities/{path.name}" not in code]
    assert decks
    assert not unused, "no notebook shows " + ", ".join(unused)


def test_every_word_is_said_and_everything_that_is_said_has_words():
    words, spoken_by_widgets, spoken_by_pages, problems = catalogue(), set(), set(), []
    for stem in stems():
        sections = sections_of(stem)
        spoken_by_widgets.update(sections)
        entries = [entry for section in sections for entry in words[section]]
        problems += [f"{stem}: {entry!r} has two texts" for entry in twice(entries)]
        problems += unspoken(
            stem, {e: t for name in sections for e, t in words[name].items()}, front_end(stem)
        )
    of_pages = dict.fromkeys((*SCRIPTS, *ANSWERS_PANEL, *PROGRESS_MARKS, *ACTIVITY_SCRIPTS))
    scripts_of = {
        "the page": tuple(of_pages),
        "the slides": SLIDES_SCRIPTS,
        "the preview": WINDOW_SCRIPTS,
    }
    for page, scripts in scripts_of.items():
        sections = [section for section in scripts if section in words]
        spoken_by_pages.update(sections)
        entries = [entry for section in sections for entry in words[section]]
        problems += [f"{page}: {entry!r} has two texts" for entry in twice(entries)]
        page_entries = {e: t for name in sections for e, t in words[name].items()}
        by_script = {e: t for e, t in page_entries.items() if e not in template_words()}
        problems += unspoken(page, by_script, joined(scripts), also=words["remembering"])
    for section in words.keys() - spoken_by_widgets - spoken_by_pages:
        problems += page_words(section, words[section])
    assert not problems, "\n".join(problems)


def twice(names: list[str]) -> set[str]:
    return {name for name in names if names.count(name) > 1}


def unspoken(
    stem: str, entries: dict[str, str], script: str, also: Collection[str] = ()
) -> Iterator[str]:
    """Find what does not fit between what a script says and its words.

    Args:
        stem: The name of the script.
        entries: Its words.
        script: What it is put together of.
        also: Entries that need not be said.
    """
    # An entry may reach `say` through a variable; one word alone is too common to tell.
    said = set(re.findall(r'"([a-z]+(?:_[a-z]+)+)"', script))
    for entry, values in spoken(script):
        for literal in re.findall(r'"([^"]*)"', entry):
            said.add(literal)
            yield from unsaid(stem, entries, literal, values)
        for template in re.findall(r"`([^`]*)`", entry):
            pattern = re.sub(r"\\\$\\\{.*?\\\}", "[a-z]+", re.escape(template))
            family = {name for name in entries if re.fullmatch(pattern, name)}
            said |= family
            if not family:
                yield f"{stem}: say(`{template}`) has no entry at all"
    for name in entries:
        if not {name, re.sub("_(one|other)$", "", name)} & {*said, *also}:
            yield f"{stem}: nothing says {name!r}"


def unsaid(stem: str, entries: dict[str, str], entry: str, values: str) -> Iterator[str]:
    """Find what is missing where an entry is said with some values, as far as the code shows it."""
    plain, plural = entry in entries, f"{entry}_one" in entries and f"{entry}_other" in entries
    # Values that come in a variable may hold anything.
    shown = not values or values.startswith("{")
    counted = re.search(r"\bcount\b", values) is not None
    if not plain and not plural:
        yield f"{stem}: say({entry!r}) has no entry"
    elif shown and plural and not counted:
        yield f"{stem}: say({entry!r}) has plural forms and gets no count"
    elif shown:
        for name in [entry] if plain else [f"{entry}_one", f"{entry}_other"]:
            for place in re.findall(r"\{(\w+)\}", entries[name]):
                if not re.search(rf"\b{place}\b", values):
                    yield f"{stem}: say({entry!r}) leaves {{{place}}} open"


def page_words(section: str, entries: dict[str, str]) -> Iterator[str]:
    """Find the words of a section that neither Python nor a script nor a template takes up."""
    reading = re.compile(rf"""["']{section}["']""")
    users = [text for text in python_code().values() if reading.search(text)]
    script = STATIC / f"{section}.js"
    said = set(re.findall(r"""["'](\w+)["']""", "\n".join(users)))
    said |= template_words()
    for start, end in re.findall(r"""\bf["']([a-z_]+_)\{[^}]+\}([a-z_]*)["']""", "\n".join(users)):
        said |= {name for name in entries if re.fullmatch(rf"{start}[a-z_]+{end}", name)}
    if script.is_file():
        said |= set(re.findall(r"\bwords\.(\w+)", script.read_text(encoding="utf-8")))
    if not users:
        yield f"{section}: nothing reads this section"
    yield from (f"{section}: nothing says {name!r}" for name in entries if name not in said)


def spoken(script: str) -> Iterator[tuple[str, str]]:
    """Find each call of `say` or `notify`: the text of its first argument, and of the second."""
    for call in re.finditer(r"(?<!function )\b(?:say|notify)\(", script):
        arguments, start, depth, quote = [], call.end(), 0, ""
        for end in range(start, len(script)):
            character = script[end]
            if quote:
                quote = "" if character == quote else quote
            elif character in "\"'`":
                quote = character
            elif character in OPENING:
                depth += 1
            elif depth and character in CLOSING:
                depth -= 1
            elif depth == 0 and character in ",)":
                arguments.append(script[start:end].strip())
                start = end + 1
                if character == ")":
                    break
        yield arguments[0], arguments[1] if len(arguments) > 1 else ""
