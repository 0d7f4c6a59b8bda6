"""The rules that every lesson keeps. All that is broken is told in one message."""

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from run_notebooks import WIDGET_VIEW, cleaned, is_clean

TAGS = {
    "hide-input",
    "nbval-ignore-output",
    "nbval-skip",
    "raises-exception",
    "remove-cell",
    "remove-input",
}
LARGEST_FILE = 400_000
LONGEST_CODE = 3
LONGEST_PROSE = 120

Rule = Callable[[Path, NotebookNode], Iterator[str]]


def code_cells(notebook: NotebookNode) -> list[NotebookNode]:
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def tags(cell: NotebookNode) -> list[str]:
    return cell.metadata.get("tags", [])


def has_a_number_and_a_topic_for_a_name(path: Path, notebook: NotebookNode) -> Iterator[str]:
    if not re.fullmatch(r"\d\d_[a-z]+(_[a-z]+)*", path.stem):
        yield "its name is not NN_topic, a number and lower-case words"


def is_small(path: Path, notebook: NotebookNode) -> Iterator[str]:
    if (size := path.stat().st_size) >= LARGEST_FILE:
        yield f"it has {size:,} bytes, and {LARGEST_FILE:,} are too many"


def opens_with_promise_objectives_and_minutes(path: Path, notebook: NotebookNode) -> Iterator[str]:
    first = notebook.cells[0]
    objectives = re.findall(r"^- ", first.source, re.MULTILINE)
    if first.cell_type != "markdown" or not first.source.startswith("# "):
        yield "its first cell does not begin with the title"
    if not 2 <= len(objectives) <= 4:
        yield f"its first cell lists {len(objectives)} objectives, and not 2 to 4"
    minutes = notebook.metadata.get("lessonkit", {}).get("minutes")
    if not re.search(rf"\b{minutes} minutes\b", first.source):
        yield f"its first cell does not say {minutes} minutes, as its metadata does"


def has_one_title(path: Path, notebook: NotebookNode) -> Iterator[str]:
    prose = [cell.source for cell in notebook.cells if cell.cell_type == "markdown"]
    titles = re.findall(r"^# .*", "\n".join(prose), re.MULTILINE)
    if len(titles) != 1:
        yield f"it has {len(titles)} titles, and not one: {titles}"


def closes_with_what_we_saw(path: Path, notebook: NotebookNode) -> Iterator[str]:
    if not any(cell.source.startswith("## What we saw\n") for cell in notebook.cells):
        yield "no cell begins with the heading 'What we saw'"


def says_its_claims_minutes_and_description(path: Path, notebook: NotebookNode) -> Iterator[str]:
    about = notebook.metadata.get("lessonkit", {})
    if set(about) != {"claims", "minutes", "description"}:
        yield (
            f"its metadata 'lessonkit' has {sorted(about)}, and not claims, minutes and description"
        )
    claims = about.get("claims", [])
    for claim in claims:
        if not re.fullmatch(r"C\d{2,3}", claim) or not 1 <= int(claim[1:]) <= 140:
            yield f"its claim {claim!r} is not one of C01 to C140"
    if not claims or claims != sorted(set(claims), key=lambda claim: (len(claim), claim)):
        yield "its claims are missing, out of order or named twice"
    if not isinstance(about.get("minutes"), int) or about["minutes"] < 1:
        yield f"its minutes are {about.get('minutes')!r}, and not a whole number"
    if not 40 <= len(about.get("description", "")) <= 160:
        yield "its description is not a sentence of 40 to 160 characters"


def has_known_tags(path: Path, notebook: NotebookNode) -> Iterator[str]:
    for cell in notebook.cells:
        for tag in set(tags(cell)) - TAGS:
            yield f"cell {cell.id}: tag {tag!r} is not one of {', '.join(sorted(TAGS))}"


def has_short_code(path: Path, notebook: NotebookNode) -> Iterator[str]:
    for cell in code_cells(notebook):
        lines = [line for line in cell.source.splitlines() if line.strip()]
        if len(lines) > LONGEST_CODE and not list(imported(cell.source)):
            yield f"cell {cell.id}: {len(lines)} lines of code, and more than {LONGEST_CODE}"


def only_uses_lessonkit(path: Path, notebook: NotebookNode) -> Iterator[str]:
    for cell in code_cells(notebook):
        for module in imported(cell.source):
            if module.partition(".")[0] != "lessonkit":
                yield f"cell {cell.id}: imports {module}, and a notebook imports lessonkit alone"


