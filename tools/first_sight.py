"""The record of how new documents were read before any rule was changed for them, and the table made from it.

    python -m tools.first_sight N NAME...   read corpus/NAME.pdf as they are and record them as set N; once for each set
    python -m tools.first_sight --table     the table of the README, from the record and tests/results/0.1.0.json

Commit the documents and their labels first, then the record; only then mend.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from functools import partial

from pipeline.evaluate import score
from pipeline.intake import identify
from pipeline.model import Record
from pipeline.options import Options
from pipeline.workers import read, work
from tools.labelled import ROOT

RECORD = ROOT / "tests" / "first_sight.json"
AFTERWARDS = ROOT / "tests" / "results" / "0.1.0.json"
GROUPS = (
    (1, 5),
    (6, 9),
    (10, 12),
    (13, 14),
    (15, 15),
    (16, 16),
    (17, 18),
    (19, 21),
    (22, 24),
    (25, 25),
    (26, 26),
    (27, 27),
    (28, 28),
    (29, 29),
    (30, 30),
    (31, 31),
)
"""Sets that stand in one column, as means: the first and the last of each."""
ROWS: dict[str, float | None] = {
    "kind": None,
    "language": None,
    "body": None,
    "meeting.date": 0.97,
    "attendance": 0.93,
    "attendance.organisation": 0.93,
    "attendance.role": None,
    "agenda.number": 0.93,
    "agenda.title": None,
    "decisions": 0.82,
    "decisions.outcome": 0.90,
    "decisions.vote": 0.90,
    "actions": 0.75,
    "actions.responsible": None,
    "deadlines": 0.80,
    "next_meeting.date": 0.93,
    "core": None,
    "whole": None,
}
"""The fields of the table and what is asked at first sight, null where nothing is."""
ASKED_AFTERWARDS = {
    "attendance": 0.97,
    "agenda.number": 0.97,
    "decisions": 0.92,
    "decisions.outcome": 0.90,
    "decisions.vote": 0.90,
    "actions": 0.88,
    "whole": 0.40,
}
"""What is asked of all documents after mending."""
NAMES = {"core": "core (mean of the labelled main fields)", "whole": "whole documents right"}


def main() -> None:
    """Record a set, or print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--table", action="store_true", help="print the table of the README")
    parser.add_argument("number", nargs="?", type=int, help="the number of the set")
    parser.add_argument("names", nargs="*", help="its documents")
    args = parser.parse_args()
    told = json.loads(RECORD.read_text("utf-8"))
    if args.table:
        print("\n".join(table(told["sets"], json.loads(AFTERWARDS.read_text("utf-8")))))
        return
    if not args.names or any(one["set"] == args.number for one in told["sets"]):
        sys.exit("name the set's number, which no set has yet, and its documents")
    short = next((at for at, one in enumerate(told["sets"]) if one["set"] == 0), len(told["sets"]))
    told["sets"].insert(short, recorded(args.number, args.names))  # the short papers stand last
    RECORD.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", "utf-8")


def recorded(number: int, names: list[str]) -> Record:
    """The figures of these documents as they are read now."""
    labels = {name: json.loads((ROOT / "tests" / "gold" / f"{name}.json").read_text("utf-8")) for name in names}
    files = [identify(ROOT / "corpus" / f"{name}.pdf") for name in names]
    found = [outcome.record["documents"] for outcome in work(files, partial(read, options=Options()))]
    pairs = {name: (labels[name]["documents"], documents) for name, documents in zip(names, found, strict=True)}
    figures = score(pairs.values())
    return {
        "set": number,
        "core": round(figures.core, 4),
        "whole": round(figures.whole, 4),
        "fields": {name: round(tally.f1, 4) for name, tally in sorted(figures.fields.items())},
        "families": {name: round(score([pair]).core, 4) for name, pair in pairs.items()},
        "documents": list(names),
        "mended": False,
    }


def table(sets: list[Record], afterwards: Record) -> Iterator[str]:
    """The rows of the table in Markdown; what is short of what was asked is bold."""
    heads = [str(a) if a == b else f"{a}–{b}" for a, b in GROUPS]
    yield "| " + " | ".join(("field (F1)", "asked", *heads, "all, afterwards")) + " |"
    yield "|" + "---|" * (len(heads) + 3)
    for name, asked in ROWS.items():
        values = [_mean([_value(one, name) for one in sets if a <= one["set"] <= b]) for a, b in GROUPS]
        whole = afterwards[name] if name in ("core", "whole") else afterwards[name]["f1"]
        cells = [_cell(value, asked) for value in values]
        last = _cell(whole, ASKED_AFTERWARDS.get(name))
        yield f"| {NAMES.get(name, name)} | {_short(asked) if asked else ''} | " + " | ".join((*cells, last)) + " |"


def _value(one: Record, name: str) -> float | None:
    value = one[name] if name in ("core", "whole") else one["fields"].get(name)
    if value is None or (name == "body" and not value):
        return None  # the first two sets met a program that did not look for it
    return float(value)


def _mean(values: list[float | None]) -> float | None:
    told = [value for value in values if value is not None]
    return sum(told) / len(told) if told else None


def _cell(value: float | None, asked: float | None) -> str:
    if value is None:
        return ""
    return f"**{_short(value)}**" if asked is not None and value < asked else _short(value)


def _short(value: float) -> str:
    """A share in two places, cut and not rounded up to what was asked: .899 is .89."""
    return "1.0" if value >= 0.995 else f"{int(value * 100 + 1e-9) / 100:.2f}"[1:]


if __name__ == "__main__":
    main()
