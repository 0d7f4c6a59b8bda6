"""The directive that prints a workshop's plan: ``{workshop-plan} plan-45``.

A timed table of the steps, and then for each step what to do and the words to say.
"""

from collections.abc import Iterable
from functools import lru_cache
from html import escape
from pathlib import Path, PurePosixPath
from typing import ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.docutils import SphinxDirective

from lessonkit.activities.problems import ActivityError
from lessonkit.sphinx_ext import plan_table, plans_file, plans_rules
from lessonkit.sphinx_ext.config import book_config
from lessonkit.sphinx_ext.freshness import digest_of
from lessonkit.sphinx_ext.page_assets import bring
from lessonkit.sphinx_ext.plan_table import clock, listed_html, table_html
from lessonkit.sphinx_ext.plans_file import Plan, Plans, Step, load_plans
from lessonkit.words import CATALOGUE, words

DEFAULT_FILE = "plans.yaml"
SLIDES = "slides"
"""The folder of the slides, from the book's root; each file has its plan's id for a name."""

_MARK = "lessonkit_plan"
"""Marks, in what Sphinx keeps of a page, that it has a plan."""
_PROGRAM = (__file__, plan_table.__file__, plans_file.__file__, plans_rules.__file__, CATALOGUE)


class PlanDirective(SphinxDirective):
    """Something about one plan of a file, by default of ``plans.yaml`` beside the page."""

    required_arguments = 1
    option_spec: ClassVar = {"file": directives.unchanged_required}

    def load_plan(self) -> Plan:
        """Load the plan that is asked for, and note what it is made from."""
        path = Path(self.env.relfn2path(self.options.get("file", DEFAULT_FILE))[1])
        activities = Path(self.env.srcdir) / book_config(self.config).activities
        for source in (path, *_PROGRAM, *sorted(activities.glob("*.yaml"))):
            self.env.note_dependency(str(source))
        try:
            plans = _load(path, activities, digest_of(path.parent, activities))
            return plans.plan(self.arguments[0])
        except ActivityError as error:
            raise self.error(str(error)) from None
        except KeyError as error:
            raise self.error(error.args[0]) from None


@lru_cache(maxsize=1)
def _load(path: Path, activities: Path, digest: str) -> Plans:
    """Load the plans once for all pages that show one, as long as no file changes."""
    return load_plans(path, activities)


class WorkshopPlan(PlanDirective):
    """Prints a plan: its facts, a table of its steps, and each step with its words."""

    def run(self) -> list[nodes.Node]:
        """Load the plan and make its parts."""
        plan = self.load_plan()
        bring(self.env, "plan_table.css", "workshop_plan.css")
        self.env.metadata[self.env.docname][_MARK] = plan.id
        sections = [self._section(step) for step in plan.steps]
        table = nodes.raw("", self._table(plan, sections), format="html")
        return [self._facts(plan), table, *sections]

    def _facts(self, plan: Plan) -> nodes.definition_list:
        said = self._words
        length = nodes.paragraph("", said["minutes"].format(count=plan.minutes))
        facts = [
            _entry(said["length"], length),
            _entry(said["people"], nodes.paragraph("", plan.people)),
            _entry(said["purpose"], nodes.paragraph("", plan.purpose)),
            _entry(said["to_use"], nodes.paragraph("", "", *self._links(plan))),
        ]
        return nodes.definition_list("", *facts, classes=["simple", "lk-plan-facts"])

    def _links(self, plan: Plan) -> list[nodes.Node]:
        """Link to the sheet, if there is one beside this page, and to the slides."""
        said, page = self._words, PurePosixPath(self.env.docname)
        links: list[nodes.Node] = []
        sheet = page.with_name(f"run-sheet-{plan.id.removeprefix('plan-')}")
        if str(sheet) in self.env.found_docs:
            path = PurePosixPath(self.env.doc2path(str(sheet), base=False)).as_posix()
            found, messages = self.parse_inline(f"[{said['sheet']}](/{path})")
            links += [*found, *messages, nodes.Text(", ")]
        # The slides are made after the book: Sphinx knows nothing of them.
        address = f"{'../' * (len(page.parts) - 1)}{SLIDES}/{plan.id}.html"
        return [*links, nodes.reference("", said["slides"], refuri=address)]

    def _table(self, plan: Plan, sections: list[nodes.section]) -> str:
        said = self._words
        columns = {name: said[f"column_{name}"] for name in ("clock", "step", "for", "materials")}
        rows = [
            {
                "clock": f"{clock(step.start)} <small>{self._minutes(step)}</small>",
                "step": f'<a href="#{section["ids"][0]}">{escape(step.title)}</a>',
                "for": escape(step.purpose),
                "materials": listed_html(step.materials),
            }
            for step, section in zip(plan.steps, sections, strict=True)
        ]
        rows.append({"clock": clock(plan.minutes), "step": escape(said["end"])})
        caption = said["caption"].format(title=plan.title, count=plan.minutes)
        return table_html("lk-workshop-plan", caption, columns, rows, header="step")

    def _minutes(self, step: Step) -> str:
        return escape(self._words["minutes_short"].format(count=step.minutes))

    def _section(self, step: Step) -> nodes.section:
        """Make the part of one step: what to do, what to say, what to leave out."""
        said = self._words
        title = said["heading"].format(clock=clock(step.start), title=step.title)
        until = said["until"].format(count=step.minutes, clock=clock(step.start + step.minutes))
        parts = []
        if step.do:
            parts.append(_entry(said["do"], _list(step.do)))
        if step.say:
            quoted = nodes.block_quote("", *_paragraphs(step.say), classes=["lk-plan-words"])
            parts.append(_entry(said["say"], quoted))
        if step.questions:
            parts.append(_entry(said["ask"], _list(step.questions)))
        if step.short_of_time:
            parts.append(_entry(said["short"], *_paragraphs([step.short_of_time])))
        section = nodes.section(
            "",
            nodes.title("", title),
            nodes.paragraph("", until, classes=["lk-plan-until"]),
            nodes.definition_list("", *parts, classes=["simple", "lk-plan-guide"]),
        )
        section["names"].append(nodes.fully_normalize_name(f"step-{step.id}"))
        self.state.document.note_implicit_target(section, section)
        return section

    @property
    def _words(self) -> dict[str, str]:
        return words("workshop_plan")


def _entry(name: str, *content: nodes.Node) -> nodes.definition_list_item:
    definition = nodes.definition("", *content)
    return nodes.definition_list_item("", nodes.term("", name), definition)


def _paragraphs(texts: Iterable[str]) -> list[nodes.paragraph]:
    return [nodes.paragraph("", text) for text in texts]


def _list(texts: Iterable[str]) -> nodes.bullet_list:
    return nodes.bullet_list("", *(nodes.list_item("", each) for each in _paragraphs(texts)))


def _outdated(
    app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
) -> list[str]:
    """Read the plans again when a page has come or gone, which may be a run sheet."""
    has_plan = [page for page in env.found_docs if _MARK in env.metadata.get(page, {})]
    return has_plan if added or removed else []


def setup_workshop_plans(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("workshop-plan", WorkshopPlan)
    app.connect("env-get-outdated", _outdated)
