"""Serves the preview to this machine alone, and tells its window of each save."""

import asyncio
import errno
import os
from collections.abc import Callable
from datetime import timedelta
from http import HTTPStatus
from pathlib import Path
from socket import SO_REUSEADDR, SOL_SOCKET, socket
from typing import Any

from tornado.httpserver import HTTPServer
from tornado.iostream import StreamClosedError
from tornado.locks import Condition
from tornado.web import Application, RequestHandler

from lessonkit.preview.reading import Shown, look_at, read
from lessonkit.preview.watching import saves
from lessonkit.preview.window import nothing_here, window_page

HOST = "127.0.0.1"
FIRST_PORT = 8000
PORTS_TRIED = 50
USUAL_PORT = 80

_PULSE = timedelta(seconds=15)
"""How long an open connection may be silent."""

_HEADERS = {
    "Cache-Control": "no-store",
    # What a page may load, each says itself.
    "Content-Security-Policy": "frame-ancestors 'self'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


class PortError(Exception):
    """No port is to be had; the words say what to do."""


class Preview:
    """A file, what is shown of it, and who waits for news."""

    def __init__(self, file: Path) -> None:
        """Begin with nothing that is shown.

        Args:
            file: The activity's file.
        """
        self.file = file
        self.shown: Shown | None = None
        self.news = Condition()
        self.has_ended = False

    def end(self) -> None:
        """Let go of everyone who waits for news."""
        self.has_ended = True
        self.news.notify_all()

    async def follow(self, stop: asyncio.Event) -> None:
        """Read the file now and after each save.

        Args:
            stop: Ends it.
        """
        async for _ in saves(self.file.parent, self._look, stop):
            shown = await asyncio.to_thread(read, self.file, self.shown)
            if shown != self.shown:
                self.shown = shown
                self.news.notify_all()

    def _look(self) -> tuple[tuple[str, int, int, int] | None, ...]:
        return look_at(self.file, self.shown is not None and self.shown.is_course)


class _Local(RequestHandler):
    """Answers only who asks this machine by its own name.

    A page elsewhere can have its own name lead to this machine, and would then read what is here.
    """

    preview: Preview
    hosts: frozenset[str]

    def initialize(self, preview: Preview, hosts: frozenset[str]) -> None:
        self.preview, self.hosts = preview, hosts

    def set_default_headers(self) -> None:
        for name, value in _HEADERS.items():
            self.set_header(name, value)

    def prepare(self) -> None:
        if self.request.host.lower() not in self.hosts:
            self.set_status(HTTPStatus.MISDIRECTED_REQUEST)
            self.set_header("Content-Type", "text/plain")
            self.finish("This preview answers to 127.0.0.1 and localhost only.\n")


class _Window(_Local):
    def get(self) -> None:
        self.finish(window_page(self.preview.file.name))


class _Activity(_Local):
    def get(self) -> None:
        shown = self.preview.shown
        if shown is None or shown.page is None:
            self.set_status(HTTPStatus.NOT_FOUND)
            self.finish(nothing_here())
        else:
            self.finish(shown.page)


class _Events(_Local):
    """Server-sent events: https://html.spec.whatwg.org/multipage/server-sent-events.html."""

    async def get(self) -> None:
        self.set_header("Content-Type", "text/event-stream")
        self.write("retry: 1000\n\n")
        said: Shown | None = None
        try:
            while not self.preview.has_ended:
                shown = self.preview.shown
                if shown is not said and shown is not None:
                    self.write(f"data: {shown.message(self.preview.file)}\n\n")
                    said = shown
                else:
                    self.write(":\n\n")
                await self.flush()
                if self.preview.shown is said:
                    await self.preview.news.wait(timeout=_PULSE)
        except StreamClosedError:
            return


class _Nothing(_Local):
    def get(self) -> None:
        self.set_status(HTTPStatus.NOT_FOUND)
        self.finish(nothing_here())


def make_application(preview: Preview, port: int) -> Application:
    """Return what answers requests.

    Args:
        preview: What is shown.
        port: The port on which it is asked.
    """
    # A browser leaves the usual port out.
    names = (HOST, "localhost")
    hosts = frozenset(names if port == USUAL_PORT else [f"{name}:{port}" for name in names])
    known: dict[str, Any] = {"preview": preview, "hosts": hosts}
    return Application(
        [("/", _Window, known), ("/activity", _Activity, known), ("/events", _Events, known)],
        default_handler_class=_Nothing,
        default_handler_args=known,
        log_function=lambda handler: None,
    )


def open_socket(port: int | None) -> socket:
    """Listen on a port.

    Args:
        port: The port that was asked for; 0 for any; or nothing for the first free one from 8000.

    Raises:
        PortError: The port that was asked for is in use, or none is free.
    """
    tried = range(FIRST_PORT, FIRST_PORT + PORTS_TRIED) if port is None else [port]
    for candidate in tried:
        try:
            return _listen(candidate)
        except OSError as problem:
            if problem.errno not in (errno.EADDRINUSE, errno.EACCES):
                raise
    if port is None:
        raise PortError(
            f"Ports {tried[0]} to {tried[-1]} are all in use. Fix: end a program that uses one"
        )
    raise PortError(
        f"Port {port} is in use or not allowed. Fix: leave --port out, or name another one"
    )


def _listen(port: int) -> socket:
    listening = socket()
    try:
        # Else a preview that has just ended keeps its port; on Windows two would share one.
        if os.name != "nt":
            listening.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
        listening.setblocking(False)
        listening.bind((HOST, port))
        listening.listen()
    except OSError:
        listening.close()
        raise
    return listening


async def serve(file: Path, port: int | None, started: Callable[[str], object]) -> None:
    """Serve the preview of a file until the task is cancelled.

    Args:
        file: The activity's file.
        port: As for `open_socket`.
        started: Called with the address, once it can be opened.

    Raises:
        PortError: No port is to be had.
    """
    listening = open_socket(port)
    number: int = listening.getsockname()[1]
    preview, stop = Preview(file), asyncio.Event()
    server = HTTPServer(make_application(preview, number))
    server.add_socket(listening)
    started(f"http://{HOST}:{number}/")
    try:
        await preview.follow(stop)
    finally:
        stop.set()
        server.stop()
        preview.end()
        # Each has a turn to take its leave, which closing the connection would not leave it.
        await asyncio.sleep(0.05)
        await server.close_all_connections()
