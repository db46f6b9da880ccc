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

from pipeline.errors import ArchiveDamaged, Locked, NoArchive
from pipeline.schema import SCHEMA_VERSION

DATABASE = "archive.db"
LOCK = "archive.lock"
SITE = "site"
OCR_CACHE = "ocr-cache"

APPLICATION_ID = 0x52465254
"""The mark that SQLite keeps at byte 68 of the file: "RFRT"."""

_MAGIC = b"SQLite format 3\0"


def check_header(file: Path) -> None:
    """Raise `ArchiveDamaged` unless the file's first bytes are those of an archive of this version. Only reads."""
    try:
        with open(file, "rb") as stream:
            head = stream.read(100)
    except OSError as error:
        raise ArchiveDamaged(f"{file} cannot be read: {error.strerror}", "check who may read it") from None
    if not head.startswith(_MAGIC) or len(head) < 100:
        raise ArchiveDamaged(
            f"{file} is not a SQLite database", "name another folder with --archive, or move the file; it is unchanged"
        )
    version, mark = int.from_bytes(head[60:64]), int.from_bytes(head[68:72])
    if mark != APPLICATION_ID:
        raise ArchiveDamaged(
            f"{file} is another program's database", "name another folder with --archive; the file is unchanged"
        )
    if version > SCHEMA_VERSION:
        raise ArchiveDamaged(
            f"{file} was made by a newer referat (schema {version}, this one knows {SCHEMA_VERSION})",
            "install that version; the file is unchanged",
        )
    if version < SCHEMA_VERSION:
        raise ArchiveDamaged(
            f"{file} was made by an older referat (schema {version}, this one needs {SCHEMA_VERSION})",
            "move it away and import the files again; the file is unchanged",
        )


def read_archive(path: Path) -> sqlite3.Connection:
    """Open the archive in a folder for reading; rows answer to names. Raises `NoArchive` and `ArchiveDamaged`.

    The file is opened for writing where that is allowed, with writing switched off: a journal that a killed import
    left behind must be rolled back before anything is read, and a read-only connection cannot do that.
    """
    file = path / DATABASE
    if not file.exists():
        raise no_archive(path)
    check_header(file)
    writable = os.access(file, os.W_OK) and os.access(path, os.W_OK)
    connection = sqlite3.connect(f"{file.absolute().as_uri()}?mode={'rw' if writable else 'ro'}", uri=True, timeout=30)
    connection.execute("PRAGMA query_only = ON")
    connection.row_factory = sqlite3.Row
    return connection


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
