"""The workbook's HTML: pages of the book as chapters of one document."""

from dataclasses import replace
from datetime import date

import make_workbook
import pytest
from bs4 import BeautifulSoup
from workbook.assemble import assemble, fill_in
from workbook.chapter import NoPageError, make_chapter
from workbook.facts import Facts, page_names, read_facts

from lessonkit.worksheets.dialogue import dialogue_worksheet
from lessonkit.worksheets.html import lines_to_write_on
from lessonkit.worksheets.quick_check import quick_check_worksheet
from lessonkit.worksheets.sentence_builder import sentence_builder_worksheet

FACTS = Facts(
    title="A Course",
    tab_title="Course",
    authors="Two people",
    version="1.2",
    released=date(2026, 3, 4),
    licence="CC-BY-4.0",
    pages=["book/first", "notebooks/02_second"],
)
QUESTION = {
    "text": "Which one?",
    "several": False,
    "options": [
        {"text": "This.", "correct": True, "reason": "It holds."},
        {"text": "That.", "correct": False, "reason": "It does not hold."},
    ],
}
CHECK = {"title": "Check", "questions": [QUESTION], "confidence": True}
STORY = {
    "title": "Story",
    "prompt": "Play it.",
    "lines": [
        {
            "id": "a",
            "text": "Hello?",
            "choices": [{"text": "Hi.", "to": "b", "debrief": "A warm start."}],
        },
        {"id": "b", "text": "Nice.", "choices": [], "ending": "Well met"},
    ],
}
SENTENCE = {
    "title": "Say it",
    "prompt": "Build it.",
    "parts": [
        {"label": "First", "optional": False, "options": [{"text": "I like", "note": "Warm."}]}
    ],
}


def page(content, title="First", name="first"):
    return f"""<html lang="en"><body><aside>Menu</aside><article role="main"><nav>Start</nav>
        <section id="{name}"><h1>{title}<a class="headerlink" href="#{name}">¶</a></h1>
        {content}</section><nav>End</nav></article></body></html>"""


def slot(worksheet, others=""):
    return f'<div class="lk-widget"><div class="lk-static">{worksheet}</div>{others}</div>'


def chapter(content, name="book/first", **options):
    return make_chapter(page(content, **options), name)


def workbook(*contents, facts=FACTS):
    """Return the workbook of pages with these contents."""
    titles = ["First", "Second"]
    chapters = [
        make_chapter(page(content, title, title.lower()), name)
        for content, title, name in zip(contents, titles, facts.pages, strict=False)
    ]
    return assemble(facts, chapters, "a4", "en")


def headings(part):
    return [(h.name, h.get_text()) for h in part.find_all(["h1", "h2", "h3", "h4", "h5", "h6"])]


def test_pages_are_in_reading_order_whatever_the_parts_and_sections():
    contents = {
        "root": "a",
        "parts": [
            {"chapters": [{"file": "b", "sections": [{"file": "c"}]}, {"url": "https://x.test"}]},
            {"chapters": [{"file": "d"}]},
        ],
    }
    assert list(page_names(contents)) == ["a", "b", "c", "d"]


def test_the_course_says_what_the_cover_shows():
    facts = read_facts(make_workbook.ROOT)
    assert facts.title and facts.authors and facts.version
    assert facts.licence_address == "https://creativecommons.org/licenses/by/4.0/"
    assert facts.pages[0] == "book/welcome" and "book/references" in facts.pages
    assert not [name for name in facts.pages if {"author", "facilitate"} & set(name.split("/"))]
    assert replace(facts, licence="MIT").licence_address == ""


def test_only_the_content_of_a_page_is_printed():
    body = chapter(
        '<p>Text.</p><form><button>Go</button></form><img class="only-dark" src="d.svg">'
        "<script>1</script><p hidden>Later</p>"
        '<section class="lk-on-screen"><h2>Exit</h2></section><div class="toctree-wrapper"></div>'
        '<p>It takes <span class="lk-minutes"><span aria-hidden="true">5 min</span>'
        '<span class="lk-hidden-text">5 minutes</span></span></p>'
    ).body
    assert body.get_text(" ", strip=True) == "First Text. It takes 5 minutes"
    assert not body.select("form, button, img, script, nav, .headerlink, .toctree-wrapper")


