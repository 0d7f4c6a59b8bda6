from bs4 import BeautifulSoup

from lessonkit.worksheets.group_tally import group_tally_worksheet

NASTY = '</td></table></section><script>alert(1)</script><img src=x onerror=alert(1)> & "quotes"'


def worksheet(heading_level=3, threshold=5, **changes):
    activity = {
        "title": "Tea",
        "categories": [{"label": "Hot"}, {"label": "Cold"}],
        "cards": [{"text": "In winter."}, {"text": "In summer."}],
        "debrief": ["Why?"],
        **changes,
    }
    return BeautifulSoup(group_tally_worksheet(activity, threshold, heading_level), "html.parser")


def test_every_card_has_an_empty_cell_for_each_category_and_for_passes():
    heads = [each.text for each in worksheet().select("thead th")]
    assert heads == ["Card", "Hot", "Cold", "Passed"]
    rows = worksheet().select("tbody tr")
    assert [row.th.text for row in rows] == ["1. In winter.", "2. In summer."]
    assert [[cell.text.strip() for cell in row.select("td")] for row in rows] == [[""] * 3] * 2


def test_paper_keeps_the_rule_that_few_are_not_shown():
    assert "8 slips or more" in worksheet(threshold=8).p.text


def test_the_deck_s_questions_come_after_the_table():
    assert [item.text for item in worksheet().select("table ~ ul li")] == ["Why?"]
    assert not worksheet(debrief=[]).select("ul, h4")


def test_the_headings_levels_can_be_chosen():
    assert [worksheet(heading_level=2).h2.text, bool(worksheet(heading_level=2).h3)] == [
        "Tea",
        True,
    ]


def test_text_is_text():
    sheet = worksheet(
        title=NASTY,
        categories=[{"label": NASTY}] * 2,
        cards=[{"text": NASTY}],
        debrief=[NASTY],
    )
    assert not sheet.select("script, img")
    assert len(sheet.find_all(recursive=False)) == 1
    assert sheet.text.count(NASTY) == 5
