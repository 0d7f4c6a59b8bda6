import json
import os
import re
from pathlib import Path

import anywidget
import ipywidgets
import traitlets
from sphinx.application import Sphinx

from lessonkit import QuickCheck, Reflection
from lessonkit.sphinx_ext.minify import minify
from lessonkit.widgets._base import STATIC

ACTIVITIES = Path(__file__).parents[2] / "notebooks" / "activities"

MODULE = """
// A comment that a reader of the source may like.
export default { render({ model, el }) { el.textContent = model.get("text"); } };
"""


class Speaker(anywidget.AnyWidget):
    _esm = MODULE
    text = traitlets.Unicode("hello").tag(sync=True)


class StyledSpeaker(Speaker):
    _css = ".styled-speaker { color: teal; }"


class Bytes(anywidget.AnyWidget):
    _esm = (
        "export default { render({ model, el }) { el.textContent = model.get('data').byteLength } }"
    )
    data = traitlets.Bytes(b"\x00\x01\xff").tag(sync=True)


class Pair(anywidget.AnyWidget):
    _esm = MODULE
    left = traitlets.Instance(ipywidgets.Widget).tag(sync=True, **ipywidgets.widget_serialization)


class Worksheet(Speaker):
    """A widget with a static form, as those of lessonkit have."""

    def _repr_mimebundle_(self, **kwargs):
        data, metadata = super()._repr_mimebundle_(**kwargs)
        html = f"<p>On paper: {self.text}</p>"
        return {**data, "text/html": html, "text/plain": f"Worksheet({self.text!r})"}, metadata


def scripts_of(page):
    """The names of the scripts that a page loads itself, without their hashes."""
    sources = [script["src"] for script in page.select("script[defer]")]
    return [re.sub(r"-\w{8}\.js$", "", source.rpartition("/")[2]) for source in sources]


def test_page_without_widgets_loads_the_script_of_every_page_alone(sphinx_build):
    book = sphinx_build({"index": "# Welcome\n\nText."})
    assert "lk-widget" not in book.text("index")
    assert scripts_of(book.page("index")) == ["page"]


def test_widget_becomes_a_slot_with_state_and_a_shared_front_end(sphinx_build, select_one):
    book = sphinx_build({"index": "# Welcome", "one": ["# One", Speaker(text="hi")]})
    slot = select_one(book.page("one"), ".lk-widget")
    model = book.models("one")[slot["data-model"]]
    assert model["state"] == {"text": "hi"}
    assert re.fullmatch(r"speaker-\w{8}\.js", model["front_end"])
    assert slot["data-files"] == model["front_end"]
    assert book.registered(model["front_end"]) == [MODULE]
    assert scripts_of(book.page("one")) == ["page", "speaker", "hydrate"]
    assert "needs JavaScript" in select_one(slot, ".lk-static").text


def test_what_a_later_widget_needs_is_in_files_of_its_own(sphinx_build):
    first, inner = Speaker(text="a"), StyledSpeaker(text="b")
    cells = ["# One", first, Pair(left=inner), inner, first]
    book = sphinx_build({"index": "# Welcome", "in/one": cells})
    page = book.page("in/one")
    needed = [
        [re.sub(r"-\w{8}\.", ".", name) for name in slot["data-files"].split()]
        for slot in page.select(".lk-widget")
    ]
    assert needed == [
        ["speaker.js"],
        ["pair.js", "styled_speaker.js", "styled_speaker.css", "one-m2.js"],
        ["styled_speaker.js", "styled_speaker.css", "one-m2.js"],
        ["speaker.js"],
    ]
    assert list(json.loads(page.select_one(".lk-state").text)) == ["m1"]
    assert list(book.models("in/one")) == ["m1", "m2", "m3"]
    assert scripts_of(page) == ["page", "speaker", "hydrate"]
    assert "styled_speaker" not in " ".join(link["href"] for link in page.select("link"))
    for slot in page.select(".lk-widget"):
        for name in slot["data-files"].split():
            assert (book.html / "_static" / "lessonkit" / name).is_file()


