import json
from pathlib import Path

import pytest

DECK = (Path(__file__).parents[1] / "activities" / "good_deck.yaml").read_text(encoding="utf-8")
WORKSHOP = """\
workshop:
  minutes: 10
  say: [Now we sort <alone>., And quietly.]
  debrief: [Which card was hardest?]
"""
PLANS = """\
plans:
  - id: plan-70
    title: Rain & sun
    minutes: 70
    people: 6 to 20, indoors
    purpose: People leave with two words.
    steps:
      - id: welcome
        title: Welcome & <agreements>
        minutes: 5
        purpose: Everybody knows what is coming.
        materials: [An umbrella <folded>, A slide]
        say:
          - "Welcome to the weather. We talk about it."
          - >-
            This one goes on and on about the weather of yesterday, of today, and of tomorrow, too.
          - "*No* [markup](here) is read."
        do: [Open the window.]
        points: [Two words]
        short_of_time: Say hello.
      - id: sort
        title: Sort alone
        activity: rain-or-sun
        part: sort
        purpose: Everyone has a view of their own.
      - id: talk
        title: Talk together
        activity: rain-or-sun
        part: debrief
        minutes: 55
        purpose: The group finds the detail that decides.
"""
PAGES = {
    "index": "# Welcome",
    "guide/plan-70": "# Plan\n\n```{workshop-plan} plan-70\n```\n\n## After\n\nText.\n",
    "guide/run-sheet-70": "# Sheet\n\n```{run-sheet} plan-70\n```\n",
}


def write(folder, plans=PLANS, deck=DECK + WORKSHOP):
    """Write the plans of a book, and the deck of which they take words."""
    for name, text in (("guide/plans", plans), ("notebooks/activities/rain-or-sun", deck)):
        path = folder / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def add_pages(book, *names):
    """Give a book further pages."""
    for name in names:
        book.write(name, PAGES[name])
    toc = {"format": "jb-book", "root": "index", "chapters": [{"file": name} for name in names]}
    (book.source / "_toc.yml").write_text(json.dumps(toc), encoding="utf-8")


@pytest.fixture(scope="module")
def book(new_book):
    """A book with a plan and its run sheet."""
    book = new_book({"index": PAGES["index"]})
    write(book.source)
    add_pages(book, "guide/plan-70", "guide/run-sheet-70")
    return book.build()


def cells(row):
    """Return the words of a row, without the headings that stand in it for narrow windows."""
    for label in row.select(".lk-plan-label"):
        label.extract()
    return [cell.get_text(" ", strip=True) for cell in row.select("th, td")]


def test_the_table_says_when_each_step_begins_what_it_is_for_and_what_to_bring(book, select_one):
    table = select_one(book.page("guide/plan-70"), "table")
    assert table.caption.text == "Rain & sun: the steps of 70 minutes"
    head, *rows = table.select("tr")
    assert cells(head) == ["Clock", "Step", "What it is for", "At hand"]
    assert [cells(row) for row in rows] == [
        [
            "0:00 5 min",
            "Welcome & <agreements>",
            "Everybody knows what is coming.",
            "An umbrella <folded> A slide",
        ],
        ["0:05 10 min", "Sort alone", "Everyone has a view of their own.", ""],
        ["0:15 55 min", "Talk together", "The group finds the detail that decides.", ""],
        ["1:10", "End", "", ""],
    ]


def test_a_table_is_one_to_everybody_also_where_its_rows_are_stacked(book, select_one):
    for name in ("plan-70", "run-sheet-70"):
        table = select_one(book.page(f"guide/{name}"), "table[role=table]")
        assert {th["scope"] for th in table.select("thead th[role=columnheader]")} == {"col"}
        assert len(table.select("tbody th[role=rowheader][scope=row]")) == 4
        assert {part["role"] for part in table.select("td")} == {"cell"}
        assert not table.select("[style]")


def test_each_step_of_the_table_leads_to_its_words(book, select_one):
    page = book.page("guide/plan-70")
    targets = [link["href"] for link in page.select("table a")]
    assert targets == ["#step-welcome", "#step-sort", "#step-talk"]
    welcome = select_one(page, "section#step-welcome")
    assert welcome.h2.text.startswith("0:00 Welcome & <agreements>")
    assert [part.text for part in welcome.select("dt")] == [
        "What you do",
        "What you say",
        "If time is short",
    ]
    said = [paragraph.text for paragraph in welcome.select("blockquote p")]
    assert said[0] == "Welcome to the weather. We talk about it."
    assert said[2] == "*No* [markup](here) is read."


