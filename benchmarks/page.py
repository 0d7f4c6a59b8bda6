"""Measure our sorting page beside the same cards in a stock book and in jupyterquiz.

Run by ``make bench``. Everything is measured in one run, on one machine, in one browser, from one
loopback server that gzips:

- requests and bytes of a first visit with an empty cache, headers left out;
- the time from the start of the navigation until the first control is painted, and is then used;
- the time from the release of the pointer until the feedback is painted, with the processor at a
  quarter of its speed;
- the weight of each further page of our book, with the cache that the sorting page has left.

The stock book and jupyterquiz are built by Jupyter Book as it comes. What the stock widget manager
asks of two CDNs is served from the packages on npm, by the same server under other host names, so
it is throttled like all the rest. Neither look-up, connection nor TLS is part of the emulated
latency, which favours pages with many hosts.
"""

import argparse
import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

from books import FEW, MANY, build_ours, build_project, build_stock
from cdn import Cdn
from measure import (
    FAST,
    SLOW,
    SLOW_4G,
    Subject,
    answer_times,
    choose_answer,
    drag_card,
    find_browser,
    further_weights,
    time_to_use,
    weigh,
)
from measured import Measured
from playwright.sync_api import Browser, sync_playwright
from report import KB, Verdict, keep, machine, others_at_work, table, verdict_table
from server import Server, folder

HERE = Path(__file__).parent
CACHE = HERE / ".cache"
CONDITIONS = (FAST, SLOW, SLOW_4G)
PACKAGES = ("jupyter-book", "myst-nb", "anywidget", "ipywidgets", "JupyterQuiz", "furo")
# As the way on from another page leads there.
LESSON = "/notebooks/08_telling_them_apart.html#the-exercise-intimacy-passion-or-both"


def _sorting(name: str, host: str, path: str, slot: str = "[data-mounted]") -> Subject:
    return Subject(name, host, path, f"{slot} .lk-card", ".lk-feedback", drag_card)


LESSON_PAGE = _sorting("our lesson", "project.localhost", LESSON)
OURS = _sorting(f"ours, {FEW}", "ours.localhost", "/few.html")
OURS_MANY = _sorting(f"ours, {MANY}", "ours.localhost", "/many.html")
OURS_PLACED = _sorting(f"ours, {MANY}, last {FEW}", "ours.localhost", "/many-placed.html")
STOCK = _sorting(f"stock, {FEW}", "stock.localhost", "/widget.html", slot="")
QUIZ = Subject(
    f"jupyterquiz, {FEW}", "stock.localhost", "/quiz.html", ".MCButton", ".Feedback", choose_answer
)
BARE = _sorting("bare page", "bare.localhost", "/bare.html")
SUBJECTS = (BARE, LESSON_PAGE, OURS, OURS_MANY, OURS_PLACED, STOCK, QUIZ)


def measure(browser: Browser, server: Server, repetitions: int) -> dict[str, Measured]:
    """Measure every page, taking turns, so that a busy moment of the machine touches all alike.

    Args:
        browser: The browser.
        server: The server of all books.
        repetitions: How often each time is taken.

    Returns:
        What was measured, by the page's name.
    """
    results = {subject.name: Measured(*weigh(browser, server, subject)) for subject in SUBJECTS}
    for turn in range(repetitions):
        print(f"round {turn + 1} of {repetitions} ...", flush=True)
        for subject in SUBJECTS:
            measured = results[subject.name]
            for condition in CONDITIONS:
                times = time_to_use(browser, server, subject, condition)
                measured.use.setdefault(condition.name, []).append(times)
            measured.answers += answer_times(browser, server, subject, FEW)
    return results


