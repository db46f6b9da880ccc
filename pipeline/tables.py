"""The empty archive: tables and views made from their descriptions, once."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from sqlite_utils import Database
from sqlite_utils.db import ForeignKey

from pipeline import search_index
from pipeline.archive import APPLICATION_ID
from pipeline.schema import SCHEMA_VERSION, TABLES, Table
from pipeline.views import VIEWS

ALL_TABLES: dict[str, Table] = {**TABLES, search_index.KEY_TABLE: search_index.TABLE}
"""The tables of `schema` and the one that search needs."""

BUSY_SECONDS = 30.0
"""How long to wait for somebody who is reading."""


def connect(file: Path) -> Database:
    """A connection with foreign keys on, that waits for readers."""
    connection = sqlite3.connect(file, timeout=BUSY_SECONDS)
    connection.execute("PRAGMA foreign_keys = ON")
    return Database(connection)


def create_archive(file: Path) -> None:
    """Make an empty archive beside its place and move it there whole, so that half an archive never stands there."""
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_name(file.name + ".new")
    fresh.unlink(missing_ok=True)
    db = connect(fresh)
    _create_all(db)
    db.close()
    os.replace(fresh, file)


def memory_archive() -> Database:
    """An empty archive that is nowhere, for those who only ask what would be."""
    db = Database(memory=True)
    _create_all(db)
    return db


def _create_all(db: Database) -> None:
    """All tables and views, and the marks of the file."""
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