def test_a_step_says_and_asks_what_its_deck_does(book, select_one):
    page = book.page("guide/plan-70")
    sort = select_one(page, "section#step-sort")
    assert [each.text for each in sort.select("blockquote p")] == [
        "Now we sort <alone>.",
        "And quietly.",
    ]
    talk = select_one(page, "section#step-talk")
    assert [part.text for part in talk.select("dt")] == ["What you ask"]
    assert [each.text for each in talk.select("li")] == ["Which card was hardest?"]


def test_a_plan_leads_to_its_sheet_and_its_slides(book, select_one):
    facts = select_one(book.page("guide/plan-70"), ".lk-plan-facts")
    assert [(link.text, link["href"]) for link in facts.select("a")] == [
        ("the sheet to print", "run-sheet-70.html"),
        ("the slides, one file to save, which needs no network", "../slides/plan-70.html"),
    ]
    assert "70 minutes" in facts.text


def test_the_sheet_has_how_the_words_begin_and_room_for_the_real_times(book, select_one):
    table = select_one(book.page("guide/run-sheet-70"), "table")
    _, welcome, sort, _, end = table.select("tr")
    assert [cue.text for cue in welcome.select(".lk-plan-cues li")] == [
        "Welcome to the weather.\N{NO-BREAK SPACE}…",
        "This one goes on and on about the weather of\N{NO-BREAK SPACE}…",
        "*No* [markup](here) is read.",
    ]
    assert [cue.text for cue in sort.select(".lk-plan-cues li")] == [
        "Now we sort <alone>.",
        "And quietly.",
    ]
    assert select_one(welcome, ".lk-plan-real").text == ""
    assert "Say hello." in select_one(welcome, ".lk-plan-short").text
    assert cells(end)[0] == "1:10"


def test_only_pages_with_a_plan_load_its_style(book):
    assert book.shared(".css").count("plan_table.css") == 1
    for name, wanted in (
        ("index", set()),
        ("guide/plan-70", {"plan_table", "workshop_plan"}),
        ("guide/run-sheet-70", {"plan_table", "run_sheet"}),
    ):
        links = book.page(name).select("link[rel=stylesheet]")
        found = {link["href"].rpartition("/")[2].partition("-")[0] for link in links}
        assert found & {"plan_table", "workshop_plan", "run_sheet"} == wanted


def test_a_change_of_a_deck_or_of_the_plans_shows_in_the_next_build(sphinx_build, tmp_path):
    write(tmp_path / "book")
    book = sphinx_build(PAGES)
    assert "0 changed" in book.build().messages

    write(book.source, deck=(DECK + WORKSHOP).replace("And quietly.", "And in peace."))
    assert "And in peace." in book.build().text("guide/plan-70")
    assert "And in peace." in book.text("guide/run-sheet-70")
    assert "2 changed" in book.messages

    write(book.source, plans=PLANS.replace("Open the window.", "Open the door."))
    assert "Open the door." in book.build().text("guide/plan-70")


def test_a_sheet_that_comes_is_linked_in_the_next_build(sphinx_build, tmp_path):
    write(tmp_path / "book")
    book = sphinx_build({name: PAGES[name] for name in ("index", "guide/plan-70")})
    assert "the sheet to print" not in book.text("guide/plan-70")
    add_pages(book, "guide/plan-70", "guide/run-sheet-70")
    assert "the sheet to print" in book.build().text("guide/plan-70")


@pytest.mark.parametrize(
    ("page", "plans", "told"),
    [
        ("plan-7", PLANS, "no plan 'plan-7'. Did you mean 'plan-70'?"),
        ("plan-70", PLANS.replace("minutes: 70", "minutes: 60"), "plans.yaml:4: the steps of plan"),
        ("plan-70", PLANS.replace("rain-or-sun", "rain"), "unknown activity 'rain'"),
    ],
)
def test_a_plan_that_cannot_be_shown_is_told(sphinx_build, tmp_path, page, plans, told):
    write(tmp_path / "book", plans=plans)
    text = f"# Plan\n\n```{{workshop-plan}} {page}\n```\n"
    sphinx_build({"index": "# Welcome", "guide/plan-70": text}, expect=(told,))
