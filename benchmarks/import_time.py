"""Measure what importing all names of lessonkit takes beyond ipywidgets; the budget is 100 ms."""

import subprocess
import sys
from statistics import median

from report import Verdict, verdict_table

RUNS = 15
PROGRAM = """
import time
import ipywidgets
began = time.perf_counter()
from lessonkit import *
print(time.perf_counter() - began)
"""


def import_seconds() -> float:
    """Return how long the import takes in a fresh interpreter that has ipywidgets."""
    command = [sys.executable, "-c", PROGRAM]
    done = subprocess.run(command, check=True, text=True, stdout=subprocess.PIPE)
    return float(done.stdout)


def main() -> None:
    """Import again and again, and show the median."""
    import_seconds()  # The first one may have to write byte code.
    milliseconds = 1000 * median(import_seconds() for _ in range(RUNS))
    print(verdict_table([Verdict("import beyond ipywidgets", "ms", 100, milliseconds)]))


if __name__ == "__main__":
    main()
