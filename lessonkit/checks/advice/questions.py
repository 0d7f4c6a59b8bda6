"""Advice on the questions of a quick check: cues to the right option, and lengths."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from lessonkit.activities.problems import Mistake
from lessonkit.activities.rules import mistake
from lessonkit.checks.advice.cards import short_reason

if TYPE_CHECKING:
    from lessonkit.activities.kinds.quick_check import Question, QuickCheckActivity

LONGEST_OPTION = 120
"""In characters: three lines on a phone of 360 pixels, so that a question of five lines and four
options are in sight together."""

FEWEST_QUESTIONS = 3
"""From how many questions on a place that is always right is no accident."""

CLEARLY_LONGER = 1.5
"""By how much the right option is longer than the longest wrong one, where length gives it away."""

FEWEST_MORE = 20
"""The same in characters: among short options, a word more is no cue."""

_ABOVE = re.compile(
    r"\W*(?:all|both|none|any|neither|each)(?: (?:of|the))*(?: \w+)? (?:above|below)\W*"
    r"|\W*(?:all|none|both) of (?:these|them)\W*",
    re.IGNORECASE,
)


def advice_on_questions(activity: "QuickCheckActivity") -> Iterator[Mistake]:
    """Find options that give themselves away, that are too long, or that are explained too little.

    Args:
        activity: The quick check.

    Yields:
        The advice, each with its words in ``details``.
    """
    yield from _same_place(activity)
    for number, question in enumerate(activity.questions):
        yield from _longest_is_right(number, question)
        for place, option in enumerate(question.options):
            here = ("questions", number, "options", place)
            name = f"option '{option.id}' of question '{question.id}'"
            yield from short_reason((*here, "reason"), option.reason, name)
            if _ABOVE.fullmatch(option.text):
                yield mistake(
                    (*here, "text"),
                    option.text,
                    f"{name} speaks of the other options",
                    "an option stands for itself: who knows that two hold, or that one does not, "
                    "has the answer without knowing the rest",
                    "write 'several: true' and mark all that hold, or write another option",
                )
            if (length := len(option.text)) > LONGEST_OPTION:
                yield mistake(
                    (*here, "text"),
                    option.text,
                    f"{name} has {length} characters",
                    f"up to {LONGEST_OPTION} are read at a glance on a phone, beside the others",
                    "shorten it; what explains belongs to 'reason'",
                )


def _same_place(activity: "QuickCheckActivity") -> Iterator[Mistake]:
    """Find that the right option always stands in the same place: options are not shuffled."""
    single = [question for question in activity.questions if not question.several]
    places = Counter(
        place
        for question in single
        for place, option in enumerate(question.options, start=1)
        if option.correct
    )
    if len(single) >= FEWEST_QUESTIONS and len(places) == 1:
        (place,) = places
        yield mistake(
            ("questions",),
            f"place {place} in all {len(single)} questions",
            "the right option always stands in the same place",
            "the right option moves from question to question, for learners notice where it stands",
            "change the order of the options in some questions",
        )


def _longest_is_right(number: int, question: "Question") -> Iterator[Mistake]:
    right = [place for place, option in enumerate(question.options) if option.correct]
    if len(right) != 1:
        return
    (place,) = right
    length = len(question.options[place].text)
    others = max(len(each.text) for each in question.options if not each.correct)
    if length >= CLEARLY_LONGER * others and length >= others + FEWEST_MORE:
        yield mistake(
            ("questions", number, "options", place, "text"),
            f"{length} characters, and {others} in the longest of the others",
            f"the right option of question '{question.id}' is clearly the longest",
            "options are about equally long: who does not know the answer takes the longest, and "
            "is right too often",
            "shorten it, or give the others as much detail",
        )
