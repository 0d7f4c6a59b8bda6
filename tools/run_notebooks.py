"""Run notebooks and store their outputs, without what would change from one run to the next.

A stored output names no widget model: the model's number is random, and it ends with the kernel.
What stays is the widget's static form, so a viewer without a kernel shows the worksheet.
"""

import argparse
import copy
import os
import time
from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient

ROOT = Path(__file__).resolve().parent.parent
NOTEBOOKS = ROOT / "notebooks"
KERNEL = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"
CELL_METADATA = {"jupyter", "tags"}
SECONDS = 60


def all_notebooks() -> list[Path]:
    """Return every notebook: the lessons, and those in the folders beneath."""
    return sorted(path for path in NOTEBOOKS.rglob("*.ipynb") if path.parent.name[0] != ".")


def cleaned(notebook: nbformat.NotebookNode) -> nbformat.NotebookNode:
    """Return a copy of a notebook without what differs from run to run or from editor to editor.

    Args:
        notebook: A notebook, run or not.

    Returns:
        The notebook with the words, outputs and cell ids as they are, and no other trace.
    """
    clean = copy.deepcopy(notebook)
    metadata = {"kernelspec": dict(KERNEL), "language_info": {"name": "python"}}
    if "lessonkit" in clean.metadata:
        metadata["lessonkit"] = clean.metadata["lessonkit"]
    clean.metadata = nbformat.from_dict(metadata)
    clean.nbformat_minor = 5
    runs = 0
    for cell in clean.cells:
        kept = {name: value for name, value in cell.metadata.items() if name in CELL_METADATA}
        cell.metadata = nbformat.from_dict(kept)
        if cell.cell_type == "code":
            runs += 1
            cell.execution_count = runs
            cell.outputs = [_cleaned_output(output, runs) for output in cell.outputs]
    return clean


def _cleaned_output(output: Any, run: int) -> Any:
    if "execution_count" in output:
        output.execution_count = run
    if "data" in output:
        output.data.pop(WIDGET_VIEW, None)
    return output


def as_text(notebook: nbformat.NotebookNode) -> str:
    """Return a notebook as its file should read: keys in order, one space of indent."""
    return nbformat.writes(notebook) + "\n"


def run(path: Path) -> bool:
    """Run a notebook in its own folder and store it clean.

    Args:
        path: The notebook's file, which is written only if it changes.

    Returns:
        Whether it changed.
    """
    notebook = nbformat.read(path, as_version=4)
    place = {"metadata": {"path": str(path.parent)}}
    NotebookClient(notebook, timeout=SECONDS, kernel_name=KERNEL["name"], resources=place).execute()
    return _store(path, as_text(cleaned(notebook)))


def _store(path: Path, text: str) -> bool:
    changed = path.read_text(encoding="utf-8") != text
    if changed:
        path.write_text(text, encoding="utf-8", newline="\n")
    return changed


def is_clean(path: Path) -> bool:
    """Tell whether a notebook's file is as this tool would store it, leaving its outputs aside."""
    text = path.read_text(encoding="utf-8")
    return text == as_text(cleaned(nbformat.reads(text, as_version=4)))


def main() -> int:
    """Run or check the notebooks that are named, or all, and return an exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("notebooks", nargs="*", type=Path, help="default: all of notebooks/")
    parser.add_argument("--check", action="store_true", help="name what is not clean; run nothing")
    arguments = parser.parse_args()
    # What is stored is for everyone, so nobody's remembered answers are taken up.
    os.environ["LESSONKIT_RESUME"] = "0"
    paths = arguments.notebooks or all_notebooks()
    if arguments.check:
        unclean = [path for path in paths if not is_clean(path)]
        for path in unclean:
            print(f"{path}: traces of an editor or of a run. Clean it with: make notebooks")
        return bool(unclean)
    for path in paths:
        started = time.monotonic()
        state = "stored" if run(path) else "unchanged"
        print(f"{path.name}: {state} after {time.monotonic() - started:.0f} s", flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
