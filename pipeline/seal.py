"""Hashes by which a changed value is found: of one row, of everything that a content has, of a derived table.

SQLite's own check finds a page that makes no sense, not a letter that became another. A row of the tables that grow by
single rows bears its hash in the column `seal`; what a content has in the other tables is hashed as a whole, and so is
every derived table. `referat verify` makes them anew and compares.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from typing import Any

from pipeline.schema import DERIVED, RECORDS, TABLES

SEAL = "seal"
FUNCTION = "referat_seal"
"""The SQL function of a connection made by `tables.connect`: the seal of its arguments."""
ROWS = tuple(name for name, table in TABLES.items() if SEAL in table.columns and name != "derived_seal")
"""Tables in which each row bears its own seal."""
CONTENT = ("page", *RECORDS)
"""Tables whose rows are sealed together with their content."""
WHOLE = tuple(name for name in DERIVED if name != "derived_seal")
"""Tables that are sealed as a whole."""
INDEX = "search_words"
"""The search index (`search_index`), sealed as a whole with the derived tables: it depends on the order of import."""
INDEX_PARTS = {"data": "1", "idx": "1, 2", "docsize": "1", "config": "1"}
"""The tables in which FTS5 keeps it, and the columns of their keys."""
WORDS = ("source_file", "kind", "record", "day", "words")
"""Columns of `search_key` that are sealed; its rowid is checked by the index itself."""

Row = Sequence[Any]


def seal(values: Iterable[Any]) -> str:
    """The hash of a row: 16 hexadecimal digits.

    >>> seal([1, None, "å"]) == seal((1, None, "å")) != seal([1, None, "a"])
    True
    """
    return blake2b(repr(tuple(values)).encode(), digest_size=8).hexdigest()


def sealed_columns(table: str) -> list[str]:
    """Columns of a table that its rows' seals are made of, in order."""
    return [column for column in TABLES[table].columns if column != SEAL]


def reseal(db: sqlite3.Connection, table: str, where: str, values: Sequence[Any] = ()) -> None:
    """Renew the seals of the rows that a condition picks; runs inside the caller's transaction."""
    columns = ", ".join(f'"{column}"' for column in sealed_columns(table))
    db.execute(f'UPDATE "{table}" SET {SEAL} = {FUNCTION}({columns}) WHERE {where}', values)


def content_seal(facts: Row, rows: Mapping[str, Iterable[Row]], words: Iterable[Row]) -> str:
    """The seal of a content: its facts, its rows by table (key first) and its rows of `search_key`, in any order."""
    digest = blake2b(repr(tuple(facts)).encode(), digest_size=8)
    for table in CONTENT:
        for row in sorted(rows.get(table, ()), key=_first):
            digest.update(repr(tuple(row)).encode())
    for row in sorted(words, key=lambda row: (row[1], row[2])):
        digest.update(repr(tuple(row)).encode())
    return digest.hexdigest()


def stored_content_seal(db: sqlite3.Connection, source: str, facts: Sequence[str]) -> str:
    """The same of what the archive has now; `facts` names the columns of `source_file` that belong to it."""
    told = db.execute(f"SELECT {', '.join(facts)} FROM source_file WHERE id = ?", [source]).fetchone()
    words = db.execute(f"SELECT {', '.join(WORDS)} FROM search_key WHERE source_file = ?", [source])
    return content_seal(told or (), {table: _of(db, table, source) for table in CONTENT}, words)


def _of(db: sqlite3.Connection, table: str, source: str) -> Iterator[Row]:
    """The rows that a content has in a table."""
    columns = ", ".join(f'"{column}"' for column in TABLES[table].columns)
    own = "source_file" in TABLES[table].columns
    where = "source_file = ?" if own else "document IN (SELECT id FROM document WHERE source_file = ?)"
    return iter(db.execute(f'SELECT {columns} FROM "{table}" WHERE {where}', [source]))


def table_seal(db: sqlite3.Connection, table: str) -> str:
    """The seal of a derived table: all its rows in the order of their key."""
    shape = TABLES[table]
    key = (shape.key,) if isinstance(shape.key, str) else shape.key
    columns = ", ".join(f'"{column}"' for column in shape.columns)
    digest = blake2b(digest_size=8)
    for row in db.execute(f'SELECT {columns} FROM "{table}" ORDER BY {", ".join(key)}'):
        digest.update(repr(tuple(row)).encode())
    return digest.hexdigest()


def index_seal(db: sqlite3.Connection) -> str:
    """The seal of the search index: all that FTS5 keeps. Its own check passes over bits by which words are found."""
    digest = blake2b(digest_size=8)
    for part, order in INDEX_PARTS.items():
        for row in db.execute(f"SELECT * FROM {INDEX}_{part} ORDER BY {order}"):
            for value in row:
                kept = value if isinstance(value, bytes) else repr(value).encode()
                digest.update(f"{len(kept)} ".encode() + kept)
    return digest.hexdigest()


def seal_derived(db: sqlite3.Connection) -> None:
    """Write the seals of all derived tables and of the search index; runs inside the transaction that fills them."""
    db.execute("DELETE FROM derived_seal")
    db.executemany("INSERT INTO derived_seal VALUES (?, ?)", list(derived_seals(db).items()))


def derived_seals(db: sqlite3.Connection) -> dict[str, str]:
    """What the seals in `derived_seal` are to be, by name."""
    return {**{table: table_seal(db, table) for table in WHOLE}, INDEX: index_seal(db)}


def _first(row: Row) -> Any:
    return row[0]
