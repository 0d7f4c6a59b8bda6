"""A real JupyterLab with a kernel, on a copy of the notebooks and with no setting of the user's."""

import json
import os
import re
import secrets
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from typing import Any

from nbformat import v4, write
from playwright.sync_api import Page

from .conftest import ROOT
from .small_book import KERNEL

# What asks other hosts, or asks the user.
SWITCHED_OFF = {
    "@jupyterlab/apputils-extension:announcements": True,
    "@jupyterlab/extensionmanager-extension": True,
}
PYTHON = """
async code => {
  const { kernel } = jupyterapp.shell.currentWidget.sessionContext.session;
  const future = kernel.requestExecute({ code, store_history: false });
  const said = [];
  future.onIOPub = ({ content }) => said.push(content.text ?? content.traceback?.join("\\n") ?? "");
  await future.done;
  return said.join("");
}
"""


@dataclass(frozen=True)
class Lab:
    """A running server."""

    address: str
    token: str

    @property
    def places(self) -> tuple[str, str]:
        """What all addresses of the server begin with."""
        return self.address, self.address.replace("http:", "ws:")

    def page(self, notebook: str) -> str:
        """Return the address of a notebook, in a workspace of its own."""
        name = notebook.removesuffix(".ipynb").replace("/", "-")
        return f"{self.address}lab/workspaces/{name}/tree/{notebook}?token={self.token}"


class Notebook:
    """A notebook that is open in JupyterLab."""

    def __init__(self, page: Page, address: str) -> None:
        """Open it and wait for its kernel."""
        self.page = page
        page.goto(address)
        page.wait_for_function(
            "window.jupyterapp?.shell.currentWidget?.sessionContext?.session?.kernel"
            "?.connectionStatus === 'connected'"
        )

    def do(self, command: str, **arguments: Any) -> None:
        """Run a command of JupyterLab, as its menu does, and wait until it is done."""
        self.page.evaluate(
            "([command, options]) =>"
            " jupyterapp.commands.execute(command, options).then(() => null)",
            [command, arguments],
        )

    def run_all(self) -> None:
        """Run every cell."""
        self.do("notebook:run-all-cells")

    def run_cell(self, number: int) -> None:
        """Run one cell, counted from 0."""
        choose = "number => { jupyterapp.shell.currentWidget.content.activeCellIndex = number; }"
        self.page.evaluate(choose, number)
        self.do("notebook:run-cell")

    def python(self, code: str) -> str:
        """Run code in the notebook's kernel and return what it prints."""
        said: str = self.page.evaluate(PYTHON, code)
        return said.strip()

    def value(self, expression: str) -> Any:
        """Return the value of an expression in the kernel."""
        return json.loads(self.python(f"import json; print(json.dumps({expression}))"))

    def wait_for_value(self, expression: str, wanted: Any, tries: int = 200) -> None:
        """Wait until an expression has a value: what a widget sends is on its way for a moment."""
        found = None
        for _ in range(tries):
            found = self.value(expression)
            if found == wanted:
                return
        raise AssertionError(f"{expression} is {found} and not {wanted}")

    def content(self) -> Any:
        """Return the cells as they would be saved, without outputs."""
        return self.page.evaluate(
            "jupyterapp.shell.currentWidget.content.model.toJSON()"
            ".cells.map(cell => [cell.cell_type, cell.source])"
        )


@contextmanager
def running_lab(folder: Path, cells: list[str]) -> Iterator[Lab]:
    """Start a server on the notebooks in a folder of its own, and end it afterwards.

    Args:
        folder: An empty folder.
        cells: The code of a further notebook, ``scratch.ipynb``.

    Yields:
        The server.
    """
    notebooks = shutil.copytree(ROOT / "notebooks", folder / "notebooks")
    scratch = v4.new_notebook(metadata={"kernelspec": KERNEL})
    scratch.cells = [v4.new_code_cell(cell) for cell in cells]
    write(scratch, notebooks / "scratch.ipynb")
    with lab_on(notebooks, folder, sys.executable, {"PYTHONPATH": str(ROOT)}) as lab:
        yield lab


@contextmanager
def lab_on(notebooks: Path, folder: Path, python: str, variables: dict[str, str]) -> Iterator[Lab]:
    """Start a server on a folder of notebooks, and end it afterwards.

    Args:
        notebooks: The folder.
        folder: Where to keep what the server writes for itself.
        python: The Python whose JupyterLab is to run.
        variables: What further to set in its environment.

    Yields:
        The server.
    """
    settings = folder / "config" / "labconfig"
    settings.mkdir(parents=True)
    page_config = json.dumps({"disabledExtensions": SWITCHED_OFF})
    (settings / "page_config.json").write_text(page_config, encoding="utf-8")
    tracker = folder / "settings" / "@jupyterlab" / "notebook-extension"
    tracker.mkdir(parents=True)
    # Otherwise JupyterLab takes cells that are out of sight out of the page.
    (tracker / "tracker.jupyterlab-settings").write_text('{"windowingMode": "none"}')
    token = secrets.token_hex()
    of_its_own = {
        "HOME": str(folder),
        "IPYTHONDIR": str(folder / "ipython"),
        "JUPYTER_CONFIG_DIR": str(folder / "config"),
        "JUPYTER_DATA_DIR": str(folder / "data"),
        "JUPYTER_RUNTIME_DIR": str(folder / "runtime"),
        "JUPYTERLAB_SETTINGS_DIR": str(folder / "settings"),
        "JUPYTERLAB_WORKSPACES_DIR": str(folder / "workspaces"),
        "JUPYTER_TOKEN": token,
        "LESSONKIT_RESUME": "1",
        **variables,
    }
    command = [
        *(python, "-m", "jupyterlab", "--no-browser", "--allow-root", "--ip=127.0.0.1"),
        *("--port=0", "--LabApp.expose_app_in_browser=True", f"--notebook-dir={notebooks}"),
    ]
    with subprocess.Popen(
        command,
        cwd=folder,
        env=os.environ | of_its_own,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        errors="replace",
    ) as server:
        assert server.stderr is not None
        said: list[str] = []
        try:
            for line in server.stderr:
                said.append(line)
                if address := re.search(r"http://127\.0\.0\.1:\d+/(?=lab)", line):
                    # A pipe that nobody reads would stop the server when it is full.
                    Thread(target=server.stderr.read, daemon=True).start()
                    yield Lab(address[0], token)
                    return
            raise AssertionError("JupyterLab did not start:\n" + "".join(said))
        finally:
            server.terminate()
            with suppress(subprocess.TimeoutExpired):
                server.wait(20)
            server.kill()
