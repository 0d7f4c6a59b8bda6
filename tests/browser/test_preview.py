"""`lessonkit preview`, from the command line to the browser, while a deck is being written."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, FrameLocator, Page, expect

from lessonkit.words import words

from .accessibility import AXE, violations
from .conftest import ROOT
from .exercise import Exercise
from .watch import Watch

SAID = words("preview")
DECK = ROOT / "notebooks" / "activities" / "what-holds-them.yaml"
SHOWN = ".lk-preview-frame:not(.lk-preview-coming)"
MISTAKE = ("mode: ", "moode: ")

NewContext = Callable[..., tuple[BrowserContext, Watch]]


class Author:
    """Somebody who writes a deck and has a preview of it running."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.text = DECK.read_text(encoding="utf-8")
        self.process: subprocess.Popen[str] | None = None
        self.address = ""

    def start(self, port: str = "0") -> None:
        command = [sys.executable, "-u", "-m", "lessonkit.cli", "preview", str(self.file)]
        self.process = subprocess.Popen(
            [*command, "--no-browser", "--port", port],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            cwd=ROOT,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
        )
        assert self.process.stdout is not None
        first = self.process.stdout.readline()
        found = re.fullmatch(rf"{re.escape(str(self.file))} is shown at (http://\S+/)\n", first)
        assert found is not None, first + self.process.stdout.read()
        self.address = found[1]

    def end(self) -> str:
        """Press Ctrl-C, and return the last line that is said."""
        assert self.process is not None
        self.process.send_signal(signal.SIGINT)
        said, _ = self.process.communicate(timeout=60)
        assert self.process.returncode == 0, said
        return said.splitlines()[-1]

    def save(self, *changes: tuple[str, str]) -> None:
        """Save the deck with some words changed; without any, as it was."""
        text = self.text
        for before, after in changes:
            assert before in text
            text = text.replace(before, after, 1)
        # As many editors do it.
        new = self.file.with_name("new~")
        new.write_text(text, encoding="utf-8")
        new.replace(self.file)


@pytest.fixture
def author(tmp_path: Path) -> Iterator[Author]:
    author = Author(tmp_path / "my-deck.yaml")
    author.save()
    yield author
    if author.process is not None and author.process.poll() is None:
        author.process.kill()
        author.process.communicate()


def shown_in(page: Page) -> FrameLocator:
    return page.frame_locator(SHOWN)


def look_of(page: Page) -> tuple[int, str]:
    """Return how wide the activity shows, and on which colour."""
    body = shown_in(page).locator("body")
    width, colour = body.evaluate("body => [innerWidth, getComputedStyle(body).backgroundColor]")
    return width, colour


def exercise_in(page: Page) -> Exercise:
    root = shown_in(page).locator(".lk-sorting-exercise")
    # A process that has just begun imports for a while before it reads.
    root.wait_for()
    return Exercise(page, root=root)


def barriers(page: Page) -> list[str]:
    """Let axe look at the window and at the activity in it."""
    for frame in page.frames:
        frame.evaluate(AXE.read_text(encoding="utf-8"))
    return violations(page)


def expect_heard(page: Page, words: str) -> None:
    expect(page.locator("body > [aria-live]")).to_have_text(re.compile(re.escape(words)))


