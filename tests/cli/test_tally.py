"""`lessonkit tally` as a facilitator meets it, on the samples and on what may go wrong."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from lessonkit.cli.main import program
from lessonkit.cli.outcome import FAILED, REMARKS
from lessonkit.group.csv_file import read_counts
from lessonkit.group.reading import deal_rounds, read_results
from lessonkit.group.results import moves
from lessonkit.group.tally import disputed_first

ROOT = Path(__file__).resolve().parents[2]
DECK = str(ROOT / "notebooks/activities/intimacy-or-passion.yaml")
FIRST = str(ROOT / "notebooks/facilitate/sample_codes.txt")
AGAIN = str(ROOT / "notebooks/facilitate/sample_codes_again.txt")


def run(*words: str, text: str | bytes | None = None) -> Result:
    """Run the command as a facilitator would."""
    return CliRunner().invoke(program, ["tally", DECK, *words], input=text)


def test_each_card_has_bars_the_most_disputed_first() -> None:
    shown = run(AGAIN)
    assert shown.exit_code == 0 and not shown.stderr
    head, _, *rest = shown.stdout.splitlines()
    assert head == "Intimacy, passion or both? Round 1, 28 people."
    cards = [line.partition(":")[0] for line in rest if line.startswith("apart-")]
    (group, *_) = read_results(AGAIN, deal_rounds(DECK)).groups
    assert cards == [card.card for card in disputed_first(group.tally.cards)]
    bars = {line.split()[0]: line for line in shown.stdout.split("\n\n")[1].splitlines()[-4:-1]}
    counts = disputed_first(group.tally.cards)[0].counts
    for label in ("Intimacy", "Both", "Passion"):
        count = counts[label.lower()]
        assert bars[label].split()[1] == str(count)
        assert bars[label].count("#") == round(40 * count / 28)


def test_no_line_is_too_wide_for_a_terminal() -> None:
    assert max(map(len, run(FIRST, "--again", AGAIN).stdout.splitlines())) <= 88


def test_what_needs_a_look_is_told_with_its_line_and_an_exit_code() -> None:
    shown = run(FIRST)
    lines = Path(FIRST).read_text(encoding="utf-8").splitlines()
    remarks = shown.stderr.splitlines()
    assert shown.exit_code == REMARKS and len(remarks) == 3
    words = ("stands above, and is counted again", "is damaged. Ask", "is a code of other cards")
    for remark, said in zip(remarks, words, strict=True):
        place, line, told = remark.rsplit(":", 2)
        assert place == FIRST and said in told
        assert "above" in told or told.split()[0] in lines[int(line) - 1]


def test_repeated_lines_can_be_dropped() -> None:
    assert "Round 1, 31 people." in run(FIRST).stdout
    assert "Round 1, 30 people." in run(FIRST, "--drop-repeats").stdout


def test_what_moved_is_told_after_a_second_sorting() -> None:
    shown = run(FIRST, "--again", AGAIN).stdout
    assert "Sorted again by 28 people." in shown
    moved = shown.split("confidence of 95 %.\n\n")[1].strip().splitlines()
    first, again = (read_results(path, deal_rounds(DECK)).groups[0] for path in (FIRST, AGAIN))
    largest = moves(first, again)[0]
    assert [line.partition(":")[0] for line in moved] == [m.card for m in moves(first, again)]
    points = [round(change) for change in largest.changes.values()]
    assert [int(number) for number in re.findall(r" ([+-]\d+)", moved[0])[:3]] == points


def test_a_table_can_be_written_and_read_again(tmp_path: Path) -> None:
    table = tmp_path / "group.csv"
    table.write_text(run(AGAIN, "--csv").stdout, encoding="utf-8")
    deals = deal_rounds(DECK)
    expected = read_results(AGAIN, deals).groups[0].tally
    assert read_counts(table.read_text("utf-8"), "group.csv", deals)[0] == expected
    assert run(str(table)).stdout == run(AGAIN).stdout


def test_codes_come_from_standard_input_too() -> None:
    content = Path(FIRST).read_bytes()
    shown = run("-", text=content)
    assert shown.stdout == run(FIRST).stdout
    assert all(line.startswith("-:") for line in shown.stderr.splitlines())


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ([AGAIN, "--threshold", "29"], FAILED, "28 people have sorted this round, and nothing is"),
        ([AGAIN, "--seed", "1"], FAILED, "there is no code of these cards. Fix: give the deck"),
        ([AGAIN, "--cards", "all"], FAILED, "there is no code of these cards"),
        ([AGAIN, "--cards", "some"], 2, "'some' is not a valid"),
        ([AGAIN, "--again", FIRST, "--csv"], 2, "a table holds one sorting"),
        (["nowhere.txt"], FAILED, "nowhere.txt:1: the file cannot be opened."),
    ],
)
def test_what_cannot_be_done_is_told_in_words(words: list[str], code: int, said: str) -> None:
    shown = run(*words)
    assert shown.exit_code == code and said in shown.stderr
    assert not shown.stdout


def test_a_table_with_mistakes_tells_them_all(tmp_path: Path) -> None:
    path = tmp_path / "group.csv"
    table = run(AGAIN, "--csv").stdout.replace(",apart-42,", ",apart-99,")
    path.write_text(table.replace(",apart-05,", ",apart-98,"), encoding="utf-8")
    shown = run(str(path))
    assert shown.exit_code == FAILED
    assert [line.split(":")[1] for line in shown.stderr.splitlines()] == ["2", "3"]
