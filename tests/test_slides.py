"""The slides of a plan: what stands on them and in their notes, and that each page stands alone."""

import base64
import hashlib
import re
import string
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import build_book
import ipywidgets
import make_slides
import nbformat
import pytest
from bs4 import BeautifulSoup, Tag
from hypothesis import given, settings
from hypothesis import strategies as st
from ipywidgets.embed import dependency_state
from nbconvert.filters import markdown2html
from slides.circles import circles
from slides.live_widgets import STATE_MIMETYPE
from slides.notebook import plan_notebook
from slides.page import Book, read_book, slides_page
from slides.plain_text import as_list, as_markdown, as_paragraphs

from lessonkit.activities import load_activity
from lessonkit.sphinx_ext.plans_file import Plan, Step, load_plans
from lessonkit.sphinx_ext.standalone import DeadWidgetError
from lessonkit.words import words

SAID = words("slides_page")
BOOK = Book(
    course="tides",
    title="Ebb & Flow",
    language="en",
    words=None,
    tab_title="Course",
    quick_exit="https://example.org/",
    icon="data:image/svg+xml;base64,AAAA",
)
PLAN = Plan(
    id="plan-20",
    title="One <tide>",
    minutes=20,
    people="6 to 20",
    purpose="People leave with *two* words.",
    steps=(
        Step(
            id="welcome",
            title="Welcome & hello",
            start=0,
            minutes=5,
            purpose="Everybody knows what is coming.",
            materials=("A bell",),
            say=("Good evening.", "1. <b>Sit</b> where you like."),
            do=("Open $the$ door.",),
            points=("Ring the bell", "- or not"),
            short_of_time="Ring twice.",
        ),
        Step(
            id="sort",
            title="Sort alone",
            start=5,
            minutes=10,
            purpose="Everyone has a view.",
            say=("Now we sort.",),
            activity="intimacy-or-passion",
            part="sort",
        ),
        Step(
            id="talk",
            title="Talk",
            start=15,
            minutes=5,
            purpose="People hear reasons.",
            questions=("Which card was hardest?",),
            points=("Passion: wanting", "Both: the two", "Intimacy: being known"),
            activity="intimacy-or-passion",
            part="debrief",
        ),
    ),
)
MARKUP = [
    *("$", "\\", "\\(", "**", "<b>", "&amp;", "1. ", "- ", "# ", "~~", "`", "[ ] ", ": ", "| "),
    *("http://example.org/", "www.example.org", "\\begin{a}", "![a](b)", "\n", "    "),
]
TEXTS = st.lists(st.text(string.printable) | st.text() | st.sampled_from(MARKUP)).map("".join)


@pytest.fixture(scope="module")
def deck(repository: Path) -> Any:
    return cache(lambda name: load_activity(repository / f"notebooks/activities/{name}.yaml"))


@pytest.fixture(scope="module")
def html(deck: Any) -> str:
    return slides_page(plan_notebook(PLAN, deck, BOOK.title), BOOK, "Slides")


@pytest.fixture(scope="module")
def page(html: str) -> BeautifulSoup:
    return BeautifulSoup(html, "html.parser")


def slide(page: BeautifulSoup, name: str) -> Tag:
    found = page.select_one(f".slides > section#{name}")
    assert found is not None
    return found


def lines(part: Tag | None) -> list[str]:
    assert part is not None
    return [line.strip() for line in part.get_text("\n").splitlines() if line.strip()]


@given(TEXTS)
@settings(deadline=None)
def test_text_stays_text(text: str) -> None:
    # What no file can hold.
    text = "".join(letter for letter in text if letter.isprintable() or letter.isspace())
    wanted = " ".join(text.split())
    for markdown, tags in (
        (as_markdown(text), {"p"}),
        (as_paragraphs([text]), {"p"}),
        (as_list([text]), {"ul", "li"}),
    ):
        shown = BeautifulSoup(markdown2html(markdown), "html.parser")
        assert shown.get_text().strip() == wanted
        assert {tag.name for tag in shown.find_all()} <= tags


