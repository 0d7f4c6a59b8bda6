"""A web server for one folder that can be slow, go away, and come back at the same address."""

from contextlib import suppress
from pathlib import Path
from threading import Event, Thread
from typing import Any

from serve import HOST, BookHandler, BookServer


class Host:
    """Serves a folder.

    Example:
        >>> host = Host(folder)
        >>> host.hold("two.html")  # until `host.release()`, that page is on its way
        >>> host.stop()
        >>> host.start()
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.asked: list[str] = []
        self._port = 0
        self._held = ""
        self._released = Event()
        self._server: BookServer | None = None
        self.start()

    @property
    def address(self) -> str:
        return f"http://{HOST}:{self._port}/"

    def start(self) -> None:
        host = self

        class Handler(BookHandler):
            def do_GET(self) -> None:
                host.asked.append(self.path)
                # A file that changes twice in a second would pass for the same.
                del self.headers["If-Modified-Since"]
                if host._held and host._held in self.path:
                    host._released.wait()
                # The browser may have stopped waiting.
                with suppress(BrokenPipeError, ConnectionResetError):
                    super().do_GET()

        def handle(*arguments: Any) -> Handler:
            return Handler(*arguments, directory=str(host.folder))

        self._server = BookServer((HOST, self._port), handle)
        self._port = self._server.server_port
        Thread(target=self._server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        self.release()
        if self._server:
            self._server.shutdown()
            self._server.server_close()
            self._server = None

    def hold(self, part: str) -> None:
        self._released.clear()
        self._held = part

    def release(self) -> None:
        self._held = ""
        self._released.set()