def pages_table(results: dict[str, Measured]) -> str:
    """Return the table that compares the pages."""
    rows: list[list[str]] = []

    def row(label: str, value: Callable[[Measured], float], digits: int = 0) -> None:
        rows.append([label, *(f"{value(measured):.{digits}f}" for measured in results.values())])

    row("requests", lambda page: page.weight.requests)
    row("  to other hosts", lambda page: page.weight.other_hosts)
    row("KB raw", lambda page: page.weight.raw / KB, 1)
    row("KB gzip", lambda page: page.weight.gzip / KB, 1)
    for condition in CONDITIONS:
        row(f"usable, {condition.name}, ms", partial(Measured.usable, condition=condition))
    row("usable after the DOM, 4x CPU, ms", Measured.after_dom)
    row("drop to feedback, 4x CPU, ms", Measured.answer)
    row("  95th percentile", Measured.slow_answer)
    row("  without waiting for a frame", Measured.work)
    return table(["", *results], rows)


def verdicts(results: dict[str, Measured], further: dict[str, int]) -> list[Verdict]:
    """Return the budgets of the design beside what our book needs, and what a bare page needs."""
    lesson, ours, many, bare = (
        results[subject.name] for subject in (LESSON_PAGE, OURS, OURS_MANY, BARE)
    )
    heaviest = max(further.values(), default=0) / KB
    slow = (lesson.usable(SLOW_4G), bare.usable(SLOW_4G))
    return [
        Verdict("first page with the exercise, gzip", "KB", 40, lesson.weight.gzip / KB),
        Verdict("heaviest further page, gzip", "KB", 12, heaviest),
        Verdict("requests to another host", "", 0, lesson.weight.other_hosts),
        Verdict("usable on slow 4G, 4x CPU", "ms", 800, *slow),
        Verdict("usable after the DOM, 4x CPU", "ms", 100, lesson.after_dom(), bare.after_dom()),
        Verdict(f"drop to feedback, {FEW} cards", "ms", 16, ours.answer(), bare.answer()),
        Verdict(f"drop to feedback, {MANY} cards", "ms", 50, many.answer(), bare.answer()),
    ]


def main() -> None:
    """Build, measure, show and keep."""
    parser = argparse.ArgumentParser(description="Measure our page beside a stock book's.")
    parser.add_argument("--repetitions", type=int, default=5, help="of every time (default 5)")
    parser.add_argument("--output", type=Path, default=HERE / "results" / "page.json")
    options = parser.parse_args()

    busy = others_at_work()
    if busy > (os.cpu_count() or 1) / 2:
        print(f"This machine is busy (load {busy}): bytes will be right, times will be too long.")
    project = build_project()
    cdn = Cdn(CACHE / "npm")
    hosts = {
        "bare.localhost": folder(HERE),
        "project.localhost": folder(project),
        "ours.localhost": folder(build_ours(CACHE / "ours")),
        "stock.localhost": folder(build_stock(CACHE / "stock")),
        **cdn.hosts(),
    }
    with Server(hosts) as server, sync_playwright() as playwright:
        browser = find_browser(playwright)
        try:
            results = measure(browser, server, options.repetitions)
            pages = [f"/{page.relative_to(project)}" for page in sorted(project.rglob("*.html"))]
            further = further_weights(browser, server, LESSON_PAGE, pages)
            facts = machine(browser.version, PACKAGES)
            browser.close()
        finally:
            if cdn.unknown:
                print(f"benchmarks: a CDN was asked for what is not served here: {cdn.unknown}")

    budgets = verdicts(results, further)
    weights = [[path, f"{weight / KB:.1f}"] for path, weight in further.items()]
    further_table = table(["further page, after the lesson", "KB gzip"], weights)
    print("", pages_table(results), "", further_table, "", verdict_table(budgets), "", sep="\n")
    details = {name: measured.facts() for name, measured in results.items()}
    content = {
        "machine": facts | {"npm": cdn.versions, "load_before": busy},
        "repetitions": options.repetitions,
        "pages": details,
        "further_pages": further,
    }
    keep(options.output, content, budgets)
    print(f"Everything that was measured: {options.output}")
    if cdn.unknown:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
