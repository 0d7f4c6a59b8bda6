"""The settings of the extension: one field here is one ``lessonkit_…`` value in the config."""

from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config


@dataclass(frozen=True)
class BookConfig:
    """What a publisher can set under ``sphinx: config:`` of ``_config.yml``."""

    course: str = field(
        default="course",
        metadata={
            "help": "Names the course. A learner's answers are kept under it, so two courses on "
            "one host do not meet.",
            "rebuild": "env",
        },
    )
    activities: str = field(
        default="notebooks/activities",
        metadata={
            "help": "Folder of the activities, from the book's root. Pages with widgets are read "
            "again when a file in it changes.",
            "rebuild": "",
        },
    )
    evidence_page: str = field(
        default="how-sure",
        metadata={
            "help": "Name of the page that says what the levels of evidence mean. A link to one of "
            "its levels becomes a badge.",
            "rebuild": "html",
        },
    )
    help_page: str = field(
        default="help",
        metadata={
            "help": "Name of the page where a reader finds help. A page that is not there leads "
            "to it.",
            "rebuild": "html",
        },
    )
    course_file: str = field(
        default="notebooks/activities/my-course.yaml",
        metadata={
            "help": "The activity that lists the lessons, from the book's root. By it, pages show "
            "what a learner has done; where it is not there, none does.",
            "rebuild": "env",
        },
    )
    course_page: str = field(
        default="notebooks/my_course",
        metadata={
            "help": "The page of the look back at the whole course, to which every page leads; "
            "where it is not there, none does.",
            "rebuild": "html",
        },
    )
    quick_exit: str = field(
        default="https://www.wikipedia.org/",
        metadata={
            "help": "Where the quick exit leads: a page that anybody might be reading. Where it is "
            "empty, there is no quick exit.",
            "rebuild": "html",
        },
    )
    tab_title: str = field(
        default="Course",
        metadata={
            "help": "What a browser's tab and history say after the name of a page. It is seen by "
            "whoever looks over a shoulder, so it says nothing of the subject.",
            "rebuild": "html",
        },
    )
    app_name: str = field(
        default="Course",
        metadata={
            "help": "What the book is called among the apps of a device on which it is installed.",
            "rebuild": "html",
        },
    )
    cover: str = field(
        default="",
        metadata={
            "help": "Picture that stands for the book where somebody shares a link to it, from the "
            "book's root; 1200 by 630 pixels are a good size. Used where 'html: baseurl:' is set.",
            "rebuild": "html",
        },
    )
    licence: str = field(
        default="",
        metadata={
            "help": "Address of the licence of the course, for search engines.",
            "rebuild": "html",
        },
    )
    ages: str = field(
        default="",
        metadata={
            "help": "Whom the course is for, for search engines: 18- from 18 on, 12-15 from 12 "
            "to 15.",
            "rebuild": "html",
        },
    )
    words: str = field(
        default="",
        metadata={
            "help": "A catalogue of the words of the interface, from the folder of the config; "
            "where it is left out, lessonkit's own for the book's language.",
            "rebuild": "env",
        },
    )
    minify: bool = field(
        default=True,
        metadata={
            "help": "Whether lessonkit's own scripts and styles are published without comments "
            "and blanks.",
            "rebuild": "env",
        },
    )
    slim_theme: bool = field(
        default=True,
        metadata={
            "help": "Whether the theme's style sheet is published without the rules that no page "
            "of the book uses.",
            "rebuild": "html",
        },
    )


def book_config(config: "Config") -> BookConfig:
    """Return the settings of this build.

    Args:
        config: The configuration of the Sphinx application.

    Returns:
        The settings, each from its ``lessonkit_…`` value.
    """
    return BookConfig(
        **{setting.name: config[f"lessonkit_{setting.name}"] for setting in fields(BookConfig)}
    )


def setup_config(app: "Sphinx") -> None:
    """Register every setting."""
    for setting in fields(BookConfig):
        app.add_config_value(
            f"lessonkit_{setting.name}",
            setting.default,
            setting.metadata["rebuild"],
            types=(type(setting.default),),
        )
