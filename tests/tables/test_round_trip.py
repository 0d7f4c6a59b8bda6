"""What is exported is imported as it was, through real files; and no cell is a formula."""

import csv
import json
import re
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from openpyxl import load_workbook

from lessonkit.activities import ActivityError, SortingActivity, load_activity
from lessonkit.activities.kinds import KINDS
from lessonkit.activities.schema import json_schema
from lessonkit.tables.deck import DeckWords
from lessonkit.tables.export import (
    activity_grid,
    activity_json,
    csv_bytes,
    workbook_bytes,
)
from lessonkit.tables.formulas import protected, unprotected
from lessonkit.tables.reading import TableWords, read_deck

from ..activities.test_any_text import activities

RUNS = re.compile(r"[=+\-@\t\r＝＋－＠]")  # noqa: RUF001
SOME_EXAMPLES = settings(deadline=None, max_examples=10)
SIGNS = st.text(alphabet="ab1'\";,\t\n =+-@＝")  # noqa: RUF001


def as_csv(deck: SortingActivity) -> bytes:
    return csv_bytes(activity_grid(deck, "deck.yaml"))


def as_workbook(deck: SortingActivity) -> bytes:
    return workbook_bytes(deck, activity_grid(deck, "deck.yaml"), "deck.yaml")


@SOME_EXAMPLES
@given(activities(), st.sampled_from([as_csv, as_workbook]))
def test_any_deck_that_is_exported_is_imported_as_it_was(
    deck: SortingActivity, write: Callable[[SortingActivity], bytes]
) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, "table")
        path.write_bytes(write(deck))
        found = read_deck(path, TableWords(), DeckWords("table", like=deck))
        written = Path(folder, "deck.yaml")
        written.write_text(found.yaml(), encoding="utf-8")
        assert load_activity(written) == deck
        assert not found.starting and not found.remarks


@settings(deadline=None)
@given(SIGNS)
@example("'=1+1")
@example(";\t=1+1")
def test_any_text_is_read_from_its_cell_as_it_was_and_begins_no_formula(text: str) -> None:
    cell = protected(text)
    assert unprotected(cell) == text
    assert not any(RUNS.match(part) for part in re.split(r"[;\n]", cell))
    assert not any(RUNS.match(part) for part in cell.split("\t")[1:])


def deck_with(text: str) -> SortingActivity:
    deck = load_activity(Path(__file__).parent.parent / "activities" / "good_deck.yaml")
    assert isinstance(deck, SortingActivity)
    card = deck.cards[0].model_copy(update={"text": text})
    return deck.model_copy(update={"cards": (card,)})


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\uff1d1", "a;=1+1", "a\n=1+1"])
def test_no_program_runs_a_cell(text: str, tmp_path: Path) -> None:
    deck = deck_with(text)
    path = tmp_path / "deck.xlsx"
    path.write_bytes(as_workbook(deck))
    for sheet in load_workbook(path).worksheets:
        assert {c.data_type for row in sheet.iter_rows() for c in row} <= {"s", "n"}
        assert all(c.value is None or c.data_type == "s" for row in sheet.iter_rows() for c in row)
    content = as_csv(deck).decode("utf-8-sig")
    for separator in ",;\t":
        cells = (
            cell for row in csv.reader(content.splitlines(), delimiter=separator) for cell in row
        )
        assert not any(RUNS.match(cell) for cell in cells)


def test_csv_is_what_spreadsheets_expect() -> None:
    content = as_csv(deck_with('Drops, "many".'))
    assert content.startswith(b"\xef\xbb\xbfid,text,category,reason,defensible 1 category,")
    assert content.endswith(b'weather-01,"Drops, ""many"".",Rain,Drops fall from clouds.,,,,,,\r\n')


def test_each_kind_is_json_that_its_schema_knows_and_that_loads(
    repository: Path, tmp_path: Path
) -> None:
    kinds = {}
    for file in (repository / "notebooks/activities").glob("*.yaml"):
        kind = re.search(r"^type: (.*)$", file.read_text(encoding="utf-8"), re.MULTILINE)
        kinds[kind[1] if kind else ""] = file
    assert set(kinds) == set(KINDS)
    for kind, file in kinds.items():
        activity = load_activity(file)
        path = tmp_path / f"{kind}.json"
        path.write_text(activity_json(activity), encoding="utf-8")
        schema = Draft202012Validator(json_schema(kind))
        assert not list(schema.iter_errors(json.loads(path.read_text(encoding="utf-8"))))
        assert load_activity(path) == activity


@pytest.mark.parametrize(
    ("name", "columns"),
    [
        ("myth-or-finding", ["id", "text", "options 1 id", "options 1 text", "options 1 correct"]),
        ("eleven-forms", ["id", "label", "about", "finding", "evidence strength"]),
        ("what-brings-me-here", ["id", "text", "hint"]),
        ("my-comfort-map", ["id", "label"]),
        ("touch-effects", ["id", "label", "value", "low", "high"]),
        ("a-week-of-closeness", ["id", "label", "about"]),
    ],
)
def test_other_kinds_have_a_row_for_each_part(
    repository: Path, name: str, columns: list[str]
) -> None:
    activity = load_activity(repository / f"notebooks/activities/{name}.yaml")
    grid = activity_grid(activity, name)
    assert grid[0][: len(columns)] == columns and len(grid) > 2
    assert {len(row) for row in grid} == {len(grid[0])}


def test_a_kind_that_is_no_table_names_json(repository: Path) -> None:
    activity = load_activity(repository / "notebooks/activities/an-evening.yaml")
    with pytest.raises(ActivityError, match="Fix: write it as JSON, with --to json"):
        activity_grid(activity, "an-evening.yaml")
