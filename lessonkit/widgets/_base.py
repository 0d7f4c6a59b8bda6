"""What every widget of ours shares: its front end's text, its learner's traits, its static form."""

import difflib
import inspect
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

import anywidget
import traitlets

from lessonkit.activities import front_end_values, load_activity
from lessonkit.widgets import _course
from lessonkit.widgets._front_end import SAYS, late_part, library, put_together
from lessonkit.words import ENGLISH, has_words, language_in_use, words

if TYPE_CHECKING:
    import pandas

    from lessonkit.activities import Activity

STATIC = Path(__file__).parent.parent / "static"


def _read(name: str) -> str:
    return (STATIC / name).read_text(encoding="utf-8")


class LessonWidget(anywidget.AnyWidget):
    """A widget for a lesson, alive with a kernel and without one.

    A subclass names its front end: ``_stem``, the name of its ``.js`` and ``.css`` and of its
    words, and ``_parts``, the modules that go in front of it, some with styles and words of their
    own. anywidget ships a front end as one text, in which imports cannot resolve, so the parts
    are put one behind the other. ``_late_parts`` are modules for what few learners ask for; a
    published page brings them when it is asked for. ``_libraries`` are modules of other packages
    that stand in front of those, below ``static/vendor``, each by the name of the constant that
    holds what it exports. One that shows activities of another widget's kind names that widget,
    ``_shows``.
    """

    _stem: ClassVar[str] = ""
    _parts: ClassVar[tuple[str, ...]] = ()
    _late_parts: ClassVar[tuple[str, ...]] = ()
    _libraries: ClassVar[Mapping[str, str]] = {}
    _shows: ClassVar[str] = ""

    _script: ClassVar[str] = ""
    """The front end's text without its words."""

    activity_key = traitlets.Unicode().tag(sync=True)
    """What a host saves the learner's answers under. Two widgets with one key share answers."""

    learner_traits = traitlets.List(traitlets.Unicode()).tag(sync=True)
    """The names of the traits that belong to the learner and that a host saves."""

    def __init_subclass__(cls, **kwargs: Any) -> None:
        """Put the front end of a subclass together."""
        # Each instance gets a class of its own from ipywidgets; that one inherits the front end.
        if "_stem" in cls.__dict__:
            styles = [f"{name}.css" for name in cls._stems() if (STATIC / f"{name}.css").is_file()]
            cls._script = put_together(cls._scripts())
            cls._esm = cls._front_end(ENGLISH)
            cls._css = put_together({name: _read(name) for name in styles})
        super().__init_subclass__(**kwargs)

    @classmethod
    def _stems(cls) -> tuple[str, ...]:
        return ("elements", "common", *cls._parts, *cls._late_parts, cls._stem)

    @classmethod
    def _scripts(cls) -> dict[str, str]:
        """Return the texts of the front end's scripts, the late ones as one."""
        late = [library(name, _read(f"vendor/{path}")) for name, path in cls._libraries.items()]
        late += [_read(f"{name}.js") for name in cls._late_parts]
        scripts: dict[str, str] = {}
        for name in cls._stems():
            if name not in cls._late_parts:
                scripts[f"{name}.js"] = _read(f"{name}.js")
            elif name == cls._late_parts[-1]:
                scripts[f"{name}.js"] = late_part(late, scripts.values())
        return scripts

    @classmethod
    def _front_end(cls, language: str | None = None) -> str:
        """Return the front end's text in a language; in the one in use where it is left out."""
        code, direction = language_in_use(language)
        said = {"language": code, "direction": direction}
        for name in filter(has_words, cls._stems()):
            said |= words(name, language)
        return f"{SAYS}{json.dumps(said, ensure_ascii=False)};\n{cls._script}"

    def __init__(self, **traits: Any) -> None:
        """Refuse arguments that nobody would read, and speak the language in use.

        Raises:
            TypeError: An argument has no trait of its name.
            LanguageError: The language in use has no catalogue, or one that cannot be read.
        """
        known = self.trait_names()
        arguments = [*inspect.signature(type(self).__init__).parameters, *known]
        for name in traits:
            if name not in known:
                near = difflib.get_close_matches(name, arguments, n=1)
                advice = f" Did you mean {near[0]!r}?" if near else ""
                raise TypeError(f"{type(self).__name__}: unknown argument {name!r}.{advice}")
        # anywidget makes a trait of it. English is the class's own, one text for all.
        if self._script and language_in_use()[0] != ENGLISH:
            self._esm = self._front_end()
        super().__init__(learner_traits=sorted(self.trait_names(learner=True)), **traits)
        if self.activity_key and self.learner_traits:
            _course.COURSE.join(self)
        if isinstance(self, _course.CourseTraits):
            self.join_course()

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


class ActivityWidget(LessonWidget):
    """A widget that shows one activity just as its file has it.

    A subclass adds the learner's traits and the worksheet.
    """

    activity = traitlets.Dict().tag(sync=True)
    """The activity, as the front end reads it. Set once, from the file."""

    content: Any
    """The activity as it was loaded."""

    def __init__(
        self, activity: "str | Path | Activity", *, key: str | None = None, **traits: Any
    ) -> None:
        """Load an activity.

        Args:
            activity: The activity's file, or an activity that is already loaded.
            key: What the answers are saved under; the activity's id where it is left out. Two
                widgets with one key share answers.
            **traits: Further traits, such as ``layout``.

        Raises:
            ActivityError: The file has mistakes; all of them are named.
            TypeError: The activity is of another kind, or an argument is unknown.
        """
        self.content = loaded_for(type(self), activity)
        super().__init__(
            activity=front_end_values(self.content),
            activity_key=key or self.content.id,
            **traits,
        )

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.content.id!r})"


def loaded_for(widget: type[LessonWidget], activity: "str | Path | Activity") -> Any:
    """Return an activity that a widget can show.

    Args:
        widget: The widget's class.
        activity: The activity's file, or an activity that is already loaded.

    Raises:
        ActivityError: The file has mistakes; all of them are named.
        TypeError: The activity is of a kind that another widget shows.
    """
    loaded = load_activity(activity) if isinstance(activity, str | Path) else activity
    # ipywidgets gives an instance a class of its own, which inherits from the one that was named.
    if loaded.widget not in {widget._shows, *(base.__name__ for base in widget.__mro__)}:
        raise TypeError(
            f"{widget.__name__} cannot show {loaded.id!r}, which is an activity of the type "
            f"{loaded.type!r}. Show it with {loaded.widget}(…)."
        )
    return loaded


def as_frame(rows: list[dict[str, Any]]) -> "list[dict[str, Any]] | pandas.DataFrame":
    """Return rows as a pandas frame where pandas is installed, and as they are elsewhere.

    Args:
        rows: One dict for each row.
    """
    try:
        import pandas
    except ImportError:
        return rows
    return pandas.DataFrame(rows)


def refuse_unknown(
    activity_id: str, nouns: str, found: Iterable[str], known: Iterable[str]
) -> None:
    """Refuse ids that an activity does not have.

    Args:
        activity_id: The activity.
        nouns: What the ids name, such as ``questions``.
        found: The ids to look at.
        known: The ids that there are.

    Raises:
        traitlets.TraitError: There is no such id; the words name all that are unknown.
    """
    there = list(known)
    unknown = [name for name in found if name not in there]
    if unknown:
        raise traitlets.TraitError(
            f"{activity_id!r} has no {nouns} {', '.join(map(repr, unknown))}. "
            f"It has {', '.join(there)}."
        )
