"""A learner takes the whole course with the keyboard alone, and lets the device remember."""

from collections.abc import Callable

from playwright.sync_api import BrowserContext

from .conftest import SERVED
from .course import take_the_course
from .hands import Keyboard
from .place import Place

DESK = {"viewport": {"width": 1280, "height": 900}, "reduced_motion": "reduce"}


@SERVED
def test_a_learner_takes_the_course_by_keyboard_and_goes_on_another_day(
    own_browser: Callable[..., BrowserContext], book: Place
) -> None:
    take_the_course(lambda: own_browser(book, **DESK), book, Keyboard)
