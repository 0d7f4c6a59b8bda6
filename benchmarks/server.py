"""Serve several hosts on one loopback port, gzipped, and write down what was asked for.

Every host has a name under ``.localhost``, which the browser resolves to this machine. So the
project's book, the stock book and the CDNs are different hosts to the browser, as they are in life.
"""

import gzip
import mimetypes
import re
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

Source = Callable[[str], bytes]
"""Gives the bytes of a path, or raises ``LookupError``."""

_DIGEST = re.compile(rb' integrity="[^"]*"')
_GZIPPED_ALREADY = {".woff", ".woff2", ".png", ".jpg", ".gif", ".webp", ".gz"}


@dataclass(frozen=True)
class Response:
    """One answer: where it came from and what it weighs, without its headers."""

    host: str
    path: str
    status: int
    raw: int
    sent: int


def folder(root: Path) -> Source:
    """Return a source that serves the files of a folder.

    Args:
        root: The folder.

    Returns:
        The source; a path that ends in a slash means its ``index.html``.
    """

    def read(path: str) -> bytes:
        file = (root / path.lstrip("/")).resolve()
        file = file / "index.html" if path.endswith("/") else file
        if not file.is_relative_to(root.resolve()) or not file.is_file():
            raise LookupError(path)
        return file.read_bytes()

    return read


class Server:
    """A server for a ``with`` block.

    ```python
    with Server({"book.localhost": folder(Path("_build/html"))}) as server:
        print(server.url("book.localhost", "/index.html"))
    ```
    """

    def __init__(self, hosts: Mapping[str, Source]) -> None:
        """Prepare the hosts.

        Args:
            hosts: What each host name serves.
        """
        self._hosts = dict(hosts)
        self._prepared: dict[tuple[str, str], tuple[int, bytes, bytes]] = {}
        self._log: list[Response] = []
        self._http = _LoopbackServer(("127.0.0.1", 0), _handler(self))
        self.port: int = self._http.server_address[1]

    def __enter__(self) -> Self:
        """Start serving."""
        Thread(target=self._http.serve_forever, daemon=True).start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop serving."""
        self._http.shutdown()
        self._http.server_close()

    def url(self, host: str, path: str) -> str:
        """Return the address of a path on a host."""
        return f"http://{host}:{self.port}{path}"

    def take_log(self) -> list[Response]:
        """Return what was answered since the last call."""
        log, self._log = self._log, []
        return log

    def answer(self, host: str, path: str) -> tuple[int, bytes, bytes]:
        """Return status, body and encoded body; encoded once, so that no measure waits for gzip."""
        key = (host, path)
        if key not in self._prepared:
            try:
                body = self._hosts[host](path)
                if path.endswith((".html", "/")):
                    body = self._on_loopback(body)
                status = 200
            except LookupError:
                status, body = 404, b"not found"
            packed = Path(path).suffix in _GZIPPED_ALREADY
            self._prepared[key] = (status, body, body if packed else gzip.compress(body, 9))
        status, body, encoded = self._prepared[key]
        self._log.append(Response(host, path, status, len(body), len(encoded)))
        return status, body, encoded

    def _on_loopback(self, page: bytes) -> bytes:
        """Point a page's links to a host that is served here at this server.

        The promised digest of ``require.min.js`` is left out: ours is minified by another version.
        """
        for host in self._hosts:
            there = f"https://{host.removesuffix('.localhost')}/"
            page = page.replace(there.encode(), self.url(host, "/").encode())
        return _DIGEST.sub(b"", page)


class _LoopbackServer(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Pass over a browser that was closed while it was loading."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


def _handler(server: Server) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True
        wbufsize = -1

        def do_GET(self) -> None:
            host = self.headers["Host"].split(":")[0]
            path = urlsplit(self.path).path
            status, body, encoded = server.answer(host, path)
            kind = mimetypes.guess_type("index.html" if path.endswith("/") else path)[0]
            self.send_response(status)
            self.send_header("Content-Type", kind or "application/octet-stream")
            self.send_header("Content-Length", str(len(encoded)))
            if encoded is not body:
                self.send_header("Content-Encoding", "gzip")
            # Ten minutes is what a common free static host gives.
            self.send_header("Cache-Control", "max-age=600")
            self.send_header("Access-Control-Allow-Origin", "*")
            self.end_headers()
            self.wfile.write(encoded)

        def log_message(self, *_: object) -> None:
            """Keep the screen for the results."""

    return Handler
