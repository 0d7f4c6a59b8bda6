"""Another machine, as far as can be: lessonkit installed from its wheel, and nothing of ours near.

What a page for authors tells its reader to type and to write is done here just so. In its Markdown,
a fence of ``sh`` is commands, which stop at the first that fails; a fence whose first line is
``# a/file.yaml`` is that file from its second line on. Commands in other fences, such as
``console``, are for the reader alone.
"""

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from .conftest import ROOT

_FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_FILE = re.compile(r"# ([\w./-]+\.\w+)\n")


@dataclass
class Elsewhere:
    """Somebody's folder and environment.

    Attributes:
        folder: Where their next command is given.
        python: The environment's Python.
    """

    folder: Path
    python: Path

    @property
    def variables(self) -> dict[str, str]:
        """Everything that is set in their terminal."""
        return {
            "HOME": str(self.python.parents[1]),
            "LC_ALL": "C.UTF-8",
            "PATH": os.pathsep.join([str(self.python.parent), os.defpath]),
        }

    def run(self, commands: str) -> str:
        """Give commands in their terminal, and stay in the folder to which they lead.

        Args:
            commands: Lines of a shell, each of which must go well.

        Returns:
            What they say.
        """
        ends = self.python.parents[1] / "where-it-ends"
        done = subprocess.run(
            ["bash", "-e", "-c", f'{commands}\npwd > "{ends}"'],
            cwd=self.folder,
            env=self.variables,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, f"{commands}\n{done.stdout}"
        self.folder = Path(ends.read_text(encoding="utf-8").strip())
        return done.stdout

    def follow(self, page: Path) -> list[str]:
        """Do what a page tells its reader to type and to write.

        Args:
            page: Its Markdown.

        Returns:
            What the commands of each fence say.
        """
        said = []
        for language, content in _FENCE.findall(page.read_text(encoding="utf-8")):
            if language == "sh":
                said.append(self.run(content))
            elif named := _FILE.match(content):
                path = self.folder / named[1]
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(content[named.end() :], encoding="utf-8")
        return said


def build_wheel(folder: Path) -> Path:
    """Build the wheel of this package into a folder, and return its file."""
    _uv("build", "--wheel", "--out-dir", str(folder), str(ROOT))
    (wheel,) = folder.glob("*.whl")
    return wheel


def install(wheel: Path, folder: Path) -> Elsewhere:
    """Install a wheel into an environment of its own, with the versions that we have tested.

    Args:
        wheel: The wheel.
        folder: An empty folder.

    Returns:
        The environment, and an empty folder in which to begin.
    """
    environment, constraints = folder / "environment", folder / "constraints.txt"
    pins = (ROOT / "requirements-dev.txt").read_text(encoding="utf-8").splitlines()
    constraints.write_text("\n".join(pin for pin in pins if "==" in pin), encoding="utf-8")
    _uv("venv", "--python", sys.executable, str(environment))
    python = environment / "bin" / "python"
    wanted = f"lessonkit[author,course] @ {wheel.as_uri()}"
    _uv("pip", "install", "--python", str(python), "-c", str(constraints), wanted)
    begin = folder / "work"
    begin.mkdir()
    return Elsewhere(begin, python)


def _uv(*words: str) -> None:
    command = [sys.executable, "-m", "uv", "--quiet", *words]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
