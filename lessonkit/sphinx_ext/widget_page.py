"""The widgets of one page as HTML: slots for the views, the models' state, the files they need."""

import json
from collections.abc import Callable
from html import escape
from typing import Any

from lessonkit.sphinx_ext.config import BookConfig
from lessonkit.sphinx_ext.embed import json_for_html
from lessonkit.sphinx_ext.front_ends import Asset, front_end_of, remote_hosts, style_of
from lessonkit.sphinx_ext.warnings import BookWarning
from lessonkit.sphinx_ext.widget_state import Model, learnt, reachable, renamed
from lessonkit.words import words

Report = Callable[[BookWarning, str], None]

_FOR_THE_SCRIPT = ("failed", "cause", "no_front_end")
_KERNEL_ADVICE = (
    "It needs a running kernel and would be dead in the published book. Show a widget of "
    "lessonkit or another anywidget instead, or give the cell the tag remove-output."
)


class WidgetPage:
    """Collects the views of a page, in their order.

    Example:
        >>> page = WidgetPage(models, BookConfig(), report)
        >>> html = page.view("485a…", static_form)
        >>> files = page.assets
    """

    def __init__(self, models: dict[str, Model], config: BookConfig, report: Report) -> None:
        """Start with an empty page.

        Args:
            models: The models that the page's notebook saved, by id.
            config: The settings of the book.
            report: Called with the kind and the words of each problem.
        """
        self.assets: list[Asset] = []
        """The files that the views need, each once, in the order of the views."""

        self._models = models
        self._config = config
        self._report = report
        self._names: dict[str, str] = {}
        self._emitted: set[str] = set()
        self._keys: dict[str, str] = {}
        self._words = words("hydrate")

    def view(self, model_id: str, static_form: str = "") -> str:
        """Add a view.

        Args:
            model_id: The id of the model that the notebook shows here.
            static_form: HTML that stands in its place where it cannot run.

        Returns:
            The slot, and behind it the state of the models that it is the first to need.
            The two share most of their words, so they stand together: it compresses best.
        """
        slots = self._slot(model_id, static_form)
        return slots + self._state_script(self._shown(model_id))

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
            for reached in reachable(self._models, model_id):
                self._name(reached)
            return _slot_html(
                f' data-model="{self._names[model_id]}"',
                static_form or self._sentence("needs_script"),
            )
        if model.is_box:
            children = "".join(self._slot(child, "") for child in model.children)
            across = " lk-box-across" if model.name == "HBoxModel" else ""
            return f'<div class="lk-box{across}">{children}</div>'
        self._report_stock(model)
        return _slot_html("", static_form or self._sentence("needs_kernel"))

    def _shown(self, model_id: str) -> list[str]:
        """The anywidgets that a view shows: itself, or those in a box."""
        model = self._models.get(model_id)
        if model is None:
            return []
        if model.is_box:
            return [shown for child in model.children for shown in self._shown(child)]
        return [model_id] if model.is_anywidget else []

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

    def _state_script(self, shown: list[str]) -> str:
        needed = [found for start in shown for found in reachable(self._models, start)]
        new = [model_id for model_id in dict.fromkeys(needed) if model_id not in self._emitted]
        if not new:
            return ""
        page: dict[str, Any] = {"models": {self._names[each]: self._saved(each) for each in new}}
        if not self._emitted:
            catalogue = {entry: self._words[entry] for entry in _FOR_THE_SCRIPT}
            page = {"course": self._config.course, "words": catalogue, **page}
        self._emitted.update(new)
        return f'<script type="application/json" class="lk-state">{json_for_html(page)}</script>\n'

    def _saved(self, model_id: str) -> dict[str, Any]:
        model = self._models[model_id]
        saved: dict[str, Any] = {}
        if model.is_anywidget:
            front_end = front_end_of(model, self._config.minify)
            style = style_of(model, self._config.minify)
            new = [asset for asset in (front_end, style) if asset and asset not in self.assets]
            self.assets += new
            saved["front_end"] = front_end.name
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


def _slot_html(attribute: str, static_form: str) -> str:
    return f'<div class="lk-widget"{attribute}><div class="lk-static">{static_form}</div></div>\n'
