"""A run taken back: every path shows what it showed before, in one transaction.

What the run brought in goes with its records; an earlier version that it replaced is shown again. What it only read
anew, with other rules, stays as it was read: the bytes are the same, and the earlier reading is not kept.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlite_utils import Database

from pipeline.contents import delete_source, retire, take_back
from pipeline.errors import Exit, ReferatError
from pipeline.link import link
from pipeline.runs import Run, now
from pipeline.seal import reseal

IMPORT = "import"


class CannotUndo(ReferatError):
    """There is no such run, or a later one builds on it."""

    exit = Exit.USAGE


@dataclass(frozen=True, slots=True)
class Undone:
    """What taking a run back came to: files taken out, earlier versions shown again, files that stay as read anew."""

    removed: int
    restored: int
    kept: int


def undo(db: Database, number: int, run: Run) -> Undone:
    """Take back the import with this number; the caller holds the lock. Raises `CannotUndo`, with nothing changed."""
    _check(db, number)
    run.id()
    removed = restored = kept = 0
    with db.atomic():
        entries = db.conn.execute(
            "SELECT path, before, after FROM import_entry WHERE run = ? ORDER BY path", [number]
        ).fetchall()
        for path, before, after in entries:
            if before == after:
                kept += 1
                continue
            if after is not None:
                removed += 1
                _remove(db, number, path, after)
            if before is not None and _show(db, path, before):
                restored += 1
        for content in {before for _, before, after in entries if before not in (None, after)}:
            if db.conn.execute("SELECT 1 FROM source_file WHERE id = ?", [content]).fetchone():
                take_back(db, content)
        db.conn.execute("UPDATE run SET undone = ? WHERE id = ?", [now(), number])
        reseal(db.conn, "run", "id = ?", [number])
    link(db)
    return Undone(removed, restored, kept)


def _check(db: Database, number: int) -> None:
    """Raise `CannotUndo` where the run cannot be taken back by itself."""
    found = db.conn.execute("SELECT command, undone FROM run WHERE id = ?", [number]).fetchone()
    runs = db.conn.execute(
        "SELECT id FROM run WHERE command = ? AND undone IS NULL ORDER BY id DESC LIMIT 10", [IMPORT]
    ).fetchall()
    known = ", ".join(str(one) for (one,) in runs) or "none"
    if not found or found[0] != IMPORT:
        raise CannotUndo(f"there is no import with the number {number}", f"imports that can be undone: {known}")
    if found[1]:
        raise CannotUndo(f"import {number} was undone already, on {found[1][:10]}", f"imports that can be: {known}")
    later = db.conn.execute(
        "SELECT DISTINCT e.run FROM import_entry e JOIN run r ON r.id = e.run AND r.undone IS NULL "
        "WHERE e.run > ?1 AND e.before IS NOT e.after AND e.path IN (SELECT path FROM import_entry WHERE run = ?1) "
        "ORDER BY 1 DESC",
        [number],
    ).fetchall()
    if later:
        names = ", ".join(str(one) for (one,) in later)
        raise CannotUndo(
            f"later imports changed the same files: {names}", "undo those first, the newest before the others"
        )


def _remove(db: Database, number: int, path: str, content: str) -> None:
    """Say that a content does not lie under a path; one that has no name left goes altogether."""
    older = "SELECT 1 FROM import_entry WHERE path = ? AND after = ? AND run < ?"
    if db.conn.execute(older, [path, content, number]).fetchone():  # it lay there once before: that stays known
        db.conn.execute("UPDATE file_name SET current = 0 WHERE path = ? AND source_file = ?", [path, content])
        reseal(db.conn, "file_name", "path = ?", [path])
    else:
        db.conn.execute("DELETE FROM file_name WHERE path = ? AND source_file = ?", [path, content])
    if db.conn.execute("SELECT 1 FROM file_name WHERE source_file = ?", [content]).fetchone():
        retire(db, content)
    else:
        delete_source(db, content)


def _show(db: Database, path: str, content: str) -> bool:
    """Say that a content lies under a path again; false where nothing is known of it any more."""
    cursor = db.conn.execute("UPDATE file_name SET current = 1 WHERE path = ? AND source_file = ?", [path, content])
    reseal(db.conn, "file_name", "path = ?", [path])
    return cursor.rowcount > 0
