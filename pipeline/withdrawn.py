"""Documents that were taken out for good: what is left of one is that it was there, when it went, and why.

An import never brings one back: it is known by its id, which another name and a later version of the file keep.
"""

from __future__ import annotations

import sqlite3
from dataclasses import replace

from pipeline.messages import message
from pipeline.model import Outcome, Record, Severity

ID = 16
"""Letters of a document's id; what may follow tells apart two contents that begin alike."""


def without_withdrawn(db: sqlite3.Connection, outcome: Outcome, language: str = "nb") -> Outcome:
    """The outcome without its withdrawn documents, their pages and what was said of them; a note tells of each."""
    documents = outcome.record["documents"]
    query = "SELECT withdrawn FROM withdrawal WHERE id = ?"
    found = {one["id"]: db.execute(query, [one["id"][:ID]]).fetchone() for one in documents}
    gone = {identity: day for identity, day in found.items() if day}
    if not gone:
        return outcome
    kept = [document for document in documents if document["id"] not in gone]
    pages = {page for document in kept for page in _pages(document)}
    lone = {page for document in documents if document["id"] in gone for page in _pages(document)} - pages
    issues = [
        issue
        for issue in outcome.record["issues"]
        if kept and issue.get("document") not in gone and (issue["source"] or {}).get("page") not in lone
    ]
    notes = [
        {
            "code": "withdrawn",
            "severity": Severity.NOTE.value,
            "message": message("withdrawn", language, day=day[:10]),
            "source": None,
            "document": None,
        }
        for (day,) in gone.values()
    ]
    return replace(
        outcome,
        record={**outcome.record, "documents": kept, "issues": [*issues, *notes]},
        pages=tuple(page for page in outcome.pages if kept and page[0] not in lone),
    )


def _pages(document: Record) -> range:
    """The pages of a document, none where its file has none."""
    span = document.get("pages") or (1, 0)
    return range(span[0], span[1] + 1)
