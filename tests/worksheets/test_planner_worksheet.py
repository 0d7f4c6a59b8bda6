from bs4 import BeautifulSoup

from lessonkit.worksheets.planner import planner_worksheet

NASTY = '</li></section><script>alert(1)</script><img src=x onerror=alert(1)> & "quotes"'


def worksheet(heading_level=3, **changes):
    activity = {
        "title": "A week",
        "prompt": "Choose.",
        "calendar_name": "Time set aside",
        "acts": [
            {"id": "tea", "label": "Tea", "group": "Warm", "about": "Small."},
            {"id": "walk", "label": "A walk"},
            {"id": "soup", "label": "Soup", "group": "Warm"},
        ],
        **changes,
    }
    return BeautifulSoup(planner_worksheet(activity, heading_level), "html.parser")


def test_every_day_has_a_row_to_fill_in():
    rows = worksheet().select("tbody tr")
    assert [row.th.text for row in rows][::6] == ["Monday", "Sunday"]
    assert [row.th["scope"] for row in rows] == ["row"] * 7
    assert all(cell.text.count("___") for row in rows for cell in row.select("td"))


def test_the_acts_stand_under_their_headings_those_without_one_first():
    sheet = worksheet()
    assert [item.contents[0] for item in sheet.select("li")] == ["A walk", "Tea", "Soup"]
    assert [item.text for item in sheet.select("li small")] == ["Small."]
    assert [heading.text for heading in sheet.select("h4")] == [
        "Warm",
        "Acts of your own",
        "Your week",
    ]


def test_the_closing_words_stand_over_the_week():
    table = worksheet(closing="Small is enough.").table
    assert table.find_previous_sibling("p").text == "Small is enough."


def test_text_is_text():
    acts = [{"id": "tea", "label": NASTY, "about": NASTY, "group": NASTY}]
    sheet = worksheet(title=NASTY, prompt=NASTY, closing=NASTY, acts=acts)
    assert not sheet.select("script, img")
    assert len(sheet.find_all(recursive=False)) == 1
    assert sheet.text.count(NASTY) == 6
