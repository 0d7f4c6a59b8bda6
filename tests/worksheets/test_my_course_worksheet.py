from bs4 import BeautifulSoup

from lessonkit.worksheets.my_course import my_course_worksheet

NASTY = '</li></section><script>alert(1)</script><img src=x onerror=alert(1)> & "quotes"'


def worksheet(heading_level=3, title="My course", lesson="First", part="Quiz", **changes):
    activity = {
        "title": title,
        "prompt": "What you have done.",
        "lessons": [
            {"id": "one", "title": lesson, "activities": [{"key": "quiz"}]},
            {
                "id": "two",
                "title": "Second",
                "activities": [{"key": "once-more", "part": "deck"}, {"key": "quiz"}],
            },
        ],
        "parts": {"quiz": {"title": part}, "deck": {"title": "Deck"}},
        **changes,
    }
    return BeautifulSoup(my_course_worksheet(activity, heading_level), "html.parser")


def test_every_lesson_has_its_activities_to_tick():
    sheet = worksheet()
    assert [heading.text for heading in sheet.select("h4")] == ["1. First", "2. Second"]
    assert [[item.text for item in each.select("li")] for each in sheet.select("ul")] == [
        ["☐\u00a0Quiz"],
        ["☐\u00a0Deck", "☐\u00a0Quiz"],
    ]


def test_every_lesson_has_lines_for_a_note():
    notes = [each for each in worksheet().select("p") if each.text == "Note:"]
    assert len(notes) == 2
    for note in notes:
        lines = note.find_next("p")
        assert (lines.text.strip("_"), len(lines.select("br"))) == ("", 1)


def test_the_prompt_stands_below_the_title_and_may_be_left_out():
    assert worksheet().h3.find_next("p").text == "What you have done."
    assert worksheet(prompt=None).h3.find_next().name == "h4"


def test_headings_begin_at_the_level_asked_for():
    assert [each.name for each in worksheet(2).select("h2, h3, h4")] == ["h2", "h3", "h3"]


def test_an_activity_can_have_another_title_in_a_lesson():
    shown = {"key": "quiz", "title": "Once more"}
    sheet = worksheet(lessons=[{"id": "one", "title": "First", "activities": [shown]}])
    assert sheet.li.text == "☐\u00a0Once more"


def test_text_is_text():
    sheet = worksheet(title=NASTY, lesson=NASTY, part=NASTY, prompt=NASTY)
    assert not sheet.select("script, img")
    assert len(sheet.select("section")) == 1
    assert sheet.h3.text == NASTY
    assert sheet.h4.text == f"1. {NASTY}"
    assert sheet.li.text == f"☐\u00a0{NASTY}"
