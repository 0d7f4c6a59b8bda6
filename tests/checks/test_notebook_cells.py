"""A line of a cell is found in the file, however the file is written, and whatever is in it."""

import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lessonkit.activities.problems import ActivityError
from lessonkit.checks.course import check_course
from lessonkit.checks.notebook_cells import CodeCell, read_cells

CODE = st.text(st.sampled_from('ab#=("\\ \n\r\té😀,]}{['), max_size=40)


def notebook(*sources: object, **metadata: object) -> dict[str, object]:
    cells = [{"outputs": [{"cells": [1]}], "cell_type": "code", "source": s} for s in sources]
    return {"metadata": metadata, "cells": [{"cell_type": "markdown", "source": []}, *cells]}


def cells_of(text: str) -> list[CodeCell]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "x.ipynb")
        path.write_bytes(text.encode("utf-8"))
        return read_cells(str(path))


@settings(deadline=None, max_examples=60)
@given(
    sources=st.lists(CODE, max_size=4),
    split=st.booleans(),
    indent=st.sampled_from([None, 0, 1, "\t"]),
    ascii_only=st.booleans(),
)
def test_each_line_of_code_is_found_in_the_file(
    sources: list[str], split: bool, indent: int | str | None, ascii_only: bool
) -> None:
    # An editor keeps line ends; a carriage return alone is a line end in Python, too.
    pieces = [source.splitlines(keepends=True) if split else source for source in sources]
    text = json.dumps(notebook(*pieces), indent=indent, ensure_ascii=ascii_only)
    file = text.split("\n")
    for source, cell in zip(sources, cells_of(text), strict=True):
        lines = source.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        assert cell.source == "\n".join(lines)
        for number, line in enumerate(lines, start=1):
            written = json.dumps(line, ensure_ascii=ascii_only)[1:-1]
            assert written in file[cell.line(number) - 1]
        if split and indent is not None:
            filled = [cell.line(number) for number, line in enumerate(lines, 1) if line]
            assert len(set(filled)) == len(filled), "each piece stands on a line of its own"


def test_pieces_that_are_not_lines_are_told_by_where_each_line_begins() -> None:
    text = json.dumps(notebook(["a = 1", "\nb = (", "2\n", ")\nc\n", "d"]), indent=1)
    first = text.split("\n").index('    "a = 1",') + 1
    (cell,) = cells_of(text)
    assert cell.source == "a = 1\nb = (2\n)\nc\nd"
    assert [cell.line(number) - first for number in (1, 2, 3, 4, 5)] == [0, 1, 3, 3, 4]


def test_a_notebook_in_another_language_has_no_code_of_ours() -> None:
    assert not cells_of(json.dumps(notebook("x <- 1", kernelspec={"language": "R"})))
    assert cells_of(json.dumps(notebook("x = 1", kernelspec={"language": "python"})))


@pytest.mark.parametrize(
    ("content", "line", "said"),
    [
        (b"", 1, "an empty file"),
        (b'{\n "cells": [\n', 2, '"cells": ['),
        (b'{"cells": 1}', 1, "no notebook of today's form"),
        (b"[]", 1, "no notebook of today's form"),
        (b'{\n"cells": ["\xff"]}', 2, "the byte 0xFF"),
        (b"[" * 100_000, 1, "cannot be read"),
        (b"1" * 10_000, 1, "cannot be read"),
    ],
)
def test_what_is_no_notebook_is_told_with_its_line(
    tmp_path: Path, content: bytes, line: int, said: str
) -> None:
    path = tmp_path / "x.ipynb"
    path.write_bytes(content)
    with pytest.raises(ActivityError) as refused:
        read_cells(str(path))
    (problem,) = refused.value.problems
    assert problem.line == line and said in str(problem)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | CODE,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["cells", "source", "metadata", "tags", "x"]), inner)
    ),
    max_leaves=12,
)
CALL = st.builds(
    "{}({}{})".format,
    st.sampled_from(["SortingExercise", "QuickCheck", "lessonkit.GroupTally", "MyCourse"]),
    st.sampled_from(["", '"a.yaml"', '"\\0"', "Path('a.yaml')", "*x", '"/"', "[]", '""']),
    st.sampled_from(["", ", cards=[[], {}]", ", cards=-1", ", **x", ", mode=[]", ", 1, 2", "=1"]),
)
CONTENT = (
    st.binary(max_size=60)
    | JSON.map(lambda value: json.dumps(value).encode())
    | st.lists(CODE | CALL, max_size=3).map(
        lambda all_code: json.dumps(notebook(*all_code)).encode()
    )
)
DECK = b"""type: sorting
id: a
title: A
prompt: B
categories: [{id: x, label: X}, {id: y, label: Y}]
cards: [{id: c, text: T, category: x, reason: R}]
"""


@settings(deadline=None, max_examples=100)
@given(content=CONTENT, activity=st.just(DECK) | st.binary(max_size=60) | CODE.map(str.encode))
def test_no_content_of_a_file_ends_in_a_traceback(content: bytes, activity: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "x.ipynb").write_bytes(content)
        Path(folder, "a.yaml").write_bytes(activity)
        report = check_course([f"{folder}/a.yaml", folder])
    for finding in report.findings:
        problem = finding.problem
        assert problem.file.startswith(folder) and problem.line >= 1
        assert all([problem.what, problem.rule, problem.found, problem.fix])
