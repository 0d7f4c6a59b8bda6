"""The widgets of one page as HTML: slots for the views, the models' state, the files they need.

What the first view needs comes with the page. What a later one needs is in files, which the page
brings when a reader comes near.
"""

import json
import re
from collections.abc import Callable
from html import escape
from typing import Any

from lessonkit.sphinx_ext.config import BookConfig
from lessonkit.sphinx_ext.embed import json_for_html
from lessonkit.sphinx_ext.front_ends import (
    Asset,
    PageFiles,
    Registered,
    front_end_of,
    remote_hosts,
    styles_of,
)
from lessonkit.sphinx_ext.own_files import PAGE_STYLES
from lessonkit.sphinx_ext.warnings import BookWarning
from lessonkit.sphinx_ext.widget_state import Model, learnt, reachable, renamed
from lessonkit.words import words

Report = Callable[[BookWarning, str], None]

_STYLES_OF_THE_PAGE = frozenset(f"{stem}.css" for stem in PAGE_STYLES)
_KERNEL_ADVICE = (
    "It needs a running kernel and would be dead in the published book. Show a widget of "
    "lessonkit or another anywidget instead, or give the cell the tag remove-output."
)


class WidgetPage:
    """Collects the views of a page, in their order.

    Example:
        >>> page = WidgetPage("lesson", models, BookConfig(), report)
        >>> html = page.view("485a…", static_form)
        >>> files = page.files.at_once
    """

    def __init__(
        self, name: str, models: dict[str, Model], config: BookConfig, report: Report
    ) -> None:
        """Start with an empty page.

        Args:
            name: The name of the page, after which files of its own are named.
            models: The models that the page's notebook saved, by id.
            config: The settings of the book.
            report: Called with the kind and the words of each problem.
        """
        self.files = PageFiles()
        """The files that the views need, in the order of the views."""

        self._stem = re.sub(r"[^a-z0-9_]", "", name.rpartition("/")[2].lower())
        self._models = models
        self._config = config
        self._report = report
        self._names: dict[str, str] = {}
        self._states: dict[str, str] = {}
        """For each model whose state is somewhere, the file that holds it, or ``""``."""

        self._inline: dict[str, Any] = {}
        self._is_first = True
        self._keys: dict[str, str] = {}
        self._words = words("hydrate")

    def view(self, model_id: str, static_form: str = "") -> str:
        """Add a view.

        Args:
            model_id: The id of the model that the notebook shows here.
            static_form: HTML that stands in its place where it cannot run.

        Returns:
            The slot, and behind the first one the state of the models that it needs.
            The two share most of their words, so they stand together: it compresses best.
        """
        slots = self._slot(model_id, static_form)
        if not (self._is_first and self._inline):
            return slots
        self._is_first = False
        state = json_for_html(self._inline)
        return f'{slots}<script type="application/json" class="lk-state">{state}</script>\n'

    def _slot(self, model_id: str, static_form: str) -> str:
        model = self._models.get(model_id)
        if model is None:
            self._report(
                BookWarning.MISSING_STATE,
                "a widget is shown, but the notebook did not save its state. Let the book execute "
                "the notebook, or save it with its widgets' state.",
            )
            return _slot_html("", static_form or self._sentence("needs_kernel"))
        if model.is_anywidget:
            reached = reachable(self._models, model_id)
            for each in reached:
                self._name(each)
            attributes = {
                "model": self._names[model_id],
                "key": model.state.get("activity_key"),
                "files": " ".join(self._files_for(reached)),
            }
            return _slot_html(
                "".join(f' data-{name}="{escape(str(v))}"' for name, v in attributes.items() if v),
                static_form or self._sentence("needs_script"),
            )
        if model.is_box:
            children = "".join(self._slot(child, "") for child in model.children)
            across = " lk-box-across" if model.name == "HBoxModel" else ""
            return f'<div class="lk-box{across}">{children}</div>'
        self._report_stock(model)
        return _slot_html("", static_form or self._sentence("needs_kernel"))

    def _report_stock(self, model: Model) -> None:
        label = model.state.get("description") or model.state.get("value")
        control = model.name.removesuffix("Model") + (f" ({label!r})" if label else "")
        if not model.is_box:
            self._report(
                BookWarning.STOCK_WIDGET, f"the stock control {control} is shown. {_KERNEL_ADVICE}"
            )
        for child in model.children:
            inner = self._models.get(child)
            if inner is not None and not inner.is_anywidget:
                self._report_stock(inner)

    def _name(self, model_id: str) -> None:
        """Give a model its short name on this page, and look at it once."""
        if model_id in self._names:
            return
        self._names[model_id] = f"m{len(self._names) + 1}"
        model = self._models[model_id]
        if model.is_anywidget:
            self._check(model)

    def _check(self, model: Model) -> None:
        name = str(model.state.get("_anywidget_id", "")).rpartition(".")[2] or "a widget"
        for host in remote_hosts(model):
            self._report(
                BookWarning.REMOTE_IMPORT,
                f"{name} loads from {host}, which so learns who reads this page. "
                "Use a widget that brings all it needs.",
            )
        key = model.state.get("activity_key")
        if key and key in self._keys:
            self._report(
                BookWarning.SHARED_KEY,
                f"two widgets ({self._keys[key]} and {name}) save answers under the key {key!r}. "
                "Give one of them its own: key='…'.",
            )
        elif key:
            self._keys[key] = name

    def _files_for(self, reached: list[str]) -> list[str]:
        """Take in what a slot needs, and name the files in which it is."""
        needed: list[Asset] = []
        for each in reached:
            if (model := self._models[each]).is_anywidget:
                needed += self._front_end(model)
        new = {each: self._saved(each) for each in reached if each not in self._states}
        if new and self._is_first:
            self._inline |= {self._names[each]: saved for each, saved in new.items()}
            self._states |= dict.fromkeys(new, "")
        elif new:
            value = {"models": {self._names[each]: saved for each, saved in new.items()}}
            state = Registered(
                f"{self._stem}-{self._names[reached[0]]}", "js", json_for_html(value)
            )
            needed.append(state)
            self._states |= dict.fromkeys(new, state.file_name)
        for asset in needed:
            self.files.add(asset, at_once=self._is_first and not asset.is_late)
        names = [asset.file_name for asset in needed if not asset.is_late]
        names += [self._states[each] for each in reached]
        return [name for name in dict.fromkeys(names) if name]

    def _front_end(self, model: Model) -> list[Asset]:
        minified = self._config.minify
        return [
            *front_end_of(model, minified),
            *styles_of(model, minified, _STYLES_OF_THE_PAGE),
        ]

    def _saved(self, model_id: str) -> dict[str, Any]:
        model = self._models[model_id]
        saved: dict[str, Any] = {}
        if model.is_anywidget:
            saved["front_end"] = front_end_of(model, self._config.minify)[-1].file_name
        saved["state"] = renamed(learnt(model), self._names)
        if model.buffers:
            saved["buffers"] = [
                {"path": buffer["path"], "data": buffer["data"]} for buffer in model.buffers
            ]
        return saved

    def _sentence(self, entry: str) -> str:
        return f'<p class="lk-fallback">{escape(self._words[entry])}</p>'


def view_id(script: str) -> str:
    """Read which model a view shows.

    Args:
        script: The script element that MyST-NB makes of a view.

    Returns:
        The id of the model.
    """
    content = script[script.index(">") + 1 : script.rindex("</script>")]
    return str(json.loads(content)["model_id"])


def _slot_html(attributes: str, static_form: str) -> str:
    return f'<div class="lk-widget"{attributes}><div class="lk-static">{static_form}</div></div>\n'
