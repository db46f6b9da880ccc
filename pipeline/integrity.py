"""Whether a database is still what was written: SQLite's own checks, the shape of every table and view, every seal.

Only reads. The search index is checked in a copy, since FTS5 calls its check a write: on the archive itself that would
keep an import waiting, and be refused where nobody may write.
"""

from __future__ import annotations

import shlex
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlite_utils import Database

from pipeline.archive import primary_code
from pipeline.contents import FACTS
from pipeline.schema import TABLES
from pipeline.seal import (
    INDEX,
    INDEX_PARTS,
    ROWS,
    SEAL,
    derived_seals,
    seal,
    sealed_columns,
    stored_content_seal,
)
from pipeline.search_index import CREATE, KEY_TABLE, WORDS_TABLE
from pipeline.tables import lay_out

MOST = 100
"""Problems that SQLite's own checks list."""
BROKEN = (sqlite3.DatabaseError, ValueError, TypeError, OverflowError)
"""What reading damaged pages can raise."""
PLACES = frozenset((sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_BUSY))
"""Primary codes of SQLite that tell of the disk or of another process, not of damage."""


class Kind(StrEnum):
    """What a finding is about: the database, where it is not what was written, and the originals."""

    STRUCTURE = "structure"
    SCHEMA = "schema"
    ROW = "row"
    CONTENT = "content"
    TABLE = "table"
    SEARCH = "search"
    UNFINISHED = "unfinished"
    CHANGED = "changed"
    MISSING = "missing"
    UNREADABLE = "unreadable"
    UNTRACKED = "untracked"


DAMAGE = frozenset((Kind.STRUCTURE, Kind.SCHEMA, Kind.ROW, Kind.CONTENT, Kind.TABLE, Kind.SEARCH))
"""Findings that say that the database is not what was written."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong: where (a table and key, a path), what, and what to do about it."""

    kind: Kind
    where: str
    what: str
    advice: str

    def line(self) -> str:
        """The finding in one line, without what a file's name could do to a terminal."""
        line = " ".join(f"{self.what}; {self.advice}".split())
        return "".join(char if char.isprintable() else "?" for char in line)


BACKUP = "put back a backup"


def findings(db: sqlite3.Connection, archive: str = "DIR") -> Iterator[Finding]:
    """Everything in a database that is not as it was written; `archive` is its folder as the advice names it.

    Runs in one read transaction. Where SQLite finds broken pages nothing else is looked at: it could not be trusted.
    """
    db.row_factory = None
    db.text_factory = lambda raw: raw.decode("utf-8", "backslashreplace")
    db.execute("BEGIN")
    try:
        broken = list(structure(db))
        yield from broken
        if not broken:
            checks: tuple[Callable[[], Iterator[Finding]], ...] = (
                lambda: _schema(db),
                lambda: _rows(db),
                lambda: _contents(db, archive),
                lambda: _derived(db, archive),
                lambda: _search(db),
            )
            for check in checks:
                yield from _guarded(check)
    finally:
        db.rollback()


def _guarded(check: Callable[[], Iterator[Finding]]) -> Iterator[Finding]:
    """What a check finds; what makes it break off is a finding too, unless the disk or another process is to blame."""
    try:
        yield from check()
    except BROKEN as error:
        if primary_code(error) in PLACES:
            raise
        yield Finding(Kind.STRUCTURE, "database", f"the database cannot be read through: {error}", BACKUP)


def structure(db: sqlite3.Connection) -> Iterator[Finding]:
    """What SQLite itself finds: pages that make no sense, indexes without their rows, rows that hang on nothing."""

    def found() -> Iterator[Finding]:
        for (problem,) in db.execute(f"PRAGMA integrity_check({MOST})"):
            if problem != "ok":
                yield Finding(Kind.STRUCTURE, "database", f"the database is damaged: {problem}", BACKUP)
        for table, rowid, parent, _ in islice(db.execute("PRAGMA foreign_key_check"), MOST):
            what = f"row {rowid} of {table} belongs to nothing: its row in {parent} is missing"
            yield Finding(Kind.STRUCTURE, f"{table} {rowid}", what, BACKUP)

    yield from _guarded(found)


def _schema(db: sqlite3.Connection) -> Iterator[Finding]:
    """Tables, indexes and views that are not those of a fresh archive; what others have added is left alone."""
    query = "SELECT type, name, tbl_name, sql FROM sqlite_master"
    with closing(sqlite3.connect(":memory:")) as fresh:
        lay_out(Database(fresh))
        wanted = {row[:2]: row for row in fresh.execute(query)}
    stored = {row[:2]: row for row in db.execute(query)}
    for key, row in wanted.items():
        if stored.get(key) != row:
            what = "was changed after it was made" if key in stored else "is missing"
            yield Finding(Kind.SCHEMA, " ".join(key), f"the {key[0]} {key[1]} {what}", BACKUP)


