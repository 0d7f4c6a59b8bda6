"""A learner takes the whole course on a small phone, from a folder, and lets it remember."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext

from .course import take_the_course
from .hands import Pointer
from .place import PHONE, Place


@pytest.mark.parametrize("place_of", ["file"], indirect=True)
def test_a_learner_takes_the_course_by_finger_and_goes_on_another_day(
    own_browser: Callable[..., BrowserContext], book: Place
) -> None:
    take_the_course(lambda: own_browser(book, **PHONE), book, Pointer)
