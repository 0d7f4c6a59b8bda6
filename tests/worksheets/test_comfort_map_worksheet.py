from bs4 import BeautifulSoup

from lessonkit.worksheets.comfort_map import comfort_map_worksheet

NASTY = '</li></section><script>alert(1)</script><img src=x onerror=alert(1)> & "quotes"'


def worksheet(heading_level=3, **changes):
    activity = {
        "title": "Visits",
        "prompt": "Mark what suits you.",
        "choices": [
            {"id": "yes", "label": "Yes", "description": "I like it."},
            {"id": "no", "label": "No"},
        ],
        "items": [
            {"id": "cats", "label": "Cats", "group": "Animals"},
            {"id": "aunts", "label": "Aunts", "group": "People"},
            {"id": "dogs", "label": "Dogs", "group": "Animals"},
        ],
        **changes,
    }
    return BeautifulSoup(comfort_map_worksheet(activity, heading_level), "html.parser")


def test_every_item_has_a_box_for_every_choice_and_a_line_for_a_note():
    items = worksheet().select("li")
    assert [item.p.text for item in items] == ["Cats", "Dogs", "Aunts"]
    for item in items:
        _, boxes, note = (each.text for each in item.select("p"))
        assert (boxes.count("☐"), note[:8]) == (2, "Note: __")


def test_items_stand_under_the_headings_of_their_groups():
    sheet = worksheet()
    assert [heading.text for heading in sheet.select("h4")] == ["Animals", "People"]
    assert len(sheet.h4.find_next("ul").select("li")) == 2


def test_items_without_a_group_need_no_heading():
    assert not worksheet(items=[{"id": "cats", "label": "Cats"}]).select("h4")


def test_choices_that_are_explained_are_explained_once():
    sheet = worksheet()
    assert [entry.text for entry in sheet.select("dt, dd")] == ["Yes", "I like it."]
    assert not worksheet(choices=[{"id": "yes", "label": "Yes"}]).select("dl")


def test_the_closing_words_come_last():
    assert worksheet(closing="For me.").section.select("p")[-1].text == "For me."


def test_text_is_text():
    sheet = worksheet(
        title=NASTY,
        prompt=NASTY,
        choices=[{"id": "yes", "label": NASTY, "description": NASTY}],
        items=[{"id": "cats", "label": NASTY, "group": NASTY}],
        closing=NASTY,
    )
    assert not sheet.select("script, img")
    assert len(sheet.find_all(recursive=False)) == 1
    assert sheet.text.count(NASTY) == 8
