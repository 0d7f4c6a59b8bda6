import pytest

LINES = """\
places:
  - id: anywhere
    name: Anywhere
    lines:
      - id: finder
        name: A Finder
        kinds: [directory]
        what: Lines by country.
        address: https://finder.example
        checked: 2026-03-01
        seen: [https://finder.example]
        seen_in: live page
  - id: north
    name: Northland
    lines:
      - id: north-emergency
        name: Police
        kinds: [emergency]
        what: Police and ambulance.
        phones: ["112", "999"]
        checked: 2026-03-01
        seen: [https://north.example]
        seen_in: live page
      - id: north-line
        name: North & Line
        kinds: [crisis, partner-violence]
        what: For anyone.
        phones: ["0800 12 34"]
        text: "887 88"
        text_word: START
        address: https://www.north.example/help/
        cost: Free.
        hours: Day and night.
        languages: Northish and Southish.
        checked: 2026-11-22
        seen: [https://north.example]
        seen_in: stored copy
  - id: south
    name: Southland
    lines:
      - id: south-emergency
        name: Police
        kinds: [emergency]
        what: Police.
        phones: ["10"]
        checked: 2026-03-01
        seen: [https://south.example]
        seen_in: live page
"""
PAGE = "# Help\n\n```{help-lines}\n```\n\n## After\n\nText.\n"


@pytest.fixture
def build(sphinx_build, tmp_path):
    """Return a function that builds a book of one page beside some help lines."""

    def build(text=PAGE, lines=LINES, **options):
        folder = tmp_path / "book" / "notes"
        folder.mkdir(parents=True)
        (folder / "help_lines.yaml").write_text(lines, encoding="utf-8")
        return sphinx_build({"index": "# Welcome", "notes/help": text}, **options)

    return build


def headings(page):
    return [(each.name, each.find(string=True)) for each in page.select("article :is(h1, h2, h3)")]


def test_what_helps_in_danger_comes_first_and_then_each_place(build):
    page = build().page("notes/help")
    assert headings(page) == [
        ("h1", "Help"),
        ("h2", "If you are in danger now"),
        ("h2", "Northland"),
        ("h2", "After"),
    ]
    danger = page.select_one("#if-you-are-in-danger-now")
    first, second, finder = danger.select("li")
    assert first.text.startswith("Northland. Call 112 or 999. Police and ambulance. Checked on")
    assert second.text.startswith("Southland. Call 10. Police.")
    assert "finder.example" in finder.text
    assert "the emergency number of the place where you are" in danger.text


def test_a_line_says_how_to_reach_it_and_when_it_was_checked(build):
    page = build().page("notes/help")
    name, said = page.select("#northland li p")
    assert name.text == "North & Line: crisis, violence or control at home"
    assert said.text == (
        "Call 0800 12 34. Text START to 887 88. www.north.example/help. For anyone. "
        "Day and night. Free. Languages: Northish and Southish. "
        "Checked on 22 November 2026 against a stored page."
    )
    call, text, address = said.select("a")
    assert call["href"] == "tel:08001234"
    assert text["href"] == "sms:88788?body=START"
    assert address["href"] == "https://www.north.example/help/"
    assert address["rel"] == ["noopener", "noreferrer"]


def test_a_day_of_a_live_page_is_told_alone(build):
    finder = build().page("notes/help").select("#if-you-are-in-danger-now li")[-1]
    assert finder.select_one(".lk-checked").text == "Checked on 1 March 2026."


def test_the_page_loads_no_script_but_that_of_every_page(build):
    book = build()
    loaded = [
        script["src"].rpartition("/")[2] for script in book.page("notes/help").select("script[src]")
    ]
    assert [name.partition("-")[0] for name in loaded] == ["page"]


@pytest.mark.parametrize(
    ("part", "found"),
    [("emergency", "If you are in danger now"), ("lines", "Northland")],
)
def test_a_page_may_show_one_part(build, part, found):
    text = f"# Help\n\n## Here\n\n```{{help-lines}}\n:part: {part}\n```\n"
    assert headings(build(text).page("notes/help")) == [
        ("h1", "Help"),
        ("h2", "Here"),
        ("h3", found),
    ]


def test_the_file_may_have_another_name(build, tmp_path):
    text = "# Help\n\n```{help-lines} ../other.yaml\n```\n"
    (tmp_path / "book").mkdir(exist_ok=True)
    (tmp_path / "book" / "other.yaml").write_text(LINES.replace("Northland", "Far"), "utf-8")
    assert ("h2", "Far") in headings(build(text).page("notes/help"))


def test_a_mistake_stops_the_build_with_its_line(build):
    lines = LINES.replace("[directory]", "[directry]")
    build(lines=lines, expect=("help_lines.yaml:7: unknown kind 'directry'", "ERROR"))


def test_the_page_is_made_anew_when_the_file_changes(build):
    book = build()
    path = book.source / "notes" / "help_lines.yaml"
    path.write_text(LINES.replace("0800 12 34", "0800 56 78"), encoding="utf-8")
    assert "0800 56 78" in book.build().text("notes/help")


def test_a_book_that_is_no_website_has_the_numbers(build):
    book = build(builder="text")
    text = (book.source / "_build" / "text" / "notes" / "help.txt").read_text(encoding="utf-8")
    assert "0800 12 34" in text
    assert "www.north.example/help" in text
