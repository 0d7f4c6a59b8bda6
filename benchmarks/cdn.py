"""Stand in for the two CDNs that a stock book with a widget asks, from the packages on npm."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path

from myst_nb.core.config import NbParserConfig
from server import Source

_RANGE = re.compile(r"/npm/(?P<name>(?:@[^/@]+/)?[^/@]+)@(?P<range>[^/]+)/(?P<file>.+)")
_REQUIRE = re.compile(r"/ajax/libs/require\.js/(?P<version>[\d.]+)/require\.min\.js")


def tool(name: str) -> str:
    """Return the path of a program: the environment's own, else the machine's.

    Args:
        name: The program's name, such as ``"npm"``.

    Returns:
        The program's full path.

    Raises:
        SystemExit: There is no such program.
    """
    places = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    found = shutil.which(name, path=places)
    if found is None:
        raise SystemExit(f"benchmarks: {name} is needed. It comes with requirements-dev.txt.")
    return found


class Cdn:
    """The files of a few npm packages, under the addresses that jsdelivr and cdnjs give them."""

    def __init__(self, cache: Path) -> None:
        """Fetch what is not yet in the cache.

        Args:
            cache: A folder for the unpacked packages.
        """
        asked = " ".join(NbParserConfig().ipywidgets_js)
        manager = re.search(r"html-manager@([\d.]+)", asked)
        require = re.search(r"require\.js/([\d.]+)", asked)
        if manager is None or require is None:
            raise SystemExit(f"benchmarks: MyST-NB now asks other scripts of a CDN: {asked}")
        self.versions = {
            "@jupyter-widgets/html-manager": manager[1],
            "requirejs": require[1],
            "anywidget": version("anywidget"),
        }
        self._folders = {name: _unpacked(name, at, cache) for name, at in self.versions.items()}
        self._require = _minified(self._folders["requirejs"] / "require.js")
        self.unknown: list[str] = []

    def jsdelivr(self, path: str) -> bytes:
        """Return a package's file.

        Args:
            path: For instance ``/npm/anywidget@~0.11.*/dist/index.js``.

        Returns:
            The file.

        Raises:
            LookupError: No such file in the packages; ``unknown`` then holds the address.
        """
        match = _RANGE.fullmatch(path)
        if match and _admits(match["range"], self.versions.get(match["name"], "")):
            file = self._folders[match["name"]] / match["file"]
            if file.is_file():
                return file.read_bytes()
        self.unknown.append(f"https://cdn.jsdelivr.net{path}")
        raise LookupError(path)

    def cdnjs(self, path: str) -> bytes:
        """Return the minified ``require.js``, the one file that a stock book asks of cdnjs.

        Args:
            path: For instance ``/ajax/libs/require.js/2.3.4/require.min.js``.

        Returns:
            The file.

        Raises:
            LookupError: Another file is asked for; ``unknown`` then holds the address.
        """
        match = _REQUIRE.fullmatch(path)
        if match and match["version"] == self.versions["requirejs"]:
            return self._require
        self.unknown.append(f"https://cdnjs.cloudflare.com{path}")
        raise LookupError(path)

    def hosts(self) -> Mapping[str, Source]:
        """Return what each CDN's host serves."""
        return {
            "cdn.jsdelivr.net.localhost": self.jsdelivr,
            "cdnjs.cloudflare.com.localhost": self.cdnjs,
        }


def _admits(asked: str, have: str) -> bool:
    """Say whether a range such as ``~0.11.*`` admits a version."""
    if asked[0] not in "~^":
        return asked == have
    known = asked[1:].split(".*")[0].split(".")
    return have.split(".")[: len(known)] == known


def _unpacked(name: str, wanted: str, cache: Path) -> Path:
    """Return the folder of an npm package, without what it depends on."""
    target = cache / f"{name.strip('@').replace('/', '-')}-{wanted}"
    if not target.is_dir():
        print(f"fetching {name} {wanted} from npm ...", flush=True)
        cache.mkdir(parents=True, exist_ok=True)
        command = [tool("npm"), "pack", f"{name}@{wanted}", "--silent"]
        packed = subprocess.run(command, check=True, text=True, stdout=subprocess.PIPE, cwd=cache)
        archive = cache / packed.stdout.split()[-1]
        shutil.unpack_archive(archive, target, filter="data")
        archive.unlink()
    return target / "package"


def _minified(script: Path) -> bytes:
    """Return a script as the package's own optimizer minifies it."""
    source, target = script.parent / "to-minify", script.parent / "minified"
    if not target.is_dir():
        source.mkdir(exist_ok=True)
        shutil.copy(script, source)
        optimizer = str(script.parent / "bin" / "r.js")
        options = [f"appDir={source}", "baseUrl=.", f"dir={target}", "optimize=uglify"]
        subprocess.run([tool("node"), optimizer, "-o", *options], check=True, capture_output=True)
    return (target / script.name).read_bytes()
