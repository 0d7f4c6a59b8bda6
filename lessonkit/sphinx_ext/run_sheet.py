"""The directive that prints a workshop's plan on one page of paper: ``{run-sheet} plan-45``."""

import re
from collections.abc import Iterator
from html import escape
from textwrap import shorten

from docutils import nodes
from sphinx.application import Sphinx

from lessonkit.sphinx_ext.page_assets import bring
from lessonkit.sphinx_ext.plan_table import clock, listed_html, table_html
from lessonkit.sphinx_ext.plans_file import Plan, Step
from lessonkit.sphinx_ext.workshop_plans import PlanDirective
from lessonkit.words import words

LONGEST_CUE = 46
"""How much of each text a sheet says, in characters: as much as fits into a line."""

LONG_SHEET = 10
"""From how many steps on a sheet is printed smaller."""

_COLUMNS = ("clock", "real", "step", "cues", "materials", "short")
_GOES_ON = "\N{NO-BREAK SPACE}…"


class RunSheet(PlanDirective):
    """Prints a plan as a table with room for the real times."""

    def run(self) -> list[nodes.Node]:
        """Load the plan and make the table."""
        plan = self.load_plan()
        bring(self.env, "plan_table.css", "run_sheet.css")
        return [nodes.raw("", _table(plan, words("workshop_plan")), format="html")]


def _table(plan: Plan, said: dict[str, str]) -> str:
    rows = [_row(step, said) for step in plan.steps]
    rows.append({"clock": clock(plan.minutes), "step": escape(said["end"])})
    caption = said["sheet_caption"].format(title=plan.title, people=plan.people)
    columns = {name: said[f"column_{name}"] for name in _COLUMNS}
    style = "lk-run-sheet lk-run-sheet-long" if len(rows) > LONG_SHEET else "lk-run-sheet"
    return table_html(style, caption, columns, rows, header="step")


def _row(step: Step, said: dict[str, str]) -> dict[str, str]:
    minutes = escape(said["minutes_short"].format(count=step.minutes))
    return {
        "clock": clock(step.start),
        "step": f"{escape(step.title)} <small>{minutes}</small>",
        "cues": listed_html(cues(step)),
        "materials": listed_html(step.materials),
        "short": escape(step.short_of_time or ""),
    }


def cues(step: Step) -> Iterator[str]:
    """Yield how each text of a step begins, and each question.

    Args:
        step: The step.
    """
    for text in (*step.say, *step.questions):
        [sentence, *rest] = re.split(r"(?<=[.?!:])\s+", text, maxsplit=1)
        cue = shorten(sentence, LONGEST_CUE, placeholder=_GOES_ON)
        yield cue if cue.endswith(_GOES_ON) or not rest else cue + _GOES_ON


def setup_run_sheet(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("run-sheet", RunSheet)
