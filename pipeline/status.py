"""The state of an archive at a glance: what is in it, how reading went, what is open and what needs a person."""

from __future__ import annotations

import sqlite3
from collections import Counter
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pipeline.archive import read_archive
from pipeline.shown import STATES, Tracker, this_day


@dataclass(frozen=True, slots=True)
class Attention:
    """A file that needs a person: its outcome, and what to do about it."""

    name: str
    path: str
    outcome: str
    message: str | None


@dataclass(frozen=True, slots=True)
class Status:
    """Counts by name. `years` counts documents by year ("" where unknown), `actions` by state on the day asked for."""

    files: int
    outcomes: dict[str, int]
    kinds: dict[str, int]
    years: dict[str, int]
    issues: dict[str, int]
    actions: dict[str, int]
    attention: tuple[Attention, ...]
    last_run: str | None


def status(archive: Path, today: date | None = None) -> Status:
    """The state of the archive in a folder on a day. Raises `NoArchive` and `ArchiveDamaged`."""
    with closing(read_archive(archive)) as db:
        tracker = Tracker(db, today or this_day())
        states = Counter(tracker.state(due) for (due,) in db.execute("SELECT due FROM action_item"))
        outcomes = _counts(db, f"SELECT outcome, count(*) FROM source_file s WHERE {_CURRENT} GROUP BY 1 ORDER BY 1")
        attention = [Attention(*row) for row in db.execute(_ATTENTION)]
        last = db.execute("SELECT max(finished) FROM run").fetchone()[0]
        return Status(
            sum(outcomes.values()),
            outcomes,
            _counts(db, "SELECT kind, count(*) FROM document GROUP BY 1 ORDER BY 1"),
            _counts(db, "SELECT COALESCE(year, ''), count(*) FROM document GROUP BY 1 ORDER BY 1 = '', 1"),
            _counts(db, "SELECT code, count(*) FROM issue GROUP BY 1 ORDER BY 2 DESC, 1"),
            {state: states[state] for state in STATES},
            tuple(attention),
            last,
        )


_CURRENT = "EXISTS (SELECT 1 FROM file_name n WHERE n.source_file = s.id AND n.current = 1)"

_ATTENTION = """
SELECT n.name, n.path, s.outcome, (
  SELECT i.message FROM issue i WHERE i.source_file = s.id AND i.severity <> 'note'
  ORDER BY i.severity DESC, i.page, i.id LIMIT 1)
FROM source_file s JOIN file_name n ON n.source_file = s.id AND n.current = 1
WHERE s.outcome NOT IN ('ok', 'ok_disagree', 'repaired') ORDER BY n.path
"""
"""Files that could not be read or were read in part, with the gravest thing that was said of each."""


def _counts(db: sqlite3.Connection, query: str) -> dict[str, int]:
    """Rows of (name, number) as a mapping, in their order."""
    return {str(name): number for name, number in db.execute(query)}
