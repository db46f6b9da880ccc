"""What a user sees when something goes wrong: one line with advice and a stable exit code, never a traceback."""

from __future__ import annotations

import os
import shlex
import sqlite3
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from pipeline.archive import DATABASE, primary_code
from pipeline.errors import Exit, ReferatError
from pipeline.flags import ARCHIVE
from pipeline.rebuild import rebuilt_by
from pipeline.terminal import say

INTERRUPTED, BROKEN_PIPE, INTERNAL, DISK = Exit.INTERRUPTED, Exit.BROKEN_PIPE, Exit.INTERNAL, Exit.DISK
"""Exit codes that shells know: ended by Ctrl-C, by a reader that went away, by a mistake of ours, by the disk."""

DEBUG = "REFERAT_DEBUG"
"""Set this to see where an unexpected error came from."""


def guarded(command: click.Command, arguments: Sequence[str] | None) -> int:
    """Run a command and give the exit code of whatever came of it."""
    meta: dict[str, Any] = {}
    try:
        # Not command.main(), which answers a broken pipe with exit code 1: that says something else here.
        with command.make_context("referat", list(sys.argv[1:] if arguments is None else arguments)) as context:
            meta = context.meta
            code = command.invoke(context)
        sys.stdout.flush()
        return int(code or 0)
    except click.exceptions.Exit as done:
        return done.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except ReferatError as error:
        return _fail(str(error), error.advice, error.exit)
    except sqlite3.DatabaseError as error:
        return _fail(*told(error, Path(meta.get(ARCHIVE, "output"))))
    except (KeyboardInterrupt, click.Abort):
        return _fail("stopped", "", INTERRUPTED)
    except BrokenPipeError:
        # The reader has gone away. Give Python somewhere to flush to, or it complains on its way out.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE
    except OSError as error:
        return _fail(
            f"{error.filename or 'disk'}: {error.strerror}", "check who may write there, and the space left", DISK
        )
    except Exception as error:
        if os.environ.get(DEBUG):
            raise
        return _fail(
            f"unexpected {type(error).__name__}: {error}", f"set {DEBUG}=1 to see where, and report it", INTERNAL
        )


def told(error: sqlite3.DatabaseError, archive: Path) -> tuple[str, str, Exit]:
    """What an error of SQLite's means, what to do, and the exit code: the disk, another process, or damage."""
    code = primary_code(error)
    name = getattr(error, "sqlite_errorname", "damaged text")
    if code in _DISK:
        return f"{_DISK[code][0]} ({name}: {error})", _DISK[code][1], DISK
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return "another process holds the archive", "wait until it has finished, then try again", Exit.LOCKED
    file = archive / DATABASE
    return (
        f"the archive cannot be used ({name}: {error})",
        f"see what is wrong with: referat verify --archive {shlex.quote(str(archive))}; put back a backup, or move "
        f"{file} away and make it anew: {rebuilt_by(file)}",
        Exit.ARCHIVE_DAMAGED,
    )


_DISK = {
    sqlite3.SQLITE_FULL: (
        "the disk is full",
        "make room and run the same command again; what was stored stays, and it goes on from there",
    ),
    sqlite3.SQLITE_IOERR: (
        "the disk could not be read or written",
        "check the disk and the space left, then run the same command again; what was stored stays",
    ),
    sqlite3.SQLITE_READONLY: ("the archive may not be written here", "check who may write to its folder and its files"),
    sqlite3.SQLITE_CANTOPEN: ("a file of the archive cannot be opened", "check who may read and write in its folder"),
}
"""Primary code -> what it means, and what to do."""


def _fail(message: str, advice: str, code: int) -> int:
    """Say what is wrong, and what to do, on stderr."""
    say(f"referat: {' '.join(message.split())}")
    if advice:
        say(f"  {advice}")
    return code
