"""`lessonkit cards` up to the browser; tests/browser/test_cards_on_paper.py goes on from there."""

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from lessonkit.activities.problems import Problem
from lessonkit.cli.main import program
from lessonkit.cli.outcome import FAILED, REMARKS
from lessonkit.paper import make_cards, printing

PROBLEM = Problem("deck.yaml", 7, "too long", "a rule", "much", "shorten it")


@pytest.fixture
def deck(repository: Path) -> str:
    return str(repository / "notebooks/activities/intimacy-or-passion.yaml")


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[Any]:
    """What the command asked to be printed, in place of printing it."""
    calls: list[Any] = []

    def make(deal: Any, choices: Any, path: Path) -> tuple[bytes, list[Problem]]:
        calls.append((deal, choices))
        return b"%PDF", [PROBLEM] if deal.seed == 99 else []

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(make_cards, "make_cards", make)
    return calls


def run(*words: str) -> Result:
    return CliRunner().invoke(program, ["cards", *words])


def test_it_makes_the_first_round_of_the_exercise_beside_the_person(
    asked: list[Any], deck: str
) -> None:
    shown = run(deck)
    assert shown.exit_code == 0
    assert shown.output == "12 cards are in intimacy-or-passion-cards-a4.pdf, round 1 of 4.\n"
    assert Path("intimacy-or-passion-cards-a4.pdf").read_bytes() == b"%PDF"
    [(deal, choices)] = asked
    assert (deal.seed, deal.round, len(deal.cards)) == (0, 1, 12)
    assert (choices.paper, choices.per_page, choices.large_print) == ("a4", 8, False)
    assert choices.parts == ("cards", "headers", "key", "worksheet")


def test_every_option_reaches_what_prints(asked: list[Any], deck: str) -> None:
    words = "--paper letter --per-page 9 --cards 10 --round 2 --seed 5 --part key --part cards"
    shown = run(deck, *words.split(), "--language", "ar", "--output", "new/mine.PDF")
    assert shown.exit_code == 0 and Path("new/mine.PDF").is_file()
    [(deal, choices)] = asked
    assert (deal.seed, deal.round, deal.rounds, len(deal.cards)) == (5, 2, 5, 10)
    assert (choices.paper, choices.per_page, choices.language) == ("letter", 9, "ar")
    assert choices.parts == ("key", "cards")


def test_large_print_and_all_cards(asked: list[Any], deck: str) -> None:
    assert run(deck, "--large-print", "--cards", "all").exit_code == 0
    [(deal, choices)] = asked
    assert len(deal.cards) == 45 and choices.layout.per_page == 4
    assert Path("intimacy-or-passion-cards-a4-large.pdf").is_file()


def test_what_does_not_fit_is_told_beside_a_pdf_that_is_made(asked: list[Any], deck: str) -> None:
    shown = run(deck, "--seed", "99")
    assert shown.exit_code == REMARKS and Path("intimacy-or-passion-cards-a4.pdf").is_file()
    assert shown.stderr == f"{PROBLEM}\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--cards", "some"], "'some' is not a number of cards. Write 12, say, or all."),
        (["--cards", "0"], "'0' is not a number of cards"),
        (["--per-page", "7"], "'7' is not one of '8', '9'"),
        (["--large-print", "--per-page", "9"], "Leave --per-page out."),
        (["--output", "cards.yaml"], "Write cards.yaml.pdf, say."),
        (["--part", "keys"], "'keys' is not one of"),
    ],
)
def test_options_that_cannot_be_meant_are_told(
    asked: list[Any], deck: str, words: list[str], said: str
) -> None:
    shown = run(deck, *words)
    assert shown.exit_code == 2 and said in shown.stderr and not asked


def test_a_round_that_is_not_there_is_a_failure_without_a_traceback(
    asked: list[Any], deck: str
) -> None:
    shown = run(deck, "--round", "9")
    assert shown.exit_code == FAILED and "Fix: ask for a round from 1 to 4" in shown.stderr


def test_without_what_prints_the_person_is_told_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, deck: str
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(printing, "PACKAGES", ("a_package_that_is_not_there",))
    shown = run(deck)
    assert shown.exit_code == FAILED and "lessonkit[print]" in shown.stderr
    assert list(tmp_path.iterdir()) == []
