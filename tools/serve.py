"""Serve the built book on this machine, for this machine alone."""

import argparse
import errno
import os
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HOST = "127.0.0.1"
FIRST_PORT = 8000
PORTS_TRIED = 50


class BookServer(ThreadingHTTPServer):
    """A server that never shares its port with another one."""

    daemon_threads = True
    # On Windows this option would let two servers listen on one port.
    allow_reuse_address = os.name != "nt"


class BookHandler(SimpleHTTPRequestHandler):
    """Serves files that a browser asks for again each time, since the book may be rebuilt."""

    # Windows may know other types than the ones that a browser needs to run a script.
    extensions_map = SimpleHTTPRequestHandler.extensions_map | {
        ".css": "text/css",
        ".js": "text/javascript",
        ".json": "application/json",
        ".svg": "image/svg+xml",
        ".webmanifest": "application/manifest+json",
    }

    def end_headers(self) -> None:
        """Add that a stored copy must be checked before use."""
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing of each request."""


def open_server(folder: Path, port: int | None) -> BookServer:
    """Listen on a port.

    Args:
        folder: What to serve.
        port: The port that was asked for, or nothing for the first free one from 8000 on.

    Returns:
        A server that listens.

    Raises:
        SystemExit: The port that was asked for is in use, or none is free.
    """
    handler = partial(BookHandler, directory=str(folder))
    tried = range(FIRST_PORT, FIRST_PORT + PORTS_TRIED) if port is None else [port]
    for candidate in tried:
        try:
            server = BookServer((HOST, candidate), handler)
        except OSError as problem:
            if problem.errno not in (errno.EADDRINUSE, errno.EACCES):
                raise
            continue
        if candidate != tried[0]:
            print(f"      Port {FIRST_PORT} is in use, so this is port {candidate}.")
        return server
    if port is None:
        raise SystemExit(f"Ports {tried[0]} to {tried[-1]} are all in use. Close a server first.")
    raise SystemExit(f"Port {port} is in use or not allowed. Try another: make PORT={port + 1}")


def main() -> None:
    """Serve until Ctrl-C."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "_build" / "html")
    parser.add_argument("--port", type=int, help="this port, or none; else the first free one")
    parser.add_argument("--step", default="", help="what to print in front, such as [3/3]")
    arguments = parser.parse_args()
    if not (arguments.folder / "index.html").is_file():
        raise SystemExit(f"There is no book in {arguments.folder}. Build it first: make book")
    print(f"{arguments.step} Serving the course to this machine only.".lstrip())
    with open_server(arguments.folder, arguments.port) as server:
        print(f"\n      http://{HOST}:{server.server_port}/\n")
        print("      Open it in a browser. Ctrl-C ends it.", flush=True)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            print()


if __name__ == "__main__":
    main()
