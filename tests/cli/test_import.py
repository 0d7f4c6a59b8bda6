"""`lessonkit import` as a person meets it."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from lessonkit.activities import load_activity
from lessonkit.cli.main import program
from lessonkit.cli.outcome import FAILED, REMARKS

TABLE = "text,category,reason,hint\nWet.,Rain,Clouds.,Look up.\nDry.,Sun,It is bright.,\n"
WORDS = ("--title", "Rain or sun?", "--prompt", "Which?")


@pytest.fixture(autouse=True)
def _beside_a_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("rain-or-sun.csv").write_text(TABLE, encoding="utf-8")


def run(*words: str, text: str | bytes | None = None) -> Result:
    return CliRunner().invoke(program, ["import", *words], input=text)


def test_a_deck_is_written_beside_its_table() -> None:
    shown = run("rain-or-sun.csv", *WORDS)
    assert shown.exit_code == 0
    assert shown.output == "rain-or-sun.yaml has 2 cards in 2 categories.\n"
    assert Path("rain-or-sun.yaml").read_text(encoding="utf-8") == (
        "# yaml-language-server: $schema=schema/sorting.json\n"
        "type: sorting\nid: rain-or-sun\ntitle: Rain or sun?\nprompt: Which?\n"
        "categories:\n  - id: rain\n    label: Rain\n  - id: sun\n    label: Sun\n"
        "cards:\n  - id: rain-01\n    text: Wet.\n    category: rain\n    reason: Clouds.\n"
        "    hint: Look up.\n  - id: sun-01\n    text: Dry.\n    category: sun\n"
        "    reason: It is bright.\n"
    )


def test_a_dry_run_says_what_it_understood_and_writes_nothing() -> None:
    shown = run("rain-or-sun.csv", "--dry-run", *WORDS)
    assert shown.exit_code == 0 and [path.name for path in Path().iterdir()] == ["rain-or-sun.csv"]
    above, _, cards = shown.output.partition("The first 2 of 2 cards\n")
    assert above == (
        "rain-or-sun.csv: UTF-8, parted by commas; 2 cards.\n\n"
        "Columns\n  text      text\n  category  category\n  reason    reason\n  hint      hint\n\n"
        "Categories\n  Rain (rain): 1 card\n  Sun (sun): 1 card\n\n"
    )
    assert cards == (
        "  - id: rain-01\n    text: Wet.\n    category: rain\n    reason: Clouds.\n"
        "    hint: Look up.\n"
        "  - id: sun-01\n    text: Dry.\n    category: sun\n    reason: It is bright.\n\n"
        "Nothing is written. Without --dry-run it would be rain-or-sun.yaml.\n"
    )


def test_what_needs_an_eye_is_told_beside_a_deck_that_is_made() -> None:
    shown = run("rain-or-sun.csv")
    assert shown.exit_code == REMARKS and Path("rain-or-sun.yaml").is_file()
    assert shown.stderr.startswith(
        "rain-or-sun.csv:1: the title and the prompt are starting texts. Rule: "
    )


def test_what_somebody_has_written_stays_unless_they_say_so() -> None:
    Path("rain-or-sun.yaml").write_text("Mine.", encoding="utf-8")
    shown = run("rain-or-sun.csv", *WORDS)
    assert shown.exit_code == FAILED and "--force to replace it" in shown.stderr
    assert Path("rain-or-sun.yaml").read_text(encoding="utf-8") == "Mine."
    assert run("rain-or-sun.csv", *WORDS, "--force").exit_code == 0
    assert len(load_activity("rain-or-sun.yaml").cards) == 2


def test_every_option_reaches_the_deck() -> None:
    Path("t.csv").write_text("Scenario,Goes to\nWet.,Rain\nDry.,Sun\n", encoding="utf-8")
    Path("places.csv").write_text("label,meaning\nSun,Bright.\nRain,\n", encoding="utf-8")
    words = ("--column", "text=Scenario", "--column", "answer=B", "--categories", "places.csv")
    shown = run("t.csv", *words, "--id", "weather", "--output", "new/mine.yaml", *WORDS)
    assert shown.exit_code == REMARKS
    deck = load_activity("new/mine.yaml")
    assert (deck.id, deck.prompt) == ("weather", "Which?")
    assert [place.label for place in deck.categories] == ["Sun", "Rain"]
    Path("bare.csv").write_text("Wet!,Sun\nIce.,Rain\n", encoding="utf-8")
    words = ("--no-names", "--column", "text=1", "--column", "category=2")
    assert run("bare.csv", *words, "--like", "new/mine.yaml").exit_code == REMARKS
    assert load_activity("bare.yaml").id == "weather"


def test_a_table_comes_from_standard_input_and_a_deck_goes_to_standard_output() -> None:
    shown = run("-", "--output", "-", *WORDS, text=TABLE)
    assert shown.exit_code == 0 and shown.stdout.startswith("# yaml-language-server")
    assert shown.stdout.endswith("reason: It is bright.\n")
    nameless = run("-", text=TABLE)
    assert nameless.exit_code == 2 and "say with --output what to write" in nameless.stderr
    mistaken = run("-", "--dry-run", text="text,category,reason\nWet.,Rain,\nDry.,Sun,x\n")
    assert mistaken.exit_code == FAILED and mistaken.stderr.startswith(
        "-:2: the card has no reason"
    )


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["mine.yaml"], FAILED, "'lessonkit export' makes a table of it"),
        (["none.csv"], FAILED, "none.csv: No such file or directory. Fix: "),
        (["rain-or-sun.csv", "--sheet", "A"], FAILED, "there are no sheets in this file"),
        (
            ["rain-or-sun.csv", "--column", "text"],
            2,
            "'text' has no '='. Write text=Situation, say.",
        ),
        (["rain-or-sun.csv", "--column", "zzz=A"], 2, "'zzz' is nothing that a card has."),
        (["rain-or-sun.csv", "--column", "id=Mine"], FAILED, "there is no column 'Mine'"),
        (["rain-or-sun.csv", "--id", "A B"], FAILED, "write it as a-b"),
        (["rain-or-sun.csv", "--like", "none.yaml"], FAILED, "there is no such file"),
    ],
)
def test_what_cannot_be_done_is_told_without_a_traceback(
    words: list[str], code: int, said: str
) -> None:
    shown = run(*words)
    assert shown.exit_code == code and said in shown.stderr and "Traceback" not in shown.output
    assert not Path("rain-or-sun.yaml").exists()
