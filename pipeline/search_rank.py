"""Which hits are the best: those that name the words often for their length, rare words counting more (BM25).

FTS5 has a function for this, which for every query goes through all rows that hold any of its words: half a second on
a million. This one reads the hits that it is given.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from math import log

from pipeline.search_index import KEY_TABLE, WORDS_TABLE

RANKED = 2000
"""Hits that are ranked, the newest; each costs some microseconds."""

COMMON = 10_000
"""Rows from which a word counts as common, whatever their number."""

SATURATION, LENGTH = 1.2, 0.75
"""BM25's two constants: how soon a repeated word adds nothing more, and how much a long text is held against it."""


@dataclass(frozen=True, slots=True)
class Term:
    """Folded words that must stand together; the last may go on where `open` is true."""

    words: tuple[str, ...]
    open: bool

    def fts(self) -> str:
        """The term in FTS5's language; folded words hold letters and digits only."""
        return f'"{" ".join(self.words)}"' + ("*" if self.open else "")

    def at(self, words: list[str], index: int) -> bool:
        """True where the term stands at that index of folded words."""
        found = words[index : index + len(self.words)]
        if len(found) < len(self.words) or found[:-1] != list(self.words[:-1]):
            return False
        return found[-1].startswith(self.words[-1]) if self.open else found[-1] == self.words[-1]

    def count(self, text: str) -> int:
        """How often the term stands in folded words with a space before and behind each.

        >>> Term(("mote",), True).count(" motet 4 og mote 5 "), Term(("mote",), False).count(" motet 4 og mote 5 ")
        (2, 1)
        """
        return text.count(f" {' '.join(self.words)}" + " " * (not self.open))


def best(db: sqlite3.Connection, found: Sequence[int], wanted: Sequence[Term]) -> list[int]:
    """These rows of `search_key`, which hold all terms, best first; among equals their order stays."""
    weights = [_weight(db, term) for term in wanted] if len(wanted) > 1 else [1.0]
    query = f"SELECT id, words FROM {KEY_TABLE} WHERE id IN (SELECT value FROM json_each(?))"
    texts: dict[int, str] = dict(db.execute(query, [json.dumps(list(found))]).fetchall())
    usual = sum(map(len, texts.values())) / (len(texts) or 1)

    def score(number: int) -> float:
        text = f" {texts[number]} "
        dampened = SATURATION * (1 - LENGTH + LENGTH * len(text) / usual)
        counts = (term.count(text) for term in wanted)
        return sum(weight * count / (count + dampened) for weight, count in zip(weights, counts, strict=True))

    return sorted(found, key=score, reverse=True)


def _weight(db: sqlite3.Connection, term: Term) -> float:
    """What a term counts: more the fewer rows hold it."""
    query = f"SELECT count(*) FROM (SELECT 1 FROM {WORDS_TABLE} WHERE {WORDS_TABLE} MATCH ? LIMIT ?)"
    (rows,) = db.execute(query, [term.fts(), COMMON]).fetchone()
    return 1 + log(COMMON / max(rows, 1))
