"""The newest rows that hold the words asked for.

FTS5 gives rows in order, as it finds them, for a word and for a beginning that its index of beginnings has. For a
longer beginning it first puts together all rows of all words that begin so: on a million rows with a usual word 20 ms.
Such a word is among the newest rows that hold its first letters, so those are read; only where few of them hold the
whole, and so a rare word is asked for, is FTS5 asked for it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from pipeline.search_index import KEY_TABLE, KINDS, WORDS_TABLE
from pipeline.search_terms import Term

LOOK, AGAIN = 200, 2
"""Rows with the first letters that are read: so many, and so many times those that are wanted."""


def newest(db: sqlite3.Connection, wanted: Sequence[Term], kinds: Sequence[int], count: int) -> list[int]:
    """Numbers of the newest rows of `search_key` that hold all terms, so many; `kinds` are places in `KINDS`."""
    kept = "" if len(kinds) == len(KINDS) else f"AND w.rowid & 3 IN ({', '.join(map(str, kinds))})"
    cut = [term.cut() for term in wanted]
    if cut != list(wanted):
        read = LOOK + AGAIN * count
        rows = db.execute(_READ.format(kept=kept), [_match(cut), read]).fetchall()
        needles = [term.needle() for term in wanted]
        found = sorted((number for number, text in rows if _holds(f" {text} ", needles)), reverse=True)
        if len(found) >= count or len(rows) < read:
            return found[:count]
    return [number for (number,) in db.execute(_FIND.format(kept=kept), [_match(wanted), count])]


def _holds(text: str, needles: Sequence[str]) -> bool:
    """True where folded words with a space before and behind each hold all of these."""
    for needle in needles:  # noqa: SIM110 -- faster than all(), and this is asked of thousands of pages
        if needle not in text:
            return False
    return True


def _match(wanted: Sequence[Term]) -> str:
    """All terms in FTS5's language."""
    return " ".join(term.fts() for term in wanted)


_FIND = f"SELECT w.rowid FROM {WORDS_TABLE} w WHERE {WORDS_TABLE} MATCH ? {{kept}} ORDER BY w.rowid DESC LIMIT ?"

_READ = f"SELECT k.id, k.words FROM ({_FIND}) found CROSS JOIN {KEY_TABLE} k ON k.id = found.rowid"
