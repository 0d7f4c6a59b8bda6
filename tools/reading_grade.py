"""Report how hard the lessons are to read: words, minutes, and the grade of school they ask for.

The course aims at the grades 8 to 9. A report and no gate: a term that a lesson explains counts
as a hard word each time it is used. Two formulas, for the first counts syllables by where a word
can be hyphenated, which is too few, and so comes out about two grades low.
"""

import argparse
import re
import warnings
from pathlib import Path

import nbformat

with warnings.catch_warnings():
    # textstat finds its files in a way that is going out of use.
    warnings.simplefilter("ignore")
    import textstat

ROOT = Path(__file__).resolve().parent.parent
WORDS_A_MINUTE = 200


def prose_of(markdown: str) -> str:
    """Return what a reader reads of a Markdown text, each paragraph or list item a sentence.

    Args:
        markdown: The source.

    Returns:
        Plain text without citations, badges, pictures and the marks of Markdown.
    """
    text = re.sub(r"\{cite:p\}`[^`]*`|!\[[^\]]*\]\([^)]*\)|<[^>]+>", "", markdown)
    text = re.sub(r"\s*\[\w+\]\([^)]*how-sure\.md#\w+\)", "", text)
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    lines = (re.sub(r"^(#+|[-*]|\d+\.)\s+", "", line).strip() for line in text.splitlines())
    text = "\n".join(
        line if re.search(r"[.?!:;]\W*$", line) else f"{line}." for line in lines if line
    )
    return re.sub(r"\s+([.,;:?!])", r"\1", re.sub(r"[*_`]", "", text))


def lesson_prose(path: Path) -> str:
    """Return the prose of a notebook.

    Args:
        path: The notebook.
    """
    cells = nbformat.read(path, as_version=4).cells
    return "\n".join(prose_of(cell.source) for cell in cells if cell.cell_type == "markdown")


def main() -> None:
    """Print a line for each lesson."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.parse_args()
    textstat.set_lang("en_US")
    print(f"{'lesson':<28}{'words':>7}{'minutes':>9}{'Flesch-Kincaid':>16}{'automated':>11}")
    for path in sorted((ROOT / "notebooks").glob("*.ipynb")):
        prose = lesson_prose(path)
        words = len(prose.split())
        grades = textstat.flesch_kincaid_grade(prose), textstat.automated_readability_index(prose)
        minutes = words / WORDS_A_MINUTE
        print(f"{path.stem:<28}{words:>7,}{minutes:>9.0f}{grades[0]:>16.1f}{grades[1]:>11.1f}")


if __name__ == "__main__":
    main()
