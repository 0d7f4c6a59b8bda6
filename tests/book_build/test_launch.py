"""The link that opens a notebook in JupyterLab."""

from typing import Any

import pytest
import yaml
from nbformat import v4

from lessonkit.sphinx_ext.launch import OF_JUPYTER_BOOK, launch_address

HUB = {"binderhub_url": "https://hub.example/"}
REPOSITORY = "https://github.com/someone/a-course"


@pytest.mark.parametrize(
    ("options", "address"),
    [
        (
            {"repository_url": f"{REPOSITORY}.git/", "repository_branch": "main"},
            "v2/gh/someone/a-course/main?urlpath=lab/tree/",
        ),
        (
            {
                "repository_url": f"{REPOSITORY}/",
                "repository_branch": "a/b",
                "path_to_docs": "c d/",
            },
            "v2/gh/someone/a-course/a%2Fb?urlpath=lab/tree/c%20d/",
        ),
        (
            {"repository_url": "https://gitlab.com/group/a-course", "repository_branch": "main"},
            "v2/gl/group%2Fa-course/main?urlpath=lab/tree/",
        ),
        (
            {"repository_url": "https://git.example/a-course"},
            "v2/git/https%3A%2F%2Fgit.example%2Fa-course/HEAD?urlpath=lab/tree/",
        ),
    ],
)
def test_a_hub_finds_the_repository(options: dict[str, Any], address: str) -> None:
    assert launch_address({"launch_buttons": HUB, **options}) == f"https://hub.example/{address}"


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"launch_buttons": HUB},
        {"launch_buttons": HUB, "repository_url": OF_JUPYTER_BOOK},
        {"launch_buttons": {"binderhub_url": ""}, "repository_url": REPOSITORY},
    ],
)
def test_without_a_hub_or_a_repository_there_is_no_address(options: dict[str, Any]) -> None:
    assert launch_address(options) == ""


def notebook(title: str) -> Any:
    kernel = {"name": "python3", "display_name": "Python 3"}
    return v4.new_notebook(
        cells=[v4.new_markdown_cell(f"# {title}")], metadata={"kernelspec": kernel}
    )


def test_every_notebook_says_how_it_is_opened_and_that_the_link_leaves(
    sphinx_build: Any, select_one: Any
) -> None:
    pages = {
        "index": "# A page\n",
        "notebooks/01_tides": notebook("Tides"),
        "notebooks/so far": notebook("So far"),
    }
    options = {
        "launch_buttons": HUB,
        "repository_url": REPOSITORY,
        "repository_branch": "main",
        "path_to_docs": "",
    }
    book = sphinx_build(pages, html_theme_options=options)
    for name, words in (("01_tides", "Open this lesson"), ("so far", "Open this page")):
        said = select_one(book.page(f"notebooks/{name}"), "article .lk-launch")
        link = select_one(said, "a")
        start = "https://hub.example/v2/gh/someone/a-course/main?urlpath=lab/tree/notebooks/"
        assert link["href"] == f"{start}{name.replace(' ', '%20')}.ipynb"
        assert link["rel"] == ["noreferrer"]
        assert link.text == f"{words} in JupyterLab"
        assert "leaves this site. hub.example starts" in said.text
    for name in ("index", "search", "404"):
        assert not book.page(name).select(".lk-launch"), name

    # The pages have not changed; what they are to say has.
    path = book.source / "_config.yml"
    config = yaml.safe_load(path.read_text(encoding="utf-8"))
    config["sphinx"]["config"]["html_theme_options"] = {}
    path.write_text(yaml.safe_dump(config), encoding="utf-8")
    book.build()
    assert not book.page("notebooks/01_tides").select(".lk-launch")
