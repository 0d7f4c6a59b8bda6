"""The link that opens a notebook in JupyterLab, on a BinderHub, where one is configured."""

from typing import Any
from urllib.parse import quote, urlsplit

from sphinx.application import Sphinx
from sphinx.config import Config

from lessonkit.sphinx_ext.page_facts import is_notebook, lesson_number
from lessonkit.words import words

OF_JUPYTER_BOOK = "https://github.com/executablebooks/jupyter-book"
"""The repository that Jupyter Book sets where a publisher names none."""

_PROVIDERS = {"github.com": ("gh", "/"), "gitlab.com": ("gl", "")}
"""What BinderHub calls a host, and which characters it leaves in the name of a repository."""


def launch_address(options: dict[str, Any]) -> str:
    """Return what the addresses of all notebooks on the BinderHub begin with.

    Args:
        options: The theme's options, as Jupyter Book makes them from ``repository`` and
            ``launch_buttons`` in ``_config.yml``.

    Returns:
        The address up to the book's folder, or an empty text where no hub or no repository is
        configured.
    """
    hub = (options.get("launch_buttons") or {}).get("binderhub_url", "").rstrip("/")
    repository = options.get("repository_url", "").rstrip("/").removesuffix(".git")
    if not hub or not repository or repository == OF_JUPYTER_BOOK:
        return ""
    parts = urlsplit(repository)
    if parts.netloc in _PROVIDERS:
        provider, kept = _PROVIDERS[parts.netloc]
        name = quote(parts.path.strip("/"), safe=kept)
    else:
        provider, name = "git", quote(repository, safe="")
    branch = quote(options.get("repository_branch") or "HEAD", safe="")
    folder = options.get("path_to_docs", "").strip("/")
    return f"{hub}/v2/{provider}/{name}/{branch}?urlpath=lab/tree/{folder and quote(folder) + '/'}"


def _read_options(app: Sphinx, config: Config) -> None:
    config.lessonkit_launch = launch_address(config.html_theme_options)


def _give_link(
    app: Sphinx, page_name: str, template_name: str, context: dict[str, Any], doctree: object
) -> None:
    start = app.config.lessonkit_launch
    if start and is_notebook(app.env, page_name):
        said = words("launch")
        is_lesson = lesson_number(app.env, page_name) is not None
        context["lessonkit_launch"] = {
            "address": f"{start}{quote(page_name)}.ipynb",
            "link": said["open_lesson" if is_lesson else "open_page"],
            "note": said["leaves_site"].format(host=urlsplit(start).netloc),
        }


def setup_launch(app: Sphinx) -> None:
    """Connect the steps that make the link."""
    # Not a setting: it makes Sphinx write all pages again when the link has changed.
    app.add_config_value("lessonkit_launch", "", "html", types=(str,))
    # Before the options that the theme does not know are dropped.
    app.connect("config-inited", _read_options)
    app.connect("html-page-context", _give_link)
