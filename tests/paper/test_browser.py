"""What a person reads who has nothing to print with. `tests/test_tools.py` has the ways that go."""

import pytest

from lessonkit.paper import browser, printing
from lessonkit.paper.browser import PrintingError


def test_a_missing_package_is_told_with_the_command_that_installs_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(printing, "PACKAGES", ("pypdf", "a_package_that_is_not_there"))
    with pytest.raises(PrintingError, match=r"pip install 'lessonkit\[print\]'") as caught:
        printing.require_packages()
    assert "and a_package_that_is_not_there cannot be found" in str(caught.value)


def test_a_machine_without_a_browser_is_told_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(browser, "STEPS", (lambda: None,))
    with pytest.raises(PrintingError, match="LESSONKIT_BROWSER"):
        browser.find_browser()
