"""What the links at the end of an import cost as the archive grows, from rows as extraction would hand them over.

The bodies, people and items are those of the made minutes (see `papers`).
"""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from pipeline.link import link
from pipeline.runs import Run
from pipeline.store import Arrival, put
from pipeline.tables import opened_archive
from tests.bench.papers import BODIES, FAMILY, GIVEN, GROUPS, PLACES, subject
from tests.bench.table import Row
from tests.hand_made import Paper, outcome

FEW, MANY = 1_500, 6_000
COMMAND = "python -m tests.bench linking"


def linking(scratch: Path) -> Iterator[Row]:
    """CPU of one `link` for a file, with few and with many files."""
    each = {}
    for count in (FEW, MANY):
        with opened_archive(scratch / str(count), create=True) as db:
            db.conn.execute("PRAGMA synchronous = OFF")
            run = Run(db, "import", "bench")
            for number in range(count):
                said = outcome(Path(f"/papers/{number}.pdf"), [minutes(number)])
                put(db, said, [Arrival(said.source.path, said.source.name)], run)
            began = time.process_time()
            link(db)
            each[count] = (time.process_time() - began) / count
    yield Row(f"links for a file, of {MANY} / of {FEW}", "1.1 x", f"{each[MANY] / each[FEW]:.2f} x", COMMAND)
    yield Row(f"  with {MANY} files", "", f"{1000 * each[MANY]:.2f} ms", COMMAND)


def minutes(number: int) -> Paper:
    """The records of one file of made minutes."""
    lot, group = random.Random(number), random.Random(f"group {number % BODIES}")
    at, day = number % BODIES, date(1998, 1, 12) + timedelta(days=35 * (number // BODIES) + number % BODIES)
    body = GROUPS[at % len(GROUPS)].format(PLACES[at // len(GROUPS) % len(PLACES)])
    members = sorted({f"{group.choice(GIVEN)} {group.choice(FAMILY)}" for _ in range(9)})
    guest = f"{lot.choice(GIVEN)} {lot.choice(FAMILY)}"
    paper = Paper(str(number), "minutes", body, title=f"Referat fra møte i {body}")
    paper.meeting(day.isoformat())
    for name in [*members, guest]:
        paper.person(name, lot.choice(PLACES) + " kommune", status=lot.choice(("present", "present", "absent")))
    for item in range(1, 13):
        matter = subject(lot)
        key = paper.item(f"{item}/{day.year % 100:02}", matter)
        paper.decision(str(item), key, f"Planen for {matter} godkjennes.")
        paper.action(str(item), key, f"Sjekke avtalen om {matter}.", [lot.choice(members)])
    return paper