def test_a_worksheet_stands_in_the_place_of_a_widget():
    sheet = '<section class="lk-worksheet"><h3>Sort</h3><p>On paper.</p></section>'
    body = chapter(
        slot(sheet, '<div class="lk-live">Alive</div>') + slot("<p>Needs a script</p>")
    ).body
    assert headings(body) == [("h1", "First"), ("h2", "Sort")]
    assert "On paper." in body.get_text()
    assert "Alive" not in body.get_text() and "Needs a script" not in body.get_text()


def test_a_link_to_an_activity_finds_its_worksheet():
    there = (
        '<div class="lk-widget" id="sort"><section class="lk-worksheet">On paper.</section></div>'
    )
    whole = workbook('<p><a href="../notebooks/02_second.html#sort">Sort</a></p>', there)
    [link] = whole.select("#book-first p a")
    assert whole.find(id=link["href"][1:]).get_text() == "On paper."


def test_pictures_are_found_from_the_root_and_do_not_wait():
    [picture] = chapter('<img src="../_images/a.svg" alt="Two" loading="lazy">').body.select("img")
    assert picture.attrs == {"src": "/_images/a.svg", "alt": "Two"}


def test_a_page_without_content_is_named():
    with pytest.raises(NoPageError, match="book/first has no section"):
        make_chapter("<html><article role=main></article></html>", "book/first")


def test_headings_leave_no_level_out():
    body = chapter("<h3>A</h3><h4>B</h4><h4>C</h4><h2>D</h2><h3>E</h3>").body
    assert [name for name, _ in headings(body)] == ["h1", "h2", "h3", "h3", "h2", "h3"]


def test_ids_of_two_pages_do_not_meet_and_links_find_them():
    own = '<p id="id1"><a href="#id1">self</a> <a href="#NAME">top</a></p>'
    whole = workbook(
        own.replace("NAME", "first") + '<a href="../notebooks/02_second.html#id1">there</a>',
        own.replace("NAME", "second") + '<a href="../book/first.html">back</a>',
    )
    ids = [part["id"] for part in whole.select("[id]")]
    assert len(ids) == len(set(ids))
    links = {link.get_text(): link["href"] for link in whole.select(".chapter p a, .chapter > a")}
    assert links["there (page 000)"] == "#notebooks-02_second--id1"
    assert links["back (page 000)"] == "#book-first"
    assert all(link["href"][1:] in ids for link in whole.select('a[href^="#"]'))


def test_names_that_point_to_ids_follow_them():
    body = chapter('<p id="a">A</p><p id="b">B</p><div aria-labelledby="a b">C</div>').body
    assert body.div["aria-labelledby"] == "book-first--a book-first--b"


def test_badges_and_citations_name_no_page():
    badge = '<a class="lk-badge" href="../notebooks/02_second.html">weak</a>'
    cited = '<span class="bibtex-citation">[<a href="../notebooks/02_second.html">A1</a>]</span>'
    first = workbook(badge + cited, "").select_one("#book-first")
    assert first.select('a[href="#notebooks-02_second"]') and not first.select(".page")


def test_a_link_to_no_page_of_the_workbook_becomes_words():
    first = workbook('<p>See <a href="../search.html">search</a>.</p>', "").select_one(
        "#book-first"
    )
    assert first.p.get_text() == "See search." and not first.select("a")


def test_links_to_the_web_and_to_phones_stay_and_their_addresses_are_said_once():
    links = (
        '<a href="https://help.test">help.test</a><a href="https://help.test/">A line</a>'
        '<a href="tel:999">999</a><a href="https://doi.org/10.1/a">doi:10.1/a</a>'
    )
    found = workbook(links, "").select("#book-first a")
    said = [link.get_text() for link in found]
    assert said == ["help.test", "A line (help.test)", "999", "doi:10.1/a"]
    assert [link["href"] for link in found][2] == "tel:999"


