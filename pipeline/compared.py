"""Documents as they are compared with each other: what tells one from another, and their words where asked for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from rapidfuzz import process
from rapidfuzz.fuzz import ratio
from sqlite_utils import Database

from pipeline import authority
from pipeline.authority import HEAD_LINES, Claim
from pipeline.model import TextFrom
from pipeline.sketch import Sketch, read_sketch


@dataclass(frozen=True, slots=True)
class Paper:
    """A document that is shown if no other stands for it. `day`: of the meeting, else the year; `name`: of the body."""

    id: str
    source: str
    kind: str
    title: str
    day: str | None
    numbers: frozenset[str]
    name: str
    pages: tuple[int, int]
    sketch: Sketch
    recognised: bool
    claim: Claim


@dataclass
class Words:
    """The folded words of documents, read from the search index as they are asked for."""

    db: Database
    _of: dict[str, str] = field(default_factory=dict)
    _heads: dict[str, list[str]] = field(default_factory=dict)

    def of(self, paper: Paper) -> str:
        """The words of the pages that a document stands on."""
        if paper.id not in self._of:
            query = (
                "SELECT k.words FROM search_key k JOIN page p ON p.id = k.record WHERE k.source_file = ? "
                "AND k.kind = 'page' AND p.number BETWEEN ? AND ? ORDER BY p.number"
            )
            self._of[paper.id] = " ".join(row[0] for row in self.db.conn.execute(query, [paper.source, *paper.pages]))
        return self._of[paper.id]

    def head(self, paper: Paper) -> list[str]:
        """The lines of a document's first page that stand before its first item."""
        if paper.id not in self._heads:
            found = self.db.conn.execute(_HEAD, [paper.id, paper.source, paper.pages[0]]).fetchone()
            text, item = found or ("", None)
            self._heads[paper.id] = text.split("\n")[: item - 1 if item else None][:HEAD_LINES]
        return self._heads[paper.id]

    def missing(self, wanted: Iterable[str], paper: Paper, likeness: float = 100) -> set[str]:
        """Which of some folded words a document does not have, not even within longer ones or divided.

        Words of versions ("utkast") are not missed, nor one where the document has a word of that likeness (of 100).
        """
        words = self.of(paper)
        left = set(wanted).difference(words.split(), authority.marks())
        letters = words.replace(" ", "") if left else ""
        left = {word for word in left if word not in letters}
        if likeness == 100:
            return left
        known = set(words.split())
        return {word for word in left if not process.extractOne(word, known, scorer=ratio, score_cutoff=likeness)}

    def claim(self, paper: Paper) -> Claim:
        """What a document has to say for itself, with what its files' names and its head say of the version."""
        names = self.db.conn.execute(
            "SELECT name FROM file_name WHERE source_file = ? AND current = 1", [paper.source]
        ).fetchall()
        state = authority.version([name for (name,) in names], paper.title, self.head(paper))
        return replace(paper.claim, version=state)


def papers(db: Database) -> Iterator[Paper]:
    """The documents of all contents that lie somewhere now, in the order of their contents."""
    for row in db.conn.execute(_PAPERS):
        (
            key,
            source,
            ordinal,
            kind,
            title,
            body,
            first,
            last,
            made,
            date,
            number,
            text_from,
            media_type,
            closed,
            others,
        ) = row
        text = read_sketch(made)
        claim = Claim(authority.UNSAID, text.runs, text_from, others == 1, media_type, source, ordinal, closed == 1)
        yield Paper(
            key,
            source,
            kind,
            title or "",
            date,
            frozenset(digits.lstrip("0") for digits in re.findall(r"\d+", number or "")),
            body or "",
            (first or 0, last or 0),
            text,
            text_from in {TextFrom.OCR, TextFrom.MIXED},
            claim,
        )


_PAPERS = """
SELECT d.id, d.source_file, d.ordinal, d.kind, d.title, d.body, d.first_page, d.last_page, d.sketch,
  CASE WHEN d.kind IN ('minutes', 'notice') THEN m.date
    ELSE COALESCE(CAST(d.year AS TEXT), substr(d.published, 1, 4)) END,
  m.number, s.text_from, s.media_type, d.closed, (SELECT count(*) FROM document x WHERE x.source_file = d.source_file)
FROM document d JOIN source_file s ON s.id = d.source_file
  LEFT JOIN meeting m ON m.id = (SELECT x.id FROM meeting x WHERE x.document = d.id ORDER BY x.position, x.id LIMIT 1)
WHERE d.sketch IS NOT NULL AND d.id IN (SELECT id FROM v_current)
ORDER BY d.source_file, d.ordinal
"""


_HEAD = """
SELECT p.text, (SELECT min(a.first_line) FROM agenda_item a WHERE a.document = ? AND COALESCE(a.page, 0) = p.number)
FROM page p WHERE p.source_file = ? AND p.number = ?
"""
"""The text of a document's first page, and the line on which its first item begins."""
