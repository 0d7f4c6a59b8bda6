"""An editor with the YAML language server helps with an activity file, by its schema."""

from pathlib import Path
from typing import Any

import pytest

from lessonkit.activities.kinds.sorting import Card, SortingActivity
from lessonkit.starters.activity_file import EXAMPLES

from .language_server import LanguageServer, running_language_server

ROOT = Path(__file__).resolve().parents[2]
DECK = ROOT / "notebooks" / "activities" / "intimacy-or-passion.yaml"


@pytest.fixture(scope="module")
def server() -> Any:
    with running_language_server() as server:
        yield server


class Opened:
    """The deck as it is open in an editor."""

    def __init__(self, server: LanguageServer, text: str, name: str) -> None:
        self.server, self.text = server, text
        # Beside the deck, so that it finds the schema that its first line names.
        self.uri = DECK.with_name(name).as_uri()
        document = {"uri": self.uri, "languageId": "yaml", "version": 1, "text": text}
        server.tell("textDocument/didOpen", textDocument=document)

    def ask(self, method: str, after: str) -> Any:
        """Ask about the place behind some words that stand in the text."""
        before = self.text[: self.text.index(after) + len(after)]
        line, character = before.count("\n"), len(before.rpartition("\n")[2])
        position = {"line": line, "character": character}
        return self.server.ask(
            f"textDocument/{method}", textDocument={"uri": self.uri}, position=position
        )


def described(model: Any, key: str) -> str:
    description = model.model_fields[key].description
    assert description
    return str(description)


def plain(markdown: str) -> str:
    return markdown.replace("\\", "")


def test_a_new_line_of_a_card_is_completed_and_explained(server: LanguageServer) -> None:
    text = DECK.read_text(encoding="utf-8").replace("    hint:", "    \n    hint:", 1)
    opened = Opened(server, text, "completed.yaml")
    before = text[: text.index("    \n    hint:") + 4]
    offered = opened.ask("completion", before[-60:])
    items = {item["label"]: item for item in offered["items"]}
    missing = {"defensible", "variant_of"}
    assert missing <= items.keys()
    assert not {"text", "category", "hint"} & items.keys(), "they are there already"
    assert items["defensible"]["documentation"] == described(Card, "defensible")
    assert "- category: $1" in items["defensible"]["insertText"]


def test_a_value_is_offered_with_its_meaning(server: LanguageServer) -> None:
    text = DECK.read_text(encoding="utf-8").replace("mode: practice", "mode: ")
    offered = Opened(server, text, "value.yaml").ask("completion", "\nmode: ")
    meanings = {item["label"]: item["documentation"] for item in offered["items"]}
    assert meanings.keys() == {"practice", "check", "opinion"}
    assert meanings["opinion"].startswith("There is no right answer")


def test_a_key_explains_itself_where_one_points_at_it(server: LanguageServer) -> None:
    opened = Opened(server, DECK.read_text(encoding="utf-8"), DECK.name)
    told = plain(opened.ask("hover", "    defensi")["contents"]["value"])
    assert described(Card, "defensible") in told
    told = plain(opened.ask("hover", "\nmod")["contents"]["value"])
    assert described(SortingActivity, "mode") in told
    assert "`check`: The answers and reasons appear together" in told


def test_a_misspelt_key_and_a_wrong_id_are_marked_with_our_words(server: LanguageServer) -> None:
    text = DECK.read_text(encoding="utf-8")
    text = text.replace("    hint:", "    hnit:", 1).replace("id: apart-01", "id: Apart 1", 1)
    opened = Opened(server, text, "marked.yaml")
    told = server.told("textDocument/publishDiagnostics", uri=opened.uri)
    found = {text.splitlines()[d["range"]["start"]["line"]].strip(): d for d in told["diagnostics"]}
    assert len(found) == 2, told
    (misspelt,) = (d for line, d in found.items() if line.startswith("hnit:"))
    assert misspelt["message"] == "Property hnit is not allowed."
    (wrong,) = (d for line, d in found.items() if line.endswith("id: Apart 1"))
    assert wrong["message"].startswith("An id has the letters a to z")


def test_every_activity_is_free_of_marks(server: LanguageServer) -> None:
    paths = [*sorted(DECK.parent.glob("*.yaml")), *sorted(EXAMPLES.iterdir())]
    # The server takes its time with each, and less with all together.
    every = [
        Opened(server, path.read_text(encoding="utf-8"), f"{number}.yaml")
        for number, path in enumerate(paths)
    ]
    for opened in every:
        told = server.told("textDocument/publishDiagnostics", uri=opened.uri)
        assert told["diagnostics"] == []
