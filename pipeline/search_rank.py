"""Which hits are the best: those that name the words often for their length, rare words counting more (BM25).

FTS5 has a function for this, which for every query goes through all rows that hold any of its words: half a second on
a million. This one reads the hits that it is given.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from math import log

from pipeline.search_index import BEGINNING, KEY_TABLE, WORDS_TABLE
from pipeline.search_terms import Term

RANKED = 400
"""Hits that are ranked, the newest; each is read, which costs some microseconds."""

COMMON = 2_000
"""Rows from which a word counts as common, whatever their number."""

SATURATION, LENGTH = 1.2, 0.75
"""BM25's two constants: how soon a repeated word adds nothing more, and how much a long text is held against it."""


def best(db: sqlite3.Connection, found: Sequence[int], wanted: Sequence[Term]) -> list[int]:
    """These rows of `search_key`, which hold all terms, best first; among equals their order stays."""
    weights = [_weight(db, term) for term in wanted] if len(wanted) > 1 else [1.0]
    query = f"SELECT id, words FROM {KEY_TABLE} WHERE id IN (SELECT value FROM json_each(?))"
    texts: dict[int, str] = dict(db.execute(query, [json.dumps(list(found))]).fetchall())
    usual = sum(map(len, texts.values())) / (len(texts) or 1)
    needles = [(term.needle(), weight) for term, weight in zip(wanted, weights, strict=True)]

    def score(number: int) -> float:
        text, points = f" {texts[number]} ", 0.0
        dampened = SATURATION * (1 - LENGTH + LENGTH * len(text) / usual)
        for needle, weight in needles:
            count = text.count(needle)
            points += weight * count / (count + dampened)
        return points

    return sorted(found, key=score, reverse=True)


def _weight(db: sqlite3.Connection, term: Term) -> float:
    """What a term counts: more the fewer rows hold it. A long word is counted as it stands, which costs nothing."""
    asked = replace(term, open=False) if len(term.words[-1]) > BEGINNING else term
    query = f"SELECT count(*) FROM (SELECT 1 FROM {WORDS_TABLE} WHERE {WORDS_TABLE} MATCH ? LIMIT ?)"
    (rows,) = db.execute(query, [asked.fts(), COMMON]).fetchone()
    return 1 + log(COMMON / max(rows, 1))
