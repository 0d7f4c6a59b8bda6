"""Measure how long ``lessonkit check`` takes for the whole course; the budget is one second.

Each time is that of a new process, as somebody has it who types the command: the interpreter, the
imports, 58 activities and 15 notebooks, all rules and all advice.
"""

import argparse
import json
import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

from report import Verdict, others_at_work, verdict_table

ROOT = Path(__file__).resolve().parent.parent
BUDGET = 1000
COMMAND = (sys.executable, "-m", "lessonkit.cli", "check", "--json")


def check_milliseconds() -> tuple[float, dict[str, int]]:
    """Check the course in a new process.

    Returns:
        How long it took, and the counts of the report.

    Raises:
        SystemExit: The course has errors, so that advice on some of it was not looked for.
    """
    # Where no byte code may be kept, each process would compile all that it imports.
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    began = time.perf_counter()
    done = subprocess.run(
        COMMAND, cwd=ROOT, env=kept, check=False, text=True, stdout=subprocess.PIPE
    )
    took = 1000 * (time.perf_counter() - began)
    counts: dict[str, int] = json.loads(done.stdout)["counts"]
    if counts["errors"]:
        raise SystemExit("benchmarks: the course has errors. Run: lessonkit check")
    return took, counts


def main() -> None:
    """Check again and again, and show the median."""
    parser = argparse.ArgumentParser(description="Measure lessonkit check for the whole course.")
    parser.add_argument("--repetitions", type=int, default=15, help="of the time (default 15)")
    options = parser.parse_args()
    print(f"load of the machine: {others_at_work()}")
    _, counts = check_milliseconds()  # The first one may have to write byte code.
    times = [check_milliseconds()[0] for _ in range(options.repetitions)]
    what = f"{counts['activities']} activities and {counts['notebooks']} notebooks checked"
    print(verdict_table([Verdict(what, "ms", BUDGET, median(times))]))
    print(f"fastest {min(times):.0f} ms, slowest {max(times):.0f} ms")


if __name__ == "__main__":
    main()
