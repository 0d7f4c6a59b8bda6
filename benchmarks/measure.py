"""Measure one page in a browser: what it weighs, when it is usable, how fast it answers."""

import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urldefrag, urlsplit

from playwright.sync_api import Browser, BrowserContext, Locator, Page, Playwright
from server import Response, Server

WINDOW = {"width": 1280, "height": 1400}
"""Tall enough for the tray and every place, so that no drag has to scroll."""

OBSERVER = Path(__file__).with_name("observe.js")


@dataclass(frozen=True)
class Subject:
    """A page to measure.

    Attributes:
        name: What the tables call it.
        host: The host that serves it.
        path: The page's path.
        control: A selector of the first thing that a person can use.
        feedback: A selector of where the answer to an action appears.
        act: Uses the page for the given time, counted from 0, as a person with a mouse would.
    """

    name: str
    host: str
    path: str
    control: str
    feedback: str
    act: Callable[[Page, int], None]


@dataclass(frozen=True)
class Condition:
    """How fast the processor and the network are.

    Attributes:
        name: What the tables call it.
        slowdown: How many times slower the processor is made.
        network: Latency in ms and throughput in bytes per second for the DevTools protocol;
            None for no limit.
    """

    name: str
    slowdown: int = 1
    network: dict[str, float | bool] | None = None


FAST = Condition("1x CPU")
SLOW = Condition("4x CPU", 4)
SLOW_4G = Condition(
    "slow 4G, 4x CPU",
    4,
    {
        "offline": False,
        "latency": 150,
        "downloadThroughput": 1_600_000 / 8,
        "uploadThroughput": 750_000 / 8,
    },
)


@dataclass(frozen=True)
class Weight:
    """What a page asked for: all requests, those to other hosts, and bytes without headers."""

    requests: int
    other_hosts: int
    raw: int
    gzip: int


def find_browser(playwright: Playwright) -> Browser:
    """Start the browser that LESSONKIT_BROWSER names, else the machine's Chromium or Playwright's.

    Args:
        playwright: The started Playwright.

    Returns:
        A browser that finds no host but this machine, so that a page that needs one is seen.
    """
    found = os.environ.get("LESSONKIT_BROWSER") or shutil.which("chromium")
    options = ["--host-resolver-rules=MAP *.localhost 127.0.0.1, MAP * ~NOTFOUND"]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        options.append("--no-sandbox")
    return playwright.chromium.launch(executable_path=found, args=options)


@contextmanager
def opened(
    browser: Browser, server: Server, subject: Subject, condition: Condition
) -> Iterator[Page]:
    """Open a page with an empty cache and wait until it is usable.

    Args:
        browser: The browser.
        server: The server, whose log then holds this page's requests only.
        subject: The page.
        condition: How fast the processor and the network are.

    Yields:
        The page.

    Raises:
        SystemExit: The page asked for something that is not served here.
    """
    context = browser.new_context(viewport=WINDOW, service_workers="block")
    try:
        context.set_default_timeout(120_000)
        page = watched(context, subject, condition)
        elsewhere: list[str] = []
        page.on("request", lambda request: elsewhere.append(request.url))
        server.take_log()
        page.goto(server.url(subject.host, subject.path), wait_until="commit")
        page.evaluate("benchmark.usable()")
        yield page
        strangers = [url for url in elsewhere if not _is_here(url)]
        if strangers:
            raise SystemExit(f"benchmarks: {subject.name} asks what is not here: {strangers}")
    finally:
        context.close()


def watched(context: BrowserContext, subject: Subject, condition: Condition) -> Page:
    """Return a new page that observes itself under a condition."""
    page = context.new_page()
    selectors = {"control": subject.control, "feedback": subject.feedback}
    page.add_init_script(f"{OBSERVER.read_text(encoding='utf-8').rstrip()}({selectors})")
    protocol = context.new_cdp_session(page)
    protocol.send("Emulation.setCPUThrottlingRate", {"rate": condition.slowdown})
    if condition.network:
        protocol.send("Network.enable")
        protocol.send("Network.emulateNetworkConditions", condition.network)
    return page


def weigh(browser: Browser, server: Server, subject: Subject) -> tuple[Weight, list[Response]]:
    """Count everything that a page asks for with an empty cache.

    Args:
        browser: The browser.
        server: The server.
        subject: The page.

    Returns:
        The weight, and the requests one by one.
    """
    with opened(browser, server, subject, FAST) as page:
        page.wait_for_load_state("networkidle")
        log = server.take_log()
    return weight_of(log, subject.host), log


