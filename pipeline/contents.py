"""What is done to a content as a whole: taken out of search, taken away, its ids given up. All inside a transaction."""

from __future__ import annotations

from sqlite_utils import Database

from pipeline import search_index
from pipeline.rows import STATED, UNREAD
from pipeline.schema import DERIVED, RECORDS, TABLES
from pipeline.seal import reseal, stored_content_seal

FACTS = ("size", "media_type", "pages", "outcome", "text_from", "engine", "register")
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
    _rename(db, source, "{0} || :mark")


def take_back(db: Database, source: str) -> None:
    """Give a content that lies somewhere again the ids that it gave up, and its place in search."""
    held = db.conn.execute(
        "SELECT 1 FROM document d JOIN document o ON d.id = o.id || :mark WHERE d.source_file = :source",
        {"mark": _mark(source), "source": source},
    ).fetchone()
    if not held:
        _rename(db, source, "iif({0} LIKE '%' || :mark, substr({0}, 1, length({0}) - length(:mark)), {0})")
    search_index.remove(db.conn, source)
    search_index.add(db.conn, source, search_index.stored_keys(db.conn, source))
    seal_content(db, source)


def _rename(db: Database, source: str, new: str) -> None:
    """Give the documents and records of a content other ids: `new` is SQL with the column as {0}."""
    values = {"mark": _mark(source), "source": source}
    db.conn.execute("PRAGMA defer_foreign_keys = ON")
    _unlink(db, source)
    own = "document IN (SELECT id FROM document WHERE source_file = :source)"
    for table in STATED:
        columns = TABLES[table].columns
        if "source_file" not in columns:
            ids = ["id", "document", *(["item_id"] if "item_id" in columns else [])]
            changes = ", ".join(f"{name} = {new.format(name)}" for name in ids)
            db.conn.execute(f"UPDATE {table} SET {changes} WHERE {own}", values)
    for table, column, where in (
        ("issue", "document", "true"),
        ("search_key", "record", "kind <> 'page'"),
        ("document", "id", "true"),
    ):
        changed = f"UPDATE {table} SET {column} = {new.format(column)} WHERE source_file = :source AND {where}"
        db.conn.execute(changed, values)
    seal_content(db, source)


def _mark(source: str) -> str:
    return f"-{source[:8]}"


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
