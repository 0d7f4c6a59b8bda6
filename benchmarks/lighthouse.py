"""Ask Lighthouse, with its mobile preset, for a report on every page of the published book.

Run by ``make bench``. Each page is opened with an empty cache, in a browser that finds no host but
this machine, from a loopback server that gzips. From what it sees, Lighthouse works out how the
page would load on a phone of 2022 with slow 4G. Its four scores should be 100 each; where one is
not, the audits that cost the points are listed.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from lighthouse_report import (
    CATEGORIES,
    HOST,
    PageReport,
    losses_table,
    middle,
    read_report,
    scores_table,
    verdicts,
)
from report import keep, machine, others_at_work, verdict_table
from server import Server, folder

HERE = Path(__file__).parent
BOOK = HERE.parent / "_build" / "html"
PROGRAM = HERE / "lighthouse"
NODE = Path(sys.executable).with_name("node")
NPM = Path(sys.executable).with_name("npm")

NOT_TO_BE_FOUND = re.compile(r'<meta (?=[^>]*\bname="robots")(?=[^>]*\bcontent="noindex")')


def pages_of(book: Path, wanted: str = "") -> Iterator[str]:
    """Yield the paths of a book's pages.

    Args:
        book: The folder of the built book.
        wanted: A part of the path; only such pages are yielded.

    Yields:
        Paths from the book's root, without the page that leads on to another one, and without those
        that a search engine need not find: slides, and the page for addresses that do not exist.
    """
    for file in sorted(book.rglob("*.html")):
        path = f"/{file.relative_to(book).as_posix()}"
        text = file.read_text(encoding="utf-8")
        hidden = path == "/404.html" or NOT_TO_BE_FOUND.search(text)
        leads_on = 'http-equiv="refresh"' in text
        if wanted in path and not hidden and not leads_on:
            yield path


def install() -> None:
    """Install the Lighthouse that package-lock.json pins, unless it is there."""
    lock, installed = PROGRAM / "package-lock.json", PROGRAM / "node_modules" / "installed"
    if installed.is_file() and installed.read_bytes() == lock.read_bytes():
        return
    print("installing Lighthouse ...", flush=True)
    quiet = ("--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error")
    if subprocess.run([NPM, "ci", *quiet], cwd=PROGRAM, check=False).returncode:
        raise SystemExit("benchmarks: npm could not install Lighthouse.")
    shutil.copyfile(lock, installed)


def audit(url: str, browser: str) -> dict[str, Any]:
    """Let Lighthouse look at a page.

    Args:
        url: The page's address.
        browser: The path of the browser; nothing lets Lighthouse look for one.

    Returns:
        Lighthouse's report.

    Raises:
        SystemExit: Lighthouse could not make one; the message says why.
    """
    flags = '--headless --host-resolver-rules="MAP *.localhost 127.0.0.1, MAP * ~NOTFOUND"'
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        flags += " --no-sandbox"
    command = [
        NODE,
        PROGRAM / "node_modules" / "lighthouse" / "cli" / "index.js",
        url,
        f"--only-categories={','.join(CATEGORIES)}",
        f"--chrome-flags={flags}",
        "--output=json",
        "--quiet",
        "--no-enable-error-reporting",
    ]
    environment = os.environ | {"CHROME_PATH": browser}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{done.stderr}\nbenchmarks: Lighthouse could not audit {url}.")
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def main() -> None:
    """Audit, show and keep."""
    parser = argparse.ArgumentParser(description="Ask Lighthouse about every page of the book.")
    parser.add_argument("--pages", default="", help="only pages whose path has this in it")
    parser.add_argument("--repetitions", type=int, default=1, help="the median counts (default 1)")
    parser.add_argument("--book", type=Path, default=BOOK, help="folder of the built book")
    parser.add_argument("--output", type=Path, default=HERE / "results" / "lighthouse.json")
    options = parser.parse_args()

    pages = list(pages_of(options.book, options.pages))
    if not pages:
        raise SystemExit(f"benchmarks: no page to audit in {options.book}. Build it: make book")
    busy = others_at_work()
    if busy > (os.cpu_count() or 1) / 2:
        print(f"This machine is busy (load {busy}): scores for performance will be too low.")
    install()
    browser = os.environ.get("LESSONKIT_BROWSER") or shutil.which("chromium") or ""
    reports: list[PageReport] = []
    warnings: set[str] = set()
    with Server({HOST: folder(options.book)}) as server:
        for number, page in enumerate(pages, start=1):
            print(f"page {number} of {len(pages)}: {page}", flush=True)
            url = server.url(HOST, page)
            raw = [audit(url, browser) for _ in range(options.repetitions)]
            reports.append(middle(read_report(page, report) for report in raw))
            warnings.update(warning for report in raw for warning in report["runWarnings"])

    budgets = verdicts(reports)
    print("", scores_table(reports), "", sep="\n")
    for warning in sorted(warnings):
        print(f"Lighthouse warns: {warning}\n")
    if any(report.losses for report in reports):
        print(losses_table(reports), "", sep="\n")
    print(verdict_table(budgets), "", sep="\n")
    last = raw[-1]
    facts = machine(last["environment"]["hostUserAgent"], ["furo", "jupyter-book"])
    facts["lighthouse"] = last["lighthouseVersion"]
    facts["benchmark_index"] = last["environment"]["benchmarkIndex"]
    content = {
        "machine": facts | {"load_before": busy},
        "repetitions": options.repetitions,
        "pages": [asdict(report) for report in reports],
    }
    keep(options.output, content, budgets)
    print(f"Everything that was measured: {options.output}")


if __name__ == "__main__":
    main()
