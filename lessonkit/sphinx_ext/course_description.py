"""What search engines may know of the course as a whole, in the words of https://schema.org/Course."""

from typing import Any

from sphinx.application import Sphinx

from lessonkit.sphinx_ext.config import book_config
from lessonkit.sphinx_ext.page_facts import lessons
from lessonkit.sphinx_ext.site_address import site_address


def course_description(app: Sphinx, address: str, description: str) -> dict[str, Any]:
    """Describe the course.

    Args:
        app: The application, for the pages and settings of the book.
        address: The address of its first page.
        description: What its first page says of it.

    Returns:
        The description, as JSON-LD.
    """
    config, settings = app.config, book_config(app.config)
    found = lessons(app.env)
    site = site_address(config)
    instance = {"@type": "CourseInstance", "courseMode": "Online"}
    if minutes := sum(lesson.minutes for lesson in found):
        instance["courseWorkload"] = _duration(minutes)
    described: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Course",
        "name": config.html_title,
        "description": description,
        "url": address,
        "inLanguage": config.language,
        "provider": {"@type": "Organization", "name": config.author},
        "isAccessibleForFree": True,
        "offers": {"@type": "Offer", "category": "Free"},
        "typicalAgeRange": settings.ages,
        "license": settings.licence,
        "hasCourseInstance": instance,
        "hasPart": [
            _without_gaps(
                {
                    "@type": "LearningResource",
                    "name": lesson.title,
                    "description": lesson.description,
                    "url": site + app.builder.get_target_uri(lesson.page),
                    "learningResourceType": "lesson",
                    "timeRequired": _duration(lesson.minutes) if lesson.minutes else "",
                }
            )
            for lesson in found
        ],
    }
    return _without_gaps(described)


def _without_gaps(described: dict[str, Any]) -> dict[str, Any]:
    """Take out what is not known."""
    return {name: value for name, value in described.items() if value not in ("", [])}


def _duration(minutes: int) -> str:
    """Write a time as ISO 8601 does."""
    return f"PT{minutes}M"
