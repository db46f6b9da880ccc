"""The archive: one SQLite file, made from `schema.TABLES`, in which one file is replaced in one transaction.

It keeps SQLite's rollback journal: the versions in use corrupt a write-ahead log when two processes write, an archive
stays one file that can be copied, and it can be read where nobody may write. One lock file lets one process write.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from pipeline import search_index
from pipeline.archive import DATABASE, check_header, no_archive
from pipeline.errors import ArchiveDamaged
from pipeline.intake import stored_path
from pipeline.model import Outcome, SourceFile
from pipeline.rows import STATED, UNREAD, Rows, page_id, renamed, rows, source_id
from pipeline.schema import TABLES
from pipeline.tables import connect, create_archive


@dataclass(frozen=True, slots=True)
class Name:
    """A path under which a file was seen, as text that a database takes; `mtime` in seconds since 1970."""

    path: str
    name: str
    mtime: float | None = None

    @classmethod
    def of(cls, source: SourceFile) -> Name:
        """The name of a source as it lies on disk now."""
        try:
            mtime = os.stat(source.path).st_mtime
        except (OSError, ValueError):
            mtime = None
        return cls(stored_path(source.path), source.name, mtime)


class Run:
    """One run of a command that may write. Its row is written only when there is something to write."""

    def __init__(self, db: Database, command: str, version: str) -> None:
        self.db, self.command, self.version = db, command, version
        self.started = now()
        self.number: int | None = None

    def id(self) -> int:
        """The row's id; the row is written, in a transaction of its own, when it is first asked for."""
        if self.number is None:
            with self.db.atomic():
                cursor = self.db.conn.execute(
                    "INSERT INTO run(started, command, version) VALUES (?, ?, ?)",
                    [self.started, self.command, self.version],
                )
                self.number = cursor.lastrowid
        assert self.number is not None
        return self.number

    def finish(self, counts: str) -> None:
        """Say when it ended and what it came to (compact JSON); a run that wrote nothing leaves no trace.

        Runs that were killed before are closed too: what they left to do has been done by now.
        """
        if self.number is None and not has_dead_runs(self.db):
            return
        with self.db.atomic():
            self.db.conn.execute(
                "UPDATE run SET finished = ?, counts = iif(id IS ?, ?, NULL) WHERE finished IS NULL",
                [now(), self.number, counts],
            )


def has_dead_runs(db: Database) -> bool:
    """True where a run was killed before it could finish, so that what it wrote may not be linked yet."""
    return db.conn.execute("SELECT 1 FROM run WHERE finished IS NULL").fetchone() is not None


