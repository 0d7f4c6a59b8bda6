"""The two ways in which a person works a page: by pointing at it, and with the keyboard alone."""

from typing import Protocol

from playwright.sync_api import Locator, Page, expect

TABS = 400
"""More presses of the Tab key than any page of ours has controls."""

LIES_BEFORE = """
target => Boolean(
  document.activeElement.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_PRECEDING)
"""


class Hand(Protocol):
    """What a person can do with a control."""

    def press(self, control: Locator) -> None:
        """Press a button, or open and close details by their summary."""

    def choose(self, option: Locator) -> None:
        """Choose a radio button, or tick or untick a check box."""

    def write(self, box: Locator, text: str) -> None:
        """Write into an empty text box."""


def write_at_focus(page: Page, text: str) -> None:
    """Write a text where the focus is: its first line key by key, the rest in one go."""
    first, *others = text.splitlines()
    page.keyboard.type(first)
    if others:
        page.keyboard.press("Enter")
        page.keyboard.insert_text("\n".join(others))


class Pointer:
    """A mouse; or a finger, where the page has a touch screen."""

    def __init__(self, page: Page) -> None:
        """Find out what the page is pointed at with."""
        self.touches = page.evaluate("navigator.maxTouchPoints > 0")

    def press(self, control: Locator) -> None:
        """Press a button, or open and close details by their summary."""
        if self.touches:
            control.tap()
        else:
            control.click()

    def choose(self, option: Locator) -> None:
        """Choose a radio button, or tick or untick a check box."""
        self.press(option)

    def write(self, box: Locator, text: str) -> None:
        """Write into an empty text box."""
        self.press(box)
        write_at_focus(box.page, text)


class Keyboard:
    """The keyboard alone. Each control is reached with the Tab key, forwards or backwards."""

    def __init__(self, page: Page) -> None:
        """Take the keyboard of a page."""
        self.page = page

    def go_to(self, control: Locator) -> None:
        """Press the Tab key until the focus is on a control, and see that it shows."""
        target = control.element_handle()
        key = "Shift+Tab" if self.page.evaluate(LIES_BEFORE, target) else "Tab"
        for _ in range(TABS):
            if self.page.evaluate("target => document.activeElement === target", target):
                expect(control).to_be_in_viewport()
                return
            self.page.keyboard.press(key)
        raise AssertionError(f"The {key} key never comes to {control}")

    def press(self, control: Locator) -> None:
        """Press a button, or open and close details by their summary."""
        self.go_to(control)
        self.page.keyboard.press("Enter")

    def choose(self, option: Locator) -> None:
        """Choose a radio button, or tick or untick a check box."""
        if option.get_attribute("type") == "checkbox":
            self.go_to(option)
            self.page.keyboard.press("Space")
            return
        group = option.page.locator(f"input[name='{option.get_attribute('name')}']")
        # The Tab key stops once in a group: at the chosen button, else at its first or last.
        chosen = group.and_(option.page.locator(":checked"))
        if chosen.count():
            self.go_to(chosen)
        else:
            self._enter(group)
        if not option.is_checked():
            self.page.keyboard.press("Space")
        for _ in range(group.count()):
            if option.is_checked():
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"The arrow keys never choose {option}")

    def write(self, box: Locator, text: str) -> None:
        """Write into an empty text box."""
        self.go_to(box)
        write_at_focus(self.page, text)

    def _enter(self, group: Locator) -> None:
        buttons = group.element_handles()
        key = "Shift+Tab" if self.page.evaluate(LIES_BEFORE, buttons[0]) else "Tab"
        for _ in range(TABS):
            if self.page.evaluate("all => all.includes(document.activeElement)", buttons):
                return
            self.page.keyboard.press(key)
        raise AssertionError(f"The {key} key never comes to {group}")
