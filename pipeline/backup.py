"""A copy of the archive's database, made while others use it, and looked through before it gets its name."""

from __future__ import annotations

import os
import shlex
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

from pipeline.archive import DATABASE, check_header, no_archive, read_database
from pipeline.errors import ArchiveDamaged, ReferatError
from pipeline.integrity import DAMAGE, findings

STEP = 1000
"""Pages that are copied between two calls of `tell`."""


class Refused(ReferatError):
    """The copy is not to be written where it was asked for."""


def backup(
    archive: Path, file: Path, force: bool = False, tell: Callable[[int, int], None] = lambda left, total: None
) -> int:
    """Copy the database of an archive to `file`, as it is at this moment; gives the size of the copy in bytes.

    An import may be at work: the copy has all of each file or nothing. It is written beside its place and moved there
    when it is whole and on the disk, so whatever stops it leaves no file of that name, and an old one as it was.
    `tell` hears how many pages are left and how many there are. Raises `NoArchive`, `ArchiveDamaged` where the archive
    is not what was written, and `Refused` where `file` is there already or is the archive itself.
    """
    source = archive / DATABASE
    if not source.exists():
        raise no_archive(archive)
    check_header(source)
    _refuse(source, file, force)
    fresh = file.with_name(f"{file.name}.part")
    try:
        _copy(source, fresh, tell)
        _look_through(fresh, archive)
        with open(fresh, "rb") as stream:
            os.fsync(stream.fileno())
        _refuse(source, file, force)
        os.replace(fresh, file)
    finally:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
    return file.stat().st_size


def _refuse(source: Path, file: Path, force: bool) -> None:
    """Raise `Refused` where a copy must not go."""
    own = {os.path.realpath(source.with_name(source.name + ending)) for ending in ("", "-wal", "-shm", "-journal")}
    if os.path.realpath(file) in own or (file.exists() and os.path.samefile(source, file)):
        raise Refused(f"{file} is the archive itself", "name another file, on another disk if you can")
    if file.is_dir():
        raise Refused(f"{file} is a folder", "name a file in it")
    if not file.parent.is_dir():
        raise Refused(f"there is no folder {file.parent}", "make it first")
    if os.path.lexists(file) and not force:
        raise Refused(f"{file} is there already", "give --force to write over it, or name another file")


def _copy(source: Path, fresh: Path, tell: Callable[[int, int], None]) -> None:
    """Copy the database page by page, in one read transaction: what is written meanwhile is not in it."""
    fresh.unlink(missing_ok=True)
    with closing(read_database(source, untouched=True)) as db, closing(sqlite3.connect(fresh)) as copy:
        db.execute("BEGIN")
        db.execute("SELECT count(*) FROM sqlite_master").fetchone()
        db.backup(copy, pages=STEP, progress=lambda status, left, total: tell(left, total), sleep=0)
        copy.execute("PRAGMA journal_mode = DELETE")  # one file, whatever the archive had beside it


def _look_through(fresh: Path, archive: Path) -> None:
    """Raise `ArchiveDamaged` where the copy, and so the archive, is not what was written."""
    try:
        with closing(read_database(fresh)) as db:
            bad = [finding.what for finding in findings(db) if finding.kind in DAMAGE]
    except ArchiveDamaged as error:
        bad = [str(error).replace(str(fresh), "the database")]
    if bad:
        raise ArchiveDamaged(
            f"no backup was made, for the archive is not what was written: {bad[0]}",
            f"see all of it with: referat verify --archive {shlex.quote(str(archive))}; put back an earlier backup",
        )
