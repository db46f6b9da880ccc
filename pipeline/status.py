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
    """Counts by name. `years` counts documents by year ("" where unknown), `actions` by state on the day asked for.

    `last_run` is when a run last ended, `last_import` the number of the newest import that can be undone.
    `editions` counts documents that are not shown, since another one says the same (by the reason why that one stands)
    or a later version of their file does.
    """

    files: int
    outcomes: dict[str, int]
    kinds: dict[str, int]
    years: dict[str, int]
    issues: dict[str, int]
    actions: dict[str, int]
    editions: dict[str, int]
    attention: tuple[Attention, ...]
    last_run: str | None
    last_import: int | None


def status(archive: Path, today: date | None = None) -> Status:
    """The state of the archive in a folder on a day. Raises `NoArchive` and `ArchiveDamaged`."""
    with closing(read_archive(archive)) as db:
        tracker = Tracker(db, today or this_day())
        states = Counter(
            tracker.state(due)
            for (due,) in db.execute("SELECT due FROM action_item WHERE document IN (SELECT id FROM v_current)")
        )
        outcomes = _counts(db, f"SELECT outcome, count(*) FROM source_file s WHERE {_CURRENT} GROUP BY 1 ORDER BY 1")
        attention = [Attention(*row) for row in db.execute(_ATTENTION)]
        last = db.execute("SELECT max(finished) FROM run").fetchone()[0]
        number = db.execute("SELECT max(id) FROM run WHERE command = 'import' AND undone IS NULL").fetchone()[0]
        return Status(
            sum(outcomes.values()),
            outcomes,
            _counts(db, f"SELECT kind, count(*) {_DOCUMENTS} GROUP BY 1 ORDER BY 1"),
            _counts(
                db,
                f"SELECT COALESCE(year, ''), count(*) {_DOCUMENTS} GROUP BY 1 ORDER BY 1 = '', 1",
            ),
            _counts(db, "SELECT code, sum(issues) FROM v_issue_code GROUP BY 1 ORDER BY 2 DESC, 1"),
            {state: states[state] for state in STATES},
            _counts(db, "SELECT reason, count(*) FROM v_superseded GROUP BY 1 ORDER BY 1"),
            tuple(attention),
            last,
            number,
        )


_DOCUMENTS = "FROM v_current JOIN document USING (id)"
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
