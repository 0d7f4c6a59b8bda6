"""What is wrong with an activity file, said so that its author can put it right."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

Location = tuple[str | int, ...]
"""The way to a value: ``("cards", 3, "text")`` is the text of the fourth card."""


@dataclass(frozen=True)
class Problem:
    """One mistake in a file.

    Attributes:
        file: The file, as the caller named it.
        line: The line of the mistake, counted from 1.
        what: What is wrong.
        rule: The rule that it breaks.
        found: What stands there.
        fix: What to do about it.
    """

    file: str
    line: int
    what: str
    rule: str
    found: str
    fix: str

    def __str__(self) -> str:
        """Return the problem as one line, ``file:line: what. Rule: … Found: … Fix: …``."""
        return (
            f"{self.file}:{self.line}: {_sentence(self.what)} Rule: {_sentence(self.rule)} "
            f"Found: {_sentence(self.found)} Fix: {_sentence(self.fix)}"
        )


class ActivityError(ValueError):
    """An activity file cannot be used; its text lists every mistake, one a line.

    Attributes:
        problems: The mistakes, in the order of their lines.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Collect the mistakes of one file.

        Args:
            problems: The mistakes, in the order of their lines.
        """
        self.problems = list(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


@dataclass(frozen=True)
class Mistake:
    """One mistake before it is put into plain words.

    Attributes:
        kind: Which mistake it is; the names that pydantic gives, and a few of our own.
        location: The way to the value.
        value: The value that was found.
        details: What the words need beyond that.
        line: The line, where it is not the line of the location.
        because: Locations; where another mistake is at one of them, this one only follows from it.
    """

    kind: str
    location: Location
    value: object = None
    details: Mapping[str, object] = field(default_factory=dict)
    line: int | None = None
    because: tuple[Location, ...] = ()


def _sentence(words: str) -> str:
    return words if words.endswith((".", "?", "!", "…")) else f"{words}."
