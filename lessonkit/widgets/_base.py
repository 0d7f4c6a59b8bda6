"""What every widget of ours shares: its front end's text, its learner's traits, its static form."""

import difflib
import inspect
import json
from pathlib import Path
from typing import Any, ClassVar

import anywidget
import traitlets

from lessonkit.words import words

STATIC = Path(__file__).parent.parent / "static"


def _read(name: str) -> str:
    return (STATIC / name).read_text(encoding="utf-8")


class LessonWidget(anywidget.AnyWidget):
    """A widget for a lesson, alive with a kernel and without one.

    A subclass names its front end: ``_stem``, the name of its ``.js`` and ``.css`` and of its
    words, and ``_parts``, the modules that go in front of it. anywidget ships a front end as one
    text, in which imports cannot resolve, so the parts are put one behind the other.
    """

    _stem: ClassVar[str] = ""
    _parts: ClassVar[tuple[str, ...]] = ()

    activity_key = traitlets.Unicode().tag(sync=True)
    """What a host saves the learner's answers under. Two widgets with one key share answers."""

    learner_traits = traitlets.List(traitlets.Unicode()).tag(sync=True)
    """The names of the traits that belong to the learner and that a host saves."""

    def __init_subclass__(cls, **kwargs: Any) -> None:
        """Put the front end of a subclass together."""
        # Each instance gets a class of its own from ipywidgets; that one inherits the front end.
        if "_stem" in cls.__dict__:
            catalogue = json.dumps(words(cls._stem), ensure_ascii=False)
            parts = [_read(f"{name}.js") for name in ("common", *cls._parts, cls._stem)]
            cls._esm = "\n".join([f"const WORDS = {catalogue};", *parts])
            cls._css = "\n".join(_read(f"{name}.css") for name in ("common", cls._stem))
        super().__init_subclass__(**kwargs)

    def __init__(self, **traits: Any) -> None:
        """Refuse arguments that nobody would read.

        Raises:
            TypeError: An argument has no trait of its name.
        """
        known = self.trait_names()
        arguments = [*inspect.signature(type(self)).parameters, *known]
        for name in traits:
            if name not in known:
                near = difflib.get_close_matches(name, arguments, n=1)
                advice = f" Did you mean {near[0]!r}?" if near else ""
                raise TypeError(f"{type(self).__name__}: unknown argument {name!r}.{advice}")
        super().__init__(learner_traits=sorted(self.trait_names(learner=True)), **traits)

    def reset(self) -> None:
        """Take everything back that the learner has done, as if the widget were new."""
        with self.hold_sync():
            for name in self.learner_traits:
                self.set_trait(name, self.trait_defaults(name))

    def static_form(self) -> str:
        """Return the HTML that stands where the widget cannot run: on paper, without scripts."""
        raise NotImplementedError

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict[str, Any], dict[str, Any]] | None:
        bundle = super()._repr_mimebundle_(**kwargs)
        if bundle is None:
            return None
        data, metadata = bundle if isinstance(bundle, tuple) else (bundle, {})
        return {**data, "text/html": self.static_form()}, metadata
