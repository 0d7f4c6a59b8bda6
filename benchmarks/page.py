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
from pathlib import Path
from statistics import quantiles
from typing import Any

from books import FEW, MANY, build_ours, build_project, build_stock
from cdn import Cdn
from measure import (
    FAST,
    SLOW,
    SLOW_4G,
    Condition,
    Subject,
    answer_times,
    choose_answer,
    drag_card,
    find_browser,
    further_weights,
    middle_of,
    time_to_use,
    weigh,
)
from playwright.sync_api import Browser, sync_playwright
from report import KB, Verdict, keep, machine, table, verdict_table
from server import Server, folder

HERE = Path(__file__).parent
CONDITIONS = (FAST, SLOW, SLOW_4G)
PACKAGES = ("jupyter-book", "myst-nb", "anywidget", "ipywidgets", "JupyterQuiz", "furo")
LESSON = "/notebooks/08_telling_them_apart.html"


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


def measure(browser: Browser, server: Server, repetitions: int) -> dict[str, dict[str, Any]]:
    """Measure every page, taking turns, so that a busy moment of the machine touches all alike.

    Args:
        browser: The browser.
        server: The server of all books.
        repetitions: How often each time is taken.

    Returns:
        For each page's name its weight, its times and its requests.
    """
    results: dict[str, dict[str, Any]] = {}
    for subject in SUBJECTS:
        weight, log = weigh(browser, server, subject)
        asked = [{"url": f"{one.host}{one.path}", "raw": one.raw, "gzip": one.sent} for one in log]
        results[subject.name] = {"weight": vars(weight), "asked": asked, "answers": []}
        results[subject.name]["use"] = {condition.name: [] for condition in CONDITIONS}
    for turn in range(repetitions):
        print(f"round {turn + 1} of {repetitions} ...", flush=True)
        for subject in SUBJECTS:
            result = results[subject.name]
            for condition in CONDITIONS:
                result["use"][condition.name].append(time_to_use(browser, server, subject, condition))
            result["answers"] += answer_times(browser, server, subject, FEW)
    return results


def _use(result: dict[str, Any], condition: Condition, what: str = "usable") -> float:
    return middle_of([times[what] for times in result["use"][condition.name]])


def _answer(result: dict[str, Any], what: str = "painted") -> float:
    return middle_of([times[what] for times in result["answers"]])


def _slowest_answers(result: dict[str, Any]) -> float:
    times = [times["painted"] for times in result["answers"]]
    return round(quantiles(times, n=20, method="inclusive")[-1], 1)


def pages_table(results: dict[str, dict[str, Any]]) -> str:
    """Return the table that compares the pages."""
    rows: list[list[str]] = []

    def row(label: str, *cells: str) -> None:
        rows.append([label, *cells])

    every = list(results.values())
    row("requests", *(str(one["weight"]["requests"]) for one in every))
    row("  of them to other hosts", *(str(one["weight"]["other_hosts"]) for one in every))
    row("KB raw", *(f"{one['weight']['raw'] / KB:.1f}" for one in every))
    row("KB gzip", *(f"{one['weight']['gzip'] / KB:.1f}" for one in every))
    for condition in CONDITIONS:
        row(f"usable, {condition.name}, ms", *(f"{_use(one, condition):.0f}" for one in every))
    after = "usable after the DOM, 4x CPU, ms"
    row(after, *(f"{_use(one, SLOW, 'after_dom'):.0f}" for one in every))
    row("drop to feedback, 4x CPU, ms", *(f"{_answer(one):.1f}" for one in every))
    row("  95th percentile", *(f"{_slowest_answers(one):.1f}" for one in every))
    row("  without waiting for a frame", *(f"{_answer(one, 'work'):.1f}" for one in every))
    return table(["median of each page", *results], rows)


def verdicts(results: dict[str, dict[str, Any]], further: dict[str, int]) -> list[Verdict]:
    """Return the budgets of the design beside what our book needs."""
    lesson = results[LESSON_PAGE.name]
    weight = lesson["weight"]
    return [
        Verdict("first page with the exercise, gzip", 40, weight["gzip"] / KB, "KB"),
        Verdict("heaviest further page, gzip", 12, max(further.values(), default=0) / KB, "KB"),
        Verdict("usable on slow 4G, 4x CPU", 800, _use(lesson, SLOW_4G), "ms"),
        Verdict("requests to another host", 0, weight["other_hosts"]),
        Verdict("usable after the DOM, 4x CPU", 100, _use(lesson, SLOW, "after_dom"), "ms"),
        Verdict(f"drop to feedback, {FEW} cards", 16, _answer(results[OURS.name]), "ms"),
        Verdict(f"drop to feedback, {MANY} cards", 50, _answer(results[OURS_MANY.name]), "ms"),
    ]


def main() -> None:
    """Build, measure, show and keep."""
    parser = argparse.ArgumentParser(description="Measure our page beside a stock book's.")
    parser.add_argument("--repetitions", type=int, default=5, help="of every time (default 5)")
    parser.add_argument("--output", type=Path, default=HERE / "results" / "page.json")
    parser.add_argument("--cache", type=Path, default=HERE / ".cache", help="books and npm packages")
    options = parser.parse_args()

    project = build_project()
    cdn = Cdn(options.cache / "npm")
    hosts = {
        "bare.localhost": folder(HERE),
        "project.localhost": folder(project),
        "ours.localhost": folder(build_ours(options.cache / "ours")),
        "stock.localhost": folder(build_stock(options.cache / "stock")),
        **cdn.hosts(),
    }
    with Server(hosts) as server, sync_playwright() as playwright:
        browser = find_browser(playwright)
        results = measure(browser, server, options.repetitions)
        pages = [f"/{page.relative_to(project)}" for page in sorted(project.rglob("*.html"))]
        further = further_weights(browser, server, LESSON_PAGE, pages)
        facts = machine(browser.version, PACKAGES)
        browser.close()

    if cdn.unknown:
        raise SystemExit(f"benchmarks: a CDN was asked for what is not served here: {cdn.unknown}")
    budgets = verdicts(results, further)
    print("", pages_table(results), "", verdict_table(budgets), "", sep="\n")
    facts["npm"] = cdn.versions
    details = {"repetitions": options.repetitions, "pages": results, "further_pages": further}
    keep(options.output, {"machine": facts, **details}, budgets)
    print(f"Everything that was measured: {options.output}")


if __name__ == "__main__":
    main()
