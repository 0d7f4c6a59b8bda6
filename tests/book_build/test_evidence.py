HOW_SURE = "# How sure\n\n## Strong\n\nText.\n\n## Moderate\n\nText.\n\n## Other\n\nText.\n"


def lesson(target):
    return f"# Lesson\n\nPeople agree [moderate]({target}#moderate). See [more]({target}#other).\n"


def test_link_to_a_level_becomes_a_badge(sphinx_build, select_one):
    book = sphinx_build(
        {
            "index": "# Welcome",
            "notes/one": lesson("../book/how-sure.md"),
            "book/how-sure": HOW_SURE,
        }
    )
    badge = select_one(book.page("notes/one"), "a.lk-badge")
    assert badge["href"] == "../book/how-sure.html#moderate"
    assert "lk-badge-moderate" in badge["class"]
    assert badge.text == "evidence: moderate"
    assert select_one(badge, ".visually-hidden").text == "evidence: "


def test_badge_in_a_notebook_is_a_badge(sphinx_build, select_one):
    book = sphinx_build(
        {"index": "# Welcome", "one": [lesson("book/how-sure.md")], "book/how-sure": HOW_SURE}
    )
    select_one(book.page("one"), "a.lk-badge-moderate")


def test_links_of_the_contents_are_no_badges(sphinx_build):
    book = sphinx_build({"index": "# Welcome\n\n[How](how-sure.md)", "how-sure": HOW_SURE})
    assert not book.page("how-sure").select(".lk-badge")
    assert not book.page("index").select(".lk-badge")


def test_other_builders_show_a_link(sphinx_build):
    pages = {"index": "# Welcome", "one": lesson("how-sure.md"), "how-sure": HOW_SURE}
    book = sphinx_build(pages, builder="text")
    assert "agree moderate." in (book.source / "_build" / "text" / "one.txt").read_text()
