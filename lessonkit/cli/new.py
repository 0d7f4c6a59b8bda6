"""``lessonkit new``: files to start from."""

from pathlib import Path

import click

from lessonkit.cli.outcome import Failure
from lessonkit.starters.activity_file import activities_folder, checked_title, new_activity
from lessonkit.starters.book_folder import DECK, new_book
from lessonkit.starters.names import StarterError, title_of
from lessonkit.starters.notebook_file import folder_for_notebook, new_notebook

KINDS = {
    "deck": ("sorting", "cards to sort into places, with a reason for each"),
    "quick-check": ("quick-check", "questions with options, and a reason for every option"),
    "card-explorer": ("card-explorer", "cards to open one by one, in any order"),
    "comfort-map": ("comfort-map", "items that learners mark for themselves"),
    "dialogue": ("dialogue", "a conversation that branches"),
    "reflection": ("reflection", "questions to write about in private"),
    "sentence-builder": ("sentence-builder", "a sentence to put together, part by part"),
    "opinion-scale": ("opinion-scale", "statements to take a stand on, before and after"),
    "evidence-plot": ("evidence-plot", "numbers from studies, with how sure they are"),
    "planner": ("planner", "small acts to place in a week"),
    "my-course": ("my-course", "the whole course: what is done, and what is left"),
}
"""What an author calls each kind of activity, with its ``type`` and what it is."""

_HELP = """Begin an activity, a notebook or a book, with an example to change.

An activity can be played at once, and its notes say what every line is for. Nothing that is there
already is overwritten.

\b
Examples:
  lessonkit new deck "Kinds of rock"
  lessonkit new quick-check kitchen --title "Safe in the kitchen"
  lessonkit new notebook 01_rocks --activity activities/kinds-of-rock.yaml
  lessonkit new book geology --title "Under our feet"
"""
_ACTIVITY_HELP = """Begin {article} {word}: {what}.

It is written to NAME.yaml, with NAME in small letters and hyphens, in the folder activities where
there is one, or notebooks/activities, or else here.

\b
Examples:
  lessonkit new {word} {example}
  lessonkit new {word} {example} --title "What learners read"
  lessonkit new {word} {example} --folder activities
"""
_NOTEBOOK_HELP = """Begin a notebook that shows one activity or several.

What they show is stored in it, so that it can be read at once, and run in JupyterLab.

\b
Examples:
  lessonkit new notebook 01_rocks --activity activities/kinds-of-rock.yaml
  lessonkit new notebook 02_fossils --title Fossils --activity a.yaml --activity b.yaml
"""
_BOOK_HELP = """Begin a book: a folder NAME with a deck, a notebook and all that Jupyter Book needs.

\b
Examples:
  lessonkit new book geology
  lessonkit new book geology --title "Under our feet" --folder courses
"""
_FOLDER = click.Path(path_type=Path, file_okay=False)


@click.group(help=_HELP, short_help="Begin an activity, a notebook or a book.")
def new() -> None:
    """Hold the commands together."""


def _activity_command(word: str, kind: str, what: str) -> click.Command:
    article = "an" if word[0] in "aeiou" else "a"
    example = "my-course" if kind == "my-course" else "my-first"
    text = _ACTIVITY_HELP.format(article=article, word=word, what=what, example=example)

    @click.command(name=word, help=text, short_help=f"{what[0].upper()}{what[1:]}.")
    @click.argument("name")
    @click.option("--title", help="The heading that learners read.  [default: made from NAME]")
    @click.option("--folder", type=_FOLDER, help="Where to put it.  [default: see above]")
    def command(name: str, title: str | None, folder: Path | None) -> None:
        """Write the activity, and say what to do next."""
        try:
            path = new_activity(kind, name, title, folder or activities_folder(Path()))
        except StarterError as error:
            raise Failure(str(error)) from None
        _tell_of_activity(path)

    return command


for _word, (_kind, _what) in KINDS.items():
    new.add_command(_activity_command(_word, _kind, _what))


@new.command(help=_NOTEBOOK_HELP, short_help="A notebook that shows activities.")
@click.argument("name")
@click.option(
    "--activity",
    "activities",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    required=True,
    multiple=True,
    metavar="FILE",
    help="The activity to show; may be given several times.",
)
@click.option("--title", help="Its heading.  [default: made from NAME]")
@click.option(
    "--folder", type=_FOLDER, help="Where to put it.  [default: beside the folder activities]"
)
def notebook(
    name: str, activities: tuple[Path, ...], title: str | None, folder: Path | None
) -> None:
    """Write the notebook, and say what to do next."""
    try:
        heading = checked_title(title or title_of(name.removesuffix(".ipynb")))
        place = folder or folder_for_notebook(activities[0])
        path = new_notebook(name, heading, activities, place)
    except StarterError as error:
        raise Failure(str(error)) from None
    click.echo(f"{path}: written.\n")
    click.echo("Next:")
    click.echo(f"  jupyter lab {_word_of(path)}")
    click.echo(f"  lessonkit check {_word_of(path)}")
    click.echo(f"In a book, its line in _toc.yml is:\n  - file: {path.stem}")


@new.command(help=_BOOK_HELP, short_help="A book with a deck and a notebook.")
@click.argument("name")
@click.option("--title", help="The title that readers see.  [default: made from NAME]")
@click.option("--folder", type=_FOLDER, help="Where to put its folder.  [default: here]")
def book(name: str, title: str | None, folder: Path | None) -> None:
    """Write the book's folder, and say what to do next."""
    try:
        path = new_book(name, title, folder or Path())
    except StarterError as error:
        raise Failure(str(error)) from None
    click.echo(f"{path}: written. Its README.md says what is where.\n")
    click.echo("Next:")
    click.echo(f"  cd {_word_of(path)}")
    click.echo(f"  lessonkit preview activities/{DECK}.yaml")
    click.echo("  lessonkit check .")
    click.echo("  jupyter-book build . --warningiserror")


def _tell_of_activity(path: Path) -> None:
    from lessonkit.activities import load_activity

    widget = load_activity(path).widget
    click.echo(f"{path}: written, with an example to change.\n")
    click.echo("Next:")
    click.echo(f"  lessonkit preview {_word_of(path)}")
    click.echo(f"  lessonkit check {_word_of(path)}")
    shown = path.relative_to(folder_for_notebook(path)).as_posix()
    click.echo("To show it in a notebook, write these two lines in a cell of their own:")
    click.echo(f'  from lessonkit import {widget}\n  {widget}("{shown}")')


def _word_of(path: Path) -> str:
    """Return a path as one word of a command line."""
    return f'"{path}"' if " " in str(path) else str(path)