def imported(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def imports_in_the_first_code_cell(path: Path, notebook: NotebookNode) -> Iterator[str]:
    for cell in code_cells(notebook)[1:]:
        if list(imported(cell.source)):
            yield f"cell {cell.id}: imports belong in the first code cell"


def keeps_code_out_of_the_reading(path: Path, notebook: NotebookNode) -> Iterator[str]:
    for cell in code_cells(notebook):
        if "remove-input" not in tags(cell) and "remove-cell" not in tags(cell):
            yield f"cell {cell.id}: not tagged remove-input, so the book shows its code"
        if not cell.metadata.get("jupyter", {}).get("source_hidden"):
            yield f"cell {cell.id}: not collapsed (jupyter.source_hidden) in JupyterLab"


def stores_outputs(path: Path, notebook: NotebookNode) -> Iterator[str]:
    for cell in code_cells(notebook):
        shows = isinstance(ast.parse(cell.source).body[-1], ast.Expr)
        if shows and not cell.outputs:
            yield f"cell {cell.id}: no output is stored. Run: make notebooks"
        for output in cell.outputs:
            if output.output_type == "error":
                yield f"cell {cell.id}: its output is an error"


def is_as_the_tool_stores_it(path: Path, notebook: NotebookNode) -> Iterator[str]:
    if not is_clean(path):
        yield "it has traces of an editor or of a run. Run: make notebooks"


def has_few_words_a_cell(path: Path, notebook: NotebookNode) -> Iterator[str]:
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            words = len(re.sub(r"\{cite:p\}`[^`]*`|\]\([^)]*\)", "", cell.source).split())
            if words > LONGEST_PROSE:
                yield f"cell {cell.id}: {words} words, and more than {LONGEST_PROSE}"


def goes_on_where_the_learner_was(path: Path, notebook: NotebookNode) -> Iterator[str]:
    first = next(iter(code_cells(notebook)), None)
    if first is None or "\n\nresume()\n" not in first.source:
        yield "its first code cell does not call resume(), so it forgets what is remembered"


FACILITATOR_RULES: tuple[Rule, ...] = (
    is_small,
    has_one_title,
    has_known_tags,
    has_short_code,
    only_uses_lessonkit,
    imports_in_the_first_code_cell,
    stores_outputs,
    is_as_the_tool_stores_it,
    has_few_words_a_cell,
)

NOTEBOOK_RULES: tuple[Rule, ...] = (
    *FACILITATOR_RULES,
    goes_on_where_the_learner_was,
    keeps_code_out_of_the_reading,
)

LESSON_RULES: tuple[Rule, ...] = (
    has_a_number_and_a_topic_for_a_name,
    opens_with_promise_objectives_and_minutes,
    closes_with_what_we_saw,
    says_its_claims_minutes_and_description,
    *NOTEBOOK_RULES,
)


def broken_rules(path: Path, rules: tuple[Rule, ...] = LESSON_RULES) -> list[str]:
    notebook = nbformat.read(path, as_version=4)
    return [f"{path.name}: {what}" for rule in rules for what in rule(path, notebook)]


def test_every_notebook_keeps_the_rules(notebook_paths: list[Path]) -> None:
    lessons = [path for path in notebook_paths if path.name[0].isdigit()]
    others = [path for path in notebook_paths if path not in lessons]
    problems = [problem for path in lessons for problem in broken_rules(path)]
    problems += [problem for path in others for problem in broken_rules(path, NOTEBOOK_RULES)]
    assert len(lessons) == 12
    assert not problems, "\n" + "\n".join(problems)


def test_every_notebook_for_facilitators_keeps_their_rules(
    facilitator_notebook_paths: list[Path],
) -> None:
    rules = FACILITATOR_RULES
    problems = [told for path in facilitator_notebook_paths for told in broken_rules(path, rules)]
    assert facilitator_notebook_paths
    assert not problems, "\n" + "\n".join(problems)


def test_broken_rules_are_all_told_at_once(tmp_path: Path) -> None:
    path = tmp_path / "Lesson 1.ipynb"
    cells = [
        nbformat.v4.new_markdown_cell("Hello. It takes 9 minutes.", id="hello"),
        nbformat.v4.new_code_cell("import os\nimport pandas as pd", id="imports"),
        nbformat.v4.new_code_cell("1\n2\n3\n4", id="long", metadata={"tags": ["slow"]}),
    ]
    about = {"claims": ["C141", "C02"], "minutes": 8}
    nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata={"lessonkit": about}), path)
    told = "\n".join(broken_rules(path))
    for words in (
        "its name is not NN_topic",
        "does not begin with the title",
        "lists 0 objectives",
        "does not say 8 minutes",
        "has 0 titles",
        "'What we saw'",
        "'C141' is not one of C01 to C140",
        "out of order",
        "its description is not a sentence",
        "cell long: tag 'slow' is not one of hide-input",
        "cell long: 4 lines of code",
        "does not call resume()",
        "cell imports: imports pandas",
        "cell imports: not tagged remove-input",
        "cell imports: not collapsed",
        "cell long: no output is stored",
        "traces of an editor or of a run",
    ):
        assert words in told


def a_run_notebook(model: str) -> NotebookNode:
    data = {WIDGET_VIEW: {"model_id": model}, "text/plain": "SortingExercise(...)"}
    output = nbformat.v4.new_output("execute_result", data, execution_count=7)
    cell = nbformat.v4.new_code_cell("exercise", id="exercise", outputs=[output])
    cell.metadata = nbformat.from_dict({"tags": ["remove-input"], "execution": {"now": "12:00"}})
    metadata = {"widgets": {"state": {}}, "lessonkit": {"minutes": 8}, "toc": {}}
    return nbformat.v4.new_notebook(cells=[cell], metadata=metadata)


def test_two_runs_are_stored_alike() -> None:
    assert cleaned(a_run_notebook("6a1f")) == cleaned(a_run_notebook("93bc"))


def test_cleaning_keeps_words_tags_and_outputs() -> None:
    notebook = cleaned(a_run_notebook("6a1f"))
    (cell,) = notebook.cells
    assert cell.source == "exercise"
    assert cell.metadata == {"tags": ["remove-input"]}
    assert cell.outputs[0].data == {"text/plain": "SortingExercise(...)"}
    assert set(notebook.metadata) == {"kernelspec", "language_info", "lessonkit"}


def test_cleaning_a_clean_notebook_changes_nothing() -> None:
    once = cleaned(a_run_notebook("6a1f"))
    assert cleaned(once) == once
