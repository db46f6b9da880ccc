"""Exit codes (a stable interface, listed in the README) and the few exceptions, each with advice."""

from __future__ import annotations

from enum import IntEnum

from pipeline.model import Status


class Exit(IntEnum):
    """What the process says to the shell, each code with its meaning; those from 64 are the ones that shells know."""

    CLEAN = 0, "done"
    FAILURES_LISTED = 1, "done, but some file could not be read, was changed or is missing; it is named"
    USAGE = 2, "the command line makes no sense"
    NO_ARCHIVE = 3, "there is no archive where one was looked for"
    ARCHIVE_DAMAGED = 4, "the database is not ours, of another version, or not what was written"
    LOCKED = 5, "another command is writing to the archive"
    NOTHING_FOUND = 6, "no hit, or nothing about that year"
    INTERNAL = 70, "a mistake of the program's own"
    DISK = 74, "a file or folder could not be read or written, or the disk is full"
    INTERRUPTED = 130, "stopped by Ctrl-C"
    BROKEN_PIPE = 141, "whoever read the output went away"

    meaning: str

    def __new__(cls, value: int, meaning: str) -> Exit:
        """A code that is an int and carries its meaning."""
        code = int.__new__(cls, value)
        code._value_ = value
        code.meaning = meaning
        return code


class ReferatError(Exception):
    """Something a person can mend. `advice` says how; `exit` is what the process returns."""

    exit = Exit.FAILURES_LISTED

    def __init__(self, message: str, advice: str = "") -> None:
        super().__init__(message)
        self.advice = advice


class NoArchive(ReferatError):
    """There is no archive where one was expected."""

    exit = Exit.NO_ARCHIVE


class ArchiveDamaged(ReferatError):
    """The database is not ours, is newer than this program, or is corrupt; it is left untouched."""

    exit = Exit.ARCHIVE_DAMAGED


class ArchiveOld(ArchiveDamaged):
    """The database was made by an older program; it is whole, and `referat upgrade` brings it up to date."""


class NoAccess(ReferatError):
    """A file or folder could not be read or written, or the disk is full."""

    exit = Exit.DISK


class Locked(ReferatError):
    """Another process is writing to the archive."""

    exit = Exit.LOCKED


class Unreadable(ReferatError):
    """A file that no reader could read: the typed outcome that is stored, and the code of the issue with advice."""

    def __init__(self, status: Status, message: str, code: str = "") -> None:
        super().__init__(message)
        self.status, self.code = status, code or status.value
