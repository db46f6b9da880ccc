"""What is done to a content as a whole: taken out of search, taken away, its ids given up. All inside a transaction."""

from __future__ import annotations

from sqlite_utils import Database

from pipeline import search_index
from pipeline.rows import STATED, UNREAD
from pipeline.schema import DERIVED, RECORDS, TABLES
from pipeline.seal import reseal, stored_content_seal

FACTS = ("size", "media_type", "pages", "outcome", "text_from", "engine")
"""Columns of `source_file` that depend on the content and the program alone."""


def retire(db: Database, source: str) -> None:
    """Take a content out of search where it lies nowhere any more; its records are kept. Inside a transaction."""
    if db.conn.execute("SELECT 1 FROM file_name WHERE source_file = ? AND current = 1", [source]).fetchone():
        return
    if source.startswith(UNREAD):  # a path that could not be read was never a content
        delete_source(db, source)
        return
    search_index.remove(db.conn, source)
    seal_content(db, source)


def delete_source(db: Database, source: str) -> None:
    """Take away a content with its names and everything that was read in it; runs inside a transaction."""
    drop_content(db, source)
    db.conn.execute("DELETE FROM file_name WHERE source_file = ?", [source])
    db.conn.execute("DELETE FROM source_file WHERE id = ?", [source])


def drop_content(db: Database, source: str) -> None:
    """Take away the pages, words, issues and documents of a content; records go with their document."""
    search_index.remove(db.conn, source)
    for table in ("issue", "document", "page"):
        db.conn.execute(f"DELETE FROM {table} WHERE source_file = ?", [source])


def give_way(db: Database, source: str) -> None:
    """Mark the ids of a content's documents and records, so that a later version can have them."""
    mark = f"-{source[:8]}"
    db.conn.execute("PRAGMA defer_foreign_keys = ON")
    _unlink(db, source)
    own = "document IN (SELECT id FROM document WHERE source_file = ?)"
    for table in STATED:
        columns = TABLES[table].columns
        ids = ["id", "document", *(["item_id"] if "item_id" in columns else [])]
        if "source_file" not in columns:
            changes = ", ".join(f"{name} = {name} || :mark" for name in ids)
            db.conn.execute(f"UPDATE {table} SET {changes} WHERE {own.replace('?', ':source')}", _named(mark, source))
    db.conn.execute("UPDATE issue SET document = document || :mark WHERE source_file = :source", _named(mark, source))
    db.conn.execute(
        "UPDATE search_key SET record = record || :mark WHERE source_file = :source AND kind <> 'page'",
        _named(mark, source),
    )
    db.conn.execute("UPDATE document SET id = id || :mark WHERE source_file = :source", _named(mark, source))
    seal_content(db, source)


def _named(mark: str, source: str) -> dict[str, str]:
    return {"mark": mark, "source": source}


def seal_content(db: Database, source: str) -> None:
    """Renew the seals of a content after its rows were changed; runs inside the transaction that changed them."""
    sealed = stored_content_seal(db.conn, source, FACTS)
    db.conn.execute("UPDATE source_file SET content_seal = ? WHERE id = ?", [sealed, source])
    reseal(db.conn, "source_file", "id = ?", [source])


def _unlink(db: Database, source: str) -> None:
    """Take away what was derived from a content; `link` derives it anew at the end of every run."""
    documents = "SELECT id FROM document WHERE source_file = ?"
    for table, shape in DERIVED.items():
        for column, other in shape.refs.items():
            if other in RECORDS:
                theirs = documents if other == "document" else f"SELECT id FROM {other} WHERE document IN ({documents})"
                db.conn.execute(f"DELETE FROM {table} WHERE {column} IN ({theirs})", [source])
