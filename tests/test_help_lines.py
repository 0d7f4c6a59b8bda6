"""The file of help lines: its rules, its checker, and that the course's own file keeps them."""

from functools import partial
from pathlib import Path

import help_lines
import pytest

from lessonkit.activities.problems import ActivityError
from lessonkit.sphinx_ext.help_lines_file import load_help_lines

WRITTEN = "2026-11-22"
"""The day on which the course's lines were first checked; no test looks at a clock."""

GOOD = """\
places:
  - id: somewhere
    name: Somewhere
    lines:
      - id: a-line
        name: A Line
        kinds: [crisis]
        what: Someone to listen.
        phones: ["116 123"]
        address: https://line.example
        checked: 2026-03-01
        seen: [https://line.example/contact]
        seen_in: live page
"""


@pytest.fixture
def file(write_changed):
    """Return a function that writes a file of help lines, the good one with some words changed."""
    return partial(write_changed, "lines.yaml", GOOD)


def problems(path: Path) -> list[str]:
    with pytest.raises(ActivityError) as caught:
        load_help_lines(path)
    return [f"{each.line}: {each.what}. {each.fix}" for each in caught.value.problems]


def test_a_line_has_what_the_file_says(file) -> None:
    [place] = load_help_lines(file()).places
    [line] = place.lines
    assert (place.name, line.name, line.phones) == ("Somewhere", "A Line", ("116 123",))
    assert line.checked.isoformat() == "2026-03-01"
    assert line.text is None


def test_all_mistakes_are_told_at_once_with_their_lines(file) -> None:
    path = file(
        ("[crisis]", "[crises]"),
        ('["116 123"]', '["call us"]'),
        ("https://line.example\n", "line.example\n"),
        ("2026-03-01", "2026-02-30"),
        ("seen_in: live page", "seenin: live page"),
    )
    assert problems(path) == [
        "7: unknown kind 'crises'. did you mean 'crisis'?",
        '9: this is not a number to dial. write it in quotes as people dial it, such as "116 123"',
        "10: this is not a web address. write the whole address, such as https://findahelpline.com",
        "11: this is not a day. write it as 2026-11-22",
        "13: unknown key 'seenin' in line 'a-line' of place 'somewhere'. did you mean 'seen_in'?",
    ]


def test_a_number_without_quotes_is_told(file) -> None:
    [problem] = problems(file(('["116 123"]', "[999]")))
    assert problem.startswith("9: item 1 of 'phones' of line 'a-line'")
    assert "a number, not text" in problem


def test_a_line_can_be_reached(file) -> None:
    path = file(('        phones: ["116 123"]\n        address: https://line.example\n', ""))
    [problem] = problems(path)
    assert problem == (
        "5: line 'a-line' says neither a number nor an address. add 'phones', 'text' or 'address'"
    )


def test_a_word_to_write_needs_a_number(file) -> None:
    [problem] = problems(file(("        address:", "        text_word: START\n        address:")))
    assert problem.startswith("10: line 'a-line' says what to write, but not to which number")


def test_an_id_is_given_once(file) -> None:
    twice = GOOD.partition("    lines:\n")[2]
    path = file(("        seen_in: live page\n", "        seen_in: live page\n" + twice))
    assert [problem.split(".")[0] for problem in problems(path)] == ["14: a second line 'a-line'"]


@pytest.mark.parametrize("text", ["", "- a list\n", "just words\n"])
def test_a_file_of_something_else_is_told(tmp_path: Path, text: str) -> None:
    path = tmp_path / "lines.yaml"
    path.write_text(text, encoding="utf-8")
    [problem] = problems(path)
    assert problem == "1: the file has no places. begin with a line 'places:'"


def test_damaged_yaml_is_told_with_its_line(file) -> None:
    assert problems(file(("[crisis]", "[crisis")))[0].startswith(("7:", "8:"))


def check(capsys: pytest.CaptureFixture[str], path: Path, today: str) -> tuple[int, list[str]]:
    status = help_lines.main([str(path), "--today", today])
    return status, capsys.readouterr().out.splitlines()


@pytest.mark.parametrize("today", ["2026-03-01", "2026-11-22", "2027-03-01"])
def test_a_line_of_the_last_year_is_not_due(file, capsys, today: str) -> None:
    assert check(capsys, file(), today) == (0, ["No help line is due."])


def test_a_line_older_than_a_year_is_due(file, capsys) -> None:
    path = file()
    assert check(capsys, path, "2027-03-02") == (
        1,
        [
            f"{path}:11: 'A Line' (Somewhere) was last checked on 2026-03-01, "
            "more than a year ago. "
            "Fix: open https://line.example/contact, correct the line, and write today's day; "
            "or remove the line"
        ],
    )


def test_a_leap_day_has_a_year_before_it(file, capsys) -> None:
    path = file(("2026-03-01", "2027-02-28"))
    assert check(capsys, path, "2028-02-29")[0] == 0
    assert check(capsys, path, "2028-03-01")[0] == 1


def test_a_day_to_come_is_told(file, capsys) -> None:
    path = file()
    status, [words] = check(capsys, path, "2026-02-28")
    assert status == 1
    assert words.startswith(
        f"{path}:11: 'A Line' (Somewhere) was checked on a day to come, 2026-03-01."
    )


def test_an_address_without_https_is_told(file, capsys) -> None:
    path = file(("https://line.example\n", "http://line.example\n"))
    status, [words] = check(capsys, path, "2026-03-02")
    assert status == 1
    assert words.startswith(f"{path}:10: 'A Line' (Somewhere) has an address without https")


def test_lines_that_rest_on_a_stored_copy_are_counted(file, capsys) -> None:
    status, words = check(capsys, file(("live page", "stored copy")), "2026-03-02")
    assert status == 0
    assert words[-1].endswith("worth a look at the live page: 1.")


def test_a_file_that_cannot_be_used_is_told(file, capsys) -> None:
    status, words = check(capsys, file(("[crisis]", "[crises]")), "2026-03-02")
    assert status == 1
    assert "unknown kind 'crises'" in words[0]


def test_the_lines_of_the_course_were_in_order_when_they_were_written(capsys) -> None:
    assert check(capsys, help_lines.FILE, WRITTEN)[0] == 0


def test_each_place_of_the_course_says_whom_to_call_in_danger(repository: Path) -> None:
    """In the European Union the number of the Union does; India's was not to be verified yet."""
    places = load_help_lines(repository / "book" / "help_lines.yaml").places
    without = {
        place.id
        for place in places
        if not any("emergency" in line.kinds and line.phones for line in place.lines)
    }
    assert without == {"anywhere", "france", "spain", "india"}


def test_the_makefile_knows_the_checker(repository: Path) -> None:
    makefile = (repository / "Makefile").read_text(encoding="utf-8")
    assert "tools/help_lines.py" in makefile
