from bs4 import BeautifulSoup

from lessonkit.worksheets.card_explorer import card_explorer_worksheet

EVIDENCE = {"strength": "weak", "studies": ["Light and others 2005", "Moyer 2011"]}


def activity(**changes):
    cards = [
        {
            "id": "hug",
            "label": "A hug",
            "about": "Arms around somebody.",
            "finding": "Some felt calmer.",
            "evidence": EVIDENCE,
            "ask": "May I hug you?",
            "care": "Not everyone likes it.",
        },
        {"id": "dance", "label": "A dance", "about": "Two and music.", "ask": "Shall we?"},
    ]
    return {"title": "Forms", "prompt": "Look around.", "cards": cards, **changes}


def worksheet(heading_level=3, **changes):
    html = card_explorer_worksheet(activity(**changes), heading_level)
    return BeautifulSoup(html, "html.parser")


def test_every_card_is_there_in_full():
    sheet = worksheet()
    assert [card.text for card in sheet.select("h4")] == ["A hug", "A dance"]
    first, second = sheet.select("dl")
    assert [title.text for title in first.select("dt")] == [
        "What it is",
        "What studies say",
        "What to ask first",
        "Take care",
    ]
    assert first.blockquote.text == "May I hug you?"
    assert [title.text for title in second.select("dt")] == ["What it is", "What to ask first"]


def test_a_finding_comes_with_its_evidence():
    assert "Evidence: weak. Studies: Light and others 2005; Moyer 2011." in worksheet().text


def test_the_closing_question_comes_last():
    sheet = worksheet(closing_question="Which one?")
    assert sheet.section.find_all(recursive=False)[-1].text == "Which one?"


def test_the_heading_level_can_be_chosen():
    sheet = worksheet(heading_level=2)
    assert sheet.h2.text == "Forms"
    assert sheet.h3.text == "A hug"


def test_text_is_text():
    nasty = "</dd></section><script>alert(1)</script> & \u202eend"
    card = dict.fromkeys(("id", "label", "about", "finding", "ask", "care"), nasty)
    card["evidence"] = {"strength": "weak", "studies": [nasty]}
    sheet = worksheet(title=nasty, prompt=nasty, closing_question=nasty, cards=[card])
    assert not sheet.select("script")
    assert len(sheet.find_all(recursive=False)) == 1
    assert sheet.text.count(nasty) == 9
    assert len(sheet.select("bdi")) == 9
