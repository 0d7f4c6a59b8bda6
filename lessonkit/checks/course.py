"""Checks a course: every activity, every notebook, and how they fit together."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

from lessonkit.activities.problems import Problem
from lessonkit.activities.text import nearest
from lessonkit.checks.activity_files import ActivityFile, ActivityFiles
from lessonkit.checks.files import Files, find_files
from lessonkit.checks.findings import Report, advice, error, in_order
from lessonkit.checks.notebooks import check_notebook

if TYPE_CHECKING:
    from lessonkit.activities.kinds.my_course import MyCourseActivity


def check_course(
    paths: Sequence[str] = (), *, with_advice: bool = True, with_words: bool = False
) -> Report:
    """Check all activities and notebooks under some paths.

    Args:
        paths: Files and folders; without any, the current folder.
        with_advice: Whether to say, too, what is right and could be better.
        with_words: Whether to check lessonkit's catalogue of words, too. It is checked in any
            case where it is under the paths.

    Returns:
        What was found.
    """
    found = find_files(paths)
    files = ActivityFiles()
    activities = [files.get(name) for name in found.activities]
    findings = [error(problem) for problem in found.problems]
    for file in activities:
        findings += map(error, file.problems)
    same = _same_ids(activities, files)
    findings += map(error, _about_same_ids(same))
    findings += map(error, _missing_of_courses(activities))
    known = [file.name for file in activities]
    used: set[str] = set()
    for name in found.notebooks:
        report = check_notebook(name, files, known)
        findings += [*map(error, report.errors), *map(advice, report.advice)]
        used |= report.names
    if with_words or found.catalogues:
        findings += map(error, _in_the_catalogue())
    if with_advice:
        from lessonkit.checks.advice import advice_on

        clashing = {file.name for files_of_one_id in same for file in files_of_one_id}
        findings += map(
            advice, _other_names(file for file in activities if file.name not in clashing)
        )
        findings += map(advice, _shown_nowhere(activities, used, found, files))
        for file in activities:
            findings += map(advice, advice_on(file))
    else:
        findings = [finding for finding in findings if finding.severity == "error"]
    return Report(in_order(findings), len(activities), len(found.notebooks))


def _in_the_catalogue() -> list[Problem]:
    from lessonkit.words.catalogue_check import problems

    return list(problems())


def _same_ids(activities: Iterable[ActivityFile], files: ActivityFiles) -> list[list[ActivityFile]]:
    """Find activities of one book that would overwrite each other's answers."""
    by_id: dict[tuple[str, str], list[ActivityFile]] = {}
    for file in activities:
        if file.id:
            by_id.setdefault((files.book(file.name), file.id), []).append(file)
    return [found for found in by_id.values() if len(found) > 1]


def _about_same_ids(groups: Iterable[list[ActivityFile]]) -> Iterator[Problem]:
    for same in groups:
        places = [f"{file.name}:{_line_of_id(file)}" for file in same]
        for file, own in zip(same, places, strict=True):
            yield Problem(
                file.name,
                _line_of_id(file),
                f"another activity has the id '{file.id}', too",
                "an id is given once in a course, because answers are saved under it",
                f"the same id in {', '.join(place for place in places if place != own)}",
                "give one of them another id, and its file the same name",
            )


def _line_of_id(file: ActivityFile) -> int:
    return file.document.line(("id",)) if file.document else 1


def _other_names(activities: Iterable[ActivityFile]) -> Iterator[Problem]:
    for file in activities:
        if file.id and Path(file.name).stem != file.id:
            yield Problem(
                file.name,
                _line_of_id(file),
                "the file has another name than the activity",
                "a file is named as its id, so that each is found by the other",
                f"id: {file.id}",
                f"rename the file to {file.id}.yaml, or change the id before anybody answers",
            )


def _missing_of_courses(activities: Iterable[ActivityFile]) -> Iterator[Problem]:
    """Find activities that the list of a course names and that are not there."""
    for file in activities:
        if file.activity is None or file.activity.type != "my-course" or not file.document:
            continue
        course = cast("MyCourseActivity", file.activity)
        folder = Path(file.name).parent
        there = [path.stem for path in folder.glob("*.yaml")]
        for number, lesson in enumerate(course.lessons):
            for place, shown in enumerate(lesson.activities):
                if shown.file in there:
                    continue
                close = nearest(shown.file, there)
                yield Problem(
                    file.name,
                    file.document.line(("lessons", number, "activities", place, "file")),
                    f"there is no activity file '{shown.file}.yaml' beside this one",
                    "a course lists activities whose files stand beside its own",
                    shown.file,
                    f"did you mean '{close}'?" if close else "make the file, or remove the line",
                )


def _shown_nowhere(
    activities: Iterable[ActivityFile], texts: Iterable[str], found: Files, files: ActivityFiles
) -> Iterator[Problem]:
    """Find activities of a book with notebooks that neither a notebook nor a page names."""
    used = {text.replace("\\", "/").rsplit("/", 1)[-1] for text in texts}
    books = {files.book(name) for name in found.notebooks}
    unused = [
        file
        for file in activities
        if Path(file.name).name not in used and files.book(file.name) in books
    ]
    pages = "\n".join(_text_of(name) for name in found.pages) if unused else ""
    for file in unused:
        if (name := Path(file.name).name) not in pages:
            yield Problem(
                file.name,
                1,
                "no notebook shows this activity",
                "learners meet an activity in a notebook",
                name,
                "show it in a cell of a notebook, or move the file out of the course",
            )


def _text_of(page: str) -> str:
    try:
        return Path(page).read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
