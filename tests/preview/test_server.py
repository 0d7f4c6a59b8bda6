"""The preview's server: to whom it answers, what it sends, and what it says of each save."""

import asyncio
import socket
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from tornado.httpclient import AsyncHTTPClient, HTTPResponse
from tornado.httpserver import HTTPServer

from lessonkit.activities import Problem
from lessonkit.preview import server as server_module
from lessonkit.preview.reading import Shown
from lessonkit.preview.server import HOST, PortError, Preview, make_application, open_socket

PROBLEM = Problem("deck.yaml", 7, "too long", "a rule", "much", "shorten it")
GOOD = Shown("<p>The page</p>")
BAD = Shown("<p>The page</p>", (PROBLEM,))

Get = Callable[..., Awaitable[HTTPResponse]]


def ask(act: Callable[[Preview, Get], Awaitable[None]]) -> None:
    """Run a server, and do something with its preview and what asks it for an address."""

    async def run() -> None:
        listening = open_socket(0)
        port = listening.getsockname()[1]
        preview = Preview(Path("deck.yaml"))
        server = HTTPServer(make_application(preview, port))
        server.add_socket(listening)

        async def get(path: str, host: str = "", **options: object) -> HTTPResponse:
            headers = {"Host": host.format(port=port)} if host else {}
            address = f"http://{HOST}:{port}{path}"
            return await AsyncHTTPClient().fetch(
                address, headers=headers, raise_error=False, **options
            )

        try:
            await act(preview, get)
        finally:
            preview.end()
            server.stop()
            await server.close_all_connections()

    # What is never said would be waited for without end.
    asyncio.run(asyncio.wait_for(run(), 60))


def test_it_answers_to_its_own_names_alone() -> None:
    async def act(preview: Preview, get: Get) -> None:
        preview.shown = GOOD
        for host in ("127.0.0.1:{port}", "LocalHost:{port}"):
            assert (await get("/activity", host)).code == 200
        for host in ("evil.example:{port}", "127.0.0.1:1", "127.0.0.1", "127.0.0.1:{port}.evil"):
            for path in ("/", "/activity", "/events", "/elsewhere"):
                answer = await get(path, host)
                assert answer.code == 421, (host, path)
                assert b"page" not in answer.body

    ask(act)


def test_it_sends_the_window_the_last_good_page_and_nothing_else() -> None:
    async def act(preview: Preview, get: Get) -> None:
        window = await get("/")
        assert window.code == 200 and b'data-file="deck.yaml"' in window.body
        assert (await get("/activity")).code == 404
        preview.shown = BAD
        page = await get("/activity?version=1")
        assert page.body == b"<p>The page</p>"
        for name in ("/01_lesson.html", "/../deck.yaml", "/deck.yaml"):
            assert (await get(name)).code == 404
        for answer in (window, page, await get("/01_lesson.html")):
            assert answer.headers["Content-Type"] == "text/html; charset=UTF-8"
            assert answer.headers["Cache-Control"] == "no-store"
            assert answer.headers["Content-Security-Policy"] == "frame-ancestors 'self'"
            assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"
            assert answer.headers["X-Content-Type-Options"] == "nosniff"
            assert "Access-Control-Allow-Origin" not in answer.headers

    ask(act)


def test_the_window_hears_of_each_save_and_of_the_end() -> None:
    async def act(preview: Preview, get: Get) -> None:
        heard: asyncio.Queue[str] = asyncio.Queue()

        def hear(chunk: bytes) -> None:
            for line in chunk.decode().splitlines():
                if line.startswith("data: "):
                    heard.put_nowait(line.removeprefix("data: "))

        listening = asyncio.ensure_future(get("/events", streaming_callback=hear))
        for shown in (GOOD, BAD, GOOD):
            preview.shown = shown
            preview.news.notify_all()
            assert await heard.get() == shown.message(preview.file)
        preview.end()
        assert (await listening).headers["Content-Type"] == "text/event-stream"

    ask(act)


def test_a_port_in_use_is_passed_over_or_said_to_be(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as taken:
        taken.bind((HOST, 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(PortError, match=f"Port {port} is in use"):
            open_socket(port)
        monkeypatch.setattr(server_module, "FIRST_PORT", port)
        with open_socket(None) as found:
            assert found.getsockname()[0] == HOST and found.getsockname()[1] > port
        monkeypatch.setattr(server_module, "PORTS_TRIED", 1)
        with pytest.raises(PortError, match="all in use"):
            open_socket(None)
