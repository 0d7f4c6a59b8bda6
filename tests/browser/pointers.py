"""Pointing devices that a person holds: a mouse, a pen, a finger. All press, move and release."""

from typing import Any, ClassVar, Protocol

from playwright.sync_api import Locator, Page

AIMS = 10
"""How often to take aim: a page that has scrolled may still lay out what came into sight."""

EDGE = 70
"""A card that is held nearer than this to the window's edge may make the page scroll."""


IS_LIT_OR_NO_PLACE = "target => target.matches('.lk-over, :not(.lk-place, .lk-tray)')"


class Pointer(Protocol):
    """What a gesture needs of a device."""

    page: Page

    def press(self, x: float, y: float) -> None:
        """Press at a point of the window."""

    def move(self, x: float, y: float) -> None:
        """Move to a point in two steps."""

    def release(self) -> None:
        """Let go."""


class Mouse:
    """The mouse."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def press(self, x: float, y: float) -> None:
        self.page.mouse.move(x, y)
        self.page.mouse.down()

    def move(self, x: float, y: float) -> None:
        self.page.mouse.move(x, y, steps=2)

    def release(self) -> None:
        self.page.mouse.up()


class _Emulated:
    """A device that only the browser's own protocol can play."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._session = page.context.new_cdp_session(page)
        self._at = (0.0, 0.0)

    def press(self, x: float, y: float) -> None:
        self._at = (x, y)
        self._send("press", x, y)

    def move(self, x: float, y: float) -> None:
        from_x, from_y = self._at
        for step in (0.5, 1):
            self._send("move", from_x + (x - from_x) * step, from_y + (y - from_y) * step)
        self._at = (x, y)

    def release(self) -> None:
        self._send("release", *self._at)

    def _send(self, what: str, x: float, y: float) -> None:
        raise NotImplementedError


class Pen(_Emulated):
    """A pen that touches the screen."""

    TYPES: ClassVar = {"press": "mousePressed", "move": "mouseMoved", "release": "mouseReleased"}

    def _send(self, what: str, x: float, y: float) -> None:
        event: dict[str, Any] = {"type": self.TYPES[what], "x": x, "y": y, "pointerType": "pen"}
        pressed = {"button": "left", "buttons": 0 if what == "release" else 1, "clickCount": 1}
        self._session.send("Input.dispatchMouseEvent", event | pressed)


class Finger(_Emulated):
    """One finger. The context must have a touch screen."""

    TYPES: ClassVar = {"press": "touchStart", "move": "touchMove", "release": "touchEnd"}

    def _send(self, what: str, x: float, y: float) -> None:
        points = [] if what == "release" else [{"x": x, "y": y}]
        event = {"type": self.TYPES[what], "touchPoints": points}
        self._session.send("Input.dispatchTouchEvent", event)


def drag(pointer: Pointer, card: Locator, target: Locator) -> None:
    """Drag a card onto a target, holding it at the window's edge while the target is out of reach.

    Args:
        pointer: The device in the hand.
        card: What to drag.
        target: Where to drop it.
    """
    card.scroll_into_view_if_needed()
    x, y = point_in(card)
    pointer.press(x, y)
    pointer.move(x + 12, y + 12)
    for _ in range(AIMS):
        if not reachable_part(target):
            _scroll_towards(pointer, target)
        pointer.move(*point_in(target))
        let_settle(pointer.page)
        # The one place that is lit is where the card would land.
        if target.evaluate(IS_LIT_OR_NO_PLACE):
            return pointer.release()
    raise AssertionError("What a card is dragged to does not light up")


def point_in(element: Locator) -> tuple[float, float]:
    """Return the middle of the part of an element that can be reached without scrolling."""
    left, top, right, bottom = reachable_part(element) or _box(element)
    return (left + right) / 2, (top + bottom) / 2


def reachable_part(element: Locator) -> tuple[float, float, float, float] | None:
    """Return the part of an element that is in the window and away from its edges, if any."""
    left, top, right, bottom = _box(element)
    top, bottom = max(top, EDGE), min(bottom, _height(element.page) - EDGE)
    return (left, top, right, bottom) if bottom - top >= 8 else None


def _scroll_towards(pointer: Pointer, target: Locator) -> None:
    page = target.page
    width, height = page.evaluate("[innerWidth, innerHeight]")
    _, top, _, _ = _box(target)
    below = top > height / 2
    pointer.move(width / 2, height - 4 if below else 4)
    page.wait_for_function(
        "([element, edge]) => { const { top, bottom } = element.getBoundingClientRect();"
        " return Math.min(bottom, innerHeight - edge) - Math.max(top, edge) >= 8; }",
        arg=[target.element_handle(), EDGE],
    )
    # Away from the edge, so that the page stands still while we take aim.
    pointer.move(width / 2, height / 2)
    let_settle(page)


def let_settle(page: Page) -> None:
    """Wait until the page has met the latest move, which comes to it with a frame."""
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")


def _box(element: Locator) -> tuple[float, float, float, float]:
    box = element.bounding_box()
    assert box is not None, f"{element} is not on the page"
    return box["x"], box["y"], box["x"] + box["width"], box["y"] + box["height"]


def _height(page: Page) -> float:
    height: float = page.evaluate("innerHeight")
    return height
