"""Taking a document out for good: its rows, its words in the index, and what is left of them in the file."""

from __future__ import annotations

from dataclasses import dataclass

from sqlite_utils import Database

from pipeline import search_index
from pipeline.contents import seal_content
from pipeline.errors import Exit, ReferatError
from pipeline.link import link
from pipeline.runs import Run, now
from pipeline.seal import reseal, seal, seal_derived
from pipeline.withdrawn import ID


class NoDocument(ReferatError):
    """No document, or more than one, has the id that was given."""

    exit = Exit.USAGE


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """What was taken out: its id, the years whose digests told of it, and documents still there that say the same."""

    id: str
    years: tuple[int, ...]
    twins: tuple[str, ...]


def withdraw(db: Database, given: str, because: str, run: Run) -> Withdrawn:
    """Take a document out for good, in all its versions, and leave an entry that says nothing of what it said.

    `given` is its id or the beginning of it. The caller holds the lock, and calls `scrub` afterwards. Raises
    `NoDocument`, with nothing changed.
    """
    identity = _identity(db, given)
    run.id()
    with db.atomic():
        gone = db.conn.execute(
            "SELECT id, source_file, year FROM document WHERE substr(id, 1, ?) = ? ORDER BY id", [ID, identity]
        ).fetchall()
        own = "(SELECT id FROM document WHERE substr(id, 1, ?1) = ?2)"
        twins = db.conn.execute(
            f"SELECT document FROM document_copy WHERE of IN {own} "
            f"UNION SELECT of FROM document_copy WHERE document IN {own}",
            [ID, identity],
        ).fetchall()
        for document, source, _ in gone:
            _take_out(db, document, source)
        row = (identity, gone[0][1], now(), because)
        db.conn.execute("INSERT INTO withdrawal VALUES (?, ?, ?, ?, ?)", [*row, seal(row)])
    link(db)
    years = {year for _, _, year in gone if year}
    ids = {document for document, _, _ in gone}
    return Withdrawn(identity, tuple(sorted(years)), tuple(sorted(twin for (twin,) in twins if twin not in ids)))


def _identity(db: Database, given: str) -> str:
    """The id of the one document that is meant."""
    query = "SELECT DISTINCT substr(id, 1, ?) FROM document WHERE substr(id, 1, length(?)) = ? LIMIT 6"
    found = [identity for (identity,) in db.conn.execute(query, [ID, given, given])] if given else []
    if len(found) == 1:
        return str(found[0])
    if found:
        raise NoDocument(f"more than one document begins with {given}: {', '.join(found)}", "give more of the id")
    raise NoDocument(f"no document has the id {given}", "the id ends the address of its page: document/<id>.html")


def _take_out(db: Database, document: str, source: str) -> None:
    """Delete a document with its records, the pages that no other document of its file has, and what was said of it."""
    first, last = db.conn.execute("SELECT first_page, last_page FROM document WHERE id = ?", [document]).fetchone()
    search_index.remove(db.conn, source)
    db.conn.execute("DELETE FROM issue WHERE document = ?", [document])
    db.conn.execute("DELETE FROM document WHERE id = ?", [document])
    if db.conn.execute("SELECT 1 FROM document WHERE source_file = ?", [source]).fetchone():
        lone = """source_file = :source AND {0} BETWEEN :first AND :last AND NOT EXISTS (SELECT 1 FROM document d
            WHERE d.source_file = :source AND {0} BETWEEN d.first_page AND d.last_page)"""
        span = {"source": source, "first": first, "last": last}
        db.conn.execute(f"DELETE FROM page WHERE {lone.format('number')}", span)
        db.conn.execute(f"DELETE FROM issue WHERE {lone.format('page')}", span)
    else:
        db.conn.execute("DELETE FROM page WHERE source_file = ?", [source])
        db.conn.execute("DELETE FROM issue WHERE source_file = ?", [source])
    db.conn.execute("UPDATE import_entry SET code = NULL, message = NULL WHERE ? IN (before, after)", [source])
    reseal(db.conn, "import_entry", "? IN (before, after)", [source])
    if _is_shown(db, source):
        search_index.add(db.conn, source, search_index.stored_keys(db.conn, source))
    seal_content(db, source)


def _is_shown(db: Database, source: str) -> bool:
    query = "SELECT 1 FROM file_name WHERE source_file = ? AND current = 1"
    return db.conn.execute(query, [source]).fetchone() is not None


def scrub(db: Database) -> None:
    """Leave no trace of deleted words in the database's file: the index made anew, the file written anew."""
    with db.atomic():
        db.conn.execute(f"INSERT INTO {search_index.WORDS_TABLE}({search_index.WORDS_TABLE}) VALUES ('rebuild')")
    with db.atomic():  # the index writes its last words when a transaction ends, so its seal is made in the next
        seal_derived(db.conn)
    db.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    db.conn.execute("VACUUM")
