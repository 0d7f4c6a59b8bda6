"""What must be true of the loader and of each command, whatever a file holds."""

from pathlib import Path

import click
from click.testing import CliRunner

from lessonkit.activities import ActivityError, load_activity
from lessonkit.cli.main import program
from lessonkit.paper.browser import VARIABLE

CORPUS = Path(__file__).with_name("awkward")
"""Files that were hard once, each with whatever bytes made it so."""

SERVES = {"preview"}
"""Commands that go on until they are ended; their parts have tests of their own."""


def load_or_refuse(path: Path) -> list[str]:
    """Load a file, and see that it is an activity or is refused in whole sentences.

    Args:
        path: The file.

    Returns:
        The words of the mistakes; none of an activity.
    """
    try:
        load_activity(path)
    except ActivityError as refused:
        assert refused.problems
        lines = [problem.line for problem in refused.problems]
        content = path.read_bytes().replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        # The end of a file is a line, too: there the editor's cursor stands.
        assert 1 <= lines[0] <= lines[-1] <= content.count(b"\n") + 1
        assert lines == sorted(lines)
        for each in refused.problems:
            assert all(words.strip() for words in (each.what, each.rule, each.found, each.fix))
            assert len(str(each).splitlines()) == 1
        return [str(each) for each in refused.problems]
    return []


def commands_of_files() -> list[str]:
    """Return the commands to which a file can be given."""
    return sorted(
        name
        for name, command in program.commands.items()
        if name not in SERVES and not any(_is_chosen(each) for each in _arguments(command))
    )


def run_on(name: str, path: Path) -> None:
    """Run a command on a file, in the folder of the file, and see that it ends as it should.

    Args:
        name: The command.
        path: The file; it stands for every argument.
    """
    before = path.read_bytes()
    words = [path.name] * len(_arguments(program.commands[name]))
    # What has no browser prints nothing, and a valid deck is not what is tried here.
    runner = CliRunner(env={VARIABLE: str(path.with_name("no-browser"))})
    done = runner.invoke(program, [name, *words])
    assert done.exception is None or isinstance(done.exception, SystemExit), (
        name,
        repr(done.exception),
    )
    assert done.exit_code in (0, 1, 2, 3)
    assert "Traceback" not in done.output
    assert path.read_bytes() == before, f"{name} has written over the file"


def _arguments(command: click.Command) -> list[click.Argument]:
    return [each for each in command.params if isinstance(each, click.Argument)]


def _is_chosen(argument: click.Argument) -> bool:
    return isinstance(argument.type, click.Choice)
