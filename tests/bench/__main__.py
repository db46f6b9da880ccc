"""How fast it is: `python -m tests.bench` (or `make bench`) prints a table. Nothing here is asserted.

    python -m tests.bench [PART...] [--full]

Waiting times are wall clock, of the real command in a process of its own. Costs are CPU time, of this process or of a
command with all its processes, as the median of rounds taken in turn, so that what else the machine does falls on both
sides; quote the ratios. `--full` takes the sizes that take hours.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

from tests.bench.commands import referat, waiting
from tests.bench.damage import damage
from tests.bench.importing import importing
from tests.bench.linking import linking
from tests.bench.reading import reading
from tests.bench.scans import scans
from tests.bench.searching import searching
from tests.bench.table import ROUNDS, Row, table

PARTS: dict[str, Callable[[Path, bool], Iterable[Row]]] = {
    "waiting": lambda folder, full: waiting(folder),
    "reading": lambda folder, full: reading(folder),
    "importing": importing,
    "linking": lambda folder, full: linking(folder),
    "searching": lambda folder, full: searching(folder),
    "scans": lambda folder, full: scans(folder),
    "damage": lambda folder, full: damage(),
}
"""What can be measured, by name."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench")
    parser.add_argument("parts", nargs="*", metavar="PART", choices=[[], *PARTS], help=f"of: {', '.join(PARTS)}")
    parser.add_argument("--full", action="store_true", help="20 000 files where a thousand show the way")
    said = parser.parse_args()
    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as scratch:
        for name in said.parts or PARTS:
            folder = Path(scratch) / name
            folder.mkdir()
            for row in PARTS[name](folder, said.full):
                print(f"{row.what}: {row.measured}", file=sys.stderr, flush=True)
                rows.append(row)
    print(f"Python {sys.version.split()[0]}, {len(os.sched_getaffinity(0))} cores, {Path(referat()[0]).name}")
    print("\n".join(table(rows)))
    print(f"ratios: medians of {ROUNDS} rounds of CPU time")


if __name__ == "__main__":
    main()
