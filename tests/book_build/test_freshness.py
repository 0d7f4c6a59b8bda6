import nbformat
from nbformat import v4

from lessonkit.sphinx_ext.freshness import digest_of

SHOW = """
from pathlib import Path
import lessonkit
print(Path("activities/deck.yaml").read_text())
"""


def test_edit_of_an_activity_shows_in_the_next_build(sphinx_build):
    book = sphinx_build({"index": "# Welcome", "other": "# Other"})
    deck = book.source / "notebooks" / "activities" / "deck.yaml"
    deck.parent.mkdir(parents=True)
    deck.write_text("the first text")
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python"}}
    cells = [v4.new_markdown_cell("# One"), v4.new_code_cell(SHOW)]
    nbformat.write(v4.new_notebook(cells=cells, metadata=kernel), deck.parent.parent / "one.ipynb")
    (book.source / "_toc.yml").write_text(
        "{format: jb-book, root: index, chapters: [{file: notebooks/one}, {file: other}]}"
    )
    config = book.source / "_config.yml"
    config.write_text(
        config.read_text().replace("execute_notebooks: 'off'", "execute_notebooks: force")
    )
    assert "the first text" in book.build().text("notebooks/one")
    assert "0 changed" in book.build().messages

    deck.write_text("the second text")
    assert "the second text" in book.build().text("notebooks/one")
    assert "1 changed" in book.messages


def test_digest_changes_with_any_file(tmp_path):
    digests = {digest_of(tmp_path), digest_of(tmp_path / "missing")}
    assert len(digests) == 1
    (tmp_path / "a.yaml").write_text("a")
    digests.add(digest_of(tmp_path))
    (tmp_path / "a.yaml").write_text("b")
    digests.add(digest_of(tmp_path))
    (tmp_path / "a.yaml").rename(tmp_path / "b.yaml")
    digests.add(digest_of(tmp_path))
    assert len(digests) == 4


def test_digest_ignores_compiled_files(tmp_path):
    before = digest_of(tmp_path)
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__" / "a.pyc").write_text("a")
    assert digest_of(tmp_path) == before
