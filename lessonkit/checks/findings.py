"""What a check has found: mistakes and advice, as text for a person and as JSON for a machine."""

from dataclasses import asdict, dataclass
from typing import Literal

from lessonkit.activities.problems import Problem

Severity = Literal["error", "advice"]

JSON_VERSION = 1
"""Grows when a key of the JSON is renamed or removed; new keys may come at any time."""


@dataclass(frozen=True)
class Finding:
    """One thing that was found.

    Attributes:
        severity: ``"error"`` where it is wrong, ``"advice"`` where it could be better.
        problem: Where it is, what it is, and what to do.
    """

    severity: Severity
    problem: Problem

    def __str__(self) -> str:
        """Return the finding as one line, ``file:line: error: what. Rule: … Found: … Fix: …``."""
        place = f"{self.problem.file}:{self.problem.line}: "
        return f"{place}{self.severity}: {str(self.problem).removeprefix(place)}"


def error(problem: Problem) -> Finding:
    """Return a mistake."""
    return Finding("error", problem)


def advice(problem: Problem) -> Finding:
    """Return a piece of advice."""
    return Finding("advice", problem)


@dataclass(frozen=True)
class Report:
    """What a check has found in some files.

    Attributes:
        findings: What was found, by file and line.
        activities: How many files of activities were read.
        notebooks: How many notebooks were read.
    """

    findings: list[Finding]
    activities: int
    notebooks: int

    def count(self, severity: Severity) -> int:
        """Return how many findings are of one severity."""
        return sum(finding.severity == severity for finding in self.findings)

    def summary(self, *, with_advice: bool = True) -> str:
        """Return the counts as a sentence.

        Args:
            with_advice: Whether advice was looked for.
        """
        read = f"{_counted(self.activities, 'activity', 'activities')} and "
        read += _counted(self.notebooks, "notebook", "notebooks")
        found = _counted(self.count("error"), "error", "errors")
        if with_advice:
            found += f", {_counted(self.count('advice'), 'piece of advice', 'pieces of advice')}"
        return f"{read} checked: {found}."

    def as_json(self) -> dict[str, object]:
        """Return the report as plain values for JSON.

        Returns:
            ``version``; ``findings``, each with ``file``, ``line`` (from 1), ``severity``
            (``error`` or ``advice``), ``what``, ``rule``, ``found`` and ``fix``, by file and
            line; and ``counts`` of ``activities``, ``notebooks``, ``errors`` and ``advice``.
        """
        return {
            "version": JSON_VERSION,
            "findings": [
                {"severity": finding.severity, **asdict(finding.problem)}
                for finding in self.findings
            ],
            "counts": {
                "activities": self.activities,
                "notebooks": self.notebooks,
                "errors": self.count("error"),
                "advice": self.count("advice"),
            },
        }


def in_order(findings: list[Finding]) -> list[Finding]:
    """Return findings by file and line, each once, a mistake before advice on the same line."""
    return sorted(
        dict.fromkeys(findings),
        key=lambda each: (each.problem.file, each.problem.line, each.severity != "error"),
    )


def _counted(number: int, one: str, several: str) -> str:
    return f"{number or 'no'} {one if number == 1 else several}"
