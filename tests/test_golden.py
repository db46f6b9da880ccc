"""Did it change? The whole output of `extract` for some documents of the corpus, as it was when last accepted.

A changed output fails with a diff. REFERAT_UPDATE_GOLDEN=1 writes the new ones; look at them with `git diff`. A golden
that is missing is written, and the test fails all the same, so that nobody takes it for a check. A golden says that
something changed, not that it was right: for that there are the labels.
"""

from __future__ import annotations

import json
import os
from difflib import unified_diff
from pathlib import Path

import pytest

from pipeline.model import Outcome, Record

GOLDEN = Path(__file__).resolve().parent / "golden"
UPDATE = "REFERAT_UPDATE_GOLDEN"
NAMES = (
    "1999-02-18 styremoete",
    "20220209 RFR protokoll",
    "Arsrapport SKS 2009",
    "FAU-referat 12 september 2017",
    "innkalling-UOK-030321",
    "mandat RFS 2012",
    "moteprotokoll_FSK_2016-09-21",
    "velforeining-styremoete-080210",
)
"""Minutes of both written standards, typed and set, with tables and without; a report with appendices, a mandate, a
notice. None is a scan, whose reading depends on the version of Tesseract."""
SHOWN = 120
"""Lines of a diff that are printed."""


def rendered(record: Record) -> str:
    """A record as the text that is kept: all of it, one value a line."""
    return json.dumps(record, ensure_ascii=False, indent=1) + "\n"


@pytest.mark.parametrize("name", NAMES)
def test_golden(name: str, corpus: dict[str, Outcome]) -> None:
    kept = GOLDEN / f"{name}.json"
    now = rendered(corpus[name].record)
    if os.environ.get(UPDATE) == "1":
        GOLDEN.mkdir(exist_ok=True)
        kept.write_text(now, encoding="utf-8")
    elif not kept.exists():
        GOLDEN.mkdir(exist_ok=True)
        kept.write_text(now, encoding="utf-8")
        pytest.fail(f"{kept.name} was missing and is written: read it, correct the program, and run the test again")
    before = kept.read_text(encoding="utf-8")
    if before != now:
        lines = unified_diff(before.splitlines(), now.splitlines(), "reviewed", "now", lineterm="", n=2)
        shown = "\n".join(list(lines)[:SHOWN])
        pytest.fail(f"{name} changed; {UPDATE}=1 accepts it\n{shown}", pytrace=False)


def test_every_golden_belongs_to_a_document() -> None:
    assert {path.stem for path in GOLDEN.glob("*.json")} <= set(NAMES)
