import pytest
from nbformat import v4

CLAIMS = """\
sections:
  - id: the-sea
    title: The wide sea
    claims:
      - id: C01
        claim: The sea is <wide> & blue.
        kind: empirical
        strength: strong
        studies: [sea1999]
        finding: It is.
      - id: C02
        claim: Look at the sea.
        kind: advice
        strength: none
        studies: []
        finding: This repeats C01, in a way.
  - id: the-land
    title: The land
    claims:
      - id: C03
        claim: The land is dry.
        kind: list
        strength: moderate
        studies: [sea1999, tide2001]
        finding: Not all of it.
"""
BIBLIOGRAPHY = """\
@article{sea1999, author = {Foam, A.}, title = {Sea}, year = {1999}, journal = {J},
  annote = {checked}}
@article{tide2001, author = {Tide, B.}, title = {Tide}, year = {2001}, journal = {J},
  annote = {partly checked}}
@article{crab2005, author = {Crab, C.}, title = {Crab}, year = {2005}, journal = {J},
  annote = {unchecked}}
"""
PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
HOW_SURE = "# How sure\n\n## Strong\n\n## Moderate\n\n## Weak\n\n## Contested\n\nText.\n"
EVIDENCE = """\
# The claims

```{claims-table}
:part: counts
```

```{claims-table}
:part: picture
:image: picture.svg
```

## One by one

```{claims-table}
```
"""
WITHOUT_LESSON = "no lesson teaches C03. Name each of these claims in the metadata of a notebook"
PAGES = {
    "index": "# Welcome\n\nSee [a claim](book/evidence.md#c02), [some](book/evidence.md#the-sea).",
    "book/evidence": EVIDENCE,
    "book/how-sure": HOW_SURE,
    "book/references": "# References\n\n```{bibliography}\n```\n",
}


def lesson(claims):
    """Make a notebook that says which claims it teaches."""
    kernel = {"name": "python3", "display_name": "Python"}
    metadata = {"kernelspec": kernel, "lessonkit": {"claims": list(claims)}}
    return v4.new_notebook(metadata=metadata, cells=[v4.new_markdown_cell("# A lesson")])


@pytest.fixture
def build(sphinx_build, tmp_path):
    """Return a function that builds a book with a page of claims."""

    def build(text=CLAIMS, taught=("C01", "C02", "C03"), **options):
        book = tmp_path / "book" / "book"
        book.mkdir(parents=True)
        (book / "evidence.yaml").write_text(text, encoding="utf-8")
        (book / "references.bib").write_text(BIBLIOGRAPHY, encoding="utf-8")
        (book / "picture.svg").write_text(PICTURE, encoding="utf-8")
        pages = PAGES | {"notes/water": lesson(taught)}
        return sphinx_build(pages, bibtex_bibfiles=["book/references.bib"], **options)

    return build


@pytest.fixture
def row(build, select_one):
    """Return a function that finds a claim on the page."""
    page = build().page("book/evidence")
    return lambda number: select_one(page, f"li#{number}")


def test_a_row_has_the_claim_its_kind_its_badge_and_what_was_found(row, select_one):
    first = row("c01")
    claim, rated, finding, more = first.select("p")
    assert claim.text == "C01 The sea is <wide> & blue."
    assert select_one(claim, "a")["href"] == "#c01"
    assert rated.text == "claim of fact evidence: strong"
    badge = select_one(rated, "a.lk-badge-strong")
    assert badge["href"] == "how-sure.html#strong"
    assert finding.text == "It is."
    lesson_link, study = more.select("a")
    assert (lesson_link.text, lesson_link["href"]) == ("A lesson", "../notes/water.html")
    assert study["href"] == "references.html#id2"


def test_a_row_cites_all_its_studies(row):
    assert len(row("c03").select(".lk-claim-more a[href*='references']")) == 2


def test_a_row_without_rating_and_studies_says_so(row):
    second = row("c02")
    assert "no evidence called for" in second.text
    assert not second.select(".lk-badge")
    assert "Studies" not in second.text


