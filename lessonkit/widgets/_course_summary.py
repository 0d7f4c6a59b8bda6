"""How far a learner has come with an activity.

In Python it is the rule of course_progress.js and my_course_summary.js. tests/golden_progress.json
holds all of them to it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from math import ceil
from typing import Any

from lessonkit.activities import PASS
from lessonkit.activities.course import Step
from lessonkit.scoring import points, score

ENOUGH_MARKS = 3
"""With so many items marked, a comfort map is done: nobody has to mark them all."""


@dataclass(frozen=True)
class Summary:
    """How far a learner has come with an activity.

    Attributes:
        done: ``"no"``, ``"begun"`` or ``"yes"``.
        parts_done: How many of its parts are answered, opened, marked or placed.
        parts: How many there are.
        points: What the answers earned; None where nothing is scored.
        possible: What they could have earned.
        again: The ids of the questions or cards whose answers did not hold.
    """

    done: str
    parts_done: int
    parts: int
    points: float | None = None
    possible: float | None = None
    again: tuple[str, ...] = ()


def summary_of(step: Step, given: object) -> Summary:
    """Look at what a learner has answered in an activity.

    Args:
        step: The activity in its lesson.
        given: The values of the learner's traits, or anything else that a file may hold.
    """
    values = _mapping(given)
    if step.again and step.activity.type == "opinion-scale":
        values = {"before": values.get("after")}
    found, enough = _FINDERS[step.activity.type](step, values)
    if found.parts_done >= enough:
        return replace(found, done="yes")
    return replace(found, done="begun" if found.parts_done or is_something(values) else "no")


def is_something(value: object) -> bool:
    """Tell whether a learner has left anything in a value.

    Args:
        value: The value of a trait, or all of them.
    """
    if isinstance(value, str):
        return bool(value.strip())
    if isinstance(value, Mapping):
        return any(map(is_something, value.values()))
    if isinstance(value, list):
        return any(map(is_something, value))
    return bool(value)


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _count(known: Iterable[str], found: Iterable[Any]) -> tuple[int, int]:
    """Return how many of the known ids are among those found, and how many are known."""
    ids = list(known)
    there = [each for each in found if isinstance(each, str)]
    return sum(each in there for each in ids), len(ids)


def _quick_check(step: Step, values: Mapping[str, Any]) -> tuple[Summary, int]:
    content: Any = step.activity
    attempts, revealed = _mapping(values.get("attempts")), _list(values.get("revealed"))
    answered, checked, missed = 0, 0, []
    for question in content.questions:
        first = next(iter(_list(attempts.get(question.id))), None)
        answered += bool(_list(first)) or question.id in revealed
        if _list(first):
            checked += 1
            # A set of anything that a file may hold cannot be made; texts can.
            chosen = {each for each in _list(first) if isinstance(each, str)}
            if chosen != {option.id for option in question.options if option.correct}:
                missed.append(question.id)
    total = len(content.questions)
    held, possible = (float(checked - len(missed)), float(checked)) if checked else (None, None)
    return Summary("", answered, total, held, possible, tuple(missed)), total


def _sorting(step: Step, values: Mapping[str, Any]) -> tuple[Summary, int]:
    deck: Any = step.activity
    places = {PASS, *(category.id for category in deck.categories)}
    placements = {
        card.id: place
        for card in deck.cards
        if isinstance(place := _mapping(values.get("placements")).get(card.id), str)
        and place in places
    }
    # Right and wrong are held back until the learner has seen the author's view.
    at_once = deck.mode == "practice" and values.get("reason_first") is not True
    seen = placements if at_once else _list(values.get("revealed"))
    open_placements = {card: place for card, place in placements.items() if card in seen}
    counted = score(deck, list(open_placements), open_placements)
    scored: tuple[float | None, float | None] = (None, None)
    missed: tuple[str, ...] = ()
    if deck.mode != "opinion" and counted.possible:
        scored = (counted.points, float(counted.possible))
        missed = tuple(
            card
            for card, place in open_placements.items()
            if place != PASS and points(deck.card(card), place) == 0
        )
    # Further rounds of a bank are a gift, and nothing that is left to do.
    return Summary("", min(len(placements), step.cards), step.cards, *scored, missed), step.cards


def _opinion_scale(step: Step, values: Mapping[str, Any]) -> tuple[Summary, int]:
    content: Any = step.activity
    stands = _mapping(values.get("before"))
    total = len(content.statements)
    answered = sum(
        type(point := stands.get(each.id)) is int and 1 <= point <= len(content.points)
        for each in content.statements
    )
    return Summary("", answered, total), total


def _reflection(step: Step, values: Mapping[str, Any]) -> tuple[Summary, int]:
    content: Any = step.activity
    texts = _mapping(values.get("texts"))
    written = [
        each.id
        for each in content.questions
        if isinstance(text := texts.get(each.id), str) and text.strip()
    ]
    return Summary("", len(written), len(content.questions)), 1


def _sentence_builder(step: Step, values: Mapping[str, Any]) -> tuple[Summary, int]:
    content: Any = step.activity
    choices, own = (
        {part: text for part, text in _mapping(values.get(name)).items() if isinstance(text, str)}
        for name in ("choices", "own_words")
    )
    needed = [part for part in content.parts if not part.optional]
    there = [part for part in needed if part.words(choices.get(part.id, ""), own.get(part.id, ""))]
    return Summary("", len(there), len(needed)), len(needed)


def _dialogue(step: Step, values: Mapping[str, Any]) -> tuple[Summary, int]:
    content: Any = step.activity
    endings = [line.id for line in content.lines if line.ending]
    return Summary("", *_count(endings, _list(values.get("endings")))), 1


def _card_explorer(step: Step, values: Mapping[str, Any]) -> tuple[Summary, int]:
    content: Any = step.activity
    opened, total = _count((card.id for card in content.cards), _list(values.get("opened")))
    return Summary("", opened, total), ceil(total / 2)


def _evidence_plot(step: Step, values: Mapping[str, Any]) -> tuple[Summary, int]:
    content: Any = step.activity
    looked, total = _count((each.id for each in content.effects), _list(values.get("looked_at")))
    return Summary("", looked, total), ceil(total / 2)


def _comfort_map(step: Step, values: Mapping[str, Any]) -> tuple[Summary, int]:
    content: Any = step.activity
    marked = [
        name for trait in ("answers", "notes") for name, value in _texts(values.get(trait)).items()
    ]
    done, total = _count((item.id for item in content.items), marked)
    return Summary("", done, total), min(ENOUGH_MARKS, total)


def _planner(step: Step, values: Mapping[str, Any]) -> tuple[Summary, int]:
    content: Any = step.activity
    own = _texts(values.get("own_acts"))
    placed = [_mapping(entry).get("act") for entry in _list(values.get("plan"))]
    done, total = _count([*(act.id for act in content.acts), *own], placed)
    return Summary("", done, total), 1


def _texts(value: object) -> dict[str, str]:
    found = _mapping(value)
    return {name: text for name, text in found.items() if isinstance(text, str) and text.strip()}


_FINDERS = {
    "quick-check": _quick_check,
    "sorting": _sorting,
    "opinion-scale": _opinion_scale,
    "reflection": _reflection,
    "sentence-builder": _sentence_builder,
    "dialogue": _dialogue,
    "card-explorer": _card_explorer,
    "evidence-plot": _evidence_plot,
    "comfort-map": _comfort_map,
    "planner": _planner,
}
"""For each kind, what finds out how much is done, and with how much of it it counts as done."""