def _rows(db: sqlite3.Connection) -> Iterator[Finding]:
    """Rows of the tables that bear their own seal, of which the seal is no longer true."""
    for table in ROWS:
        key = TABLES[table].key
        keys = (key,) if isinstance(key, str) else key
        columns = sealed_columns(table)
        places = [columns.index(column) for column in keys]
        named = ", ".join(f'"{column}"' for column in columns)
        for *row, stored in db.execute(f'SELECT {named}, {SEAL} FROM "{table}"'):
            if seal(row) != stored:
                name = " ".join(str(row[place]) for place in places)
                what = f"the row of {table} {name} was changed after it was written"
                yield Finding(Kind.ROW, f"{table} {name}", what, BACKUP)


def _contents(db: sqlite3.Connection, archive: str) -> Iterator[Finding]:
    """Contents of which some record, page or word is not as it was written."""
    for source, stored in db.execute("SELECT id, content_seal FROM source_file ORDER BY id").fetchall():
        if stored_content_seal(db, source, FACTS) != stored:
            found = db.execute(
                "SELECT path FROM file_name WHERE source_file = ? ORDER BY current DESC, path", [source]
            ).fetchone()
            path = found[0] if found else None
            what = f"what the archive says of {path or source} was changed after it was written"
            again = f", or read it again: referat import {shlex.quote(path or '')} --again all --archive {archive}"
            yield Finding(Kind.CONTENT, path or source, what, BACKUP + (again if path else ""))


def _derived(db: sqlite3.Connection, archive: str) -> Iterator[Finding]:
    """Derived tables, and the search index, that are not as the last run left them."""
    if db.execute("SELECT 1 FROM run WHERE finished IS NULL").fetchone():
        what = "an import is at work or was stopped: persons, cases and the search index cannot be checked yet"
        advice = f"when none is at work, run it again with --archive {archive}, then verify again"
        yield Finding(Kind.UNFINISHED, "run", what, advice)
        return
    stored = dict(db.execute("SELECT name, seal FROM derived_seal"))
    if not stored and not db.execute("SELECT 1 FROM run").fetchone():
        return  # nothing was ever written
    for name, wanted in derived_seals(db).items():
        if stored.pop(name, None) != wanted:
            what = f"the table {name} was changed after it was written"
            yield Finding(Kind.SEARCH if name == INDEX else Kind.TABLE, name, what, BACKUP)
    for name in stored:
        yield Finding(Kind.TABLE, "derived_seal", f"the row of derived_seal {name} belongs to no table", BACKUP)


def _search(db: sqlite3.Connection) -> Iterator[Finding]:
    """What FTS5 finds when it holds its index against the words that it is made of, in a copy of both."""
    with TemporaryDirectory(prefix="referat-") as folder:
        copy = Path(folder) / "words.db"
        with closing(sqlite3.connect(copy)) as words:
            words.execute("PRAGMA synchronous = OFF")
            words.execute(f"CREATE TABLE {KEY_TABLE} (id INTEGER PRIMARY KEY, words TEXT NOT NULL)")
            words.execute(CREATE)
            keys = db.execute(f"SELECT id, words FROM {KEY_TABLE}")
            words.executemany(f"INSERT INTO {KEY_TABLE} VALUES (?, ?)", keys)
            for part in INDEX_PARTS:
                rows = db.execute(f"SELECT * FROM {WORDS_TABLE}_{part}")
                words.execute(f"DELETE FROM {WORDS_TABLE}_{part}")
                marks = ", ".join("?" * len(rows.description))
                words.executemany(f"INSERT INTO {WORDS_TABLE}_{part} VALUES ({marks})", rows)
            words.commit()
        # Opened anew, or FTS5 would go by what it remembers of the empty index.
        with closing(sqlite3.connect(copy)) as words:
            try:
                words.execute(f"INSERT INTO {WORDS_TABLE}({WORDS_TABLE}, rank) VALUES ('integrity-check', 1)")
            except sqlite3.DatabaseError as error:
                if primary_code(error) in PLACES:
                    raise
                what = f"the search index does not agree with the words it is made of: {error}"
                yield Finding(Kind.SEARCH, WORDS_TABLE, what, BACKUP)
