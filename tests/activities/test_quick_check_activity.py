"""The quick check's rules: each option has a reason, and as many hold as can be ticked."""

import pytest
from pydantic import ValidationError

from lessonkit.activities.kinds.quick_check import QuickCheckActivity


def check(*questions, **changes):
    return QuickCheckActivity.model_validate(
        {
            "type": "quick-check",
            "id": "rain",
            "title": "Rain",
            "questions": [
                {"id": f"q{n}", "text": "Why?"} | each for n, each in enumerate(questions)
            ],
            **changes,
        }
    )


def question(*correct, **changes):
    options = [
        {"id": f"o{n}", "text": "So.", "reason": "It is so.", "correct": holds}
        for n, holds in enumerate(correct)
    ]
    return {"options": options, **changes}


def test_a_question_asks_for_one_option_without_confidence_unless_the_file_says_otherwise():
    activity = check(question(True, False))
    assert (activity.confidence, activity.prompt) == (False, None)
    assert (activity.questions[0].several, activity.questions[0].evidence) == (False, None)


def test_an_option_does_not_hold_unless_the_file_says_so():
    plain = {"id": "plain", "text": "So.", "reason": "It is not."}
    both = question(True)["options"] + [plain]
    assert [option.correct for option in check({"options": both}).questions[0].options] == [
        True,
        False,
    ]


@pytest.mark.parametrize("several", [False, True])
def test_a_question_without_an_option_that_holds_is_refused(several):
    with pytest.raises(ValidationError, match="question 'q1' has no option that holds"):
        check(question(True, False), question(False, False, several=several))


def test_more_than_one_option_holds_only_where_several_can_be_ticked():
    assert check(question(True, True, several=True))
    assert check(question(True, False, several=True))
    with pytest.raises(ValidationError, match="question 'q0' has 2 options that hold"):
        check(question(True, True))


@pytest.mark.parametrize("word", ["true", "yes", 1, None])
def test_whether_an_option_holds_is_true_or_false_and_no_other_word(word):
    with pytest.raises(ValidationError, match=r"correct\n.*valid boolean"):
        check(question(True, word))


def test_options_may_be_called_the_same_in_two_questions_and_not_in_one():
    assert check(question(True, False), question(True, False))
    twice = question(True, False)
    twice["options"][1]["id"] = "o0"
    with pytest.raises(ValidationError, match="a second option 'o0'"):
        check(twice)


def test_every_option_has_a_reason():
    bare = question(True, False)
    del bare["options"][1]["reason"]
    with pytest.raises(ValidationError, match=r"options\.1\.reason"):
        check(bare)


def test_a_check_has_one_to_twelve_questions_of_two_to_six_options():
    assert len(check(*[question(True, False)] * 12).questions) == 12
    assert check(question(True, *[False] * 5))
    for questions in ([], [question(True, False)] * 13, [question(True)], [question(*[True] * 7)]):
        with pytest.raises(ValidationError, match=r"too_short|too_long"):
            check(*questions)
