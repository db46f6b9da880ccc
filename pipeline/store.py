"""Putting files into the archive: everything that one file says is replaced in one transaction."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from pipeline import search_index
from pipeline.contents import FACTS, drop_content, give_way, retire
from pipeline.intake import stored_path
from pipeline.model import Outcome, SourceFile
from pipeline.rows import STATED, Rows, page_id, renamed, rows, source_id
from pipeline.runs import Entry, Run, now
from pipeline.schema import TABLES
from pipeline.seal import content_seal, reseal, seal, stored_content_seal
from pipeline.withdrawn import without_withdrawn


@dataclass(frozen=True, slots=True)
class Arrival:
    """A path under which a content lies now, as text that a database takes, and what the import calls that.

    `mtime` is in seconds since 1970; `change` a word of the contract.
    """

    path: str
    name: str
    mtime: float | None = None
    change: str = "new"

    @classmethod
    def of(cls, source: SourceFile, change: str) -> Arrival:
        """The arrival of a source as it lies on disk now."""
        try:
            mtime = os.stat(source.path).st_mtime
        except (OSError, ValueError):
            mtime = None
        return cls(stored_path(source.path), source.name, mtime, change)


def put(db: Database, outcome: Outcome, arrivals: Sequence[Arrival], run: Run) -> bool:
    """Replace everything that the archive says of one file's content, in one transaction; true if it wrote.

    `arrivals` are the paths under which the content lies now; other contents under those paths are earlier versions
    from here on. The same result under the same names writes nothing.
    """
    source = source_id(outcome.source)
    outcome = without_withdrawn(db.conn, outcome)
    taken, yielding = _holders(db, outcome, source, {arrival.path for arrival in arrivals})
    if taken:
        outcome = renamed(outcome, taken)
    new = rows(outcome)
    words = list(search_index.keys(outcome, source, page_id))
    facts = _facts(outcome)
    sealed = content_seal(facts, new, words)
    stored, version = _stored(db, source)
    same = stored == sealed == (stored and stored_content_seal(db.conn, source, FACTS))
    fresh = [arrival for arrival in arrivals if not _is_current(db, source, arrival.path)]
    if same and not fresh and version == run.version:
        return False
    number = run.id()
    advice = _advice(outcome)
    with db.atomic():
        for holder in yielding:
            give_way(db, holder)
        if not same:
            drop_content(db, source)
        row = (source, *facts, number, now(), float(outcome.seconds), sealed)
        db.conn.execute(_PUT_SOURCE, [*row, seal(row)])
        for arrival in fresh:
            put_name(db, source, arrival, run, outcome.status.value, advice)
        for arrival in arrivals:
            if arrival not in fresh:
                status = outcome.status.value
                run.note(Entry(arrival.path, arrival.name, source, source, arrival.change, status, advice))
        if not same:
            _insert(db, new)
            search_index.add(db.conn, source, words)
    return True


def _insert(db: Database, new: Rows) -> None:
    """Write the rows of a content, parents first."""
    for table in STATED:
        if new[table]:
            db.conn.executemany(_INSERT[table], new[table])


_INSERT = {table: f'INSERT INTO "{table}" VALUES ({", ".join("?" * len(TABLES[table].columns))})' for table in STATED}

_PUT_SOURCE = (
    f"INSERT INTO source_file VALUES ({', '.join('?' * len(TABLES['source_file'].columns))}) ON CONFLICT(id) DO UPDATE "
    f"SET {', '.join(f'{name} = excluded.{name}' for name in TABLES['source_file'].columns if name != 'id')}"
)


def put_name(
    db: Database,
    source: str,
    arrival: Arrival,
    run: Run,
    outcome: str | None = None,
    advice: tuple[str, str] | None = None,
) -> None:
    """Say that a content lies under a path now; what lay there before is an earlier version, kept and not shown."""
    number = run.id()
    with db.atomic():
        before = db.conn.execute(
            "SELECT source_file FROM file_name WHERE path = ? AND current = 1 AND source_file <> ?",
            [arrival.path, source],
        ).fetchall()
        db.conn.execute("UPDATE file_name SET current = 0 WHERE path = ? AND current = 1", [arrival.path])
        db.conn.execute(
            "INSERT INTO file_name(path, source_file, name, current, mtime, seen, run) VALUES (?, ?, ?, 1, ?, ?, ?) "
            "ON CONFLICT(path, source_file) DO UPDATE SET current = 1, mtime = excluded.mtime, run = excluded.run",
            [arrival.path, source, arrival.name, arrival.mtime, now(), number],
        )
        reseal(db.conn, "file_name", "path = ?", [arrival.path])
        first = before[0][0] if before else None
        run.note(Entry(arrival.path, arrival.name, first, source, arrival.change, outcome, advice))
        for (old,) in before:
            retire(db, old)


def drop_name(db: Database, path: str, run: Run) -> None:
    """Say that nothing lies under a path any more, as after a rename."""
    run.id()
    with db.atomic():
        gone = db.conn.execute(
            "SELECT source_file, name FROM file_name WHERE path = ? AND current = 1", [path]
        ).fetchall()
        db.conn.execute("UPDATE file_name SET current = 0 WHERE path = ?", [path])
        reseal(db.conn, "file_name", "path = ?", [path])
        for source, name in gone:
            run.note(Entry(path, name, source, None, "unchanged"))
            retire(db, source)


@dataclass(frozen=True, slots=True)
class Known:
    """What the archive knows of a content: how reading it went, the version that read it, what a register said."""

    outcome: str
    version: str | None
    register: str | None = None


def known(db: Database) -> tuple[dict[str, str], dict[str, Known]]:
    """Path -> content that lies there, and content -> what is known of it, of contents that lie somewhere now."""
    paths: dict[str, str] = {}
    contents: dict[str, Known] = {}
    for path, source, outcome, version, register in db.conn.execute(
        "SELECT n.path, n.source_file, s.outcome, r.version, s.register FROM file_name n "
        "JOIN source_file s ON s.id = n.source_file LEFT JOIN run r ON r.id = s.run WHERE n.current = 1"
    ):
        paths[path] = source
        contents[source] = Known(outcome, version, register)
    return paths, contents


def _facts(outcome: Outcome) -> tuple[Any, ...]:
    """Values of `FACTS`."""
    said = outcome.record["source"]
    return (
        outcome.source.size,
        outcome.source.media_type,
        said.get("pages"),
        outcome.status.value,
        said.get("text_from"),
        outcome.engine,
        outcome.source.register.written() if outcome.source.register else None,
    )


def _advice(outcome: Outcome) -> tuple[str, str] | None:
    """Code and message of what a person is told of a file that was not simply read."""
    if outcome.status.value == "ok":
        return None
    issues = (issue for issue in outcome.record["issues"] if issue["severity"] != "note")
    return next(((issue["code"], issue["message"]) for issue in issues), None)


def _stored(db: Database, source: str) -> tuple[str | None, str | None]:
    """The seal of what the archive has of a content, and the version of the program that read it."""
    query = "SELECT s.content_seal, r.version FROM source_file s LEFT JOIN run r ON r.id = s.run WHERE s.id = ?"
    return db.conn.execute(query, [source]).fetchone() or (None, None)


def _holders(db: Database, outcome: Outcome, source: str, paths: set[str]) -> tuple[set[str], set[str]]:
    """Ids of an outcome's documents that others have and go on having, and contents that give theirs up.

    A content that lies nowhere but where this one does now is an earlier version of it, and gives way.
    """
    taken, yielding = set(), set()
    for document in outcome.record["documents"]:
        query = "SELECT source_file FROM document WHERE id = ? AND source_file <> ?"
        for (holder,) in db.conn.execute(query, [document["id"], source]).fetchall():
            names = "SELECT path FROM file_name WHERE source_file = ? AND current = 1"
            if {path for (path,) in db.conn.execute(names, [holder])} - paths:
                taken.add(document["id"])
            else:
                yielding.add(holder)
    return taken, yielding


def _is_current(db: Database, source: str, path: str) -> bool:
    """True where the archive already says that this content lies there."""
    query = "SELECT 1 FROM file_name WHERE path = ? AND source_file = ? AND current = 1"
    return db.conn.execute(query, [path, source]).fetchone() is not None
