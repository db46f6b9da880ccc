"""The archive's file: made empty from the descriptions of its tables and views, and opened for writing.

While something is written there is a write-ahead log, so that readers are never kept waiting and never see half a
file; when the writer leaves, the archive is one file again, which can be copied, and read where nobody may write. The
versions of SQLite in use can corrupt such a log where two processes write: the lock file lets one.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlite_utils import Database
from sqlite_utils.db import ForeignKey

from pipeline import search_index
from pipeline.archive import APPLICATION_ID, DATABASE, check_header, damaged, no_archive, primary_code
from pipeline.schema import SCHEMA_VERSION, TABLES, Table
from pipeline.seal import FUNCTION, seal
from pipeline.views import VIEWS

ALL_TABLES: dict[str, Table] = {**TABLES, search_index.KEY_TABLE: search_index.TABLE}
"""The tables of `schema` and the one that search needs."""

BUSY_SECONDS = 30.0
"""How long to wait for somebody who is reading."""


def connect(file: Path) -> Database:
    """A connection with foreign keys on, that waits for others and can seal rows."""
    connection = sqlite3.connect(file, timeout=BUSY_SECONDS)
    connection.execute("PRAGMA foreign_keys = ON")
    connection.create_function(FUNCTION, -1, lambda *values: seal(values), deterministic=True)
    return Database(connection)


@contextmanager
def opened_archive(path: Path, create: bool = False) -> Iterator[Database]:
    """The archive in a folder, open for writing; the caller holds `lock`.

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
        _check(db, file)
        yield db
    finally:
        _leave(db)


def _check(db: Database, file: Path) -> None:
    """Raise `ArchiveDamaged` where SQLite finds pages that make no sense."""
    try:
        problem = db.conn.execute("PRAGMA quick_check(1)").fetchone()[0]
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        if primary_code(error) not in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
            raise
        problem = str(error)
    if problem != "ok":
        raise damaged(file, problem)


def _leave(db: Database) -> None:
    """Make the archive one file again, unless somebody is reading it or it cannot be written; then its log stays."""
    with suppress(sqlite3.Error):
        db.conn.rollback()
        db.conn.execute("PRAGMA busy_timeout = 0")
        if db.conn.execute("PRAGMA journal_mode").fetchone()[0] == "wal":
            db.conn.execute("PRAGMA journal_mode = DELETE")
    db.close()


def begin_log(db: Database) -> None:
    """Turn to a write-ahead log before the first row is written; where the disk cannot have one, all goes on without.

    Entered only then, for the turn itself changes the file, and what has nothing to write is to leave it alone. A power
    cut can take the last files with it, which the next run reads again, but no half file stays.
    """
    db.conn.execute("PRAGMA journal_mode = WAL")
    db.conn.execute("PRAGMA synchronous = NORMAL")


def create_archive(file: Path) -> None:
    """Make an empty archive beside its place and move it there whole, so that half an archive never stands there."""
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_name(file.name + ".new")
    fresh.unlink(missing_ok=True)
    db = connect(fresh)
    lay_out(db)
    db.close()
    os.replace(fresh, file)


def memory_archive() -> Database:
    """An empty archive that is nowhere, for those who only ask what would be."""
    db = connect(Path(":memory:"))
    lay_out(db)
    return db


def lay_out(db: Database) -> None:
    """Make every table, index and view in an empty database, and mark it as an archive of this version."""
    with db.atomic():
        for name, table in ALL_TABLES.items():
            _create_table(db, name, table)
        db.conn.execute(search_index.CREATE)
        for name, sql in VIEWS.items():
            db.create_view(name, sql)
        db.conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.conn.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")


def _create_table(db: Database, name: str, table: Table) -> None:
    """One STRICT table. Rows go with the document or the derived thing that they hang on, not with a file or a run."""
    keys = (table.key,) if isinstance(table.key, str) else table.key
    foreign = [
        ForeignKey(name, column, other, "id", on_delete="NO ACTION" if other in {"source_file", "run"} else "CASCADE")
        for column, other in table.refs.items()
    ]
    db.table(name).create(
        table.columns,
        pk=table.key if isinstance(table.key, str) else keys,
        foreign_keys=foreign,
        not_null=table.required | set(keys) - {column for column, kind in table.columns.items() if kind is int},
        strict=True,
    )
    for columns in table.indexes:
        db.table(name).create_index(columns)