def now() -> str:
    """The time, ISO 8601 in UTC to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def open_archive(path: Path, create: bool = False) -> Database:
    """Open the archive in a folder for writing; the caller holds `lock` before it writes.

    Raises `NoArchive` where there is none and `create` is false, and `ArchiveDamaged`, with the file untouched, where
    what stands there is no SQLite database, is another program's, is of another version or is corrupt.
    """
    file = path / DATABASE
    if not file.exists():
        if not create:
            raise no_archive(path)
        create_archive(file)
    check_header(file)
    db = connect(file)
    try:
        problem = db.conn.execute("PRAGMA quick_check(1)").fetchone()[0]
    except sqlite3.DatabaseError as error:
        problem = str(error)
    if problem != "ok":
        db.close()
        raise ArchiveDamaged(
            f"{file} is damaged: {' '.join(problem.split())}",
            "put back a copy, or move it away and import the files again; nothing was changed",
        )
    return db


def put(db: Database, outcome: Outcome, names: Sequence[Name], run: Run) -> bool:
    """Replace everything that the archive says of one file's content, in one transaction; true if it wrote.

    `names` are the paths under which the content lies now; other contents under those paths are history from here on.
    The same result under the same names writes nothing.
    """
    source = source_id(outcome.source)
    if taken := _taken(db, outcome, source, names):
        outcome = renamed(outcome, taken)
    new = rows(outcome)
    same = _stored(db, source) == _comparable(outcome, new)
    fresh_names = [name for name in names if not _is_current(db, source, name.path)]
    if same and not fresh_names and _read_by(db, source) == run.version:
        return False
    number = run.id()
    with db.atomic():
        if not same:
            _drop_content(db, source)
        _put_source(db, outcome, source, number)
        for name in fresh_names:
            put_name(db, source, name, number)
        if not same:
            for table in STATED:
                if new[table]:
                    db.table(table).insert_all([list(TABLES[table].columns), *new[table]])
            search_index.add(db.conn, source, search_index.keys(outcome, source, page_id))
    return True


def put_name(db: Database, source: str, name: Name, run: int) -> None:
    """Say that a content lies under a path now; what lay there before becomes history, and its records go."""
    with db.atomic():
        before = db.conn.execute(
            "SELECT source_file FROM file_name WHERE path = ? AND current = 1 AND source_file <> ?", [name.path, source]
        ).fetchall()
        db.conn.execute("UPDATE file_name SET current = 0 WHERE path = ?", [name.path])
        db.conn.execute(
            "INSERT INTO file_name(path, source_file, name, current, mtime, seen, run) VALUES (?, ?, ?, 1, ?, ?, ?) "
            "ON CONFLICT(path, source_file) DO UPDATE SET current = 1, mtime = excluded.mtime, run = excluded.run",
            [name.path, source, name.name, name.mtime, now(), run],
        )
        for (old,) in before:
            drop_if_nameless(db, old)


def drop_name(db: Database, path: str) -> None:
    """Say that nothing lies under a path any more."""
    with db.atomic():
        gone = db.conn.execute("SELECT source_file FROM file_name WHERE path = ? AND current = 1", [path]).fetchall()
        db.conn.execute("UPDATE file_name SET current = 0 WHERE path = ?", [path])
        for (source,) in gone:
            drop_if_nameless(db, source)


def drop_if_nameless(db: Database, source: str) -> None:
    """Take away the records of a content that lies nowhere any more; that it was there stays known."""
    if db.conn.execute("SELECT 1 FROM file_name WHERE source_file = ? AND current = 1", [source]).fetchone():
        return
    _drop_content(db, source)
    if source.startswith(UNREAD):  # a path that could not be read was never a content
        db.conn.execute("DELETE FROM file_name WHERE source_file = ?", [source])
        db.conn.execute("DELETE FROM source_file WHERE id = ?", [source])


@dataclass(frozen=True, slots=True)
class Known:
    """What the archive knows of a content: how reading it went, and the version of the program that read it."""

    outcome: str
    version: str | None


def known(db: Database) -> tuple[dict[str, str], dict[str, Known]]:
    """Path -> content that lies there, and content -> what is known of it, of contents that lie somewhere now."""
    paths: dict[str, str] = {}
    contents: dict[str, Known] = {}
    for path, source, outcome, version in db.conn.execute(
        "SELECT n.path, n.source_file, s.outcome, r.version FROM file_name n "
        "JOIN source_file s ON s.id = n.source_file LEFT JOIN run r ON r.id = s.run WHERE n.current = 1"
    ):
        paths[path] = source
        contents[source] = Known(outcome, version)
    return paths, contents


def _put_source(db: Database, outcome: Outcome, source: str, run: int) -> None:
    """Write or renew the row of a content."""
    values = (*_facts(outcome), run, now(), outcome.seconds)
    columns = (*_FACTS, "run", "imported", "seconds")
    db.conn.execute(
        f"INSERT INTO source_file(id, {', '.join(columns)}) VALUES (?{', ?' * len(columns)}) "
        f"ON CONFLICT(id) DO UPDATE SET {', '.join(f'{name} = excluded.{name}' for name in columns)}",
        [source, *values],
    )


def _drop_content(db: Database, source: str) -> None:
    """Take away the pages, words, issues and documents of a content; records go with their document."""
    search_index.remove(db.conn, source)
    for table in ("issue", "document", "page"):
        db.conn.execute(f"DELETE FROM {table} WHERE source_file = ?", [source])


_FACTS = ("size", "media_type", "pages", "outcome", "text_from", "engine")
"""Columns of `source_file` that depend on the content and the program alone."""


def _facts(outcome: Outcome) -> tuple[Any, ...]:
    """Values of `_FACTS`."""
    said = outcome.record["source"]
    return (
        outcome.source.size,
        outcome.source.media_type,
        said.get("pages"),
        outcome.status.value,
        said.get("text_from"),
        outcome.engine,
    )


def _comparable(outcome: Outcome, new: Rows) -> dict[str, list[tuple[Any, ...]]]:
    """What `_stored` would find if this outcome were stored."""
    return {"source_file": [_facts(outcome)], **{table: sorted(new[table], key=repr) for table in STATED}}


def _stored(db: Database, source: str) -> dict[str, list[tuple[Any, ...]]]:
    """The rows that the archive has of a content, by table."""
    found = {
        "source_file": db.conn.execute(f"SELECT {', '.join(_FACTS)} FROM source_file WHERE id = ?", [source]).fetchall()
    }
    for table in STATED:
        columns = ", ".join(f'"{column}"' for column in TABLES[table].columns)
        where = (
            "source_file = ?"
            if "source_file" in TABLES[table].columns
            else "document IN (SELECT id FROM document WHERE source_file = ?)"
        )
        found[table] = sorted(db.conn.execute(f'SELECT {columns} FROM "{table}" WHERE {where}', [source]), key=repr)
    return found


def _taken(db: Database, outcome: Outcome, source: str, names: Sequence[Name]) -> set[str]:
    """Ids of an outcome's documents that another content's documents have, and will go on having."""
    found = set()
    for document in outcome.record["documents"]:
        holder = db.conn.execute(
            "SELECT n.path FROM document d JOIN file_name n ON n.source_file = d.source_file AND n.current = 1 "
            "WHERE d.id = ? AND d.source_file <> ?",
            [document["id"], source],
        ).fetchall()
        if {path for (path,) in holder} - {name.path for name in names}:
            found.add(document["id"])
    return found


def _is_current(db: Database, source: str, path: str) -> bool:
    """True where the archive already says that this content lies there."""
    query = "SELECT 1 FROM file_name WHERE path = ? AND source_file = ? AND current = 1"
    return db.conn.execute(query, [path, source]).fetchone() is not None


def _read_by(db: Database, source: str) -> str | None:
    """The version of the program that last read a content."""
    query = "SELECT r.version FROM source_file s JOIN run r ON r.id = s.run WHERE s.id = ?"
    found = db.conn.execute(query, [source]).fetchone()
    return found[0] if found else None
