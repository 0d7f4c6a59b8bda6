"""The file of workshop plans: what a plan and its steps have, and how the file is read.

A step can take its minutes and its words from a deck of cards: see ``workshop`` there.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pydantic import Field, StrictInt

from lessonkit.activities.fields import Identifier, LongLabel, Part, ShortText, Text, no_such
from lessonkit.activities.kinds.sorting import Workshop
from lessonkit.sphinx_ext.data_file import read_data_file
from lessonkit.sphinx_ext.plans_rules import Decks, plans_mistakes


class WrittenStep(Part):
    """A step as the file has it."""

    id: Identifier
    title: LongLabel
    activity: Identifier | None = None
    part: Literal["sort", "debrief"] | None = None
    minutes: StrictInt | None = Field(default=None, ge=1, le=120)
    purpose: ShortText
    materials: tuple[ShortText, ...] = Field(default=(), max_length=12)
    say: tuple[Text, ...] = Field(default=(), max_length=20)
    do: tuple[Text, ...] = Field(default=(), max_length=20)
    points: tuple[ShortText, ...] = Field(default=(), max_length=12)
    short_of_time: ShortText | None = None


class WrittenPlan(Part):
    """A plan as the file has it."""

    id: Identifier
    title: LongLabel
    minutes: StrictInt = Field(ge=5, le=480)
    people: ShortText
    purpose: ShortText
    steps: tuple[WrittenStep, ...] = Field(min_length=1, max_length=40)


class WrittenPlans(Part):
    """The file."""

    plans: tuple[WrittenPlan, ...] = Field(min_length=1)


@dataclass(frozen=True)
class Step:
    """One step of a plan, with what it takes from a deck.

    Attributes:
        id: Its name in the file.
        title: What it is called.
        start: When it begins, in minutes from the plan's beginning.
        minutes: How long it takes.
        purpose: What it is for.
        materials: What must be at hand.
        say: The exact words, one text a paragraph.
        questions: What to ask the group, where it talks about a deck.
        do: What the facilitator does.
        points: What the slide shows.
        short_of_time: What to do when time runs short.
        activity: The id of the deck that it is about.
        part: Whether the deck is sorted or talked about.
    """

    id: str
    title: str
    start: int
    minutes: int
    purpose: str
    materials: tuple[str, ...] = ()
    say: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    do: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    short_of_time: str | None = None
    activity: str | None = None
    part: Literal["sort", "debrief"] | None = None


@dataclass(frozen=True)
class Plan:
    """A workshop from its first minute to its last.

    Attributes:
        id: Its name in the file.
        title: What it is called.
        minutes: How long it takes.
        people: For how many it is, and where.
        purpose: What people leave with.
        steps: What happens, in order.
    """

    id: str
    title: str
    minutes: int
    people: str
    purpose: str
    steps: tuple[Step, ...]


@dataclass(frozen=True)
class Plans:
    """All the plans of a file, in its order."""

    plans: tuple[Plan, ...]

    def plan(self, plan_id: str) -> Plan:
        """Return one plan.

        Args:
            plan_id: The plan's id.

        Raises:
            KeyError: There is no such plan; the words name the nearest one.
        """
        by_id = {plan.id: plan for plan in self.plans}
        if plan_id not in by_id:
            raise KeyError(no_such("plan", plan_id, by_id, "plans"))
        return by_id[plan_id]


def load_plans(path: str | Path, activities_folder: str | Path) -> Plans:
    """Load the plans.

    Args:
        path: The YAML file.
        activities_folder: Where the decks are.

    Returns:
        The plans, each step with its start, its minutes and its words.

    Raises:
        ActivityError: The file cannot be used. The error lists every mistake with its line.
    """
    decks = Decks(Path(activities_folder))
    written, _ = read_data_file(
        path,
        WrittenPlans,
        (
            "the file has no plans",
            "the file has a list 'plans', and each plan has a list 'steps'",
            "no list 'plans'",
            "begin with a line 'plans:'",
        ),
        lambda data, _: plans_mistakes(data, decks),
    )
    workshops = {name: words for name in decks.files if (words := decks.loaded(name))}
    return Plans(tuple(_plan(plan, workshops) for plan in written.plans))


def _plan(plan: WrittenPlan, workshops: Mapping[str, Workshop]) -> Plan:
    steps: list[Step] = []
    for step in plan.steps:
        start = steps[-1].start + steps[-1].minutes if steps else 0
        steps.append(_step(step, start, workshops.get(step.activity or "")))
    return Plan(plan.id, plan.title, plan.minutes, plan.people, plan.purpose, tuple(steps))


def _step(step: WrittenStep, start: int, deck: Workshop | None) -> Step:
    is_sorted = deck is not None and step.part == "sort"
    minutes = deck.minutes if deck and is_sorted else step.minutes
    assert minutes is not None
    return Step(
        id=step.id,
        title=step.title,
        start=start,
        minutes=minutes,
        purpose=step.purpose,
        materials=step.materials,
        say=deck.say if deck and is_sorted else step.say,
        questions=deck.debrief if deck and step.part == "debrief" else (),
        do=step.do,
        points=step.points,
        short_of_time=step.short_of_time,
        activity=step.activity,
        part=step.part,
    )
