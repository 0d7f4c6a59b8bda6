import pytest

from lessonkit.sphinx_ext.front_ends import front_end_of, remote_hosts, stem_of, style_of
from lessonkit.sphinx_ext.widget_state import Model


def model(**state):
    return Model("anywidget", "AnyModel", state)


@pytest.mark.parametrize(
    ("module", "host"),
    [
        ("import confetti from 'https://esm.sh/confetti';", "esm.sh"),
        ('const d3 = await import("https://example.org/d3.js");', "example.org"),
        ("import{a}from'//example.org/a.js'", "example.org"),
        ("https://example.org/widget.js", "example.org"),
        ("const a = `https://cdn.jsdelivr.net/npm/x`; import(a);", "cdn.jsdelivr.net"),
        ("link.href = 'https://fonts.googleapis.com/css'", "fonts.googleapis.com"),
    ],
)
def test_module_that_loads_from_another_host_is_found(module, host):
    assert remote_hosts(model(_esm=module)) == [host]


@pytest.mark.parametrize(
    "style",
    [
        "@import 'https://example.org/a.css';",
        "@font-face { src: url(https://example.org/a.woff2) }",
        "p { background: url( '//example.org/a.png' ) }",
        "https://example.org/a.css",
    ],
)
def test_style_that_loads_from_another_host_is_found(style):
    assert remote_hosts(model(_css=style)) == ["example.org"]


def test_addresses_that_load_nothing_are_none():
    module = "const NS = 'http://www.w3.org/2000/svg'; // see https://example.org/help"
    style = "p { background: url(data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg') }"
    assert remote_hosts(model(_esm=module, _css=style)) == []


@pytest.mark.parametrize(
    ("widget", "stem"),
    [
        ("lessonkit.widgets.sorting_exercise.SortingExercise", "sorting_exercise"),
        ("__main__.HTMLView", "html_view"),
        ("a.Slider2D", "slider2d"),
        ("a.../../etc/Größe", "etcgre"),
        ("", "widget"),
    ],
)
def test_files_are_named_after_the_class(widget, stem):
    assert stem_of(model(_anywidget_id=widget)) == stem


def test_only_modules_of_ours_are_minified():
    module = "// why\nexport default {\n  render() {},\n};\n"
    ours = model(_anywidget_id="lessonkit.widgets.x.X", _esm=module, _css="/* why */ p { a: b }")
    theirs = model(_anywidget_id="other.X", _esm=module, _css="/* why */ p { a: b }")
    assert "why" not in front_end_of(ours, minify=True).text
    assert "why" not in style_of(ours, minify=True).text
    assert front_end_of(ours, minify=False).text == module
    assert front_end_of(theirs, minify=True).text == module
    assert style_of(theirs, minify=True).text == "/* why */ p { a: b }"


def test_style_at_an_address_is_imported():
    style = style_of(model(_css="https://example.org/a.css"), minify=True)
    assert style.text == '@import url("https://example.org/a.css");'


def test_name_changes_with_the_content():
    names = {front_end_of(model(_esm=text), minify=False).name for text in ("a", "b", "a")}
    assert len(names) == 2
