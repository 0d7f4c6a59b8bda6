from bs4 import BeautifulSoup

from lessonkit.worksheets.sorting import sorting_worksheet


def activity(**changes):
    cards = [
        {
            "id": "one",
            "text": "They talk all night.",
            "answers": {
                "both": {"points": 0.5, "reason": "It may be longing too."},
                "intimacy": {"points": 1, "reason": "Being known is closeness."},
            },
        },
        {
            "id": "two",
            "text": "They kiss.",
            "answers": {"passion": {"points": 1, "reason": "Wanting leads."}},
        },
    ]
    categories = [
        {"id": "intimacy", "label": "Intimacy", "description": "Closeness."},
        {"id": "both", "label": "Both", "description": None},
        {"id": "passion", "label": "Passion", "description": "Wanting."},
    ]
    return {
        "title": "Which is it?",
        "prompt": "Where does it belong?",
        "closing_question": None,
        "categories": categories,
        "cards": cards,
        **changes,
    }


def worksheet(heading_level=3, **changes):
    return BeautifulSoup(sorting_worksheet(activity(**changes), heading_level), "html.parser")


def test_every_card_has_a_box_for_every_category():
    cards = worksheet().select("ol")[0].select("li")
    assert [card.p.text for card in cards] == ["They talk all night.", "They kiss."]
    for card in cards:
        assert card.text.count("☐") == 3
        assert "☐\u00a0Intimacy" in card.text


def test_categories_come_with_their_descriptions():
    entries = worksheet().dl
    assert [entry.text for entry in entries.select("dt")] == ["Intimacy", "Both", "Passion"]
    assert [entry.text for entry in entries.select("dd")] == ["Closeness.", "Wanting."]


def test_answers_come_after_all_cards_in_the_same_order():
    sheet = worksheet()
    cards, answers = sheet.select("ol")
    assert sheet.h4.text == "Answers"
    assert cards.find_next("h4").find_next("ol") is answers
    assert [item.b.text for item in answers.select("li")] == ["Intimacy", "Passion"]


def test_best_answer_comes_first_and_a_defensible_one_says_so():
    first, second = worksheet().select("ol")[1].li.select("p")
    assert first.text == "Intimacy. Being known is closeness."
    assert second.text == "Also defensible: Both. It may be longing too."


def test_opinion_deck_has_no_answers():
    cards = [{"id": "one", "text": "They talk.", "answers": {}}]
    sheet = worksheet(cards=cards)
    assert "Answers" not in sheet.text
    assert len(sheet.select("ol")) == 1


def test_closing_question_is_asked_before_the_answers():
    sheet = worksheet(closing_question="Which one was hardest?")
    assert sheet.find(string="Which one was hardest?").find_next("h4").text == "Answers"


def test_heading_level_can_be_chosen():
    sheet = worksheet(heading_level=2)
    assert sheet.h2.text == "Which is it?"
    assert sheet.h3.text == "Answers"


def test_text_is_text():
    nasty = '</li></section><script>alert(1)</script><img src=x onerror=alert(1)> & "quotes"'
    reason = {"passion": {"points": 1, "reason": nasty}}
    sheet = worksheet(
        title=nasty,
        prompt=nasty,
        closing_question=nasty,
        categories=[{"id": "passion", "label": nasty, "description": nasty}],
        cards=[{"id": "one", "text": nasty, "answers": reason}],
    )
    assert not sheet.select("script, img")
    assert len(sheet.find_all(recursive=False)) == 1
    assert sheet.text.count(nasty) == 9


def test_direction_controls_stay_inside_their_text():
    sheet = worksheet(prompt="Where \u202edoes it belong?")
    assert sheet.bdi.text == "Where \u202edoes it belong?"


def test_nothing_depends_on_a_style():
    html = sorting_worksheet(activity())
    assert "style=" not in html
    assert html.count("class=") == 1
