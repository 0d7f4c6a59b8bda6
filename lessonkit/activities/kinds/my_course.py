"""What a look back at a whole course is: its lessons, and the activities that each shows."""

import re
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator, Field, StrictInt
from pydantic_core import PydanticCustomError

from lessonkit.activities.fields import Activity, Identifier, Part, Text, Title
from lessonkit.activities.problems import Mistake
from lessonkit.activities.rules import as_text, mistake, name_of, parts, repeated_ids


def _is_a_name(name: str) -> str:
    if not re.fullmatch(r"[A-Za-z0-9]+([_-][A-Za-z0-9]+)*", name):
        raise PydanticCustomError(
            "bare_name",
            "{error}",
            {"error": "a file is named without folder and ending, such as 01_first_steps"},
        )
    return name


Name = Annotated[str, AfterValidator(_is_a_name)]


class ShownActivity(Part):
    """One activity of a lesson, as the notebook shows it."""

    file: Name = Field(
        description="The name of the activity's file, without .yaml, such as where-i-stand. The "
        "file stands in the same folder as this one."
    )
    key: Identifier | None = Field(
        default=None,
        description="What its answers are saved under, where the notebook shows it with key=. "
        "Left out, it is the activity's id.",
    )
    title: Title | None = Field(
        default=None,
        description="What to call it in this lesson, where its own title would not tell it apart. "
        "Left out, it is its own title.",
    )
    cards: StrictInt | None = Field(
        default=None,
        description="How many cards a round of a sorting exercise has, 1 to 500, where the "
        "notebook shows it with cards=. Left out, it is 12. Other kinds go without.",
        ge=1,
        le=500,
    )


class Lesson(Part):
    """One lesson: a notebook and what it shows."""

    id: Identifier = Field(
        description="The lesson's name in the file, under which a learner's note is saved: "
        "lower-case words joined by hyphens, such as first-steps."
    )
    title: Title = Field(description="What the lesson is called, as learners read it.")
    notebook: Name = Field(
        description="The notebook's name without folder and .ipynb, such as 01_before_you_start."
    )
    activities: tuple[ShownActivity, ...] = Field(
        description="The activities that the notebook shows, in its order, 1 to 40.",
        min_length=1,
        max_length=40,
    )


class MyCourseActivity(Activity):
    """The whole course as one learner has gone through it."""

    widget: ClassVar[str] = "MyCourse"

    type: Literal["my-course"] = Field(description="The kind of activity: my-course.")
    prompt: Text | None = Field(default=None, description="What stands above the list of lessons.")
    lessons: tuple[Lesson, ...] = Field(
        description="The lessons in their order, 1 to 60.", min_length=1, max_length=60
    )

    @classmethod
    def mistakes_together(cls, data: Mapping[str, object]) -> Iterator[Mistake]:
        """Find ids that are given twice, and activities that a lesson lists twice."""
        return chain(repeated_ids(data), _listed_twice(data))


def _listed_twice(data: Mapping[str, object]) -> Iterator[Mistake]:
    for location, lesson in parts(data.get("lessons"), ("lessons",)):
        seen: set[tuple[str | None, str | None]] = set()
        for place, shown in parts(lesson.get("activities"), (*location, "activities")):
            file, key = as_text(shown.get("file")), as_text(shown.get("key"))
            if file and (file, key) in seen:
                yield mistake(
                    (*place, "file"),
                    file,
                    f"{name_of(location, lesson)} lists '{file}' twice",
                    "a lesson lists an activity once; two with answers of their own have two keys",
                    "remove it, or write the key that the notebook gives it",
                )
            seen.add((file, key))
