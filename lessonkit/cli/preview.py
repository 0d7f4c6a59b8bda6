"""``lessonkit preview``: an activity in the browser while its file is being written."""

import importlib.util
import signal
import webbrowser
from pathlib import Path
from threading import Thread

import click

from lessonkit.cli.outcome import Failure

_NEEDED = ("tornado", "watchfiles")
_SUFFIXES = (".yaml", ".yml")
_HELP = """Show FILE, the YAML file of one activity, in the browser, and follow it as you write.

Each time you save the file, the page shows it as learners will see it: what you have tried out in
it stays. If the file has mistakes, the page lists them, each with its line and what to do, and goes
on showing the last version without any.

\b
Examples:
  lessonkit preview activities/intimacy-or-passion.yaml
  lessonkit preview my-deck.yaml --no-browser
  lessonkit preview my-deck.yaml --port 8080

Only this machine can open the page. Ctrl-C ends it. It needs the packages of "lessonkit[author]".
"""


@click.command(help=_HELP)
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    metavar="NUMBER",
    help="Use this port; 0 for any.  [default: the first free one from 8000 on]",
)
@click.option("--no-browser", is_flag=True, help="Do not open the browser; only say the address.")
def preview(file: Path, port: int | None, no_browser: bool) -> None:
    """Serve the page until Ctrl-C."""
    _refuse_what_is_no_activity(file)
    if any(importlib.util.find_spec(name) is None for name in _NEEDED):
        raise Failure(
            "The preview needs packages that are not installed. "
            'Fix: pip install "lessonkit[author]"'
        )
    import asyncio

    from lessonkit.preview.server import PortError, serve

    def started(address: str) -> None:
        click.echo(f"{file} is shown at {address}")
        click.echo("Save the file, and the page follows. Ctrl-C ends it.")
        if not no_browser:
            # A browser in a terminal would keep everything else waiting.
            Thread(target=webbrowser.open, args=[address], daemon=True).start()

    # Whoever starts the program in the background may have had it pass over Ctrl-C.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        asyncio.run(serve(file, port, started))
    except PortError as error:
        raise Failure(str(error)) from None
    except KeyboardInterrupt:
        click.echo("\nThe preview has ended.")


def _refuse_what_is_no_activity(file: Path) -> None:
    """Say what can be previewed instead.

    Raises:
        Failure: The path leads to something else than a YAML file.
        ActivityError: There is no such file.
    """
    from lessonkit.activities.source import read_text

    if file.is_dir():
        found = sorted(each for each in file.iterdir() if each.suffix in _SUFFIXES)
        such = f", such as {found[0]}" if found else ""
        raise Failure(f"{file} is a folder. Fix: name one activity's YAML file{such}")
    if file.suffix == ".ipynb":
        raise Failure(
            f"{file} is a notebook, and a preview shows one activity. Fix: name the YAML file of "
            "an activity that it shows, or open the notebook in JupyterLab"
        )
    if not file.exists():
        read_text(file)
    if file.suffix not in _SUFFIXES:
        raise Failure(
            f"{file} is no activity: the name of an activity's file ends in .yaml or .yml. "
            "Fix: name such a file"
        )
