"""The command that makes an archive anew from the files it was made from, as far as what is left of it tells."""

from __future__ import annotations

import json
import shlex
import sqlite3
from contextlib import closing
from pathlib import Path

MOST = 5
"""Paths that a line of advice can name; with more, it is left to the reader."""


def rebuilt_by(file: Path, archive: str | None = None) -> str:
    """The import that would make an archive's file anew, in its own folder or in `archive`. Never raises."""
    where = archive or shlex.quote(str(file.parent))
    paths = imported_paths(file)
    given = " ".join(map(shlex.quote, paths)) if 0 < len(paths) <= MOST else "FOLDER"
    return f"referat import {given} --archive {where}"


def imported_paths(file: Path) -> list[str]:
    """The paths that imports were given, in the order of the runs; none where that can no longer be read."""
    found: dict[str, None] = {}
    # A file without a log is read as it lies, so that nothing is made beside it.
    mode = "mode=ro" if file.with_name(f"{file.name}-wal").exists() else "immutable=1"
    try:
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?{mode}", uri=True, timeout=1)) as db:
            for (paths,) in db.execute(
                "SELECT paths FROM run WHERE command = 'import' AND undone IS NULL AND paths IS NOT NULL ORDER BY id"
            ):
                found.update(dict.fromkeys(path for path in json.loads(paths) if isinstance(path, str)))
    except (sqlite3.Error, ValueError, TypeError, OSError):
        return []
    return [path for path in found if path.isprintable()]
