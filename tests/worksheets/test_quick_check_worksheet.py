from bs4 import BeautifulSoup

from lessonkit.worksheets.quick_check import quick_check_worksheet


def option(text, *, correct=False, reason="It is so."):
    return {"id": text.lower(), "text": text, "correct": correct, "reason": reason}


def question(text, *, several=False, **changes):
    options = [option("Rain", correct=True), option("Stones", reason="They stay on the ground.")]
    return {"id": "falls", "text": text, "several": several, "options": options, **changes}


def worksheet(*questions, heading_level=3, **changes):
    activity = {
        "title": "Weather",
        "prompt": "Choose first.",
        "confidence": False,
        "questions": list(questions or [question("What falls?")]),
        **changes,
    }
    return BeautifulSoup(quick_check_worksheet(activity, heading_level), "html.parser")


def asked_and_answered(sheet):
    asked, answered = sheet.section.find_all("ol", recursive=False)
    return [found.find_all("li", recursive=False) for found in (asked, answered)]


def test_every_question_has_its_options_with_boxes():
    asked, _ = asked_and_answered(worksheet(question("What falls?"), question("What stays?")))
    assert [[line.text for line in item.find_all("p")] for item in asked] == [
        ["What falls? Tick one.", "☐\u00a0Rain", "☐\u00a0Stones"],
        ["What stays? Tick one.", "☐\u00a0Rain", "☐\u00a0Stones"],
    ]


def test_a_question_with_several_answers_says_so():
    asked, _ = asked_and_answered(worksheet(question("What falls?", several=True)))
    assert asked[0].p.text == "What falls? Tick all that fit."


def test_how_sure_one_is_is_asked_where_the_activity_asks():
    asked, _ = asked_and_answered(worksheet(confidence=True))
    assert asked[0].find_all("p")[-1].text == (
        "How sure are you? ☐\u00a0A guess\u2003☐\u00a0Fairly sure\u2003☐\u00a0Sure"
    )
    assert "How sure" not in worksheet().text


def test_the_answers_come_after_all_questions_with_every_reason():
    sheet = worksheet(question("What falls?"), question("What stays?"))
    _, answered = asked_and_answered(sheet)
    assert sheet.h4.find_previous_sibling("ol") and sheet.h4.find_next_sibling("ol")
    assert [item.p.text for item in answered] == ["What falls?", "What stays?"]
    assert [reason.text for reason in answered[0].ul("li")] == [
        "Rain This one fits. It is so.",
        "Stones They stay on the ground.",
    ]


def test_what_an_answer_rests_on_is_told_with_the_answer():
    evidence = {"strength": "weak", "studies": ["One 2020", "Two 2021"]}
    asked, answered = asked_and_answered(worksheet(question("What falls?", evidence=evidence)))
    assert answered[0].find_all("p")[-1].text == "Evidence: weak. Studies: One 2020; Two 2021."
    assert "Evidence" not in asked[0].text


def test_a_check_without_a_prompt_begins_with_its_questions():
    sheet = worksheet(prompt=None)
    assert [part.name for part in sheet.section.find_all(recursive=False)] == [
        "h3",
        "ol",
        "h4",
        "ol",
    ]


def test_heading_level_can_be_chosen():
    sheet = worksheet(heading_level=2)
    assert (sheet.h2.text, sheet.h3.text) == ("Weather", "Answers")


def test_text_is_text():
    nasty = '</li></section><script>alert(1)</script> & "quotes" {studies}'
    wholly = question(
        nasty,
        options=[option(nasty, correct=True, reason=nasty)],
        evidence={"strength": "weak", "studies": [nasty]},
    )
    sheet = worksheet(wholly, title=nasty, prompt=nasty)
    assert not sheet.select("script")
    assert len(sheet.find_all(recursive=False)) == 1
    # Questions and options are written twice: to answer, and with the answers.
    assert sheet.text.count(nasty) == 8
