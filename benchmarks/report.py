"""Show measurements as tables and keep them as JSON."""

import json
import os
import platform
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

KB = 1000
"""Bytes in a kilobyte, the smaller of the two customs: a page never looks lighter than it is."""


@dataclass(frozen=True)
class Verdict:
    """One budget of the design beside what was measured.

    Attributes:
        what: What the budget is about.
        unit: ``"KB"``, ``"ms"`` or nothing.
        budget: The most it may be.
        measured: What it is.
        bare: What a page with one button needs on this machine, where that says something.
    """

    what: str
    unit: str
    budget: float
    measured: float
    bare: float | None = None

    @property
    def within(self) -> bool:
        """Whether the budget is kept."""
        return self.measured <= self.budget


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a plain table: the first column to the left, the others to the right.

    Args:
        head: The names of the columns.
        rows: The cells of each row.

    Returns:
        The lines, without a newline at the end.
    """
    lines = [head, *rows]
    widths = [max(len(line[column]) for line in lines) for column in range(len(head))]

    def shown(cells: Sequence[str]) -> str:
        first, *others = (
            cell.ljust(width) if column == 0 else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(cells, widths, strict=True))
        )
        return "  ".join([first, *others]).rstrip()

    rule = "  ".join("-" * width for width in widths)
    return "\n".join([shown(head), rule, *(shown(row) for row in rows)])


def verdict_table(verdicts: Sequence[Verdict]) -> str:
    """Return the budgets as a table."""

    def amount(number: float | None, unit: str) -> str:
        return "" if number is None else f"{number:.1f}".removesuffix(".0") + f" {unit}"

    rows = [
        [
            verdict.what,
            amount(verdict.budget, verdict.unit),
            amount(verdict.measured, verdict.unit),
            "within" if verdict.within else "OVER",
            amount(verdict.bare, verdict.unit),
        ]
        for verdict in verdicts
    ]
    head = ["budget", "at most", "measured", "", "a bare page"]
    columns = len(head) if any(verdict.bare is not None for verdict in verdicts) else len(head) - 1
    return table(head[:columns], [row[:columns] for row in rows])


def others_at_work() -> float:
    """Return how many programs have wanted a processor in the last minute, where that is known."""
    return round(os.getloadavg()[0], 1) if hasattr(os, "getloadavg") else 0.0


def machine(browser_version: str, packages: Sequence[str]) -> dict[str, Any]:
    """Return what the measurements depend on.

    Args:
        browser_version: The browser's own words.
        packages: The Python packages whose versions matter.

    Returns:
        Facts by name.
    """
    return {
        "processors": os.cpu_count(),
        "machine": platform.machine(),
        "system": platform.system(),
        "python": platform.python_version(),
        "chromium": browser_version,
        "packages": {package: version(package) for package in packages},
    }


def keep(path: Path, facts: Mapping[str, Any], verdicts: Sequence[Verdict]) -> None:
    """Write the measurements to a JSON file.

    Args:
        path: The file.
        facts: What was measured and how.
        verdicts: The budgets.
    """
    budgets = [{**asdict(verdict), "within": verdict.within} for verdict in verdicts]
    when = datetime.now(UTC).isoformat(timespec="seconds")
    path.parent.mkdir(parents=True, exist_ok=True)
    content = {"measured_at": when, **facts, "budgets": budgets}
    path.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")
