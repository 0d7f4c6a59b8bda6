"""Measure how long ``lessonkit check`` takes for the whole course; the budget is one second.

Each time is that of a new process, as somebody has it who types the command: the interpreter, the
imports, all activities and notebooks, all rules and all advice. The processor's own time is shown,
too, as it changes less with what else the machine has to do.
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


def check_milliseconds() -> tuple[float, float, dict[str, int]]:
    """Check the course in a new process.

    Returns:
        How long it took, how long of it the processor has worked, and the counts of the report.

    Raises:
        SystemExit: The course has errors, so that advice on some of it was not looked for.
    """
    # Where no byte code may be kept, each process would compile all that it imports.
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    began, worked = time.perf_counter(), processor_seconds()
    done = subprocess.run(
        COMMAND, cwd=ROOT, env=kept, check=False, text=True, stdout=subprocess.PIPE
    )
    took = 1000 * (time.perf_counter() - began)
    work = 1000 * (processor_seconds() - worked)
    counts: dict[str, int] = json.loads(done.stdout)["counts"]
    if counts["errors"]:
        raise SystemExit("benchmarks: the course has errors. Run: lessonkit check")
    return took, work, counts


def processor_seconds() -> float:
    """Return how long the processor has worked for the processes that this one has started."""
    used = os.times()
    return used.children_user + used.children_system


def main() -> None:
    """Check again and again, and show the median."""
    parser = argparse.ArgumentParser(description="Measure lessonkit check for the whole course.")
    parser.add_argument("--repetitions", type=int, default=15, help="of the time (default 15)")
    options = parser.parse_args()
    print(f"load of the machine: {others_at_work()}")
    *_, counts = check_milliseconds()  # The first one may have to write byte code.
    runs = [check_milliseconds() for _ in range(options.repetitions)]
    times = [took for took, *_ in runs]
    what = f"{counts['activities']} activities and {counts['notebooks']} notebooks checked"
    print(verdict_table([Verdict(what, "ms", BUDGET, median(times))]))
    print(f"fastest {min(times):.0f} ms, slowest {max(times):.0f} ms")
    print(f"the processor has worked {median(work for _, work, _ in runs):.0f} ms of it")


if __name__ == "__main__":
    main()
