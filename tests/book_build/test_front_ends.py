import json

import pytest

from lessonkit import OpinionScale, QuickCheck, Reflection, SortingExercise
from lessonkit.sphinx_ext.config import BookConfig
from lessonkit.sphinx_ext.front_ends import front_end_of, remote_hosts, stem_of, styles_of
from lessonkit.sphinx_ext.widget_page import WidgetPage
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


def pieces_of(files):
    return json.loads(files[-1].text)


def test_only_modules_of_ours_are_minified():
    module = "// why\nexport default {\n  render() {},\n};\n"
    ours = model(_anywidget_id="lessonkit.widgets.x.X", _esm=module, _css="/* why */ p { a: b }")
    theirs = model(_anywidget_id="other.X", _esm=module, _css="/* why */ p { a: b }")
    assert "why" not in pieces_of(front_end_of(ours, minified=True))[0]
    assert "why" not in styles_of(ours, minified=True)[0].text
    assert pieces_of(front_end_of(ours, minified=False)) == [module]
    assert pieces_of(front_end_of(theirs, minified=True)) == [module]
    assert styles_of(theirs, minified=True)[0].text == "/* why */ p { a: b }"


def saved(widget):
    return model(_anywidget_id=f"a.{widget.__name__}", _esm=widget._esm, _css=widget._css)


@pytest.mark.parametrize("widget", [SortingExercise, QuickCheck, Reflection])
def test_parts_of_a_front_end_make_it_whole(widget):
    files = front_end_of(saved(widget), minified=False)
    functions = {file.file_name: file.text for file in files if file.is_late}
    texts = {file.file_name: json.loads(file.text) for file in files[:-1] if not file.is_late}
    assert len(texts) >= 1
    pieces = pieces_of(files)
    whole = "\n".join(piece if isinstance(piece, str) else texts[piece["file"]] for piece in pieces)
    for name, function in functions.items():
        whole = whole.replace(f'await self.lessonkitBring("{name}")', function)
    assert whole == widget._esm


def test_what_few_learners_ask_for_is_in_a_file_that_no_view_loads():
    page = WidgetPage("lesson", {"a": saved(SortingExercise)}, BookConfig(), report=print)
    slot = page.view("a")
    [late] = [file for file in page.files.later if file.is_late]
    assert late not in page.files.at_once
    assert late.stem == "sorting_share_panel"
    assert late.content.startswith('"use strict";(self.lessonkitFiles')
    assert late.file_name not in slot
    own = next(file for file in page.files.at_once if file.stem == "sorting_exercise")
    assert late.file_name in own.text
    assert "leanQr" not in own.text


def test_front_ends_share_the_files_of_their_common_parts():
    names = [
        {file.file_name for file in front_end_of(saved(widget), minified=True)}
        for widget in (QuickCheck, OpinionScale)
    ]
    shared = sorted(name.partition("-")[0] for name in names[0] & names[1])
    assert shared == ["choices", "common"]


def test_a_front_end_that_is_not_the_sum_of_its_parts_stays_whole():
    changed = str(Reflection._esm) + "\n// changed"
    [file] = front_end_of(model(_anywidget_id="a.Reflection", _esm=changed), minified=False)
    assert json.loads(file.text) == [changed]


def test_style_leaves_out_what_the_page_has_and_shares_what_others_have():
    whole = styles_of(saved(OpinionScale), minified=False)
    assert [style.stem for style in whole] == ["common", "choices", "rating", "opinion_scale"]
    assert "\n".join(style.text for style in whole) == OpinionScale._css
    own = styles_of(saved(OpinionScale), minified=False, of_the_page=["common.css", "choices.css"])
    assert own == whole[2:]
    [theirs] = styles_of(model(_css="p{}"), minified=False, of_the_page=["common.css"])
    assert theirs.text == "p{}"


def test_style_at_an_address_is_imported():
    [style] = styles_of(model(_css="https://example.org/a.css"), minified=True)
    assert style.text == '@import url("https://example.org/a.css");'


def test_name_changes_with_the_content():
    names = {front_end_of(model(_esm=text), minified=False)[-1].name for text in ("a", "b", "a")}
    assert len(names) == 2
