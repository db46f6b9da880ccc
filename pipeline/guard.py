"""What a user sees when something goes wrong: one line with advice and a stable exit code, never a traceback."""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Sequence

import click

from pipeline.errors import Exit, ReferatError
from pipeline.terminal import say

INTERRUPTED, BROKEN_PIPE, INTERNAL, DISK = Exit.INTERRUPTED, Exit.BROKEN_PIPE, Exit.INTERNAL, Exit.DISK
"""Exit codes that shells know: ended by Ctrl-C, by a reader that went away, by a mistake of ours, by the disk."""

DEBUG = "REFERAT_DEBUG"
"""Set this to see where an unexpected error came from."""


def guarded(command: click.Command, arguments: Sequence[str] | None) -> int:
    """Run a command and give the exit code of whatever came of it."""
    try:
        # Not command.main(), which answers a broken pipe with exit code 1: that says something else here.
        with command.make_context("referat", list(sys.argv[1:] if arguments is None else arguments)) as context:
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
        return _fail(
            f"the archive cannot be used: {error}", "if this goes on, import the files again", Exit.ARCHIVE_DAMAGED
        )
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


def _fail(message: str, advice: str, code: int) -> int:
    """Say what is wrong, and what to do, on stderr."""
    say(f"referat: {' '.join(message.split())}")
    if advice:
        say(f"  {advice}")
    return code
