"""The two ways in which a person works a page: by pointing at it, and with the keyboard alone."""

from typing import Protocol

from playwright.sync_api import ElementHandle, Locator, Page, expect

TABS = 400
"""More presses of the Tab key than any page of ours has controls."""

AIM = """
async target => {
  const frame = () => new Promise(requestAnimationFrame);
  for (let frames = 0; frames < 600 && target.isConnected; frames += 1) {
    const box = target.getClientRects()[0];
    if (box && !target.disabled) {
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      const hit = document.elementFromPoint(x, y);
      const reached = target.contains(hit) || hit?.closest("label")?.control === target;
      const moves = document.getAnimations().some(
        ({ playState, effect }) => playState === "running" && effect?.target?.contains(target),
      );
      if (reached && !moves) return [x, y];
      if (!reached) target.scrollIntoView({ block: "center", behavior: "instant" });
    }
    await frame();
  }
  return null;
}
"""
"""Tells where a control can be pointed at: within the window, with nothing over it or moving."""

WAY = """
targets => {
  const now = document.activeElement;
  if (targets.includes(now)) return [false, 0];
  const before = now.compareDocumentPosition(targets[0]) & Node.DOCUMENT_POSITION_PRECEDING;
  const [first, last] = before ? [targets.at(-1), now] : [now, targets[0]];
  const after = (a, b) => a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING;
  const stops = [...document.querySelectorAll("a[href], button, input, select, textarea, summary")]
    .filter(each => after(first, each) && after(each, last))
    .filter(each => !each.disabled && each.tabIndex >= 0 && each.checkVisibility())
    .filter(each => each.type !== "radio" || each.checked);
  return [Boolean(before), Math.max(1, stops.length)];
}
"""
"""Tells whether it goes back to the first of some controls, and over how many stops at least."""


class Hand(Protocol):
    """What a person can do with a control."""

    def press(self, control: Locator) -> None:
        """Press a button, or open and close details by their summary."""

    def choose(self, option: Locator) -> None:
        """Choose a radio button, or tick or untick a check box."""

    def write(self, box: Locator, text: str) -> None:
        """Write into an empty text box."""


def write_at_focus(page: Page, text: str) -> None:
    """Write a text where the focus is: its first word key by key, the rest in one go."""
    first, space, others = text.partition(" ")
    page.keyboard.type(first)
    page.keyboard.insert_text(space + others)


class Pointer:
    """A mouse; or a finger, where the page has a touch screen."""

    def __init__(self, page: Page) -> None:
        """Find out what the page is pointed at with."""
        self.touches = page.evaluate("navigator.maxTouchPoints > 0")
        self._device = page.touchscreen if self.touches else page.mouse

    def press(self, control: Locator) -> None:
        """Press a button, or open and close details by their summary."""
        # What was just painted anew is no longer where the first look found it.
        point = control.evaluate(AIM) or control.evaluate(AIM)
        assert point, f"Nobody can point at {control}"
        (self._device.tap if self.touches else self._device.click)(*point)

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
        self._keys = page.context.new_cdp_session(page)

    def go_to(self, control: Locator) -> None:
        """Press the Tab key until the focus is on a control, and see that it shows."""
        self._go_to_one_of([control.element_handle()], str(control))
        expect(control).to_be_in_viewport()

    def _go_to_one_of(self, targets: list[ElementHandle | None], name: str) -> None:
        pressed = 0
        while pressed <= TABS:
            shift, steps = self.page.evaluate(WAY, targets)
            if not steps:
                return
            key = {"key": "Tab", "code": "Tab", "windowsVirtualKeyCode": 9, "modifiers": 8 * shift}
            for _ in range(steps):
                # A key that is held down goes on: half as many messages as pressing it anew.
                self._keys.send("Input.dispatchKeyEvent", {"type": "rawKeyDown", **key})
            self._keys.send("Input.dispatchKeyEvent", {"type": "keyUp", **key})
            pressed += steps
        raise AssertionError(f"The Tab key never comes to {name}")

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
            self._go_to_one_of(list(group.element_handles()), str(group))
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
