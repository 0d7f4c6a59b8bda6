"""What must be true of the parts of workshop plans together, and of the decks that they name.

The rules read plain values and pass over whatever is wrong in itself, so that one report can
hold every mistake of a file.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from lessonkit.activities import load_activity
from lessonkit.activities.kinds.sorting import SortingActivity, Workshop
from lessonkit.activities.problems import ActivityError, Location, Mistake
from lessonkit.activities.rules import (
    Part,
    as_text,
    choice,
    mistake,
    name_of,
    parts,
    repeated_ids,
)
from lessonkit.activities.text import shown

_SOURCE = "a step takes its minutes and words from the 'workshop' of a deck of cards"


class Decks:
    """The decks of a folder, each loaded when it is first asked for.

    Attributes:
        files: The activity files of the folder, by the activities' names.
    """

    def __init__(self, folder: Path) -> None:
        """Find the files of a folder."""
        self.files = {path.stem: path for path in sorted(folder.glob("*.yaml"))}
        self._found: dict[str, Workshop | Mistake] = {}

    def loaded(self, name: str) -> Workshop | None:
        """Return what a deck says to facilitators, if it has been asked for and can be used."""
        found = self._found.get(name)
        return found if isinstance(found, Workshop) else None

    def workshop(self, name: str) -> Workshop | Mistake:
        """Return what a deck says to facilitators, or why it cannot be used.

        Args:
            name: The id of the deck.
        """
        if name not in self._found:
            self._found[name] = self._load(name)
        return self._found[name]

    def _load(self, name: str) -> Workshop | Mistake:
        if name not in self.files:
            rule = "'activity' is the id of a deck in the folder of activities"
            return mistake((), name, f"unknown activity '{shown(name)}'", rule, choice(name, self))
        try:
            activity = load_activity(self.files[name])
        except ActivityError as error:
            first = error.problems[0]
            what = f"activity '{name}' cannot be used"
            fix = f"put right line {first.line} of {self.files[name].name}: {first.what}"
            return mistake((), name, what, "a deck is without mistakes", fix)
        if not isinstance(activity, SortingActivity):
            what = f"activity '{name}' is no deck of cards to sort"
            return mistake((), name, what, _SOURCE, "name a deck with 'type: sorting'")
        if activity.workshop is None:
            what = f"deck '{name}' has no 'workshop'"
            fix = f"add 'workshop:' with minutes, say and debrief to {self.files[name].name}"
            return mistake((), name, what, _SOURCE, fix)
        return activity.workshop

    def __iter__(self) -> Iterator[str]:
        """Go through the names."""
        return iter(self.files)


def plans_mistakes(data: object, decks: Decks) -> Iterator[Mistake]:
    """Find the mistakes that no field of a file of plans shows alone.

    Args:
        data: The file as plain values.
        decks: The decks that steps can name.

    Yields:
        The mistakes.
    """
    yield from repeated_ids(data)
    plans = data.get("plans") if isinstance(data, Mapping) else None
    for location, plan in parts(plans, ("plans",)):
        taken: list[int | None] = []
        for place, step in parts(plan.get("steps"), (*location, "steps")):
            deck = _deck(step, decks)
            if isinstance(deck, Mistake):
                yield replace(deck, location=(*place, "activity"))
            yield from _source_of_words(place, step)
            taken.append(_minutes(step, deck))
        yield from _sum(location, plan, taken)


def _deck(step: Part, decks: Decks) -> Workshop | Mistake | None:
    name = as_text(step.get("activity"))
    return decks.workshop(name) if name else None


def _source_of_words(location: Location, step: Part) -> Iterator[Mistake]:
    """Find steps whose minutes and words come from nowhere, or from two places."""
    name = name_of(location, step)
    activity, part = as_text(step.get("activity")), as_text(step.get("part"))
    if part and not activity:
        fix = "add a line 'activity: …' with the id of the deck, or remove 'part'"
        rule = "'part' stands beside 'activity'"
        yield mistake((*location, "part"), part, f"{name} has a part of no deck", rule, fix)
        return
    if activity and "part" not in step:
        what = f"{name} does not say which part of '{shown(activity)}' it is"
        fix = "add a line 'part: sort' or 'part: debrief'"
        rule = "'part' stands beside 'activity'"
        yield mistake((*location, "activity"), activity, what, rule, fix)
        return
    if part == "sort":
        for key in ("minutes", "say"):
            if step.get(key):
                what = f"{name} has '{key}' of its own, and the deck's"
                rule = "a step with 'part: sort' takes minutes and words from its deck"
                fix = f"remove '{key}' here, or change it in '{shown(activity)}'"
                yield mistake((*location, key), step.get(key), what, rule, fix)
        return
    if part not in (None, "debrief"):
        return
    if "minutes" not in step:
        rule = "a step says how long it takes, unless it has 'part: sort'"
        fix = "add a line 'minutes: …'"
        yield mistake(location, None, f"{name} has no 'minutes'", rule, fix)
    if not activity and ("say" not in step or step["say"] == []):
        rule = "a step has words to say, unless a deck has them"
        yield mistake(location, None, f"{name} has no 'say'", rule, "add 'say:' with a list")


def _minutes(step: Part, deck: Workshop | Mistake | None) -> int | None:
    """Return how long a step takes, if it can be known."""
    if as_text(step.get("part")) == "sort":
        return deck.minutes if isinstance(deck, Workshop) else None
    minutes = step.get("minutes")
    return minutes if isinstance(minutes, int) and not isinstance(minutes, bool) else None


def _sum(location: Location, plan: Part, taken: list[int | None]) -> Iterator[Mistake]:
    minutes, steps = plan.get("minutes"), plan.get("steps")
    whole = isinstance(steps, list) and len(taken) == len(steps) > 0
    known = [each for each in taken if each is not None]
    if not isinstance(minutes, int) or not whole or len(known) < len(taken):
        return
    total = sum(known)
    if total != minutes:
        what = f"the steps of {name_of(location, plan)} take {total} minutes together"
        rule = "the minutes of the steps add up to those of the plan"
        change = "shorten" if total > minutes else "lengthen"
        fix = f"write 'minutes: {total}', or {change} steps by {abs(total - minutes)}"
        yield mistake((*location, "minutes"), minutes, what, rule, fix)
