"""Reads the widget state that a notebook saved. Pure functions: no file, no page, no Sphinx."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

VIEW_MIMETYPE = "application/vnd.jupyter.widget-view+json"
BOXES = {"BoxModel", "HBoxModel", "VBoxModel", "GridBoxModel"}
"""Models of ipywidgets that only lay out their children, which a page can do without a kernel."""

_REFERENCE = re.compile(r"(IPY_MODEL_|anywidget:)(.+)")
_PROTOCOL = re.compile(
    r"_(model|view)_(module|module_version|name|count)|_esm|_css|_anywidget_id|layout|comm"
)
_EMPTY_BY_DEFAULT = {"_dom_classes", "tabbable", "tooltip"}


@dataclass(frozen=True)
class Model:
    """A widget's model, as the notebook saved it."""

    module: str
    name: str
    state: dict[str, Any]
    buffers: list[dict[str, Any]] = field(default_factory=list)

    @property
    def is_anywidget(self) -> bool:
        """Whether the model brings its own front end."""
        return self.module == "anywidget"

    @property
    def is_box(self) -> bool:
        """Whether the model only lays out its children."""
        return self.name in BOXES and not self.is_anywidget

    @property
    def children(self) -> list[str]:
        """The ids of the models that stand inside this one."""
        return list(references(self.state.get("children", [])))


def read_models(text: str) -> dict[str, Model]:
    """Read the widget state of a notebook.

    Args:
        text: The state as JSON, in the form that Jupyter's widgets save.

    Returns:
        The models by id.
    """
    return {
        model_id: Model(
            saved["model_module"], saved["model_name"], saved["state"], saved.get("buffers", [])
        )
        for model_id, saved in json.loads(text)["state"].items()
    }


def references(value: Any) -> Iterator[str]:
    """Find the models that a value names, in the order of the value.

    Args:
        value: A trait's value, or a part of it.

    Yields:
        The ids of models.
    """
    if isinstance(value, str):
        if match := _REFERENCE.fullmatch(value):
            yield match[2]
    elif isinstance(value, dict):
        for part in value.values():
            yield from references(part)
    elif isinstance(value, list):
        for part in value:
            yield from references(part)


def reachable(models: dict[str, Model], start: str) -> list[str]:
    """Find the models that a view needs.

    Args:
        models: All models of a notebook, by id.
        start: The id of the model that is shown.

    Returns:
        The ids: the start first, then what it names, and so on.
    """
    found = [start] if start in models else []
    for model_id in found:
        for reference in references(learnt(models[model_id])):
            if reference in models and reference not in found:
                found.append(reference)
    return found


def learnt(model: Model) -> dict[str, Any]:
    """Return the part of a model's state that its front end may ask for.

    Args:
        model: The model.

    Returns:
        The traits, without those of the widget protocol and those that are empty by default.
    """
    return {
        name: value
        for name, value in model.state.items()
        if not _PROTOCOL.fullmatch(name) and (value or name not in _EMPTY_BY_DEFAULT)
    }


def renamed(value: Any, names: dict[str, str]) -> Any:
    """Rename the models that a value names.

    Args:
        value: A trait's value.
        names: The new id for each old one.

    Returns:
        The value with the new ids.
    """
    if isinstance(value, str):
        match = _REFERENCE.fullmatch(value)
        return f"{match[1]}{names[match[2]]}" if match and match[2] in names else value
    if isinstance(value, dict):
        return {name: renamed(part, names) for name, part in value.items()}
    if isinstance(value, list):
        return [renamed(part, names) for part in value]
    return value
