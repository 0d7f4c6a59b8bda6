"""Small acts placed in a week."""

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import traitlets

from lessonkit.activities.answers import OWN_ACT
from lessonkit.widgets._base import ActivityWidget, as_frame, refuse_unknown
from lessonkit.worksheets.planner import planner_worksheet

if TYPE_CHECKING:
    import pandas

    from lessonkit.activities.kinds.planner import PlannerActivity

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MOST_OWN_ACTS = 8
_KEYS = {"act", "day", "time"}


class Planner(ActivityWidget):
    """Small acts placed in a week, to print or to take into a calendar.

    Example:
        >>> planner = Planner("activities/a-week-of-closeness.yaml")
        >>> planner.own_acts = {"own-1": "Read to each other"}
        >>> planner.plan = [{"act": "own-1", "day": "friday", "time": "21:30"}]
        >>> len(planner.results())
        1
    """

    _stem = "planner"
    _parts = (
        "choices",
        "rating",
        "keeping",
        "planner_week",
        "planner_calendar",
        "planner_acts",
        "planner_days",
        "planner_keeping",
    )

    plan = traitlets.List(traitlets.Dict()).tag(sync=True, learner=True)
    """What is placed: for each act on a day ``{"act": id, "day": "monday", "time": "19:30"}``.

    The time is ``""`` where there is none. An act stands on a day once.
    """

    own_acts = traitlets.Dict(key_trait=traitlets.Unicode(), value_trait=traitlets.Unicode()).tag(
        sync=True, learner=True
    )
    """The acts that the learner has added, by ``"own-1"``, ``"own-2"`` and so on; 8 at most."""

    week = traitlets.Unicode("").tag(sync=True, learner=True)
    """The date of the week's Monday, such as ``"2026-11-30"``; ``""`` for any week."""

    named = traitlets.Bool(False).tag(sync=True, learner=True)
    """Whether the entries of a calendar file name the acts. Others may see a calendar."""

    content: "PlannerActivity"

    @traitlets.validate("own_acts")
    def _check_own_acts(self, proposal: dict[str, Any]) -> dict[str, str]:
        own_acts: dict[str, str] = proposal["value"]
        wrong = [name for name in own_acts if not re.fullmatch(OWN_ACT, name)]
        if wrong:
            raise traitlets.TraitError(
                f"{self.content.id!r} has no place for own acts called "
                f"{', '.join(map(repr, wrong))}. Call them 'own-1', 'own-2' and so on."
            )
        if len(own_acts) > MOST_OWN_ACTS:
            raise traitlets.TraitError(
                f"{self.content.id!r} has room for {MOST_OWN_ACTS} own acts, "
                f"and these are {len(own_acts)}."
            )
        return own_acts

    @traitlets.validate("plan")
    def _check_plan(self, proposal: dict[str, Any]) -> list[dict[str, str]]:
        plan: list[dict[str, Any]] = proposal["value"]
        for entry in plan:
            if set(entry) != _KEYS:
                raise traitlets.TraitError(
                    f"each entry of the plan of {self.content.id!r} has the keys act, day and "
                    f"time, and one has {', '.join(map(str, entry)) or 'none'}."
                )
        refuse_unknown(self.content.id, "acts", (entry["act"] for entry in plan), self._labels())
        refuse_unknown(self.content.id, "days", (entry["day"] for entry in plan), DAYS)
        seen: set[tuple[str, str]] = set()
        for entry in plan:
            act, day, time = entry["act"], entry["day"], entry["time"]
            if not isinstance(time, str) or not re.fullmatch(
                "(([01][0-9]|2[0-3]):[0-5][0-9])?", time
            ):
                raise traitlets.TraitError(
                    f"{act!r} of {self.content.id!r} is placed at {time!r}. Write a time from "
                    "'00:00' to '23:59', or '' for none."
                )
            if (act, day) in seen:
                raise traitlets.TraitError(
                    f"{act!r} of {self.content.id!r} is placed on {day} twice. Once is enough."
                )
            seen.add((act, day))
        return plan

    @traitlets.validate("week")
    def _check_week(self, proposal: dict[str, Any]) -> str:
        week: str = proposal["value"]
        if not week:
            return week
        try:
            day = date.fromisoformat(week)
        except ValueError:
            day = None
        if day is None or day.isoformat() != week:
            raise traitlets.TraitError(
                f"the week of {self.content.id!r} is the date of its Monday, such as "
                f"'2026-11-30', or '' for any week, and not {week!r}."
            )
        monday = day - timedelta(days=day.weekday())
        if day != monday:
            raise traitlets.TraitError(
                f"the week of {self.content.id!r} is the date of its Monday, and {week} is "
                f"a {DAYS[day.weekday()].capitalize()}. Did you mean '{monday}'?"
            )
        return week

    @traitlets.observe("own_acts")
    def _take_out_what_is_gone(self, change: dict[str, Any]) -> None:
        labels = self._labels()
        kept = [entry for entry in self.plan if entry["act"] in labels]
        if kept != self.plan:
            self.plan = kept

    def _labels(self) -> dict[str, str]:
        return {act.id: act.label for act in self.content.acts} | self.own_acts

    def results(self) -> "list[dict[str, Any]] | pandas.DataFrame":
        """Return one row for each act on a day: by day, then by time, those without a time first.

        Returns:
            A pandas frame where pandas is installed, a list of dicts elsewhere. The columns:
            ``day``, ``act`` (id), ``label`` (own acts: the learner's words), ``time`` (``"19:30"``,
            or ``""`` where there is none).
        """
        labels = self._labels()
        order = list(labels)
        placed = sorted(
            self.plan,
            key=lambda each: (DAYS.index(each["day"]), each["time"], order.index(each["act"])),
        )
        return as_frame(
            [
                {
                    "day": entry["day"],
                    "act": entry["act"],
                    "label": labels[entry["act"]],
                    "time": entry["time"],
                }
                for entry in placed
            ]
        )

    def static_form(self) -> str:
        """Return the worksheet: a week to fill in, and the acts to choose from."""
        return planner_worksheet(self.activity)
