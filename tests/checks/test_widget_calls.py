"""Which calls are those of our widgets, and what their arguments mean, without running anything."""

import ast

import pytest

from lessonkit.checks.arguments import wrong_arguments
from lessonkit.checks.notebook_cells import CodeCell
from lessonkit.checks.widget_calls import NotebookCode, read_code
from lessonkit.checks.widget_classes import widget_class

IMPORT = "from lessonkit import QuickCheck, SortingExercise\n"


def code_of(*sources: str) -> NotebookCode:
    cells = [CodeCell(each, list(range(1, each.count("\n") + 2)), False) for each in sources]
    return read_code("x.ipynb", cells)


@pytest.mark.parametrize(
    "source",
    [
        "from lessonkit import QuickCheck\nQuickCheck('a.yaml')",
        "from lessonkit import QuickCheck as Questions\nshown = Questions('a.yaml')",
        "from lessonkit.widgets import QuickCheck\ndisplay(QuickCheck('a.yaml'))",
        "from lessonkit import *\nQuickCheck('a.yaml')",
        "import lessonkit\nlessonkit.QuickCheck('a.yaml')",
        "import lessonkit.widgets\nlessonkit.widgets.QuickCheck('a.yaml')",
        "import lessonkit as kit\nkit.QuickCheck(activity='a.yaml')",
        "from lessonkit import QuickCheck\nif True:\n    [QuickCheck('a.yaml') for _ in 'a']",
        "from lessonkit import QuickCheck\nawait f(QuickCheck('a.yaml'))",
        "%matplotlib inline\nfrom lessonkit import QuickCheck\nfiles = !ls\nQuickCheck('a.yaml')",
        "%%time\nfrom lessonkit import QuickCheck\nQuickCheck?\nQuickCheck('a.yaml')",
    ],
)
def test_a_call_is_found_however_it_is_written(source: str) -> None:
    code = code_of(source)
    assert [call.widget for call in code.calls] == ["QuickCheck"] and not code.problems


@pytest.mark.parametrize(
    "source",
    [
        "class QuickCheck: ...\nQuickCheck('a.yaml')",
        "from elsewhere import QuickCheck\nQuickCheck('a.yaml')",
        "from elsewhere import *\nimport other\nother.QuickCheck('a.yaml')",
        "# QuickCheck('a.yaml')",
        "%%html\n<p>QuickCheck('a.yaml'",
        "'QuickCheck(1)'",
    ],
)
def test_what_is_not_ours_is_let_alone(source: str) -> None:
    code = code_of(source)
    assert not code.calls and not code.problems


@pytest.mark.parametrize(
    ("argument", "path"),
    [
        ("'a.yaml'", "a.yaml"),
        ("Path('a.yaml')", "a.yaml"),
        ("load_activity(pathlib.Path(deck))", "deck.yaml"),
        ("deck", "deck.yaml"),
        ("twice", None),
        ("folder / 'a.yaml'", None),
        ("f'{folder}/a.yaml'", None),
        ("open('a.yaml')", None),
        ("5", None),
    ],
)
def test_a_path_is_told_where_no_running_is_needed(argument: str, path: str | None) -> None:
    names = "deck = 'deck.yaml'\ntwice = 'a.yaml'\ntwice = 'b.yaml'"
    code = code_of(IMPORT + names, f"QuickCheck({argument})")
    assert code.path_of(code.calls[0].node.args[0]) == path


def test_what_a_name_means_may_stand_in_a_later_cell() -> None:
    code = code_of("QuickCheck(deck)", IMPORT + "deck = 'a.yaml'")
    assert not code.problems and code.path_of(code.calls[0].node.args[0]) == "a.yaml"


def told(call: str) -> list[str]:
    node = ast.parse(call, mode="eval").body
    assert isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    return [
        f"{each.what}. {each.fix}" for each in wrong_arguments(node, widget_class(node.func.id))
    ]


@pytest.mark.parametrize(
    "call",
    [
        "SortingExercise('a', cards=8, mode='check', seed=3, key='k')",
        "SortingExercise('a', cards=None, mode=None, key=None)",
        "SortingExercise('a', cards='pairs')",
        "SortingExercise('a', cards=('x', 'y'), layout={})",
        "SortingExercise('a', cards=number, mode=modes[0], **more)",
        "SortingExercise(*all_of_it)",
        "SortingExercise(**all_of_it)",
        "GroupTally(activity='a', threshold=8, order='deck')",
        "RememberChoice()",
    ],
)
def test_what_a_widget_takes_is_let_alone(call: str) -> None:
    assert not told(call)


@pytest.mark.parametrize(
    ("call", "words"),
    [
        ("SortingExercise('a', cards='pair')", "did you mean 'pairs'?"),
        ("SortingExercise('a', cards=2.5)", "cards=2.5 cannot be used"),
        ("SortingExercise('a', seed=None)", "write a whole number"),
        ("SortingExercise('a', key=4)", "write a text in quotes or None"),
        ("SortingExercise('a', mode={})", "write 'practice', 'check', 'opinion' or None"),
        ("SortingExercise('a', modus='check')", "did you mean 'mode'?"),
        ("SortingExercise('a', rounds=[])", "does not know 'rounds'"),
        ("Reflection('a', 'b')", "remove it, or write its name"),
        ("RememberChoice('a')", "RememberChoice is given too many values"),
        ("MyCourse()", "MyCourse is given no activity"),
    ],
)
def test_what_a_widget_does_not_take_is_told(call: str, words: str) -> None:
    (found,) = told(call)
    assert words in found
