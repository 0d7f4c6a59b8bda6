"""The YAML language server of editors, spoken to as an editor does: JSON-RPC over its streams."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Timer
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = ROOT / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
PATIENCE = 120
MARKDOWN = {"contentFormat": ["markdown"], "documentationFormat": ["markdown"]}
CAPABILITIES = {
    "textDocument": {"hover": MARKDOWN, "completion": {"completionItem": MARKDOWN}},
    "workspace": {"configuration": True},
}
# It would ask a server for a catalogue of schemas.
SETTINGS = {"yaml": {"schemaStore": {"enable": False}, "hover": True, "completion": True}}


class LanguageServer:
    """A running language server."""

    def __init__(self, process: "subprocess.Popen[bytes]") -> None:
        self._process = process
        self._number = 0
        self._notes: list[dict[str, Any]] = []

    def ask(self, method: str, **parameters: Any) -> Any:
        """Send a request and return its result."""
        self._number += 1
        wanted = self._number
        self._send({"id": wanted, "method": method, "params": parameters})
        while True:
            message = self._receive()
            if message.get("id") == wanted and "method" not in message:
                assert "error" not in message, message
                return message["result"]

    def tell(self, method: str, **parameters: Any) -> None:
        """Send what needs no answer."""
        self._send({"method": method, "params": parameters})

    def told(self, method: str, uri: str) -> dict[str, Any]:
        """Wait until the server tells something of a file of its own accord, and return it."""
        while True:
            for note in self._notes:
                told: dict[str, Any] = note["params"]
                if note["method"] == method and told.get("uri") == uri:
                    self._notes.remove(note)
                    return told
            self._receive()

    def _send(self, message: dict[str, Any]) -> None:
        assert self._process.stdin is not None
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self._process.stdin.flush()

    def _receive(self) -> dict[str, Any]:
        """Read one message; answer a question of the server's, and keep what it tells."""
        assert self._process.stdout is not None
        size = 0
        while line := self._process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            size = int(value) if name == b"Content-Length" else size
        assert size, "the language server has ended"
        message: dict[str, Any] = json.loads(self._process.stdout.read(size))
        if "method" in message and "id" in message:
            asked = message["params"].get("items", []) if message.get("params") else []
            result = [SETTINGS.get(item["section"]) for item in asked] or None
            self._send({"id": message["id"], "result": result})
        elif "method" in message:
            self._notes.append(message)
        return message


@contextmanager
def running_language_server() -> Iterator[LanguageServer]:
    """Start a language server, and end it afterwards."""
    command = [str(Path(sys.executable).with_name("node")), str(PROGRAM), "--stdio"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        # A server that never answers must not keep the tests waiting.
        too_late = Timer(PATIENCE, process.kill)
        too_late.start()
        try:
            server = LanguageServer(process)
            server.ask("initialize", processId=None, rootUri=None, capabilities=CAPABILITIES)
            server.tell("initialized")
            server.tell("workspace/didChangeConfiguration", settings=SETTINGS)
            yield server
        finally:
            too_late.cancel()
            process.kill()
