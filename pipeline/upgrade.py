"""An archive of an earlier schema brought up to date: a new file that takes the old one's place when it is whole.

Rows are copied by the columns that a table has in both schemas; what is derived is made anew. What a newer
program finds besides comes in when the files are read again, which the next import does by itself, since the program's
version is another one.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Database

from pipeline.archive import DATABASE, check_header, damaged, no_archive, primary_code, read_database, version_of
from pipeline.contents import retire, seal_content
from pipeline.errors import Locked
from pipeline.integrity import structure
from pipeline.link import link
from pipeline.schema import SCHEMA_VERSION
from pipeline.seal import ROWS, reseal
from pipeline.search_index import WORDS_TABLE
from pipeline.tables import ALL_TABLES, connect, create_archive
from pipeline.terminal import say

ENDING = ".upgrade"
"""Ends the name of the new file while it is made."""


@dataclass(frozen=True, slots=True)
class Upgraded:
    """What an upgrade did: schemas, where the old file is, rows copied by table, tables carried over unchanged.

    `new` names the tables and columns ("table.column") that were not there before and hold nothing yet.
    """

    before: int
    after: int
    kept: Path
    rows: dict[str, int]
    carried: tuple[str, ...]
    new: tuple[str, ...]

    def lines(self) -> Iterator[str]:
        """The same in words."""
        yield f"the archive was brought from schema {self.before} to {self.after}; the old file is {self.kept}"
        yield "rows kept: " + (", ".join(f"{count} {name}" for name, count in self.rows.items() if count) or "none")
        if self.carried:
            yield f"tables that this program does not know, kept as they are: {', '.join(self.carried)}"
        if self.new:
            yield f"new, and empty until files are read again: {', '.join(self.new)}"


def bring_up_to_date(archive: Path) -> None:
    """Upgrade the archive in a folder, if there is an old one, and say so; the caller holds `lock`."""
    if (archive / DATABASE).exists() and is_old(archive):
        for line in upgrade(archive).lines():
            say(line)


def is_old(archive: Path) -> bool:
    """True where the archive in a folder is of an earlier schema, false where it is of this one.

    Raises `NoArchive`, and `ArchiveDamaged` where it is neither, or cannot be opened.
    """
    file = archive / DATABASE
    if not file.exists():
        raise no_archive(archive)
    if 0 < version_of(file) < SCHEMA_VERSION:
        return True
    check_header(file)
    read_database(file).close()
    return False


def upgrade(archive: Path) -> Upgraded:
    """Bring an archive of an earlier schema up to date; the caller holds `lock`.

    The old file is kept beside the new one, as `archive.db.schema-N`. Killed at any moment, the archive is the old one
    or the new one, whole. Raises `ArchiveDamaged`, with the file untouched, and `Locked` where somebody reads a log.
    """
    file = archive / DATABASE
    before = version_of(file)
    fresh = file.with_name(file.name + ENDING)
    fresh.unlink(missing_ok=True)
    _settle(file)
    create_archive(fresh)
    db = connect(fresh)
    try:
        # Nobody sees this file before it is whole, so that it needs no care on the way.
        db.conn.execute("PRAGMA journal_mode = MEMORY")
        db.conn.execute("PRAGMA synchronous = OFF")
        db.conn.execute("PRAGMA foreign_keys = OFF")
        db.conn.execute("ATTACH ? AS old", [str(file)])
        with db.atomic():
            rows, carried, new = _copy(db)
            _seal(db)
        db.conn.execute("DETACH old")
        link(db)
        new = [name for name in new if _is_empty(db, name)]
        problem = next(structure(db.conn), None)
        if problem:
            raise damaged(file, problem.what)
    finally:
        db.close()
    _flush(fresh)
    kept = _keep(file, before)
    os.replace(fresh, file)
    _flush(archive)
    return Upgraded(before, SCHEMA_VERSION, kept, rows, tuple(carried), tuple(new))


def _settle(file: Path) -> None:
    """Fold a log into its file, so that none is left to be taken for the new file's; check that the file is whole."""
    with closing(sqlite3.connect(file, timeout=1)) as db:
        problem = next(structure(db), None)
        if problem:
            raise damaged(file, problem.what)
        try:
            mode = db.execute("PRAGMA journal_mode = DELETE").fetchone()[0]
        except sqlite3.OperationalError as error:
            if primary_code(error) not in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                raise
            mode = "wal"
    if mode != "delete":
        raise Locked(f"somebody is reading {file}", "wait until that is done, then try again")


