from bs4 import BeautifulSoup

from lessonkit.worksheets.dialogue import dialogue_worksheet


def choice(name, to, **changes):
    return {"id": name, "text": f"{name}.", "to": to, "debrief": f"To {name}.", **changes}


def line(name, *choices, **changes):
    return {"id": name, "text": f"Text of {name}.", "choices": list(choices), **changes}


TALK = (
    line("start", choice("ask", "answer"), choice("wait", "start")),
    line("answer", choice("stay", "warm"), speaker="Kim"),
    line("warm", ending="Together"),
)


def worksheet(*lines, heading_level=3, **changes):
    activity = {"title": "Talk", "prompt": "You and Kim.", "lines": list(lines or TALK), **changes}
    return BeautifulSoup(dialogue_worksheet(activity, heading_level), "html.parser")


def numbered(sheet):
    return sheet.section.find("ol").find_all("li", recursive=False)


def test_every_line_is_numbered_and_each_choice_names_the_line_to_go_on_with():
    start, answer, _ = numbered(worksheet())
    assert start.p.text == "Text of start."
    assert [way.text for way in start.select("li")] == [
        "1a. ask. → go to line 2",
        "1b. wait. → go to line 1",
    ]
    assert [way.text for way in answer.select("li")] == ["2a. stay. → go to line 3"]


def test_a_line_that_somebody_says_names_them():
    _, answer, _ = numbered(worksheet())
    assert answer.p.text == "Kim: Text of answer."


def test_an_ending_has_its_name_and_no_way_on():
    *_, ending = numbered(worksheet())
    assert [part.text for part in ending.select("p")] == ["Text of warm.", "An ending: Together"]
    assert not ending.select("ul")


def test_what_each_choice_did_stands_behind_all_lines_under_its_mark():
    sheet = worksheet()
    after = sheet.h4.find_next_siblings("p")
    assert [part.text for part in after] == ["1a. To ask.", "1b. To wait.", "2a. To stay."]
    assert "To ask" not in sheet.ol.text


def test_how_to_follow_a_path_stands_before_the_lines():
    assert worksheet().ol.find_previous_sibling("p").text.startswith("Begin at line 1.")


def test_the_closing_question_comes_last_where_there_is_one():
    assert worksheet(closing_question="And you?").select("p")[-1].text == "And you?"
    assert worksheet().select("p")[-1].text == "2a. To stay."


def test_heading_level_can_be_chosen():
    sheet = worksheet(heading_level=2)
    assert (sheet.h2.text, sheet.h3.text) == ("Talk", "What the choices did")


def test_text_is_text():
    nasty = '</li></section><script>alert(1)</script> & "quotes" {number}'
    sheet = worksheet(
        line("start", choice("ask", "end", text=nasty, debrief=nasty), speaker=nasty, text=nasty),
        line("end", text=nasty, ending=nasty),
        title=nasty,
        prompt=nasty,
        closing_question=nasty,
    )
    assert not sheet.select("script")
    assert len(sheet.find_all(recursive=False)) == 1
    assert sheet.text.count(nasty) == 9
