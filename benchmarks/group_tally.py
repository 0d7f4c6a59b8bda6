"""Measure how long a group tally takes to count a chat of 1,000 codes and to paint its bars.

The chat stands in the box of the widget, in a real browser and beside nothing else. The clock runs
from the moment at which the widget hears of it until all bars are painted; the budget is 100 ms.
What the browser itself takes to put so long a text into a box and to paint it is told apart, as the
same in an empty box of any page; and the same is measured at a quarter of the processor's speed.
"""

import argparse
import json
import random
from pathlib import Path
from statistics import median, quantiles

from measure import FAST, OBSERVER, SLOW, WINDOW, Condition, find_browser
from playwright.sync_api import Browser, sync_playwright
from report import Verdict, others_at_work, verdict_table

from lessonkit import GroupTally
from lessonkit.scoring import PASS
from lessonkit.share_code import encode

DECK = Path(__file__).parents[1] / "notebooks" / "activities" / "intimacy-or-passion.yaml"
PEOPLE = 1000
BUDGET = 100
FRONT_END = (
    "activity",
    "rounds",
    "first_text",
    "second_text",
    "threshold",
    "order",
    "drop_repeats",
)
"""The traits that the front end shows."""

MOUNT = """
async ([state, script]) => {
  const listeners = [];
  const model = {
    get: (name) => state[name],
    set: (name, value) => { state[name] = value; },
    on: (_, listener) => listeners.push(listener),
    off: () => {},
    save_changes: () => {},
  };
  const address = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  const { default: front } = await import(address);
  front.render({ model, el: document.querySelector("div") });
  await benchmark.nextPaint();
}
"""

PASTE = """
async (chat) => {
  const box = document.querySelector("textarea");
  const pasted = performance.now();
  box.value = chat;
  const { painted: there } = await benchmark.nextPaint();
  const heard = performance.now();
  box.dispatchEvent(new InputEvent("input", { inputType: "insertFromPaste", bubbles: true }));
  const { painted } = await benchmark.nextPaint();
  return {
    tallied: painted - heard,
    text: there - pasted,
    bars: document.querySelectorAll("ol .lk-bar-first .lk-bar-fill").length,
    heading: document.querySelector(".lk-tally-heading").textContent,
  };
}
"""


def chat_of(group: GroupTally, people: int) -> str:
    """Return a chat in which each of some people sends a code, with talk in between.

    Args:
        group: The tally that is to count them.
        people: How many.
    """
    generator = random.Random(people)
    deck = group.deck.with_cards(group.rounds[0])
    places = [*(category.id for category in deck.categories), PASS]
    lines = []
    for person in range(people):
        placements = {card.id: generator.choice(places) for card in deck.cards}
        lines.append(f"[19:{person % 60:02}] Person {person}: {encode(deck, placements)}, thanks!")
        if person % 5 == 0:
            lines.append(f"[19:{person % 60:02}] Sam: see https://example.org/{person} at 19:30")
    return "\n".join(lines)


def paste_times(
    browser: Browser, condition: Condition, repetitions: int
) -> tuple[list[float], list[float]]:
    """Paste the chat into a new page again and again.

    Args:
        browser: The browser.
        condition: How fast the processor is.
        repetitions: How often.

    Returns:
        For each paste the milliseconds until all bars were painted, and those that the browser
        took before to show the text in the box.

    Raises:
        SystemExit: A paste was not counted as it should be.
    """
    group = GroupTally(DECK, cards=12)
    state = json.loads(json.dumps({name: getattr(group, name) for name in FRONT_END}))
    chat = chat_of(group, PEOPLE)
    tallied, text = [], []
    for _ in range(repetitions):
        page = browser.new_page(viewport={"width": WINDOW["width"], "height": WINDOW["height"]})
        page.set_content(f"<html lang=en><style>{group._css}</style><body><div></div>")
        page.evaluate(
            f"{OBSERVER.read_text(encoding='utf-8').rstrip()}"
            "({ control: 'textarea', feedback: '.lk-tally-results' })"
        )
        page.context.new_cdp_session(page).send(
            "Emulation.setCPUThrottlingRate", {"rate": condition.slowdown}
        )
        page.evaluate(MOUNT, [state, group._esm])
        done = page.evaluate(PASTE, chat)
        if done["bars"] != 36 or str(PEOPLE) not in done["heading"]:
            raise SystemExit(f"benchmarks: the paste was not counted: {done}")
        tallied.append(done["tallied"])
        text.append(done["text"])
        page.close()
    return tallied, text


def main() -> None:
    """Measure and show."""
    parser = argparse.ArgumentParser(description="Measure the tally of a thousand codes.")
    parser.add_argument("--repetitions", type=int, default=15, help="of every time (default 15)")
    options = parser.parse_args()
    print(f"load of the machine: {others_at_work()}")
    with sync_playwright() as playwright:
        browser = find_browser(playwright)
        paste_times(browser, FAST, 1)
        fast, text = paste_times(browser, FAST, options.repetitions)
        slow, _ = paste_times(browser, SLOW, options.repetitions)
        browser.close()
    print(
        verdict_table([Verdict(f"{PEOPLE} codes counted and painted", "ms", BUDGET, median(fast))])
    )
    print(f"fastest {min(fast):.0f} ms, 95th percentile {quantiles(fast, n=20)[-1]:.0f} ms")
    print(f"the browser's own time for the text in the box {median(text):.0f} ms")
    print(f"counted and painted with a processor at a quarter of its speed {median(slow):.0f} ms")


if __name__ == "__main__":
    main()