def _copy(db: Database) -> tuple[dict[str, int], list[str], list[str]]:
    """Copy the rows of all tables; gives the rows of each, the unknown tables, and what is new. In a transaction."""
    rows: dict[str, int] = {}
    new: list[str] = []
    there = {name for (name,) in db.conn.execute("SELECT name FROM old.sqlite_master WHERE type = 'table'")}
    for name, table in ALL_TABLES.items():
        if name not in there:
            new.append(name)
            continue
        if table.layer == "derived":  # `link` makes those anew
            continue
        columns = {row[1] for row in db.conn.execute(f'PRAGMA old.table_info("{name}")')}
        shared = ", ".join(f'"{column}"' for column in table.columns if column in columns)
        new += [f"{name}.{column}" for column in table.columns if column not in columns and column not in _MADE]
        db.conn.execute(f'INSERT INTO main."{name}"({shared}) SELECT {shared} FROM old."{name}"')
        rows[name] = db.conn.execute(f'SELECT count(*) FROM main."{name}"').fetchone()[0]
    carried = [name for name in sorted(there - set(ALL_TABLES)) if not name.startswith(("sqlite_", WORDS_TABLE))]
    for name in carried:
        _carry(db, name)
        rows[name] = db.conn.execute(f'SELECT count(*) FROM main."{name}"').fetchone()[0]
    return rows, carried, new


_MADE = frozenset(("seal", "content_seal"))
"""Columns that an upgrade fills itself."""


def _is_empty(db: Database, name: str) -> bool:
    """True where a table, or a column ("table.column"), holds no value."""
    table, _, column = name.partition(".")
    where = f'"{column}" IS NOT NULL' if column else "true"
    return db.conn.execute(f'SELECT 1 FROM "{table}" WHERE {where} LIMIT 1').fetchone() is None


def _carry(db: Database, name: str) -> None:
    """Make an unknown table as it was, with its rows, indexes and triggers."""
    query = "SELECT sql FROM old.sqlite_master WHERE type = ? AND tbl_name = ? AND sql IS NOT NULL ORDER BY rowid"
    for kind in ("table", "index", "trigger"):
        for (sql,) in db.conn.execute(query, [kind, name]).fetchall():
            db.conn.execute(sql)
        if kind == "table":
            db.conn.execute(f'INSERT INTO main."{name}" SELECT * FROM old."{name}"')


def _seal(db: Database) -> None:
    """Make the search index and the seals of what was copied. In the transaction that copied it."""
    db.conn.execute(f"INSERT INTO {WORDS_TABLE}({WORDS_TABLE}) VALUES ('rebuild')")
    for (source,) in db.conn.execute("SELECT id FROM source_file").fetchall():
        seal_content(db, source)
        retire(db, source)
    for table in ROWS:
        reseal(db.conn, table, "true")


def _keep(file: Path, version: int) -> Path:
    """Give the old file a second name that stays; an earlier one of that name is not written over."""
    number = 0
    while True:
        kept = file.with_name(f"{file.name}.schema-{version}" + (f".{number}" if number else ""))
        try:
            os.link(file, kept)
            return kept
        except FileExistsError:
            if os.path.samefile(file, kept):
                return kept  # an upgrade was killed between the two names
            number += 1
        except OSError:  # a disk without second names
            part = kept.with_name(kept.name + ".part")
            shutil.copy2(file, part)
            _flush(part)
            os.replace(part, kept)
            return kept


def _flush(path: Path) -> None:
    """Have a file, or the names in a folder, on the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
