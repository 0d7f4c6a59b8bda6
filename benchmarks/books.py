"""Make and build the books that are measured: ours, and a stock one with its two exercises.

All have the same few words around the same cards, drawn from the project's own deck.
"""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import nbformat
import yaml
from cdn import tool

from lessonkit.activities import Card, SortingActivity, load_activity
from lessonkit.scoring import draw_rounds

ROOT = Path(__file__).parent.parent
DECK = ROOT / "notebooks" / "activities" / "intimacy-or-passion.yaml"
FEW, MANY = 12, 500

_STOCK = {"title": "A stock book", "execute": {"execute_notebooks": "force"}}
_IMPORT = "from lessonkit import SortingExercise"
_KERNEL = {"name": "python3", "display_name": "Python 3", "language": "python"}


def build_project() -> Path:
    """Build the project's own book, unless it is current.

    Returns:
        The folder of its pages.
    """
    done = subprocess.run([sys.executable, ROOT / "tools" / "build_book.py"], cwd=ROOT)
    if done.returncode:
        raise SystemExit("benchmarks: the project's own book did not build.")
    return ROOT / "_build" / "html"


def build_ours(folder: Path) -> Path:
    """Build a book of ours: one page with 12 cards, one with 500, one with most of the 500 placed.

    Args:
        folder: Where to make it.

    Returns:
        The folder of its pages.
    """
    many = f'SortingExercise("deck-{MANY}.yaml", cards={MANY})'
    placed = (
        f"exercise = {many}\n"
        "deck = {card.id: card.category for card in exercise.deck.cards}\n"
        f"exercise.placements = {{card: deck[card] for card in exercise.card_ids[:-{FEW}]}}\n"
        "exercise"
    )
    pages = {
        "few": f'SortingExercise("deck-{FEW}.yaml")',
        "many": many,
        "many-placed": placed,
    }
    _empty(folder)
    for number in (FEW, MANY):
        _write(folder / f"deck-{number}.yaml", _deck(number).model_dump(exclude_none=True))
    config = _STOCK | {"title": "A book of ours", "sphinx": _project_config()["sphinx"]}
    return _book(folder, config, {name: f"{_IMPORT}\n{code}" for name, code in pages.items()})


def build_stock(folder: Path) -> Path:
    """Build a stock book: our widget shown by the stock widget manager, and jupyterquiz.

    Args:
        folder: Where to make it.

    Returns:
        The folder of its pages.
    """
    deck = _deck(FEW)
    _empty(folder)
    _write(folder / f"deck-{FEW}.yaml", deck.model_dump(exclude_none=True))
    _write(folder / "questions.json", _questions(deck))
    quiz = (
        "import json\nfrom pathlib import Path\nfrom jupyterquiz import display_quiz\n"
        'display_quiz(json.loads(Path("questions.json").read_text()))'
    )
    widget = f'{_IMPORT}\nSortingExercise("deck-{FEW}.yaml")'
    return _book(folder, _STOCK, {"widget": widget, "quiz": quiz})


def _project_config() -> dict[str, Any]:
    config = yaml.safe_load((ROOT / "_config.yml").read_text(encoding="utf-8"))
    assert isinstance(config, dict)
    return config


def _deck(number: int) -> SortingActivity:
    """Return the project's deck cut, or repeated, to so many cards."""
    deck = load_activity(DECK)
    ids = draw_rounds(deck, FEW, seed=0)[0]
    first = [deck.card(card_id) for card_id in ids]
    others = [card for card in deck.cards if card.id not in ids]
    bank = [*first, *others]
    cards = [_copy(bank[index % len(bank)], index // len(bank)) for index in range(number)]
    return deck.model_copy(update={"cards": tuple(cards)})


def _copy(card: Card, turn: int) -> Card:
    """Return a card as it is used the first time, the second time and so on."""
    if turn == 0:
        return card.model_copy(update={"variant_of": None})
    text = f"{card.text} ({turn})"
    return card.model_copy(update={"id": f"{card.id}-{turn}", "text": text, "variant_of": None})


def _questions(deck: SortingActivity) -> list[dict[str, Any]]:
    """Return the cards of a deck as jupyterquiz wants its questions."""
    return [
        {
            "question": f"{deck.prompt} {card.text}",
            "type": "multiple_choice",
            "answers": [
                {
                    "answer": category.label,
                    "correct": category.id == card.category,
                    "feedback": card.reason,
                }
                for category in deck.categories
            ],
        }
        for card in deck.cards
    ]


def _book(folder: Path, config: dict[str, Any], pages: dict[str, str]) -> Path:
    _write(folder / "_config.yml", config)
    chapters = [{"file": name} for name in pages]
    _write(folder / "_toc.yml", {"format": "jb-book", "root": "index", "chapters": chapters})
    (folder / "index.md").write_text("# Welcome\n\nThe pages follow.\n", encoding="utf-8")
    for name, code in pages.items():
        notebook = nbformat.v4.new_notebook(metadata={"kernelspec": _KERNEL})
        words = nbformat.v4.new_markdown_cell("# One exercise\n\nSort the cards.\n", id="words")
        cell = nbformat.v4.new_code_cell(code, id="exercise", metadata={"tags": ["remove-input"]})
        notebook.cells = [words, cell]
        nbformat.write(notebook, folder / f"{name}.ipynb")
    return _build(folder)


def _build(folder: Path) -> Path:
    print(f"building {folder.name} ...", flush=True)
    command = [sys.executable, tool("jupyter-book"), "build", str(folder)]
    done = subprocess.run(command, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if done.returncode:
        raise SystemExit(f"{done.stdout}\nbenchmarks: {folder} did not build.")
    return folder / "_build" / "html"


def _empty(folder: Path) -> None:
    """Make a folder anew, so that nothing of an older build is measured."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)


def _write(path: Path, content: object) -> None:
    """Write data to a file. JSON is YAML too, so this serves for both."""
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")
