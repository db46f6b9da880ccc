"""Exit codes (a stable interface, listed in the README) and the few exceptions, each with advice."""

from __future__ import annotations

from enum import IntEnum

from pipeline.model import Status


class Exit(IntEnum):
    """What the process says to the shell."""

    CLEAN = 0
    FAILURES_LISTED = 1
    USAGE = 2
    NO_ARCHIVE = 3
    ARCHIVE_DAMAGED = 4
    LOCKED = 5
    NOTHING_FOUND = 6
    PROGRAM_MISSING = 7


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


class Locked(ReferatError):
    """Another process is writing to the archive."""

    exit = Exit.LOCKED


class ProgramMissing(ReferatError):
    """A program that this command needs is not installed."""

    exit = Exit.PROGRAM_MISSING


class Unreadable(ReferatError):
    """A file that no reader could read; `status` is the typed outcome that is stored."""

    def __init__(self, status: Status, message: str) -> None:
        super().__init__(message)
        self.status = status
