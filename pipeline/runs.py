"""Runs: each command that writes to the archive is one, with a row for every path that it did something with."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlite_utils import Database

from pipeline.seal import reseal, seal
from pipeline.tables import begin_log


@dataclass(frozen=True, slots=True)
class Entry:
    """What a run did with one path: contents before and after (their ids; None where nothing lay), and its outcome.

    `change` and `outcome` are words of the contract; `advice` is the code and the message of an issue.
    """

    path: str
    name: str
    before: str | None
    after: str | None
    change: str
    outcome: str | None = None
    advice: tuple[str, str] | None = None


class Run:
    """One run of a command that may write. Its row is written only when there is something to write."""

    def __init__(self, db: Database, command: str, version: str, paths: Sequence[str] = ()) -> None:
        self.db, self.command, self.version, self.paths = db, command, version, tuple(paths)
        self.started = now()
        self.number: int | None = None

    def id(self) -> int:
        """The row's id; the row is written, in a transaction of its own, when it is first asked for."""
        if self.number is None:
            begin_log(self.db)
            paths = json.dumps(self.paths, ensure_ascii=False) if self.paths else None
            with self.db.atomic():
                cursor = self.db.conn.execute(
                    "INSERT INTO run(started, command, version, paths) VALUES (?, ?, ?, ?)",
                    [self.started, self.command, self.version, paths],
                )
                self.number = cursor.lastrowid
                reseal(self.db.conn, "run", "id = ?", [self.number])
        assert self.number is not None
        return self.number

    def note(self, entry: Entry) -> None:
        """Write down what was done with a path; runs inside the caller's transaction.

        Of a path that one run touches twice, the first "before" holds.
        """
        known = self.db.conn.execute(
            "SELECT before FROM import_entry WHERE run = ? AND path = ?", [self.id(), entry.path]
        ).fetchone()
        before = known[0] if known else entry.before
        # Words of an enum become plain ones, as the database gives them back: the seal is of those.
        change, outcome = str(entry.change), entry.outcome and str(entry.outcome)
        code, text = entry.advice or (None, None)
        row = (self.id(), entry.path, entry.name, before, entry.after, change, outcome, code, text)
        self.db.conn.execute(
            f"INSERT OR REPLACE INTO import_entry VALUES ({', '.join('?' * (len(row) + 1))})", [*row, seal(row)]
        )

    def finish(self, counts: str) -> None:
        """Say when it ended and what it came to (compact JSON); a run that wrote nothing leaves no trace.

        Runs that were killed before are closed too: what they left to do has been done by now.
        """
        if self.number is None and not has_dead_runs(self.db):
            return
        with self.db.atomic():
            ids = self.db.conn.execute("SELECT id FROM run WHERE finished IS NULL").fetchall()
            for (number,) in ids:  # the seals of others stay: a new one would hide a changed value
                self.db.conn.execute(
                    "UPDATE run SET finished = ?, counts = ? WHERE id = ?",
                    [now(), counts if number == self.number else None, number],
                )
                reseal(self.db.conn, "run", "id = ?", [number])


def has_dead_runs(db: Database) -> bool:
    """True where a run was killed before it could finish, so that what it wrote may not be linked yet."""
    return db.conn.execute("SELECT 1 FROM run WHERE finished IS NULL").fetchone() is not None


def now() -> str:
    """The time, ISO 8601 in UTC to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")