def test_widgets_of_ours_share_their_parts_and_the_styles_of_the_page(sphinx_build):
    notes = Reflection(ACTIVITIES / "my-ties.yaml")
    check = QuickCheck(ACTIVITIES / "02-looking-back.yaml")
    book = sphinx_build({"index": "# Welcome", "one": ["# One", notes, check]})
    page = book.page("one")
    common = minify((STATIC / "common.css").read_text(encoding="utf-8"), "css")
    [style] = (book.html / "_static" / "lessonkit").glob("page-*.css")
    assert common in style.read_text(encoding="utf-8")
    parts = {"common", "choices", "keeping", "evidence_note"}
    assert parts <= {name.removesuffix(".js") for name in book.shared(".js")}
    for slot, widget in zip(page.select(".lk-widget"), (notes, check), strict=True):
        assert slot["data-key"] == widget.activity_key
        model = book.models("one")[slot["data-model"]]
        pieces = book.registered(model["front_end"])
        texts = [p if isinstance(p, str) else book.registered(p["file"]) for p in pieces]
        assert texts[0].startswith("const WORDS")
        declared = re.findall(r"^(?:const|function) (\w+)", widget._esm, re.MULTILINE)
        # Not each at the beginning of a line any more, and in a list behind one `const`.
        assert [name for name in declared if name not in "\n".join(texts)] == []
        styles = [name for name in slot["data-files"].split() if name.endswith(".css")]
        assert not [name for name in styles if name.startswith(("common-", "choices-"))]


def test_nothing_of_the_widget_manager_is_left(sphinx_build):
    manager = {"https://cdn.example/embed.js": {}}
    pages = {"index": "# Welcome", "one": ["# One", Speaker()]}
    book = sphinx_build(pages, nb_ipywidgets_js=manager)
    assert not re.search(r"vnd\.jupyter|cdn\.example|require", book.text("one"))


def test_static_form_stands_in_the_slot(sphinx_build, select_one):
    book = sphinx_build({"index": "# Welcome", "one": ["# One", Worksheet(text="sort")]})
    static = select_one(book.page("one"), ".lk-widget > .lk-static")
    assert static.text == "On paper: sort"
    assert static.parent.find_next_sibling("script", class_="lk-state")


def test_two_alike_share_one_front_end(sphinx_build):
    book = sphinx_build({"index": "# Welcome", "one": ["# One", Speaker(text="a"), Speaker()]})
    assert [slot["data-model"] for slot in book.page("one").select(".lk-widget")] == ["m1", "m2"]
    assert len({model["front_end"] for model in book.models("one").values()}) == 1
    assert book.shared(".js").count("speaker.js") == 1


def test_two_views_of_one_widget_share_one_model(sphinx_build):
    speaker = Speaker()
    book = sphinx_build({"index": "# Welcome", "one": ["# One", speaker, "Again:", speaker]})
    assert [slot["data-model"] for slot in book.page("one").select(".lk-widget")] == ["m1", "m1"]
    assert len(book.page("one").select("script.lk-state")) == 1


def test_style_is_a_shared_file_linked_in_the_head(sphinx_build):
    book = sphinx_build({"index": "# Welcome", "one": ["# One", StyledSpeaker()]})
    links = [link["href"] for link in book.page("one").select("head link[rel=stylesheet]")]
    assert re.fullmatch(r"_static/lessonkit/styled_speaker-\w{8}\.css", links[-1])
    assert (book.html / links[-1]).read_text() == StyledSpeaker._css
    assert "teal" not in book.text("one")


def test_bytes_stay_base_64(sphinx_build):
    book = sphinx_build({"index": "# Welcome", "one": ["# One", Bytes()]})
    assert book.models("one")["m1"]["buffers"] == [{"path": ["data"], "data": "AAH/"}]


