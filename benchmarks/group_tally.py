"""Measure how long a group tally takes from the paste of a chat until its bars are painted.

A chat of 1,000 people, each with a code of twelve cards and a name, is pasted in one go into the
widget, in a real browser and beside nothing else. The budget is 100 ms. Beside it stands what the
browser takes for the same paste where nobody counts; and the same at a quarter of the processor's
speed.
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
async ([chat, counts]) => {
  const box = document.querySelector("textarea");
  await benchmark.nextPaint();
  const began = performance.now();
  box.value = chat;
  const pasted = new InputEvent("input", { inputType: "insertFromPaste", bubbles: true });
  if (counts) box.dispatchEvent(pasted);
  const { painted } = await benchmark.nextPaint();
  const bars = document.querySelectorAll("ol .lk-bar-fill").length;
  const heading = document.querySelector(".lk-tally-heading").textContent;
  return { took: painted - began, bars, heading };
}
"""


def chat_of(group: GroupTally, people: int) -> str:
    """Return a chat in which each of some people sends a code, with talk in between."""
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
    browser: Browser, condition: Condition, repetitions: int, *, counts: bool = True
) -> list[float]:
    """Paste the chat into a new page again and again.

    Args:
        browser: The browser.
        condition: How fast the processor is.
        repetitions: How often.
        counts: Whether the widget hears of the paste.

    Returns:
        Milliseconds from each paste until all bars were painted.

    Raises:
        SystemExit: A paste was not counted as it should be.
    """
    group = GroupTally(DECK, cards=12, seed=1)
    state = json.loads(json.dumps({name: getattr(group, name) for name in FRONT_END}))
    chat = chat_of(group, PEOPLE)
    times = []
    for _ in range(repetitions):
        page = browser.new_page(viewport=WINDOW)
        # The observer of a page's first use, whose clock is all that is needed here.
        page.goto("about:blank")
        page.set_content(f"<html lang=en><style>{group._css}</style><body><div></div>")
        page.evaluate(
            f"{OBSERVER.read_text(encoding='utf-8').rstrip()}"
            "({ control: 'textarea', feedback: '.lk-tally-results' })"
        )
        page.context.new_cdp_session(page).send(
            "Emulation.setCPUThrottlingRate", {"rate": condition.slowdown}
        )
        page.evaluate(MOUNT, [state, group._esm])
        done = page.evaluate(PASTE, [chat, counts])
        if counts and (done["bars"] < 36 or str(PEOPLE) not in done["heading"]):
            raise SystemExit(f"benchmarks: the paste was not counted: {done}")
        times.append(done["took"])
        page.close()
    return times


FRONT_END = (
    "activity",
    "rounds",
    "first_text",
    "second_text",
    "threshold",
    "order",
    "drop_repeats",
)


def main() -> None:
    """Measure and show."""
    parser = argparse.ArgumentParser(description="Measure the tally of a thousand codes.")
    parser.add_argument("--repetitions", type=int, default=15, help="of every time (default 15)")
    options = parser.parse_args()
    print(f"load of the machine: {others_at_work()}")
    with sync_playwright() as playwright:
        browser = find_browser(playwright)
        paste_times(browser, FAST, 1)
        fast = paste_times(browser, FAST, options.repetitions)
        bare = paste_times(browser, FAST, options.repetitions, counts=False)
        slow = paste_times(browser, SLOW, options.repetitions)
        browser.close()
    what = f"paste to paint, {PEOPLE} codes"
    print(verdict_table([Verdict(what, "ms", BUDGET, median(fast), median(bare))]))
    print(f"95th percentile {quantiles(fast, n=20)[-1]:.0f} ms")
    print(f"with a processor at a quarter of its speed {median(slow):.0f} ms")


if __name__ == "__main__":
    main()
