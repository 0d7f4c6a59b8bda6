"""Advice on what is right and could be better, as research on test questions has found it.

Learners who know nothing of a subject find the answer in how a question is made: by its length,
by its place, by words that it shares with the question. Then a card or question shows who is used
to tests, and not who has understood. The rules are those that most handbooks agree on, as
collected by Haladyna, Downing and Rodriguez 2002, "A review of multiple-choice item-writing
guidelines for classroom assessment", Applied Measurement in Education 15(3).
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, cast

from lessonkit.activities.problems import Mistake, Problem
from lessonkit.checks.activity_files import ActivityFile
from lessonkit.checks.advice.cards import advice_on_cards
from lessonkit.checks.advice.cues import cues_of_cards
from lessonkit.checks.advice.questions import advice_on_questions
from lessonkit.checks.advice.texts import advice_on_texts

if TYPE_CHECKING:
    from lessonkit.activities.kinds.quick_check import QuickCheckActivity
    from lessonkit.activities.kinds.sorting import SortingActivity


def advice_on(file: ActivityFile) -> Iterator[Problem]:
    """Find what could be better in an activity without mistakes.

    Args:
        file: The activity's file. One with mistakes gets no advice yet.

    Yields:
        The advice.
    """
    if file.activity is not None and file.document is not None:
        yield from map(file.problem, _advice(file))


def _advice(file: ActivityFile) -> Iterator[Mistake]:
    assert file.document is not None and file.activity is not None
    yield from advice_on_texts(file.document.data)
    if file.activity.type == "sorting":
        deck = cast("SortingActivity", file.activity)
        yield from advice_on_cards(deck)
        yield from cues_of_cards(deck)
    elif file.activity.type == "quick-check":
        yield from advice_on_questions(cast("QuickCheckActivity", file.activity))
