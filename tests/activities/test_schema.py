"""The JSON Schema that completes an activity file in an editor."""

import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from lessonkit.activities.kinds import KINDS
from lessonkit.activities.schema import FOLDERS, json_schema, main, schema_text

PROJECT = Path(__file__).parents[2]
DECK = Path(__file__).with_name("good_deck.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("folder", FOLDERS, ids=str)
@pytest.mark.parametrize("kind", KINDS)
def test_the_written_schema_is_current(kind: str, folder: Path) -> None:
    written = (PROJECT / folder / f"{kind}.json").read_text(encoding="utf-8")
    assert written == schema_text(kind), "Run python -m lessonkit.activities.schema"


@pytest.mark.parametrize("kind", KINDS)
def test_the_schema_is_a_schema_and_explains_every_field(kind: str) -> None:
    schema = json_schema(kind)
    Draft202012Validator.check_schema(schema)
    for part in [schema, *schema["$defs"].values()]:
        for name, field in part["properties"].items():
            assert field.get("description"), f"{part['title']}.{name} has no description"
            words = field.get("enum", [])
            assert len(field.get("enumDescriptions", [])) == len(words), f"{name}: {words}"


def problems(text: str) -> list[str]:
    data = yaml.safe_load(text)
    return [
        error.message for error in Draft202012Validator(json_schema("sorting")).iter_errors(data)
    ]


def test_an_editor_accepts_a_deck_and_marks_mistakes() -> None:
    assert problems(DECK) == []
    assert problems(DECK + "    hint:\n") != []
    assert problems(DECK + "    hnit: Look up.\n") != []
    assert problems(DECK.replace("    reason: Drops fall from clouds.\n", "")) != []
    assert problems(DECK + "  - id: weather-02\n    text: No answer.\n") != []
    assert problems("mode: opinion\n" + DECK + "  - id: weather-02\n    text: None.\n") == []


def test_the_command_writes_the_files_and_checks_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["--check"]) == 1
    assert not any(folder.exists() for folder in FOLDERS)
    assert main([]) == 0
    assert main(["--check"]) == 0
    stale = FOLDERS[0] / "sorting.json"
    stale.write_text("{}", encoding="utf-8")
    capsys.readouterr()
    assert main(["--check"]) == 1
    assert capsys.readouterr().out == (
        f"{stale}: not current. Fix: run python -m lessonkit.activities.schema\n"
    )


def test_importing_activities_does_not_import_pydantic_or_the_yaml_parser() -> None:
    program = (
        "import sys, types; package = types.ModuleType('lessonkit'); "
        f"package.__path__ = [{str(PROJECT / 'lessonkit')!r}]; sys.modules['lessonkit'] = package; "
        "import lessonkit.activities; print({'pydantic', 'yaml'} & sys.modules.keys())"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert done.stdout == "set()\n", done.stderr
