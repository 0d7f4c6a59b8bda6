from bs4 import BeautifulSoup

from lessonkit.worksheets.sentence_builder import sentence_builder_worksheet


def part(name, optional=False, text="Shall we?", note="It is short."):
    options = [
        {"id": "first", "text": text, "note": note},
        {"id": "second", "text": "Would you like to?", "note": "It is open."},
    ]
    return {"id": name, "label": name, "optional": optional, "options": options}


def activity(**changes):
    parts = [part("The question"), part("Room for a no", optional=True)]
    return {"title": "Ask", "prompt": "Put it together.", "parts": parts, **changes}


def worksheet(heading_level=3, **changes):
    html = sentence_builder_worksheet(activity(**changes), heading_level)
    return BeautifulSoup(html, "html.parser")


def test_each_part_has_its_words_to_tick_and_a_line_for_own_words():
    needed, optional = worksheet().select("ol")[0].find_all("li", recursive=False)
    assert needed.p.text == "The question"
    boxes = [box.text for box in needed.select("li")]
    assert boxes[:2] == ["☐\u00a0Shall we?", "☐\u00a0Would you like to?"]
    assert boxes[2].startswith("☐\u00a0In my own words: ____")
    assert [box.text for box in optional.select("li")][3:] == ["☐\u00a0Leave it out"]


def test_a_needed_part_can_not_be_left_out():
    needed = worksheet().select("ol")[0].li
    assert "Leave it out" not in needed.text


def test_there_are_lines_for_the_whole_sentence():
    sheet = worksheet()
    assert "____" in sheet.find("p", string="Your sentence:").find_next("p").text


def test_what_the_words_do_stands_at_the_end_part_by_part():
    sheet = worksheet(closing="Say it aloud.")
    title = sheet.h4
    assert title.text == "What the words do"
    assert title.find_previous("p").text == "Say it aloud."
    notes = title.find_next("ol").find_all("li", recursive=False)
    assert [note.p.text for note in notes] == ["The question", "Room for a no"]
    assert [note.text for note in notes[0].select("dd")] == ["It is short.", "It is open."]


def test_the_heading_level_can_be_chosen():
    sheet = worksheet(heading_level=2)
    assert sheet.h2.text == "Ask"
    assert sheet.h3.text == "What the words do"


def test_text_is_text():
    nasty = "</li></section><script>alert(1)</script> & \u202eend"
    parts = [part(nasty, text=nasty, note=nasty)]
    sheet = worksheet(title=nasty, prompt=nasty, closing=nasty, parts=parts)
    assert not sheet.select("script")
    assert len(sheet.find_all(recursive=False)) == 1
    assert sheet.text.count(nasty) == 8
    assert len(sheet.select("bdi")) == 8
