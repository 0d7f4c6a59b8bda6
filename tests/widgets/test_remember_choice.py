"""The choice whether to remember, as Python shows it. What it does: test_remember.py."""

import pytest

from lessonkit import RememberChoice


def test_the_choice_knows_that_nothing_is_remembered_yet():
    choice = RememberChoice()
    assert choice.comm.opened["course_remembered"] is False
    assert choice.comm.opened["course_page_suffix"] == ""
    assert repr(choice) == "RememberChoice()"


def test_the_choice_belongs_to_no_activity_and_keeps_nothing_of_its_own():
    assert RememberChoice().activity_key == ""
    assert RememberChoice().learner_traits == []


def test_paper_says_that_answers_are_where_the_paper_is():
    sheet = RememberChoice().static_form()
    assert sheet.startswith('<section class="lk-worksheet">')
    assert "On paper your answers are where the paper is" in sheet


def test_an_argument_that_nobody_would_read_is_refused():
    with pytest.raises(TypeError, match="unknown argument 'file'"):
        RememberChoice(file="x")