@pytest.mark.parametrize(
    ("sheet", "title", "name", "held_back"),
    [
        (quick_check_worksheet(CHECK), "Check", "Answers", "It holds."),
        (dialogue_worksheet(STORY), "Story", "What the choices did", "A warm start."),
    ],
)
def test_answers_stand_at_the_end_with_a_way_there_and_back(sheet, title, name, held_back):
    whole = workbook("", f"<h2>Try</h2>{slot(sheet)}")
    lesson, answers = whole.select_one("#notebooks-02_second"), whole.select_one("#answers")
    assert held_back not in lesson.get_text() and held_back in answers.get_text()
    assert headings(answers) == [("h1", "Answers"), ("h2", "2. Second"), ("h3", title)]
    activity = "notebooks-02_second--activity-1"
    there, back = lesson.select_one(".way a"), answers.select_one(".way a")
    assert (there.get_text(), there["href"]) == (f"{name}: page 000", f"#{activity}--answers")
    assert (back.get_text(), back["href"]) == ("Worksheet: page 000", f"#{activity}")
    assert whole.find(id=f"{activity}--answers") and lesson.find(id=activity)


def test_what_words_do_is_no_answer():
    whole = workbook("", slot(sentence_builder_worksheet(SENTENCE)))
    assert "Warm." in whole.select_one("#notebooks-02_second").get_text()


def test_underscores_become_lines_and_choices_stay_whole():
    lines = f'<section class="lk-worksheet">{lines_to_write_on(3)}</section>'
    body = chapter(
        slot(lines)
        + slot(quick_check_worksheet(CHECK))
        + slot(sentence_builder_worksheet(SENTENCE))
    ).body
    assert len(body.select(".lines")[0].select(".line")) == 3
    assert [choice.get_text() for choice in body.select(".choice")] == [
        "☐\u00a0A guess",
        "☐\u00a0Fairly sure",
        "☐\u00a0Sure",
    ]
    assert body.select(".option")[0].get_text() == "☐\u00a0This."
    assert body.select_one("li .blank")
    assert "___" not in body.get_text()


def test_the_contents_lead_to_every_part_with_its_page():
    whole = workbook("", "")
    fill_in(whole, {"book-first": 4, "notebooks-02_second": 9, "answers": 120})
    entries = [
        (link["href"], *(part.get_text() for part in link.find_all("span", recursive=False)))
        for link in whole.select(".contents a")
    ]
    assert entries == [
        ("#book-first", "First", "4"),
        ("#notebooks-02_second", "2. Second", "9"),
        ("#answers", "Answers", "120"),
    ]


def test_the_cover_says_what_it_is_and_the_title_says_nothing_of_the_subject():
    whole = workbook("", "", facts=replace(FACTS, title="First"))
    cover = whole.select_one(".cover").get_text(" ")
    for words in (
        "First",
        "Workbook",
        "Two people",
        "Version 1.2, 4 March 2026",
        "licenses/by/4.0",
    ):
        assert words in cover
    assert whole.title.string == "Workbook · Course"
    assert whole.html["lang"] == "en"
    # The first page bears the name of the course, which the cover has said.
    assert whole.select_one("#book-first h1").get_text() == "Welcome"


def test_a_title_can_not_end_the_style():
    title = 'A "</style>" title'
    chapters = [make_chapter(page("", title.replace("<", "&lt;")), "book/first")]
    style = str(assemble(FACTS, chapters, "letter", "en").style)
    assert "size: letter" in style and r"\3c /style>" in style
    assert len(BeautifulSoup(style, "html.parser").find_all()) == 1


def test_without_a_book_it_says_how_to_get_one(tmp_path, capsys):
    assert make_workbook.main(["--book", str(tmp_path), "--output", str(tmp_path / "w.pdf")]) == 1
    assert "make book" in capsys.readouterr().err
    assert not (tmp_path / "w.pdf").exists()
