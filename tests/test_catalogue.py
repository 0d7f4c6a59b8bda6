"""Nothing is half there: widgets have all their files, and decks are shown."""

import json
import re
from pathlib import Path

from run_notebooks import all_notebooks

import lessonkit
from lessonkit import widgets
from lessonkit.words import CATALOGUE, has_words

PACKAGE = Path(lessonkit.__file__).parent
STATIC = PACKAGE / "static"
ROOT = PACKAGE.parent


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


def twice(names: list[str]) -> set[str]:
    return {name for name in names if names.count(name) > 1}


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
            f"section {stem!r} in lessonkit/words/{CATALOGUE.name}": has_words(stem),
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
        widget = getattr(widgets, class_name(stem))
        used |= {stem, *widget._parts, *widget._late_parts}
    files = (*PACKAGE.rglob("*.py"), *(ROOT / "tools").rglob("*.py"))
    python = "\n".join(path.read_text(encoding="utf-8") for path in files)
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
