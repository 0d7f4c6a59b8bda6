"""The samples of the facilitator's notebook are what their tool makes, and still of the deck."""

from pathlib import Path

import make_sample_codes
import pytest

from lessonkit.group.reading import GroupResults, deal_rounds, read_results


@pytest.fixture(scope="module")
def found() -> dict[str, GroupResults]:
    rounds = deal_rounds(make_sample_codes.ACTIVITIES / "intimacy-or-passion.yaml", 12, 0)
    return {
        name: read_results(make_sample_codes.FOLDER / name, rounds, drop_repeats=True)
        for name in (make_sample_codes.FIRST, make_sample_codes.AGAIN)
    }


def test_the_files_are_what_the_tool_makes() -> None:
    for name, text in make_sample_codes.chats().items():
        stored = (make_sample_codes.FOLDER / name).read_text(encoding="utf-8")
        assert stored == text, "Run: python tools/make_sample_codes.py"


def test_they_are_of_the_first_round_and_of_nothing_else(found: dict[str, GroupResults]) -> None:
    people = {name: [group.people for group in one.groups] for name, one in found.items()}
    assert (
        people[make_sample_codes.FIRST] == [30, 0, 0, 0, 0][: len(people[make_sample_codes.FIRST])]
    )
    assert people[make_sample_codes.AGAIN][0] == 28 and sum(people[make_sample_codes.AGAIN]) == 28


def test_the_first_has_one_of_each_mishap_and_the_second_has_none(
    found: dict[str, GroupResults],
) -> None:
    first, again = found[make_sample_codes.FIRST], found[make_sample_codes.AGAIN]
    assert [len(first.damaged), len(first.others), len(first.repeated)] == [1, 1, 1]
    assert not again.remarks()


def test_names_are_things_from_a_kitchen(found: dict[str, GroupResults]) -> None:
    lines = (make_sample_codes.FOLDER / make_sample_codes.FIRST).read_text("utf-8").splitlines()
    senders = {line.split("  ", 1)[1].partition(":")[0] for line in lines}
    assert senders <= set(make_sample_codes.NAMES) and len(senders) == 30


def test_a_check_names_what_is_not_current(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(make_sample_codes, "FOLDER", tmp_path)
    monkeypatch.setattr(make_sample_codes, "ROOT", tmp_path)
    monkeypatch.setattr("sys.argv", ["make_sample_codes.py", "--check"])
    assert make_sample_codes.main() == 1 and not list(tmp_path.iterdir())
    assert "sample_codes.txt: not current" in capsys.readouterr().out
    monkeypatch.setattr("sys.argv", ["make_sample_codes.py"])
    assert make_sample_codes.main() == 0 and len(list(tmp_path.iterdir())) == 2
    assert make_sample_codes.main() == 0
