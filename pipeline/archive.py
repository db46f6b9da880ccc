"""What makes a file an archive of ours, and how to open one for reading.

Light: commands that only look import no more than this.
"""

from __future__ import annotations

import fcntl
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.errors import ArchiveDamaged, ArchiveOld, Locked, NoAccess, NoArchive
from pipeline.rebuild import rebuilt_by
from pipeline.schema import SCHEMA_VERSION

DATABASE = "archive.db"
LOCK = "archive.lock"
SITE = "site"
OCR_CACHE = "ocr-cache"

APPLICATION_ID = 0x52465254
"""The mark that SQLite keeps at byte 68 of the file: "RFRT"."""

_MAGIC = b"SQLite format 3\0"


def version_of(file: Path) -> int:
    """The schema version of an archive's file, by its first bytes; only reads.

    Raises `ArchiveDamaged` where it is no SQLite database or another program's, `NoAccess` where it cannot be read.
    """
    try:
        with open(file, "rb") as stream:
            head = stream.read(100)
    except OSError as error:
        raise NoAccess(f"{file} cannot be read: {error.strerror}", "check who may read it") from None
    if not head.startswith(_MAGIC) or len(head) < 100:
        raise ArchiveDamaged(
            f"{file} is not a SQLite database",
            f"put back a backup, or move it away and make it anew: {rebuilt_by(file)}; it is unchanged",
        )
    if int.from_bytes(head[68:72]) != APPLICATION_ID:
        raise ArchiveDamaged(
            f"{file} is another program's database",
            "keep the archive in another folder: referat import FOLDER --archive DIR; the file is unchanged",
        )
    return int.from_bytes(head[60:64])


def check_header(file: Path) -> None:
    """Raise `ArchiveDamaged` or `ArchiveOld` unless the file is an archive of this version. Only reads."""
    version = version_of(file)
    if version > SCHEMA_VERSION:
        raise ArchiveDamaged(
            f"{file} was made by a newer referat (schema {version}, this one knows {SCHEMA_VERSION})",
            f"install that version, or make another archive: {rebuilt_by(file, 'DIR')}; the file is unchanged",
        )
    if version == 0:
        raise damaged(file, "it bears no version")
    if version < SCHEMA_VERSION:
        raise ArchiveOld(
            f"{file} was made by an older referat (schema {version}, this one needs {SCHEMA_VERSION})",
            f"bring it up to date with: referat upgrade --archive {file.parent}; the file is unchanged",
        )


def primary_code(error: Exception) -> int:
    """What kind of error of SQLite's this is, its code without details; text that cannot be decoded is damage."""
    return int(getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT)) & 0xFF


def damaged(file: Path, problem: object) -> ArchiveDamaged:
    """The error that says what SQLite found, and how to get an archive back."""
    return ArchiveDamaged(
        f"{file} is damaged: {' '.join(str(problem).split())}",
        f"put back a backup, or move it away and make it anew: {rebuilt_by(file)}; it is unchanged",
    )


def read_archive(path: Path) -> sqlite3.Connection:
    """Open the archive in a folder for reading; rows answer to names.

    Raises `NoArchive`, `ArchiveDamaged`, `ArchiveOld`, `NoAccess` and `Locked`.
    """
    file = path / DATABASE
    if not file.exists():
        raise no_archive(path)
    check_header(file)
    connection = read_database(file)
    connection.row_factory = sqlite3.Row
    return connection


def read_database(file: Path, untouched: bool = False) -> sqlite3.Connection:
    """Open an archive's file for reading. Raises `ArchiveDamaged`, `NoAccess` and `Locked`.

    The file is opened for writing where that is allowed, with writing switched off: a journal that a killed import
    left behind must be rolled back before anything is read, and a read-only connection cannot do that. A log it left
    is read without it; `untouched` says that it is not to be folded into the file on leaving either.
    """
    connection = sqlite3.connect(f"{file.absolute().as_uri()}?{_mode(file, untouched)}", uri=True, timeout=30)
    try:
        connection.execute("PRAGMA query_only = ON")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        connection.close()
        raise _refusal(file, error) from None
    return connection


def _mode(file: Path, untouched: bool) -> str:
    """How a file is opened: parameters of SQLite's URI.

    A file that says it has a log wants one beside it even when all has been folded in, and where nobody may write
    SQLite cannot make one; then the file is complete as it lies, which `immutable` says.
    """
    writable = os.access(file, os.W_OK) and os.access(file.parent, os.W_OK)
    log = file.with_name(f"{file.name}-wal")
    logged = log.exists() and log.stat().st_size > 0
    if not writable and not logged and _wants_log(file):
        return "mode=ro&immutable=1"
    return "mode=rw" if writable and not (untouched and logged) else "mode=ro"


def _wants_log(file: Path) -> bool:
    """True where the file's header says that it is written through a write-ahead log."""
    with open(file, "rb") as stream:
        return stream.read(20)[18:] == b"\x02\x02"


def _refusal(file: Path, error: Exception) -> Exception:
    """What opening a file failed of, in words. Of damaged table names SQLite's message cannot even be decoded."""
    code = primary_code(error)
    if code in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY):
        return NoAccess(
            f"{file} was left in the middle of writing, and here nobody may finish that",
            "run referat status as a user who may write there, or copy the folder to a place where you may",
        )
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return Locked(f"another process holds {file}", "wait until it has finished, then try again")
    return error if code in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR) else damaged(file, error)


@contextmanager
def lock(archive: Path, create: bool = False) -> Iterator[None]:
    """Hold the archive's only permission to write; raises `Locked` while another process has it.

    Raises `NoArchive` where there is none, unless `create` says that there is to be one.
    The lock ends with the process, however that ends, so a lock file that was left behind locks nobody out.
    """
    if create:
        archive.mkdir(parents=True, exist_ok=True)
    elif not (archive / DATABASE).exists():
        raise no_archive(archive)
    with open(archive / LOCK, "a+", encoding="utf-8") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.seek(0)
            holder = file.read().strip() or "unknown"
            raise Locked(
                f"another process (id {holder}) is writing to {archive}", "wait until it has finished, then try again"
            ) from None
        file.truncate(0)
        file.write(f"{os.getpid()}\n")
        file.flush()
        yield


def no_archive(path: Path) -> NoArchive:
    """The error that says how to get an archive."""
    return NoArchive(f"there is no archive in {path}", "make one with: referat import FOLDER")
