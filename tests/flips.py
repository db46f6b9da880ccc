"""Single bits of an archive turned over: in stored values through SQLite, so that pages still make sense, and raw."""

from __future__ import annotations

import random
import sqlite3
import struct
from contextlib import closing
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from pipeline.archive import DATABASE
from pipeline.errors import ReferatError
from pipeline.search import search
from pipeline.verify import verify


@dataclass(frozen=True, slots=True)
class Flip:
    """Where a bit was turned, and what the value was before and after."""

    table: str
    column: str
    before: Any
    after: Any


def tables(db: sqlite3.Connection) -> list[str]:
    """All tables with rows, those of the search index among them (the index itself is no table with values)."""
    named = db.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY 1"
    )
    return [name for (name,) in named.fetchall() if db.execute(f'SELECT 1 FROM "{name}"').fetchone()]


def flip_value(archive: Path, rng: random.Random, only: str | None = None) -> Flip:
    """Turn one bit of one value that is not null: of a table (or `only` that), a column and a row taken at random."""
    with closing(sqlite3.connect(archive / DATABASE)) as db:
        db.execute("PRAGMA ignore_check_constraints = ON")
        while True:
            table = only or rng.choice(tables(db))
            columns = [row[1] for row in db.execute(f'PRAGMA table_info("{table}")')]
            keys = [row[1] for row in db.execute(f'PRAGMA table_info("{table}")') if row[5]]
            column = rng.choice(columns)
            cells = f'typeof("{column}"), CAST("{column}" AS BLOB), "{column}"'
            rows = db.execute(
                f'SELECT {cells}, {", ".join(keys)} FROM "{table}" WHERE length(CAST("{column}" AS BLOB)) > 0'
            ).fetchall()
            if not rows:
                continue
            kind, raw, value, *key = rng.choice(rows)
            after = turned(kind, raw, value, rng)
            set_to = "CAST(? AS TEXT)" if kind == "text" else "?"
            where = " AND ".join(f'"{name}" IS ?' for name in keys)
            try:
                db.execute(f'UPDATE "{table}" SET "{column}" = {set_to} WHERE {where}', [after, *key])
            except sqlite3.IntegrityError:  # the table's own rules refuse it: nothing was stored
                db.rollback()
                continue
            db.commit()
            return Flip(table, column, value, after)


def turned(kind: str, raw: bytes, value: Any, rng: random.Random) -> Any:
    """A value with one bit turned; of text its bytes, which need be no UTF-8 any more."""
    if kind == "integer":
        return int(value) ^ (1 << rng.randrange(20))
    if kind == "real":
        (bits,) = struct.unpack("<Q", struct.pack("<d", value))
        return struct.unpack("<d", struct.pack("<Q", bits ^ (1 << rng.randrange(64))))[0]
    data = bytearray(raw)
    data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
    return bytes(data)


def flip_byte(archive: Path, offset: int, bit: int) -> None:
    """Turn one bit of the file, whatever it belongs to."""
    with open(archive / DATABASE, "r+b") as file:
        file.seek(offset)
        (byte,) = file.read(1)
        file.seek(offset)
        file.write(bytes([byte ^ 1 << bit]))


def is_caught(archive: Path) -> bool:
    """True where the archive is refused, or `verify` says that it is not what was written."""
    try:
        return verify(archive).damaged
    except ReferatError:
        return True


def words(archive: Path, count: int) -> list[str]:
    """Words that stand in the archive, for queries."""
    with closing(sqlite3.connect(archive / DATABASE)) as db:
        found = {word for (text,) in db.execute("SELECT words FROM search_key") for word in text.split()}
    return random.Random(count).choices(sorted(found), k=count)


def answers(archive: Path, queries: list[str]) -> str:
    """A hash of all that queries return: the rows of every table and view, and the hits of searches."""
    digest = sha256()
    with closing(sqlite3.connect(archive / DATABASE)) as db:
        names = db.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view') ORDER BY 1").fetchall()
        for (name,) in names:
            for row in db.execute(f'SELECT * FROM "{name}"'):
                digest.update(repr(row).encode("utf-8", "backslashreplace"))
    for number, query in enumerate(queries):
        digest.update(repr(search(archive, query, ranked=bool(number % 2))).encode())
    return digest.hexdigest()
