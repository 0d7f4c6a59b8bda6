"""Every awkward file of the corpus is refused in exactly the words that its .txt promises.

To add one: write ``<situation>.yaml``, and the words that its author should read in ``.txt``.
"""

from pathlib import Path

import pytest
import yaml

from lessonkit.activities import ActivityError, load_activity

CORPUS = Path(__file__).parents[1] / "bad_activities"
SITUATIONS = sorted(path.stem for path in CORPUS.glob("*.yaml"))


@pytest.mark.parametrize("situation", SITUATIONS)
def test_a_bad_file_is_refused_in_the_promised_words(
    situation: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(CORPUS)
    with pytest.raises(ActivityError) as refused:
        load_activity(f"{situation}.yaml")
    promised = Path(f"{situation}.txt").read_text(encoding="utf-8")
    assert f"{refused.value}\n" == promised


@pytest.mark.parametrize("situation", SITUATIONS)
def test_a_bad_file_is_refused_alike_where_libyaml_is_missing(
    situation: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(yaml, "__with_libyaml__", False)
    test_a_bad_file_is_refused_in_the_promised_words(situation, monkeypatch)


def test_each_promise_has_its_file() -> None:
    assert sorted(path.stem for path in CORPUS.glob("*.txt")) == SITUATIONS


def test_all_mistakes_of_a_file_come_in_one_report_in_the_order_of_their_lines() -> None:
    with pytest.raises(ActivityError) as refused:
        load_activity(CORPUS / "everything-at-once.yaml")
    lines = [problem.line for problem in refused.value.problems]
    assert lines == [2, 3, 5, 8, 11, 14, 15, 17, 18, 23, 25, 26, 29, 31, 32]


def test_a_problem_shows_nothing_unseen() -> None:
    with pytest.raises(ActivityError) as refused:
        load_activity(CORPUS / "invisible-characters.yaml")
    assert "\u202e" not in str(refused.value)
    assert "\u2066" not in str(refused.value)
