"""Takes over the part of saved answers that an activity still has a place for."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import traitlets

_NOTHING = object()


def restore_answers(
    widget: traitlets.HasTraits, names: list[str], saved: Mapping[str, Any]
) -> None:
    """Set the learner's traits of a widget to what was saved, as far as they accept it.

    A card, question or option that no longer exists is dropped, and the rest is kept: what a trait
    refuses as a whole is taken over part by part.

    Args:
        widget: The widget.
        names: The learner's traits. Those that were not saved get their default.
        saved: The saved value of each trait; other names in it are passed over.
    """
    for name in names:
        # From its default on, so that a trait holds nothing but what was saved.
        default = widget.trait_defaults(name)
        setattr(widget, name, default)
        if name in saved:
            kept = _accepted(saved[name], partial(_accepts, widget, name))
            setattr(widget, name, default if kept is _NOTHING else kept)


def _accepts(widget: traitlets.HasTraits, name: str, value: Any) -> bool:
    try:
        setattr(widget, name, value)
    except traitlets.TraitError:
        return False
    return True


def _accepted(value: Any, accepts: Callable[[Any], bool]) -> Any:
    """Return the largest part of a value that is accepted, or ``_NOTHING``."""
    if accepts(value):
        return value
    if isinstance(value, dict):
        kept: dict[str, Any] = {}
        for key, part in value.items():

            def fits(part: Any, key: str = key) -> bool:
                return accepts({**kept, key: part})

            found = _accepted(part, fits)
            if found is not _NOTHING:
                kept[key] = found
        return kept or _NOTHING
    if isinstance(value, list):
        items: list[Any] = []
        for part in value:
            found = _accepted(part, lambda part: accepts([*items, part]))
            if found is not _NOTHING:
                items.append(found)
        return items or _NOTHING
    return _NOTHING
