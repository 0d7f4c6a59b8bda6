"""What every widget has from the base class, shown on a small widget of the tests' own."""

import json
from typing import ClassVar

import pytest
import traitlets

from lessonkit.widgets import _base
from lessonkit.widgets._base import LessonWidget


@pytest.fixture
def number_line(monkeypatch, tmp_path):
    """Return a widget class with files and words of its own."""
    files = {
        "elements.js": "function make() {}",
        "common.js": "function showView() {}",
        "ruler.js": "function ruler() {}",
        "number_line.js": "export default { render() {} };",
        "common.css": ".lk { color: black }",
        "number_line.css": ".lk-number-line { color: blue }",
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.setattr(_base, "STATIC", tmp_path)
    monkeypatch.setattr(_base, "has_words", lambda section: section == "number_line")
    monkeypatch.setattr(_base, "words", lambda section, language=None: {"title": f"“{section}”"})

    class NumberLine(LessonWidget):
        _stem = "number_line"
        _parts = ("ruler",)

        bounds = traitlets.List([0, 10]).tag(sync=True)
        value = traitlets.Float(5.0).tag(sync=True, learner=True)
        notes = traitlets.Dict().tag(sync=True, learner=True)

        def static_form(self):
            return "<p>0 to 10</p>"

        def __repr__(self):
            return "NumberLine()"

    return NumberLine


def test_the_front_end_is_the_words_then_the_common_parts_then_the_widget(number_line):
    assert number_line()._esm.splitlines() == [
        'const WORDS = {"language": "en", "direction": "ltr", "title": "“number_line”"};',
        "function make() {}",
        "function showView() {}",
        "function ruler() {}",
        "export default { render() {} };",
    ]


def test_late_parts_stand_in_one_function_that_is_handed_what_it_needs(number_line, tmp_path):
    files = {
        "vendor/digits.mjs": "const parse = Number;\nexport { parse as read };\n",
        "ink.js": "class Ink {}",
        "drawing.js": "function drawing() {\n  return [make(new Ink()), digits.read(WORDS.a)];\n}",
    }
    (tmp_path / "vendor").mkdir()
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")

    class DrawnLine(number_line):
        _stem = "number_line"
        _late_parts = ("ink", "drawing")
        _libraries: ClassVar = {"digits": "digits.mjs"}

    assert DrawnLine()._esm.splitlines()[1:] == [
        "function make() {}",
        "function showView() {}",
        "function ruler() {}",
        "const bringLateParts = async () => (({ WORDS, make }) => {",
        "const digits = (() => {const parse = Number;",
        "",
        "return { read: parse };})();",
        "class Ink {}",
        *files["drawing.js"].splitlines(),
        "return { drawing };",
        "})({ WORDS, make });",
        "export default { render() {} };",
    ]


def test_a_library_without_exports_is_refused(number_line, tmp_path):
    (tmp_path / "vendor").mkdir()
    (tmp_path / "vendor/digits.mjs").write_text("const parse = Number;\n", encoding="utf-8")
    with pytest.raises(ValueError, match="digits does not end with its exports"):

        class DrawnLine(number_line):
            _stem = "number_line"
            _late_parts = ("ruler",)
            _libraries: ClassVar = {"digits": "digits.mjs"}


def test_the_style_is_the_common_one_then_the_widget_s(number_line):
    assert number_line()._css.splitlines() == [
        ".lk { color: black }",
        ".lk-number-line { color: blue }",
    ]


def test_the_front_end_is_put_together_once_not_for_each_instance(number_line, tmp_path):
    (tmp_path / "common.js").unlink()
    assert number_line()._esm == number_line()._esm


def test_the_front_end_gets_its_text_and_style(number_line):
    opened = number_line().comm.opened
    assert opened["_esm"].endswith("export default { render() {} };")
    assert opened["_css"].endswith(".lk-number-line { color: blue }")


def test_a_subclass_that_names_no_front_end_of_its_own_inherits_one(number_line):
    class LongNumberLine(number_line):
        pass

    assert LongNumberLine._esm == number_line._esm


def test_the_learner_s_traits_are_named_for_any_host(number_line):
    assert number_line().learner_traits == ["notes", "value"]
    assert number_line().comm.opened["learner_traits"] == ["notes", "value"]


def test_the_key_for_saved_answers_can_be_given(number_line):
    assert number_line(activity_key="line-2").comm.opened["activity_key"] == "line-2"


@pytest.mark.parametrize(
    ("argument", "advice"),
    [
        ("bound", " Did you mean 'bounds'?"),
        ("activity_kye", " Did you mean 'activity_key'?"),
        ("zzz", ""),
    ],
)
def test_an_unknown_argument_is_refused_with_the_nearest_known_one(number_line, argument, advice):
    with pytest.raises(TypeError) as error:
        number_line(**{argument: 1})
    assert str(error.value) == f"NumberLine: unknown argument {argument!r}.{advice}"


def test_traits_of_every_widget_can_be_given(number_line):
    assert number_line(value=3, tooltip="A line").tooltip == "A line"


def test_reset_takes_back_the_learner_s_traits_and_no_others(number_line):
    line = number_line(bounds=[0, 3], value=1.5, notes={"half": "of three"})
    line.reset()
    assert (line.bounds, line.value, line.notes) == ([0, 3], 5.0, {})


def test_reset_reaches_the_front_end_in_one_message(number_line):
    line = number_line(value=1.5, notes={"half": "of three"})
    line.reset()
    assert line.comm.updates() == [{"value": 5.0, "notes": {}}]


def test_two_widgets_share_no_state_after_reset(number_line):
    first, second = number_line(), number_line()
    first.reset()
    second.reset()
    first.notes["half"] = "of ten"
    assert second.notes == {}


def test_a_widget_is_shown_live_as_static_form_and_as_words(number_line):
    line = number_line()
    data, metadata = line._repr_mimebundle_()
    assert data == {
        "application/vnd.jupyter.widget-view+json": {
            "version_major": 2,
            "version_minor": 1,
            "model_id": line.model_id,
        },
        "text/html": "<p>0 to 10</p>",
        "text/plain": "NumberLine()",
    }
    assert metadata == {}


def test_a_widget_must_have_a_static_form():
    with pytest.raises(NotImplementedError):
        LessonWidget().static_form()


def test_words_reach_the_front_end_as_data(number_line):
    first_line = number_line._esm.splitlines()[0]
    text = first_line.removeprefix("const WORDS = ").removesuffix(";")
    assert json.loads(text)["title"] == "“number_line”"
