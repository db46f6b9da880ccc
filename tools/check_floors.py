"""Compares measured figures with the floors they must not sink below; exit code 1 when one does.

    check_floors.py FLOORS [MEASURED]

FLOORS is a JSON object, field to least F1. MEASURED (standard input when left out) is what the scorer printed: its last
line that is a JSON object holds the figures, each a number or an object with "f1". A line ending "... on their page:
12 of 12 (1.000)" adds the figure "sources", the share of quotes found where they are said to stand.
"""

import json
import re
import sys
from pathlib import Path

SOURCES = re.compile(r"^quotes found on their page: (\d+) of (\d+)")


def figures(output: str) -> dict[str, float]:
    """The measured figures in a scorer's output, field to value from 0 to 1.

    Raises:
        ValueError: no line of the output is a JSON object.
    """
    found: dict[str, float] = {}
    scores = None
    for line in output.splitlines():
        if line.startswith("{"):
            scores = json.loads(line)
        elif (match := SOURCES.match(line)) is not None:
            found["sources"] = int(match[1]) / max(int(match[2]), 1)
    if scores is None:
        raise ValueError("no line of the scorer's output is a JSON object")
    found.update({field: value["f1"] if isinstance(value, dict) else value for field, value in scores.items()})
    return found


def below(floors: dict[str, float], measured: dict[str, float]) -> list[str]:
    """The fields that are below their floor; a field that was not measured counts as below it."""
    return [field for field, floor in floors.items() if measured.get(field, -1.0) < floor]


def main(floors_path: str, measured_path: str | None = None) -> int:
    """Prints a table of every floor; exit code 1 when a figure is below its own."""
    floors = json.loads(Path(floors_path).read_text(encoding="utf-8"))
    try:
        measured = figures(Path(measured_path).read_text(encoding="utf-8") if measured_path else sys.stdin.read())
    except ValueError as error:
        print(f"floors: {error}", file=sys.stderr)
        return 1
    low = below(floors, measured)
    print(f"{'field':26}{'floor':>8}{'measured':>10}")
    for field, floor in floors.items():
        value = f"{measured[field]:10.3f}" if field in measured else f"{'none':>10}"
        print(f"{field:26}{floor:8.3f}{value}{'  BELOW' if field in low else ''}")
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