def test_the_first_slide_names_the_course_and_the_plan(page: BeautifulSoup) -> None:
    first = page.select_one(".slides > section")
    assert lines(first)[:3] == ["Ebb & Flow", "One <tide>", "20 minutes"]
    assert lines(first.aside)[:4] == [
        SAID["purpose"],
        "People leave with *two* words.",
        SAID["people"],
        "6 to 20",
    ]


def test_each_step_is_a_slide_with_its_points_and_minutes(page: BeautifulSoup) -> None:
    sections = page.select(".slides > section")
    assert [section["id"] for section in sections] == ["start", "welcome", "sort", "talk"]
    assert [section.get("data-minutes") for section in sections] == [None, "5", "10", "5"]
    assert [section.h1.get_text() for section in sections] == [
        *("One <tide>", "Welcome & hello", "Sort alone", "Talk"),
    ]
    text = slide(page, "welcome").select_one(".lk-slide-text")
    assert lines(text) == ["Welcome & hello", "Ring the bell", "- or not"]


def test_notes_say_everything_else_in_the_order_of_its_use(page: BeautifulSoup) -> None:
    assert lines(slide(page, "welcome").aside) == [
        *(SAID["say"], "Good evening.", "1. <b>Sit</b> where you like."),
        *(SAID["do"], "Open $the$ door."),
        *(SAID["short_of_time"], "Ring twice."),
        *(SAID["purpose"], "Everybody knows what is coming."),
        *(SAID["materials"], "A bell"),
    ]
    assert lines(slide(page, "talk").aside)[:2] == [SAID["ask"], "Which card was hardest?"]


def test_the_exercise_is_on_the_slide_where_people_sort(page: BeautifulSoup) -> None:
    [slot] = page.select(".lk-widget")
    assert slot.find_parent("section")["id"] == "sort"
    assert slot["data-key"] == "intimacy-or-passion"
    scripts = "\n".join(script.get_text() for script in page.select("script"))
    for name in slot["data-files"].split():
        assert f'["{name}"]=' in scripts
    # reveal.js would take a section for a slide.
    assert not slot.find("section")
    assert slot.select_one(".lk-worksheet")


def test_a_page_names_no_other_file_or_host(page: BeautifulSoup) -> None:
    addresses = [
        element[name]
        for element in page.find_all()
        for name in ("src", "href", "action", "data", "poster", "srcset")
        if name in element.attrs
    ]
    assert sorted(set(addresses)) == [BOOK.icon, BOOK.quick_exit]
    assert not page.select("[style]")
    styles = "\n".join(style.get_text() for style in page.select("style"))
    assert not re.search(r"@import|url\((?!data:)", styles)


def test_the_policy_names_every_script_and_style_and_nothing_else(page: BeautifulSoup) -> None:
    policy = page.select_one("meta[http-equiv=Content-Security-Policy]")["content"]
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules["default-src"] == "'none'"
    assert rules["script-src"].split() == ["blob:", *hashes(page.select("script:not([type])"))]
    assert rules["style-src"].split() == hashes(page.select("style"))
    assert "unsafe" not in policy and "'self'" not in policy and "http" not in policy


def hashes(elements: list[Tag]) -> list[str]:
    digests = [hashlib.sha256(element.get_text().encode()).digest() for element in elements]
    return [f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests]


def test_a_tab_says_nothing_of_the_subject(page: BeautifulSoup) -> None:
    assert page.title.get_text() == "Slides · Course"
    assert page.html["lang"] == "en"


def test_the_same_plan_gives_the_same_page(html: str, deck: Any) -> None:
    assert slides_page(plan_notebook(PLAN, deck, BOOK.title), BOOK, "Slides") == html


def test_a_notebook_is_one_that_jupyter_knows(deck: Any) -> None:
    notebook = plan_notebook(PLAN, deck, BOOK.title)
    nbformat.validate(notebook)
    kinds = [cell.metadata.slideshow.slide_type for cell in notebook.cells]
    assert kinds == [
        *("slide", "notes"),
        *("slide", "notes"),
        *("slide", "-", "notes"),
        *("slide", "-", "notes"),
    ]