def test_only_models_that_a_view_reaches_are_kept(sphinx_build):
    left = Speaker(text="inner")
    hidden = Speaker(text="nowhere shown")
    book = sphinx_build({"index": "# Welcome", "one": ["# One", Pair(left=left), left]})
    models = book.models("one")
    assert [model["state"] for model in models.values()] == [
        {"left": "IPY_MODEL_m2"},
        {"text": "inner"},
    ]
    assert hidden.text not in book.text("one")


def test_box_shows_its_widgets_side_by_side(sphinx_build, select_one):
    box = ipywidgets.HBox([Speaker(text="a"), Speaker(text="b")])
    book = sphinx_build({"index": "# Welcome", "one": ["# One", box]})
    across = select_one(book.page("one"), ".lk-box-across")
    assert len(across.select(".lk-widget[data-model]")) == 2
    assert len(book.models("one")) == 2


def test_missing_state_is_warned_of(sphinx_build, select_one):
    book = sphinx_build({"index": "# Welcome", "one": ["# One", Worksheet(text="sort")]})
    path = book.source / "one.ipynb"
    saved = json.loads(path.read_text())
    del saved["metadata"]["widgets"]
    path.write_text(json.dumps(saved))
    book.build(expect=("one: a widget is shown, but the notebook did not save its state",))
    assert "[lessonkit.missing_state]" in book.warnings[0]
    slot = select_one(book.page("one"), ".lk-widget")
    assert slot.text == "On paper: sort"
    assert "data-model" not in slot.attrs
    assert "hydrate" not in book.text("one")


def test_stock_control_is_warned_of(sphinx_build):
    slider = ipywidgets.IntSlider(description="How much")
    book = sphinx_build(
        {"index": "# Welcome", "deep/one": ["# One", slider]},
        expect=("deep/one: the stock control IntSlider ('How much') is shown",),
    )
    assert "[lessonkit.stock_widget]" in book.warnings[0]
    assert "works only in a notebook that is running" in book.text("deep/one")


def test_stock_control_in_a_box_is_warned_of(sphinx_build):
    box = ipywidgets.VBox([ipywidgets.Checkbox(description="Agree"), Speaker()])
    tab = ipywidgets.Tab([ipywidgets.Text(description="Name")])
    book = sphinx_build(
        {"index": "# Welcome", "one": ["# One", box, tab]},
        expect=("Checkbox ('Agree')", "control Tab is shown", "Text ('Name')"),
    )
    assert len(book.models("one")) == 1


def test_widget_that_loads_from_another_host_is_warned_of(sphinx_build):
    remote = type("Remote", (anywidget.AnyWidget,), {"_esm": "import 'https://esm.sh/confetti';"})
    book = sphinx_build(
        {"index": "# Welcome", "one": ["# One", remote()]},
        expect=("one: Remote loads from esm.sh",),
    )
    assert "[lessonkit.remote_import]" in book.warnings[0]


def test_two_widgets_under_one_key_are_warned_of(sphinx_build):
    class Keeper(Speaker):
        activity_key = traitlets.Unicode("deck").tag(sync=True)

    book = sphinx_build(
        {"index": "# Welcome", "one": ["# One", Keeper(), Keeper()]},
        expect=("under the key 'deck'",),
    )
    assert "[lessonkit.shared_key]" in book.warnings[0]


NASTY = [
    "</script><script>alert(1)</script>",
    "<!-- <script>",
    "]]> & &amp; <b>",
    "\u2028 \u2029 \u202e \x00",
    "</textarea></style></title>",
    "{{ 7 * 7 }} {% raw %}",
    "IPY_MODEL_unknown",
]


def test_text_cannot_break_out_of_the_state(sphinx_build):
    widgets = [Speaker(text=text) for text in NASTY]
    book = sphinx_build({"index": "# Welcome", "one": ["# One", *widgets]})
    assert [model["state"]["text"] for model in book.models("one").values()] == NASTY
    [state] = book.page("one").select("article script")
    files = [path.read_text() for path in (book.html / "_static/lessonkit").glob("one-m*.js")]
    assert len(files) == len(NASTY) - 1
    assert not [text for text in (state.text, *files) if re.search("[<>&\u2028\u2029]", text)]


