"""The full text index: one row of folded words for every decision, action, agenda title and page.

`search_key` holds the folded words (see `fold`), so that any client finds "møte" by "mote" without a tokenizer of our
own; `search_words` is the FTS5 index over it, external content, so the words are stored once. There are no triggers:
the rows of a file come and go together, in bulk, inside the transaction that replaces the file.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator

from pipeline.fold import fold
from pipeline.model import Outcome, Record
from pipeline.schema.shape import Table

KEY_TABLE = "search_key"
WORDS_TABLE = "search_words"

TABLE = Table(
    "The folded words of a decision, action, agenda title or page, and its document's day, by which hits are ordered.",
    "file",
    {"id": int, "source_file": str, "kind": str, "record": str, "day": str, "words": str},
    {"source_file": "source_file"},
    frozenset({"source_file", "kind", "record", "day", "words"}),
    indexes=(("source_file",),),
)

CREATE = (
    f"CREATE VIRTUAL TABLE {WORDS_TABLE} USING fts5(words, content='{KEY_TABLE}', content_rowid='id', "
    "tokenize='unicode61 remove_diacritics 0')"
)

_FIELDS = {"decisions": ("decision", "text"), "actions": ("action_item", "text"), "agenda": ("agenda_item", "title")}


Key = tuple[str, str, str, str, str]


def keys(outcome: Outcome, source_file: str, page_id: Callable[[str, int], str]) -> Iterator[Key]:
    """Rows of `search_key` without their id; a page has the day of the last document that begins on or before it."""
    days: dict[int, str] = {}
    for document in outcome.record["documents"]:
        day = _day(document)
        first, last = document.get("pages") or (1, 0)
        days.update(dict.fromkeys(range(first, last + 1), day))
        for name, (kind, field) in _FIELDS.items():
            for record in document.get(name) or ():
                if words := fold(record.get(field) or ""):
                    yield source_file, kind, record["id"], day, words
    for number, text, _ in outcome.pages:
        if words := fold(text):
            yield source_file, "page", page_id(source_file, number), days.get(number, ""), words


def stored_keys(db: sqlite3.Connection, source_file: str) -> Iterator[Key]:
    """The same rows from what the archive has of a file, for one that is searched again."""
    day = """SELECT COALESCE(m.date, d.published, d.year || '-12-31', '') FROM document d
        LEFT JOIN meeting m ON m.document = d.id WHERE """
    for kind, field in _FIELDS.values():
        query = f"""SELECT r.id, ({day} d.id = r.document), r.{field} FROM {kind} r
            WHERE r.document IN (SELECT id FROM document WHERE source_file = ?)"""
        for record, date, text in db.execute(query, [source_file]):
            if words := fold(text or ""):
                yield source_file, kind, record, date, words
    query = f"""SELECT p.id, ({day} d.source_file = p.source_file AND p.number BETWEEN d.first_page AND d.last_page
        ORDER BY d.ordinal DESC LIMIT 1), p.text FROM page p WHERE p.source_file = ?"""
    for record, date, text in db.execute(query, [source_file]):
        if words := fold(text):
            yield source_file, "page", record, date or "", words


def _day(document: Record) -> str:
    """The day of a meeting or the day a report was published, else its year's last; "" where there is neither."""
    stated = (document.get("meeting") or {}).get("date") or document.get("published")
    return str(stated or (f"{document['year']}-12-31" if document.get("year") else ""))


def remove(db: sqlite3.Connection, source_file: str) -> None:
    """Take a file's words out of the index and out of the key table; runs inside the caller's transaction."""
    db.execute(
        f"INSERT INTO {WORDS_TABLE}({WORDS_TABLE}, rowid, words) "
        f"SELECT 'delete', id, words FROM {KEY_TABLE} WHERE source_file = ?",
        [source_file],
    )
    db.execute(f"DELETE FROM {KEY_TABLE} WHERE source_file = ?", [source_file])


def add(db: sqlite3.Connection, source_file: str, rows: Iterable[Key]) -> None:
    """Put a file's words in; runs inside the caller's transaction, after `remove`."""
    db.executemany(f"INSERT INTO {KEY_TABLE}(source_file, kind, record, day, words) VALUES (?, ?, ?, ?, ?)", rows)
    db.execute(
        f"INSERT INTO {WORDS_TABLE}(rowid, words) SELECT id, words FROM {KEY_TABLE} WHERE source_file = ?",
        [source_file],
    )