def test_circles_are_drawn_where_every_place_is_explained(deck: Any, page: BeautifulSoup) -> None:
    [drawing] = page.select("svg.lk-slide-circles")
    assert drawing.find_parent("section")["id"] == "talk"
    assert [text.get_text() for text in drawing.select("text")] == ["Intimacy", "Both", "Passion"]
    board, columns = deck("intimacy-or-passion"), deck("how-sure-are-we")
    assert circles(["Intimacy: one", "Passion: two"], board) is None
    assert circles([f"{each.label}: so" for each in columns.categories], columns) is None


def test_a_widget_that_needs_a_kernel_is_refused() -> None:
    slider = ipywidgets.IntSlider(description="Depth")
    bundle = slider._repr_mimebundle_()
    slideshow = {"slideshow": {"slide_type": "slide", "id": "a", "title": "A", "style": ""}}
    output = nbformat.v4.new_output("display_data", data=bundle)
    cell = nbformat.v4.new_code_cell("slider", metadata=slideshow, outputs=[output])
    state = {"state": dependency_state([slider], drop_defaults=False)}
    notebook = nbformat.v4.new_notebook(cells=[cell], metadata={"widgets": {STATE_MIMETYPE: state}})
    with pytest.raises(DeadWidgetError, match="IntSlider"):
        slides_page(notebook, BOOK, "Slides")


def test_a_plan_without_an_exercise_is_whole(deck: Any) -> None:
    plan = replace(PLAN, steps=PLAN.steps[:1])
    page = BeautifulSoup(slides_page(plan_notebook(plan, deck, "Tides"), BOOK, "S"), "html.parser")
    assert not page.select(".lk-widget")
    assert len(page.select(".slides > section")) == 2


def test_the_book_says_what_its_slides_need(repository: Path) -> None:
    book = read_book(repository)
    assert (book.course, book.language) == ("intimacy-and-passion", "en")
    assert book.icon.startswith("data:image/svg+xml;base64,")


def test_every_plan_of_the_course_has_its_slides(repository: Path, tmp_path: Path) -> None:
    (tmp_path / "plan-1.html").write_text("of a plan that is no more", encoding="utf-8")
    made = make_slides.make_slides(repository, tmp_path)
    plans = load_plans(repository / make_slides.PLANS, repository / make_slides.ACTIVITIES).plans
    assert [path.stem for path in made] == [plan.id for plan in plans]
    assert sorted(tmp_path.glob("*.html")) == sorted(made)
    for plan, path in zip(plans, made, strict=True):
        page = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        steps = [section["id"] for section in page.select(".slides > section")[1:]]
        assert steps == [step.id for step in plan.steps]
        sorts = [step.id for step in plan.steps if step.part == "sort"]
        assert [slot.find_parent("section")["id"] for slot in page.select(".lk-widget")] == sorts


def test_slides_are_made_again_only_when_something_changed(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    made: list[Path] = []

    def make(root: Path, folder: Path) -> list[Path]:
        folder.mkdir(exist_ok=True)
        made.append(folder)
        return [folder / "plan-20.html"]

    monkeypatch.setattr(make_slides, "make_slides", make)
    arguments = ["--output", str(tmp_path / "slides")]
    assert make_slides.main(arguments) == make_slides.main(arguments) == 0
    assert len(made) == 1
    assert "are up to date" in capsys.readouterr().out
    assert make_slides.fingerprint is build_book.fingerprint
    missing = [name for name in make_slides.SOURCES if not (repository / name).exists()]
    assert not missing


def test_a_mistake_in_the_plans_is_told_with_its_line(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    plans = tmp_path / "plans.yaml"
    plans.write_text("plans:\n  - id: plan-20\n    titel: Tides\n", encoding="utf-8")
    monkeypatch.setattr(make_slides, "PLANS", plans)
    assert make_slides.main(["--output", str(tmp_path / "slides")]) == 1
    assert f"{plans}:3: unknown key 'titel'" in capsys.readouterr().err
    assert not (tmp_path / "slides" / make_slides.STAMP).exists()