def weight_of(log: list[Response], host: str) -> Weight:
    """Add up a page's requests."""
    return Weight(
        requests=len(log),
        other_hosts=sum(response.host != host for response in log),
        raw=sum(response.raw for response in log),
        gzip=sum(response.sent for response in log),
    )


def further_weights(
    browser: Browser, server: Server, first: Subject, paths: Sequence[str]
) -> dict[str, int]:
    """Weigh pages that are visited after another one of the same host.

    Args:
        browser: The browser.
        server: The server.
        first: The page that fills the cache.
        paths: The paths of the further pages.

    Returns:
        For each path, the bytes that its visit adds, gzipped.
    """
    weights: dict[str, int] = {}
    for path in paths:
        if path == urldefrag(first.path).url:
            continue
        with opened(browser, server, first, FAST) as page:
            page.wait_for_load_state("networkidle")
            server.take_log()
            page.goto(server.url(first.host, path), wait_until="networkidle")
            weights[path] = weight_of(server.take_log(), first.host).gzip
    return weights


def time_to_use(
    browser: Browser, server: Server, subject: Subject, condition: Condition
) -> dict[str, float]:
    """Open a page, note when it was usable, and prove it by using it.

    Args:
        browser: The browser.
        server: The server.
        subject: The page.
        condition: How fast the processor and the network are.

    Returns:
        ``usable``, milliseconds from the start of the navigation to the first control's paint; and
        ``after_dom``, the part of it after the document was parsed.
    """
    with opened(browser, server, subject, condition) as page:
        times = page.evaluate("benchmark.usable()")
        _answered(page, subject, 0)
    return {"usable": times["usable"], "after_dom": times["usable"] - times["domReady"]}


def answer_times(
    browser: Browser, server: Server, subject: Subject, actions: int
) -> list[dict[str, float]]:
    """Use a page some times at 4x CPU and note how long each answer took.

    Args:
        browser: The browser.
        server: The server.
        subject: The page.
        actions: How many times.

    Returns:
        For each action ``painted``, milliseconds from the release of the pointer until the feedback
        was painted, and ``work``, the same without the wait for the screen's next frame.
    """
    with opened(browser, server, subject, SLOW) as page:
        page.wait_for_load_state("networkidle")
        return [_answered(page, subject, turn) for turn in range(actions)]


def _answered(page: Page, subject: Subject, turn: int) -> dict[str, float]:
    page.evaluate("benchmark.expectAnswer()")
    subject.act(page, turn)
    times: dict[str, float] = page.evaluate("benchmark.answer()")
    return times


def drag_card(page: Page, turn: int) -> None:
    """Drag the first card of the tray onto one of the places, in turn."""
    exercise = page.locator(".lk-sorting-exercise").first
    if turn == 0:
        _bring_into_sight(page, exercise)
    card = exercise.locator(".lk-tray .lk-card").first
    places = exercise.locator('.lk-place[data-category]:not([data-category="pass"])')
    x, y = _middle(card)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(*_middle(places.nth(turn % places.count())), steps=6)
    # A hand comes to rest before it lets go: the last move has been painted.
    page.evaluate("benchmark.nextPaint()")
    page.mouse.up()


def _bring_into_sight(page: Page, exercise: Locator) -> None:
    """Scroll to the exercise, and wait until what comes to life around it no longer moves it."""
    for _ in range(2):
        exercise.evaluate("root => root.scrollIntoView({ behavior: 'instant' })")
        # By then a page of ours has seen what is near.
        page.evaluate("benchmark.nextPaint()")
        page.wait_for_function("() => !document.querySelector('[data-waiting=near]')")


def choose_answer(page: Page, turn: int) -> None:
    """Click the first answer of a jupyterquiz question."""
    answer = page.locator(".Quiz").nth(turn).locator(".MCButton").first
    answer.scroll_into_view_if_needed()
    page.mouse.move(*_middle(answer))
    page.mouse.down()
    page.mouse.up()


def _middle(element: Locator) -> tuple[float, float]:
    """Return a point inside an element, near its top when it is a long one."""
    box = element.bounding_box()
    if box is None:
        raise SystemExit(f"benchmarks: {element} can not be seen")
    return box["x"] + box["width"] / 2, box["y"] + min(box["height"] / 2, 40)


def _is_here(url: str) -> bool:
    """Say whether an address is of this server, or no request at all."""
    parts = urlsplit(url)
    return parts.scheme in ("data", "blob") or (parts.hostname or "").endswith(".localhost")
