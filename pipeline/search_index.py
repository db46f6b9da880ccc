"""The full text index: one row of folded words for every decision, action, agenda title and page.

`search_key` holds the folded words (see `fold`), so that any client finds "møte" by "mote" without a tokenizer of our
own; `search_words` is the FTS5 index over it, external content, so the words are stored once. There are no triggers:
the rows of a file come and go together, in bulk, inside the transaction that replaces the file.

A row's number says when and where it belongs: the day above, then the file, then the place in it, the kind in the two
lowest bits. FTS5 gives hits in the order of these numbers as it finds them, so the newest of a million are there at
once, without sorting; and the numbers come from the content, so that the order of an import does not show.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from hashlib import sha256

from pipeline.fold import fold
from pipeline.model import Outcome, Record
from pipeline.schema.shape import Table

KEY_TABLE = "search_key"
WORDS_TABLE = "search_words"

KINDS = ("decision", "action_item", "agenda_item", "page")
"""What can be found; the place of a kind here is the two lowest bits of a row's number."""

TABLE = Table(
    "The folded words of a decision, action, agenda title or page, and its document's day. The ids rise with the day, "
    "so that hits are found newest first.",
    "file",
    {"id": int, "source_file": str, "kind": str, "record": str, "day": str, "words": str},
    {"source_file": "source_file"},
    frozenset({"source_file", "kind", "record", "day", "words"}),
    indexes=(("source_file",),),
)

BEGINNING = 5
"""Letters of the longest beginnings of words that are indexed."""

CREATE = (
    f"CREATE VIRTUAL TABLE {WORDS_TABLE} USING fts5(words, content='{KEY_TABLE}', content_rowid='id', "
    f"tokenize='unicode61 remove_diacritics 0', prefix='3 4 {BEGINNING}')"
)
"""Beginnings of words are indexed too, since a word that is asked for stands for every word that begins with it."""

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
    """The same rows, in the same order, from what the archive has of a file, for one that is searched again."""
    days: dict[int, str] = {}
    documents = db.execute(
        "SELECT d.id, COALESCE(m.date, d.published, d.year || '-12-31', ''), d.first_page, d.last_page FROM document d "
        "LEFT JOIN meeting m ON m.document = d.id WHERE d.source_file = ? ORDER BY d.ordinal",
        [source_file],
    ).fetchall()
    for document, day, first, last in documents:
        days.update(dict.fromkeys(range(first or 1, (last or 0) + 1), day))
        for kind, field in _FIELDS.values():
            query = f"SELECT id, {field} FROM {kind} WHERE document = ? ORDER BY position"
            for record, text in db.execute(query, [document]):
                if words := fold(text or ""):
                    yield source_file, kind, record, day, words
    query = "SELECT id, number, text FROM page WHERE source_file = ? ORDER BY number"
    for record, number, text in db.execute(query, [source_file]):
        if words := fold(text):
            yield source_file, "page", record, days.get(number, ""), words


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
    """Put a file's words in; runs inside the caller's transaction, after `remove`.

    Of two rows of one day in one file, the earlier in `rows` is found first.
    """
    days: dict[str, list[Key]] = {}
    for row in rows:
        days.setdefault(row[3], []).append(row)
    for day, own in days.items():
        first = _room(db, source_file, day, len(own))
        numbered = ((first + (at << _KIND_BITS) + KINDS.index(row[1]), *row) for at, row in enumerate(reversed(own)))
        db.executemany(
            f"INSERT INTO {KEY_TABLE}(id, source_file, kind, record, day, words) VALUES (?, ?, ?, ?, ?, ?)", numbered
        )
    db.execute(
        f"INSERT INTO {WORDS_TABLE}(rowid, words) SELECT id, words FROM {KEY_TABLE} WHERE source_file = ? ORDER BY id",
        [source_file],
    )


_KIND_BITS, _PLACE_BITS, _FILE_BITS = 2, 14, 24
"""Of a row's number, from below: its kind, its place among the file's rows of that day, its file; above, the day."""

_DAY_BITS = _KIND_BITS + _PLACE_BITS + _FILE_BITS


def _room(db: sqlite3.Connection, source_file: str, day: str, count: int) -> int:
    """The first of so many free numbers in a row for a file's rows of a day.

    Where they lie within the day depends on the file alone, unless two files of one day (or two of the many without
    a day) fall on the same of 16 million places: then the later one takes the next.
    """
    low, size = _ordinal(day) << _DAY_BITS, count << _KIND_BITS
    high = low + (1 << _DAY_BITS) - size
    start = low + (int.from_bytes(sha256(source_file.encode()).digest()[:3]) << _KIND_BITS + _PLACE_BITS)
    while True:
        start = min(start, high)
        query = f"SELECT max(id) FROM {KEY_TABLE} WHERE id >= ? AND id < ?"
        (taken,) = db.execute(query, [start, start + size]).fetchone()
        if taken is None:
            return start
        start = low if start == high else ((taken >> _KIND_BITS) + 1) << _KIND_BITS


def _ordinal(day: str) -> int:
    """A number that rises with the day, 0 where there is none; what is missing of a day comes before the rest.

    >>> 0 == _ordinal("") < _ordinal("1998") < _ordinal("1998-03") < _ordinal("1998-03-01") < _ordinal("1998-12-31")
    True
    """
    year, month, last = [*(int(part) for part in re.findall(r"\d+", day)[:3]), 0, 0, 0][:3]
    return min(year, 9999) * 416 + min(month, 12) * 32 + min(last, 31)
