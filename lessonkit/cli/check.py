"""``lessonkit check``: everything that can be wrong in activities and notebooks."""

import json

import click

from lessonkit.activities.text import without_unseen
from lessonkit.cli.outcome import FAILED, REMARKS

_HELP = """Find everything that is wrong in activities and notebooks, and say how to put it right.

PATH is a file or a folder; without one, all under the current folder is checked: every YAML file in
a folder "activities", every other one whose "type" is an activity's, and every notebook. Hidden
folders are left out, and _build, build, dist, env, venv, node_modules, and those that hold a
conftest.py.

\b
Examples:
  lessonkit check
  lessonkit check activities/intimacy-or-passion.yaml
  lessonkit check notebooks --no-advice
  lessonkit check --json > report.json

Each line begins with file and line. An "error" is wrong; "advice" is right, and could be better for
learners. It ends with 0 if there is nothing to say, 1 if there is an error, and 3 if there is only
advice. Code is read and never run.
"""


@click.command(help=_HELP)
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option("--no-advice", is_flag=True, help="Only tell what is wrong.")
@click.option(
    "--json",
    "as_json",
    is_flag=True,
    help='Write one JSON document: "findings", each with file, line, severity, what, rule, found '
    'and fix; "counts"; and "version", which is 1 for as long as these keys stay.',
)
@click.option("--words", is_flag=True, help="Check lessonkit's own catalogue of words, too.")
def check(paths: tuple[str, ...], no_advice: bool, as_json: bool, words: bool) -> None:
    """Check, and tell what was found."""
    from lessonkit.checks.course import check_course

    report = check_course(paths, with_advice=not no_advice, with_words=words)
    if as_json:
        click.echo(json.dumps(report.as_json(), indent=2))
    else:
        for finding in report.findings:
            # A name of a file can hold anything.
            click.echo(without_unseen(str(finding), "?").replace("\n", " "))
        click.echo(report.summary(with_advice=not no_advice))
    if report.count("error"):
        click.get_current_context().exit(FAILED)
    if report.count("advice"):
        click.get_current_context().exit(REMARKS)
