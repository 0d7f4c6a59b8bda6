"""Imports run one way, and `import lessonkit` stays light."""

import ast
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import lessonkit

PACKAGE = Path(lessonkit.__file__).parent
NOTEBOOKS = PACKAGE.parent / "notebooks"
MAY_IMPORT = {
    "lessonkit": {"activities", "progress", "widgets", "words"},
    "activities": set(),
    "progress": set(),
    "words": {"activities"},
    "scoring": {"activities"},
    "share_code": {"activities"},
    "group": {"activities", "scoring", "share_code", "words"},
    "worksheets": {"activities", "words"},
    "widgets": {"activities", "group", "progress", "scoring", "words", "worksheets"},
    "paper": {"activities", "scoring", "words", "worksheets"},
    "checks": {"lessonkit", "activities", "words"},
    "tables": {"activities"},
    "cli": {
        "lessonkit",
        "activities",
        "checks",
        "group",
        "paper",
        "preview",
        "scoring",
        "starters",
        "tables",
    },
    "preview": {"lessonkit", "activities", "checks", "sphinx_ext", "widgets", "words"},
    "starters": {"lessonkit", "activities"},
    "sphinx_ext": {
        "lessonkit",
        "activities",
        "paper",
        "scoring",
        "words",
        "worksheets",
        "widgets",
    },
}
"""For each part of the package, the other parts that it may import."""

HEAVY = {
    "click",
    "matplotlib",
    "jupyter_book",
    "myst_nb",
    "openpyxl",
    "pandas",
    "playwright",
    "pydantic",
    "yaml",
    "sphinx",
}
"""What a reader who only shows a widget must not wait for."""


def part_of(module: str) -> str:
    """Return the part of the package to which a module, or a name in it, belongs."""
    part = module.split(".")[1] if "." in module else "lessonkit"
    return part if (PACKAGE / part).is_dir() or (PACKAGE / f"{part}.py").is_file() else "lessonkit"


def module_of(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports_of(source: str, package: str = "") -> Iterator[tuple[int, str, str]]:
    """Find what a text imports, anywhere in it: the line, the module, and the module or name."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: 1 - node.level or None] if node.level else []
            module = ".".join([*above, *filter(None, [node.module])])
            yield from ((node.lineno, module, f"{module}.{alias.name}") for alias in node.names)


def python_files() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def test_every_part_of_the_package_has_its_place_in_the_order():
    parts = {part_of(module_of(path)) for path in python_files()}
    assert parts == set(MAY_IMPORT), "say in MAY_IMPORT what each part may import"


def test_imports_run_one_way():
    wrong = []
    for path in python_files():
        module = module_of(path)
        package = module if path.name == "__init__.py" else module.rpartition(".")[0]
        own = part_of(module)
        for line, _, imported in imports_of(path.read_text(encoding="utf-8"), package):
            if imported.split(".")[0] != "lessonkit":
                continue
            other = part_of(imported)
            if other != own and other not in MAY_IMPORT.get(own, set()):
                wrong.append(f"{path.relative_to(PACKAGE.parent)}:{line}: {own} imports {imported}")
    assert not wrong, "\n".join(wrong)


def test_the_order_of_the_parts_has_no_circle():
    settled: set[str] = set()
    while ready := {part for part, needs in MAY_IMPORT.items() if needs <= settled} - settled:
        settled |= ready
    assert settled == set(MAY_IMPORT)


def test_notebooks_import_only_lessonkit():
    wrong = []
    for path in sorted(NOTEBOOKS.rglob("*.ipynb")):
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
            if cell["cell_type"] == "code":
                found = imports_of("".join(cell["source"]))
                others = (name for _, name, _ in found if name.split(".")[0] != "lessonkit")
                wrong += [f"{path.name}: {name}" for name in others]
    assert not wrong, "\n".join(wrong)


def test_importing_lessonkit_imports_nothing_heavy():
    code = "from lessonkit import *; import sys; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not HEAVY & set(run.stdout.split())


def test_a_command_waits_for_no_widget():
    code = "import lessonkit.cli.main, sys; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"anywidget", "ipywidgets", "IPython", "pydantic"} & set(run.stdout.split())


def test_the_public_names_are_all_there():
    assert [name for name in lessonkit.__all__ if not hasattr(lessonkit, name)] == []
