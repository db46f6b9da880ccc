"""How fast it is: `python -m tests.bench` (or `make bench`) prints a table. Nothing here is asserted.

Waiting times are wall clock, of the real command in a process of its own. Costs are CPU time in this process, as the
median of rounds taken in turn, so that what else the machine does falls on both sides; quote the ratios.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from tests.bench.commands import referat, waiting
from tests.bench.damage import damage
from tests.bench.reading import reading
from tests.bench.scans import scans
from tests.bench.table import ROUNDS, table


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        rows = [*waiting(folder), *reading(folder), *scans(folder), *damage()]
    print(f"Python {sys.version.split()[0]}, {len(os.sched_getaffinity(0))} cores, {Path(referat()[0]).name}")
    print("\n".join(table(rows)))
    print(f"ratios: medians of {ROUNDS} rounds of CPU time")


if __name__ == "__main__":
    main()
