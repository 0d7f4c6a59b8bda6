from bs4 import BeautifulSoup

from lessonkit.worksheets.opinion_scale import opinion_scale_worksheet

NASTY = '</li></section><script>alert(1)</script><img src=x onerror=alert(1)> & "quotes"'


def worksheet(heading_level=3, **changes):
    activity = {
        "title": "Tea",
        "prompt": "Say how far you agree.",
        "points": ["No", "In between", "Yes"],
        "statements": [{"id": "warm", "text": "It is warm."}, {"id": "dear", "text": "It costs."}],
        **changes,
    }
    return BeautifulSoup(opinion_scale_worksheet(activity, heading_level), "html.parser")


def test_every_statement_has_every_point_to_tick_twice():
    for item in worksheet().ol.select("li"):
        _, first, later = (each.text for each in item.select("p"))
        assert first.startswith("First time: ☐\u00a0No") and first.count("☐") == 3
        assert later.startswith("Later: ☐\u00a0No") and later.endswith("☐\u00a0Yes")


def test_the_closing_question_comes_last():
    assert worksheet(closing_question="Why?").section.select("p")[-1].text == "Why?"


def test_the_heading_s_level_can_be_chosen():
    assert worksheet(heading_level=2).h2.text == "Tea"


def test_text_is_text():
    sheet = worksheet(
        title=NASTY,
        prompt=NASTY,
        points=[NASTY] * 3,
        statements=[{"id": "x", "text": NASTY}],
        closing_question=NASTY,
    )
    assert not sheet.select("script, img")
    assert len(sheet.find_all(recursive=False)) == 1
    assert sheet.text.count(NASTY) == 10