def test_each_save_shows_and_a_bad_one_leaves_the_last_good_one(
    author: Author, new_context: NewContext
) -> None:
    author.start()
    context, _ = new_context(author.address, viewport={"width": 1000, "height": 500})
    page = context.new_page()
    page.goto(author.address)
    expect(page.locator("h1")).to_have_text("my-deck.yaml")
    exercise = exercise_in(page)
    [first, second] = exercise.place_by_key("1", "2")
    here = exercise.next_id()
    expect(exercise.card(here)).to_be_focused()
    page.frames[-1].evaluate("scrollTo({ top: 120, behavior: 'instant' })")

    author.save(("prompt: ", "prompt: Think twice! "))
    expect(exercise.root.locator(".lk-prompt")).to_contain_text("Think twice!")
    assert exercise.placements().keys() == {first, second}
    expect(exercise.card(here)).to_be_focused()
    assert page.frames[-1].evaluate("scrollY") == 120
    expect_heard(page, SAID["announce_shown"])
    assert barriers(page) == []

    author.save(MISTAKE, (f"  - id: {second}", f"  - id: {second}\n    txet: <b>Who?</b>"))
    problems = page.locator(".lk-preview-problems")
    expect(problems.get_by_role("heading")).to_have_text(SAID["problems_other"].format(count=2))
    expect(problems).to_contain_text(SAID["last_version"])
    lines = {number: line for number, line in enumerate(author.text.splitlines(), 1)}
    wrong = next(number for number, line in lines.items() if line.startswith("mode: "))
    item = problems.get_by_role("listitem").filter(has_text="moode")
    expect(item.locator("strong")).to_have_text(SAID["in_line"].format(line=wrong))
    for part in ("rule", "found", "fix"):
        expect(item.get_by_text(SAID[f"problem_{part}"], exact=True)).to_be_visible()
    expect(item).to_contain_text("Did you mean 'mode'?")
    assert page.locator(".lk-preview-problems b").count() == 0
    expect_heard(page, SAID["announce_problems_other"].split("{place}")[0].format(count=2))
    # What shows is the last good version, and it is alive.
    expect(exercise.root.locator(".lk-prompt")).to_contain_text("Think twice!")
    [third] = exercise.place_by_key("2")

    # What is right and could be better waits until somebody asks.
    author.save(("prompt: ", "prompt: TODO "))
    expect(problems).to_be_hidden()
    advice = page.get_by_role("region", name=SAID["advice_one"].format(count=1))
    expect(advice.get_by_role("listitem")).to_be_hidden()
    advice.locator("summary").click()
    expect(advice.get_by_role("listitem")).to_contain_text("TODO")
    assert barriers(page) == []

    # A card that the deck has no longer is gone, and the others stay where they were.
    author.save((f"  - id: {first}\n", "  - id: another-card\n"))
    expect(exercise.card("another-card")).to_be_attached()
    expect(advice).to_be_hidden()
    assert exercise.placements().keys() == {second, third}


def test_the_window_works_by_keyboard_and_outlives_its_server(
    author: Author, new_context: NewContext
) -> None:
    author.save(MISTAKE)
    author.start()
    context, watch = new_context(author.address, viewport={"width": 1000, "height": 500})
    page = context.new_page()
    page.goto(author.address)
    problems = page.locator(".lk-preview-problems")
    problems.wait_for()
    expect(problems).to_contain_text(SAID["no_version"])
    expect(page.locator("iframe")).to_have_count(0)
    assert barriers(page) == []
    author.save()
    exercise = exercise_in(page)
    expect(problems).to_be_hidden()
    exercise.place_by_key("1", "1")

    wide, light = look_of(page)
    assert wide == 1000
    phone, dark, again = (
        page.get_by_role("button", name=SAID[name], exact=True)
        for name in ("phone_width", "dark_colours", "start_again")
    )
    page.locator("h1").click()
    for button in (phone, dark):
        page.keyboard.press("Tab")
        expect(button).to_be_focused()
        expect(button).to_have_attribute("aria-pressed", "false")
        page.keyboard.press("Enter")
        expect(button).to_have_attribute("aria-pressed", "true")
    narrow = look_of(page)
    assert narrow[0] == 360 and narrow[1] != light
    author.save(MISTAKE)
    expect(problems).to_be_visible()
    assert barriers(page) == []
    page.keyboard.press("Tab")
    expect(again).to_be_focused()
    page.keyboard.press("Tab")
    expect(problems).to_be_focused()

    assert author.end() == "The preview has ended."
    watch.forgive("ERR_CONNECTION_REFUSED", "ERR_INCOMPLETE_CHUNKED_ENCODING")
    line = page.get_by_role("status").filter(has_text=SAID["ended"])
    expect(line).to_be_visible()
    author.save(("prompt: ", "prompt: Once more! "))
    author.start(port=author.address.rstrip("/").rpartition(":")[2])
    shown_in(page).locator(".lk-prompt", has_text="Once more!").wait_for()
    expect(line).to_have_count(0)
    expect(problems).to_be_hidden()
    assert len(exercise.placements()) == 2
    # A new version looks as the last one did.
    assert look_of(page) == narrow
    again.click()
    expect_heard(page, SAID["started_again"])
    expect(exercise.board.locator(".lk-card")).to_have_count(0)
