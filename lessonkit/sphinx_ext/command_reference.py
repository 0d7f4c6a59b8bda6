"""The directive that lists a program's commands: ``{command-reference} package.module:program``.

It says what each command says of itself with ``--help``, so the two cannot differ.
"""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from textwrap import dedent

import click
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from lessonkit.sphinx_ext.anchors import note_anchor
from lessonkit.sphinx_ext.page_assets import bring
from lessonkit.words import words

_AS_WRITTEN = "\b\n"
"""What stands before a paragraph of a help text whose lines are kept as they are."""


class CommandReference(SphinxDirective):
    """Lists the commands of a program made with click, each in a section of its own.

    It is named by its module and its name there, and called by the name of its package.
    """

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Ask every command for its help."""
        place, _, name = self.arguments[0].partition(":")
        # By its name: the program stands above this extension, which it may use itself.
        module = import_module(place)
        for source in sorted(Path(str(module.__file__)).parent.rglob("*.py")):
            self.env.note_dependency(str(source))
        bring(self.env, "activity_reference.css")
        program = getattr(module, name)
        whole = click.Context(program, info_name=place.split(".")[0])
        return [*_help(program), *map(self._section, _contexts(whole))]

    def _section(self, context: click.Context) -> nodes.section:
        said, name = words("command_reference"), context.command_path
        usage = " ".join([name, *context.command.collect_usage_pieces(context)])
        section = nodes.section(
            "",
            nodes.title("", "", nodes.literal("", name)),
            *_help(context.command),
            nodes.paragraph("", f"{said['usage']} ", nodes.literal("", usage)),
            ids=[nodes.make_id(name)],
        )
        note_anchor(self.env, nodes.make_id(name), name)
        # That each has --help is said once, on the page.
        records = [param.get_help_record(context) for param in context.command.params]
        if items := [_option(*record) for record in records if record and record[1]]:
            section += nodes.paragraph("", said["options"])
            section += nodes.definition_list("", *items, classes=["lk-activity-keys"])
        return section


def _contexts(context: click.Context) -> Iterator[click.Context]:
    """Find every command below one, however deep, in the order of their names."""
    if not isinstance(group := context.command, click.Group):
        return
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if command and not command.hidden:
            below = click.Context(command, parent=context, info_name=name)
            yield below
            yield from _contexts(below)


def _help(command: click.Command) -> list[nodes.Node]:
    """Return a help text: its paragraphs, and its examples as they are written."""
    made: list[nodes.Node] = []
    for text in (command.help or "").split("\n\n"):
        if not text.startswith(_AS_WRITTEN):
            made.append(_paragraph(" ".join(text.split())))
            continue
        heading, _, examples = text.removeprefix(_AS_WRITTEN).partition("\n")
        listing = dedent(examples).rstrip()
        made.append(_paragraph(heading.strip()))
        made.append(nodes.literal_block(listing, listing, language="text"))
    return made


def _paragraph(text: str) -> nodes.paragraph:
    # A dash for two hyphens would make --cards something that nobody can type.
    return nodes.paragraph("", text, support_smartquotes=False)


def _option(names: str, about: str) -> nodes.definition_list_item:
    term = nodes.term("", "", nodes.literal("", names))
    return nodes.definition_list_item("", term, nodes.definition("", _paragraph(about)))


def setup_command_reference(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("command-reference", CommandReference)
