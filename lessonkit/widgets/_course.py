"""Keeps the answers of all activities together: in a kernel, and in a file if the learner asks."""

import os
import warnings
import weakref
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import traitlets

from lessonkit.progress import (
    Progress,
    ProgressError,
    ProgressWarning,
    read_progress,
    set_aside,
    write_progress,
)
from lessonkit.widgets._answers import restore_answers

if TYPE_CHECKING:
    from lessonkit.widgets._base import LessonWidget

FILE = "progress.json"
"""Where answers are remembered unless another file is named."""


class Course:
    """What has been answered in this kernel, and the file that remembers it if there is one."""

    def __init__(self) -> None:
        """Start with no answers and no file."""
        self.path: Path | None = None
        self.progress = Progress()
        self._activities: weakref.WeakSet[LessonWidget] = weakref.WeakSet()
        self._views: weakref.WeakSet[CourseTraits] = weakref.WeakSet()
        self._busy = False

    def join(self, activity: "LessonWidget") -> None:
        """Take up what is remembered of an activity, and hear of each new answer.

        Args:
            activity: A widget with an ``activity_key`` and learner's traits.
        """
        self._activities.add(activity)
        if self.path is not None:
            self.progress = self._read(self.path)
            if activity.activity_key in self.progress.answers:
                self._restore([activity])
        activity.observe(self._answered, names=activity.learner_traits)

    def show_in(self, view: "CourseTraits") -> None:
        """Keep a widget that shows the whole course up to date."""
        self._views.add(view)
        view.set_course(self.progress, self.path is not None)

    def remember(self, path: str | Path) -> None:
        """Keep the answers in a file from now on, as :func:`remember` says."""
        path = Path(path).absolute()
        own = self.progress.answers
        found = self._read(path)
        self.progress = found.with_answers(found.answers | own)
        write_progress(path, self.progress)
        self.path = path
        self._restore(each for each in self._activities if each.activity_key not in own)
        self._tell()

    def forget(self) -> None:
        """Stop remembering and delete the file. What widgets show stays as it is."""
        if self.path is not None:
            self.path.unlink(missing_ok=True)
        self.path = None
        self._tell()

    def replace(self, values: dict[str, Any]) -> None:
        """Put other answers in the place of all that there are.

        Args:
            values: A progress document. One without ``answers`` changes nothing.
        """
        answers = values.get("answers")
        if isinstance(answers, dict):
            kept = {key: dict(given) for key, given in answers.items() if isinstance(given, dict)}
            self.progress = self.progress.with_answers(kept)
            self._restore(self._activities)
            self._write(self.progress)
        self._tell()

    def _answered(self, change: Any) -> None:
        if self._busy:
            return
        activity: LessonWidget = change.owner
        key = activity.activity_key
        given = {name: getattr(activity, name) for name in activity.learner_traits}
        if self.path is not None:
            # Another kernel may have written its own answers since.
            self.progress = self._read(self.path)
        self.progress = self.progress.with_answers(self.progress.answers | {key: given})
        self._write(self.progress)
        if self.path is not None:
            twins = (each for each in self._activities if each.activity_key == key)
            self._restore(each for each in twins if each is not activity)
        self._tell()

    def _read(self, path: Path) -> Progress:
        if path == self.path and not path.exists():
            # Whoever deleted the file wanted nothing to be remembered.
            self.path = None
            return self.progress
        try:
            return read_progress(path)
        except ProgressError as error:
            aside = set_aside(path)
            _warn(
                f"{path.name} could not be read: {error}. It is now called {aside.name}, beside "
                f"where it was, and nothing in it was changed. A new {path.name} is begun."
            )
            if path != self.path:
                return Progress()
            self._write(self.progress)
            return self.progress

    def _write(self, progress: Progress) -> None:
        if self.path is None:
            return
        try:
            write_progress(self.path, progress)
        except OSError as error:
            _warn(
                f"Your answers could not be written to {self.path}: {error.strerror or error}. "
                "They are still here while this notebook runs."
            )

    def _restore(self, activities: "Iterable[LessonWidget]") -> None:
        with self._quietly():
            for activity in list(activities):
                saved = self.progress.answers.get(activity.activity_key, {})
                with activity.hold_sync():
                    restore_answers(activity, activity.learner_traits, saved)

    def _tell(self) -> None:
        with self._quietly():
            for view in list(self._views):
                view.set_course(self.progress, self.path is not None)

    @contextmanager
    def _quietly(self) -> Iterator[None]:
        """Mark what the course itself sets, which no learner has done."""
        before, self._busy = self._busy, True
        try:
            yield
        finally:
            self._busy = before

    def asked(self, change: Any) -> None:
        """Do what the front end of a widget that shows the course has asked for."""
        if self._busy:
            return
        if change.name == "course_progress":
            self.replace(change.new)
            return
        try:
            if change.new:
                self.remember(FILE)
            else:
                self.forget()
        except OSError as error:
            _warn(f"{Path(FILE).absolute()} could not be changed: {error.strerror or error}.")
            self._tell()


def _warn(message: str) -> None:
    # The line that a warning names is best the learner's own: one of ours tells nobody anything.
    warnings.warn(message, ProgressWarning, stacklevel=4)


COURSE = Course()
"""The course of this kernel."""


class CourseTraits(traitlets.HasTraits):
    """The traits of a widget that shows the whole course. Whoever shows the widget fills them."""

    course_progress = traitlets.Dict().tag(sync=True)
    """All answers, as a progress document. Set it, and the activities take its answers."""

    course_remembered = traitlets.Bool(False, allow_none=True).tag(sync=True)
    """Whether answers are remembered; None where they cannot be. Set it to begin or to stop."""

    course_page_suffix = traitlets.Unicode("").tag(sync=True)
    """How the name of a lesson's page ends; empty where a lesson has no address."""

    def set_course(self, progress: Progress, remembered: bool) -> None:
        """Show how the course stands.

        Args:
            progress: All answers.
            remembered: Whether a file keeps them.
        """
        self.course_progress = progress.as_values()
        self.course_remembered = remembered

    def join_course(self) -> None:
        """Show the course of this kernel from now on, and do what the learner asks of it."""
        COURSE.show_in(self)
        self.observe(lambda change: COURSE.asked(change), ["course_progress", "course_remembered"])


def remember(path: str | Path = FILE) -> None:
    """Keep the learner's answers in a file, and restore those that it holds.

    From now on each answer is written at once, and in one step, so that the file is whole at every
    moment. Widgets that are shown later take up what is remembered of them. Several notebooks can
    share one file. A file that cannot be understood is given another name, and a warning says
    which; its content is never lost. Delete the file, or call :func:`forget`, to stop.

    Args:
        path: The file; beside the notebook where it is left out.

    Raises:
        OSError: The file cannot be read or written.

    Example:
        >>> remember("progress.json")
    """
    COURSE.remember(path)


def resume(path: str | Path = FILE) -> None:
    """Go on remembering, if an earlier notebook has begun to: if the file is there.

    Where it is not, nothing is read and nothing will be written. The environment variable
    ``LESSONKIT_RESUME=0`` switches this off, so that a book is never published with the answers
    of the person who builds it.

    Args:
        path: The file; beside the notebook where it is left out.

    Raises:
        OSError: The file cannot be read or written.
    """
    if os.environ.get("LESSONKIT_RESUME") != "0" and Path(path).is_file():
        COURSE.remember(path)


def forget() -> None:
    """Stop remembering, and delete the file. What is answered stays until the notebook ends."""
    COURSE.forget()
