"""Search: words in, places in documents out, newest first. Reads with plain sqlite3 so that it answers at once.

A word finds every word that begins with it, in any spelling that folds the same ("mote" finds "møtet"); words between
double quotes must stand together and whole. All of the words must be there. Nothing a user writes reaches FTS5's own
query language: every word is folded, quoted and counted.

Hits come newest first because their numbers do (see `search_index`); ranking has to read each hit, and reads the newest
`RANKED` only.
"""

from __future__ import annotations

import json
import re
import sqlite3
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pipeline.archive import read_archive
from pipeline.fold import fold_word
from pipeline.search_find import newest
from pipeline.search_index import KEY_TABLE, KINDS
from pipeline.search_rank import RANKED, best
from pipeline.search_terms import Term, terms

NAMES = {"decision": "decision", "action": "action_item", "agenda": "agenda_item", "page": "page"}
"""What users call them -> what they are."""

SNIPPET = 220
"""Characters of text that a hit shows, about."""

_WORD = re.compile(r"[^\W_]+")
_ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Hit:
    """One place: what it is, its meeting or report, and where to read it. `text` has its matches between marks.

    `capped` is true where hits were ranked and there were so many that only the newest were looked at.
    """

    type: str
    id: str
    document: str | None
    date: str | None
    body: str | None
    title: str | None
    text: str
    file: str | None
    path: str | None
    page: int | None
    capped: bool


def search(
    archive: Path,
    query: str,
    limit: int = 20,
    kinds: Iterable[str] = KINDS,
    ranked: bool = False,
    marks: tuple[str, str] = ("[", "]"),
) -> list[Hit]:
    """Hits for a query, newest first, or best first if `ranked` (of the newest `RANKED`, if there are more).

    None for a query without a word. Raises `NoArchive` and `ArchiveDamaged`.
    """
    wanted = terms(query)
    asked = set(kinds)
    asked = set(kinds)
    chosen = [number for number, kind in enumerate(KINDS) if kind in asked]
    if not wanted or not chosen:
        return []
    db = read_archive(archive)
    try:
        most = max(limit, RANKED) if ranked else limit
        found = newest(db, wanted, chosen, most + ranked)  # one more tells whether there are more
        capped, found = len(found) > most, found[:most]
        if ranked:
            found = best(db, found, wanted)[:limit]
        rows = db.execute(_SHOWN, [json.dumps(found)]).fetchall()
    finally:
        db.close()
    return [_hit(row, wanted, marks, capped) for row in rows]


_SHOWN = f"""
SELECT h.kind, h.record, d.id AS document, COALESCE(m.date, d.published) AS date, COALESCE(b.name, d.body) AS body,
  CASE h.kind WHEN 'decision' THEN i.title WHEN 'action_item' THEN i.title ELSE d.title END AS title,
  COALESCE(r.text, a.text, g.title, p.text, '') AS text, f.name AS file, f.path,
  NULLIF(COALESCE(r.page, a.page, g.page, p.number), 0) AS page
FROM json_each(?) found JOIN {KEY_TABLE} h ON h.id = found.value
LEFT JOIN decision r ON h.kind = 'decision' AND r.id = h.record
LEFT JOIN action_item a ON h.kind = 'action_item' AND a.id = h.record
LEFT JOIN agenda_item g ON h.kind = 'agenda_item' AND g.id = h.record
LEFT JOIN page p ON h.kind = 'page' AND p.id = h.record
LEFT JOIN agenda_item i ON i.id = COALESCE(r.item_id, a.item_id)
LEFT JOIN document d ON d.id = COALESCE(r.document, a.document, g.document, (
  SELECT x.id FROM document x WHERE x.source_file = p.source_file AND p.number BETWEEN x.first_page AND x.last_page
  ORDER BY x.first_page DESC, x.ordinal DESC LIMIT 1))
LEFT JOIN meeting m ON m.document = d.id
LEFT JOIN document_body l ON l.document = d.id
LEFT JOIN body b ON b.id = l.body
LEFT JOIN file_name f ON f.source_file = h.source_file AND f.path = (
  SELECT min(x.path) FROM file_name x WHERE x.source_file = h.source_file AND x.current = 1)
ORDER BY found.key
"""


def _hit(row: sqlite3.Row, wanted: tuple[Term, ...], marks: tuple[str, str], capped: bool) -> Hit:
    """A row as a hit, its text cut to the neighbourhood of the first match."""
    return Hit(
        row["kind"],
        row["record"],
        row["document"],
        row["date"],
        row["body"],
        row["title"],
        snippet(row["text"], wanted, marks),
        row["file"],
        row["path"],
        row["page"],
        capped,
    )


def snippet(text: str, wanted: tuple[Term, ...], marks: tuple[str, str] = ("[", "]"), length: int = SNIPPET) -> str:
    """About `length` characters around the first match, every match between marks; white space becomes one space.

    >>> snippet("Styret vedtok at neste møte holdes i juni.", terms("mote"), length=20)
    '… neste [møte] holdes …'
    """
    text = " ".join(unicodedata.normalize("NFC", text).split())
    spans = list(_WORD.finditer(text))
    folded = [fold_word(span.group()) for span in spans]
    matches = sorted(
        (spans[index].start(), spans[index + len(term.words) - 1].end())
        for term in wanted
        for index in [at for at, word in enumerate(folded) if word.startswith(term.words[0])]
        if term.at(folded, index)
    )
    first = matches[0] if matches else (0, 0)
    start, end = _window(text, first, length)
    parts, done = [], start
    for begin, finish in matches:
        if done <= begin and finish <= end:
            parts += [text[done:begin], marks[0], text[begin:finish], marks[1]]
            done = finish
    parts.append(text[done:end])
    return (_ELLIPSIS + " ") * (start > 0) + "".join(parts).strip() + (" " + _ELLIPSIS) * (end < len(text))


def _window(text: str, match: tuple[int, int], length: int) -> tuple[int, int]:
    """Start and end of a stretch of whole words around a match, a little more of it behind the match than before."""
    if len(text) <= length:
        return 0, len(text)
    start = max(0, min(match[0] - length * 2 // 5, len(text) - length))
    end = min(len(text), max(start + length, match[1]))
    if start:
        start = min(match[0], text.find(" ", start) + 1 or match[0])
    if end < len(text):
        end = max(match[1], text.rfind(" ", 0, end))
    return start, end
