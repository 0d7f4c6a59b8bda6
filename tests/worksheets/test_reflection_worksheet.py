from bs4 import BeautifulSoup

from lessonkit.worksheets.reflection import reflection_worksheet

QUESTIONS = (
    {"id": "who", "text": "Who is near?", "hint": "A friend."},
    {"id": "how", "text": "How is it?"},
)


def worksheet(*questions, heading_level=3, **changes):
    activity = {"title": "My ties", "questions": list(questions or QUESTIONS), **changes}
    return BeautifulSoup(reflection_worksheet(activity, heading_level), "html.parser")


def test_every_question_has_its_hint_and_five_lines_to_write_on():
    who, how = worksheet().select("ol > li")
    assert [part.text for part in who.select("p")][:2] == ["Who is near?", "A friend."]
    assert how.p.text == "How is it?"
    for question, parts in ((who, 3), (how, 2)):
        assert len(question.select("p")) == parts
        assert len(question.select("p")[-1].get_text("\n").split("\n")) == 5


def test_it_says_that_it_is_for_the_reader_alone():
    before = worksheet(prompt="Take your time.").ol.find_previous_siblings("p")
    assert [part.text for part in reversed(before)] == [
        "Take your time.",
        "For you alone. Write as much or as little as you like.",
    ]


def test_a_prompt_that_there_is_not_leaves_no_gap():
    assert all(part.text.strip() for part in worksheet().select("p"))


def test_heading_level_can_be_chosen():
    assert worksheet(heading_level=2).h2.text == "My ties"


def test_text_is_text():
    nasty = '</li></section><script>alert(1)</script> & "quotes"'
    sheet = worksheet({"id": "who", "text": nasty, "hint": nasty}, title=nasty, prompt=nasty)
    assert not sheet.select("script")
    assert len(sheet.find_all(recursive=False)) == 1
    assert sheet.text.count(nasty) == 4
