import pytest

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="30"><title>T</title></svg>'
PICTURE = '# Lesson\n\n![Two "circles" & more.](figures/pair-light.svg)\n'


@pytest.fixture
def build(sphinx_build, tmp_path):
    """Return a function that builds a book of some pages beside some pictures."""

    def build(text, files=("pair-light.svg", "pair-dark.svg"), **options):
        folder = tmp_path / "book" / "notes" / "figures"
        folder.mkdir(parents=True)
        for width, name in enumerate(files, 40):
            (folder / name).write_text(SVG.format(width=width), encoding="utf-8")
        return sphinx_build({"index": "# Welcome", "notes/one": text}, **options)

    return build


@pytest.mark.parametrize("text", [PICTURE, [PICTURE]], ids=["page", "notebook"])
def test_a_picture_is_shown_with_its_dark_variant(build, text):
    book = build(text)
    light, dark = book.page("notes/one").select("article img")
    for image, shown, width in ((light, "only-light", "40"), (dark, "only-dark", "41")):
        assert image["class"] == ["lk-figure", shown]
        assert (image["width"], image["height"]) == (width, "30")
        assert image["alt"] == 'Two "circles" & more.'
        assert image["loading"] == "lazy"
        assert "style" not in image.attrs
        assert (book.html / "notes" / image["src"]).resolve().is_file()
    assert "pair-dark" in dark["src"]


def test_the_theme_shows_one_variant_at_a_time(build):
    book = build(PICTURE)
    style = (book.html / "_static" / "styles" / "furo.css").read_text(encoding="utf-8")
    assert "body[data-theme=dark] .only-light{display:none!important}" in style
    assert "html body .only-dark{display:none!important}" in style


def test_a_picture_without_a_dark_variant_stays_as_it_is(build):
    [image] = build(PICTURE, files=["pair-light.svg"]).page("notes/one").select("article img")
    assert "class" not in image.attrs


def test_a_picture_of_another_name_stays_as_it_is(build):
    text = "# Lesson\n\n![One.](figures/one.svg)\n"
    [image] = build(text, files=["one.svg"]).page("notes/one").select("article img")
    assert "class" not in image.attrs


def test_a_picture_without_measures_is_shown_without_them(build, tmp_path):
    book = build(PICTURE)
    path = book.source / "notes" / "figures" / "pair-light.svg"
    path.write_text('<svg xmlns="http://www.w3.org/2000/svg" width="100%"/>', encoding="utf-8")
    light, dark = book.build().page("notes/one").select("article img")
    assert "width" not in light.attrs
    assert dark["width"] == "41"


def test_a_picture_without_alternative_text_is_told(build):
    words = (
        "notes/one shows the picture figures/pair-light.svg without alternative text. "
        "Say between the square brackets what it tells: ![here](…). [lessonkit.no_alternative]"
    )
    build("# Lesson\n\n![](figures/pair-light.svg)\n", expect=(words,))


def test_a_book_that_is_no_website_shows_the_light_variant_alone(build):
    book = build(PICTURE, builder="text")
    text = (book.source / "_build" / "text" / "notes" / "one.txt").read_text(encoding="utf-8")
    assert text.count("circles") == 1