def test_page_in_a_folder_finds_the_shared_files(sphinx_build):
    pages = {
        "index": "# Welcome",
        "a/b/one": ["# One", StyledSpeaker()],
        "two": ["# Two", Speaker()],
    }
    book = sphinx_build(pages)
    for page in ("a/b/one", "two"):
        soup = book.page(page)
        addresses = [element["src"] for element in soup.select("script[src]")]
        addresses += [element["href"] for element in soup.select("head link[rel=stylesheet]")]
        assert len(addresses) >= 4
        for address in addresses:
            assert (book.html / page).parent.joinpath(address.partition("?")[0]).resolve().exists()


def test_second_build_writes_nothing(sphinx_build):
    book = sphinx_build({"index": "# Welcome", "one": ["# One", StyledSpeaker(), Worksheet()]})

    def times():
        # Furo writes its pygments.css anew in every build.
        files = (path for path in book.html.rglob("*") if path.name != "pygments.css")
        return {path: path.stat().st_mtime_ns for path in files if path.is_file()}

    before = times()
    book.build()
    assert [path for path, time in times().items() if time != before.get(path)] == []


def test_rebuild_of_one_page_keeps_the_widgets_of_another(sphinx_build):
    book = sphinx_build({"index": "# Welcome", "one": ["# One", Speaker()], "two": "# Two"})
    before = book.text("one"), book.shared()
    book.write("two", "# Two\n\nNew.")
    book.build()
    assert "New." in book.text("two")
    assert (book.text("one"), book.shared()) == before


def test_files_of_a_widget_that_is_gone_are_removed(sphinx_build):
    book = sphinx_build({"index": "# Welcome", "one": ["# One", StyledSpeaker()]})
    assert "styled_speaker.css" in book.shared()
    book.write("one", ["# One", Speaker()])
    book.build()
    assert "speaker.js" in book.shared()
    assert not [name for name in book.shared() if name.startswith("styled_speaker")]


def test_pages_can_be_read_in_parallel(sphinx_build, monkeypatch):
    # An extension of Jupyter Book does not say that it is safe; ours must be, all the same.
    monkeypatch.setattr(Sphinx, "is_parallel_allowed", lambda app, kind: True)
    book = sphinx_build({"index": "# Welcome"})
    names = [f"page-{number}" for number in range(6)]
    for name in names:
        book.write(name, [f"# {name}", Speaker(text=name)])
    chapters = ", ".join(f"{{file: {name}}}" for name in names)
    (book.source / "_toc.yml").write_text(
        f"{{format: jb-book, root: index, chapters: [{chapters}]}}"
    )
    book.build(jobs=3)
    for name in names:
        assert book.models(name)["m1"]["state"] == {"text": name}
        assert "hydrate" in book.text(name)
    assert "0 changed" in book.build().messages


def test_reading_twice_gives_the_same_page(sphinx_build):
    book = sphinx_build({"index": "# Welcome", "one": ["# One", Speaker()]})
    first = book.text("one")
    book.write("one", ["# One", Speaker()])
    assert book.build().text("one") == first


def test_text_builder_gets_plain_text(sphinx_build):
    book = sphinx_build({"index": "# Welcome", "one": ["# One", Worksheet()]}, builder="text")
    written = (book.source / "_build" / "text" / "one.txt").read_text()
    assert "Worksheet('hello')" in written
    assert "lk-" not in written


def test_latex_builder_gets_plain_text(sphinx_build):
    book = sphinx_build({"index": "# Welcome", "one": ["# One", Worksheet()]}, builder="latex")
    written = "".join(path.read_text() for path in (book.source / "_build" / "latex").glob("*.tex"))
    assert "Worksheet(" in written
    assert "lk-" not in written


def test_the_notebooks_of_a_book_take_up_nobodys_answers(sphinx_build, monkeypatch):
    monkeypatch.delenv("LESSONKIT_RESUME", raising=False)
    sphinx_build({"index": "# Welcome"})
    assert os.environ["LESSONKIT_RESUME"] == "0"