def test_a_finding_links_to_the_claims_that_it_names(row, select_one):
    assert select_one(row("c02").select("p")[2], "a")["href"] == "#c01"


def test_sections_are_headings_with_their_numbers(build, select_one):
    page = build().page("book/evidence")
    sea = select_one(page, "section#the-sea.lk-claims-section")
    assert sea.h3.text.startswith("The wide sea")
    assert select_one(sea, ".lk-claims-summary").text == (
        "2 claims: 1 strong and 1 with no evidence called for."
    )
    land = select_one(page, "section#the-land .lk-claims-summary")
    assert land.text == "1 claim: 1 moderate."
    assert [part.h3.text.partition("¶")[0] for part in page.select("section section section")] == [
        "The wide sea",
        "The land",
    ]


def test_counts_come_from_the_file(build):
    page = build().page("book/evidence")
    assert "We found 3 claims, in 2 sections." in page.text
    counted = [item.text.strip() for item in page.select("article ul.simple li")]
    assert "evidence: strong: 1" in counted
    assert "evidence: moderate: 1" in counted
    assert "1 items of lists, 1 claims of fact and 1 pieces of advice" in page.text


def test_the_picture_says_what_it_shows(build):
    [image] = build().page("book/evidence").select("article img")
    assert "for each of the 2 sections" in image["alt"]
    assert "Of 3 claims, 1 strong, 1 moderate and 1 with no evidence called for." in image["alt"]
    assert "In 1 sections the moderate ones" in image["alt"]


def test_the_form_has_its_choices_and_is_off_until_its_script_comes(build, select_one):
    form = select_one(build().page("book/evidence"), "form.lk-claims-filter")
    assert form["autocomplete"] == "off"
    assert "disabled" in form.fieldset.attrs
    values = {
        each["name"]: [option["value"] for option in each.select("option")]
        for each in form.select("label select")
    }
    assert values["section"] == ["", "the-sea", "the-land"]
    assert values["kind"] == ["", "definition", "list", "empirical", "advice"]
    assert values["strength"] == ["", "strong", "moderate", "weak", "contested", "none"]
    assert select_one(form, "output[role=status]").text == "3 of 3 shown"


def test_other_pages_link_to_claims_and_sections(build):
    links = build().page("index").select("article a[href*='evidence']")
    assert [link["href"] for link in links] == [
        "book/evidence.html#c02",
        "book/evidence.html#the-sea",
    ]


def test_only_the_page_of_claims_loads_its_files(build):
    book = build()
    assert {"claims_table.css", "claims_table.js"} <= set(book.shared())
    assert "claims_table-" in book.text("book/evidence")
    assert "hydrate-" not in book.text("book/evidence")
    assert "claims_table-" not in book.text("index")


def test_a_book_without_claims_has_no_files_for_them(sphinx_build):
    assert "claims_table.js" not in sphinx_build({"index": "# Welcome"}).shared()


def test_the_files_stay_when_the_page_is_not_read_again(build):
    book = build()
    assert "claims_table.js" in book.build().shared()
    assert "0 changed" in book.messages


def test_a_claim_that_no_lesson_teaches_is_told(build, select_one):
    book = build(taught=["C01", "C02"], expect=(WITHOUT_LESSON,))
    assert "Lesson" not in select_one(book.page("book/evidence"), "#c03").text
    # The page is read again when a lesson changes.
    book.write("notes/water", lesson(["C01", "C02", "C03"]))
    assert "Lesson" in select_one(book.build().page("book/evidence"), "#c03").text


def test_a_mistake_in_the_file_is_told_with_its_line(build):
    wrong = CLAIMS.replace("[sea1999]", "[crab2005]")
    told = "evidence.yaml:9: nobody has checked 'crab2005'. Rule:"
    build(wrong, expect=(told, "evidence.md:14: ERROR", "'c02'", "'the-sea'"))


def test_a_book_that_is_no_website_has_the_claims_without_the_form(build):
    book = build(builder="text")
    text = (book.source / "_build" / "text" / "book" / "evidence.txt").read_text(encoding="utf-8")
    assert "The land is dry." in text
    assert "Show only some" not in text
