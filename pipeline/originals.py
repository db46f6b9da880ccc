"""Whether the files that an archive was made from still lie where they lay, with the bytes that were read."""

from __future__ import annotations

import json
import os
import re
import shlex
import sqlite3
from collections.abc import Callable, Iterator, Sequence

from pipeline.intake import expand, identify, stored_path
from pipeline.integrity import Finding, Kind
from pipeline.rows import UNREAD

_BYTE = re.compile(r"\\x([0-9a-f]{2})")


def check_originals(db: sqlite3.Connection, archive: str, tell: Callable[[int], None]) -> Iterator[Finding]:
    """Originals that are gone, closed to us or have other bytes; `tell` hears how many there are, then 1 for each.

    `archive` is the archive's folder as the advice names it.
    """
    known = db.execute("SELECT path, source_file FROM file_name WHERE current = 1 ORDER BY path").fetchall()
    paths = [(path, source) for path, source in known if not source.startswith(UNREAD)]
    tell(len(paths))
    for path, source in paths:
        finding = _check(path, source, archive)
        tell(1)
        if finding:
            yield finding


def _check(path: str, source: str, archive: str) -> Finding | None:
    """What is wrong with one original, if anything."""
    file = where(path)
    if not os.path.lexists(file):
        advice = "put it back, or import the folder that it was moved to"
        return Finding(Kind.MISSING, path, f"{path} is missing", advice)
    now = identify(file)
    if not now.sha256:
        return Finding(Kind.UNREADABLE, path, f"{path} cannot be read", "check who may read it")
    if now.sha256 == source:
        return None
    advice = (
        f"put back the file that was read, or read this one: referat import {shlex.quote(path)} --archive {archive}"
    )
    return Finding(Kind.CHANGED, path, f"{path} has other bytes than those that were read", advice)


def where(path: str) -> str:
    r"""The place on disk of a path as the archive has it, in which bytes that are no UTF-8 stand as \xNN."""
    if os.path.lexists(path) or "\\x" not in path:
        return path
    parts = _BYTE.split(path)
    raw = (bytes.fromhex(part) if index % 2 else os.fsencode(part) for index, part in enumerate(parts))
    return os.fsdecode(b"".join(raw))


def check_untracked(db: sqlite3.Connection, paths: Sequence[str], archive: str) -> Iterator[Finding]:
    """Documents below these paths, or below those of earlier imports, that the archive does not know."""
    known = {path for (path,) in db.execute("SELECT path FROM file_name WHERE current = 1")}
    for file in expand(paths or _imported(db)):
        path = stored_path(file)
        if path not in known and os.path.exists(file):
            advice = f"read it with: referat import {shlex.quote(path)} --archive {archive}"
            yield Finding(Kind.UNTRACKED, path, f"{path} is not in the archive", advice)


def _imported(db: sqlite3.Connection) -> list[str]:
    """The folders that imports were given and that are still there, save those of imports that were undone."""
    runs = db.execute("SELECT paths FROM run WHERE undone IS NULL AND paths IS NOT NULL ORDER BY id").fetchall()
    found = {where(str(path)): None for (paths,) in runs for path in json.loads(paths)}
    return [path for path in found if os.path.isdir(path)]
