"""What was measured on one page, and the numbers that sum it up."""

from dataclasses import dataclass, field
from statistics import median, quantiles
from typing import Any

from measure import SLOW, Condition, Weight
from server import Response


@dataclass
class Measured:
    """The measurements of one page.

    Attributes:
        weight: What a first visit asks for.
        asked: The requests of that visit, one by one.
        use: For each condition's name, the times until the page was usable.
        answers: The times of the answers to each action.
    """

    weight: Weight
    asked: list[Response]
    use: dict[str, list[dict[str, float]]] = field(default_factory=dict)
    answers: list[dict[str, float]] = field(default_factory=list)

    def usable(self, condition: Condition) -> float:
        """Return the median time until the page is usable."""
        return median(times["usable"] for times in self.use[condition.name])

    def after_dom(self) -> float:
        """Return the median of the part of it after the document was parsed, at 4x CPU."""
        return median(times["after_dom"] for times in self.use[SLOW.name])

    def answer(self) -> float:
        """Return the median time from the release of the pointer to the painted feedback."""
        return median(times["painted"] for times in self.answers)

    def slow_answer(self) -> float:
        """Return the time within which 95 of 100 answers were painted."""
        return quantiles([times["painted"] for times in self.answers], n=20, method="inclusive")[-1]

    def work(self) -> float:
        """Return the median of an answer without the wait for the screen's next frame."""
        return median(times["work"] for times in self.answers)

    def facts(self) -> dict[str, Any]:
        """Return everything, as JSON can hold it."""
        return {
            "weight": vars(self.weight),
            "asked": {f"{one.host}{one.path}": [one.raw, one.sent] for one in self.asked},
            "use": {name: [_rounded(times) for times in every] for name, every in self.use.items()},
            "answers": [_rounded(times) for times in self.answers],
        }


def _rounded(times: dict[str, float]) -> dict[str, float]:
    return {name: round(time, 1) for name, time in times.items()}
