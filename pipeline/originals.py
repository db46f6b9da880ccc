"""Whether the files that an archive was made from still lie where they lay, with the bytes that were read."""

from __future__ import annotations

import json
import os
import re
import shlex
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from pipeline.intake import identify, stored_path
from pipeline.intake.gone import archive_of
from pipeline.intake.patterns import Patterns
from pipeline.intake.sources import SUFFIXES, Sources
from pipeline.intake.zips import Place, Zips
from pipeline.integrity import Finding, Kind
from pipeline.original_copies import ORIGINALS
from pipeline.rows import UNREAD

_BYTE = re.compile(r"\\x([0-9a-f]{2})")


def check_originals(db: sqlite3.Connection, archive: str, tell: Callable[[int], None]) -> Iterator[Finding]:
    """Originals that are gone, closed to us or have other bytes; `tell` hears how many there are, then 1 for each.

    `archive` is the archive's folder as the advice names it.
    """
    known = db.execute("SELECT path, source_file FROM file_name WHERE current = 1 ORDER BY path").fetchall()
    paths = [(path, source) for path, source in known if not source.startswith(UNREAD)]
    tell(len(paths))
    held: dict[str, dict[str, Place]] = {}
    with Zips() as zips:
        for path, source in paths:
            finding = _check(path, source, archive, zips, held)
            tell(1)
            if finding:
                yield finding


def _check(path: str, source: str, archive: str, zips: Zips, held: dict[str, dict[str, Place]]) -> Finding | None:
    """What is wrong with one original, if anything."""
    place = _place(path, zips, held)
    if place is None:
        advice = "put it back, or import the folder that it was moved to"
        return Finding(Kind.MISSING, path, f"{path} is missing", advice)
    now = zips.identify(place)
    if not now.sha256:
        return Finding(Kind.UNREADABLE, path, f"{path} cannot be read", "check who may read it")
    if now.sha256 == source:
        return None
    advice = (
        f"put back the file that was read, or read this one: referat import {shlex.quote(path)} --archive {archive}"
    )
    return Finding(Kind.CHANGED, path, f"{path} has other bytes than those that were read", advice)


def _place(path: str, zips: Zips, held: dict[str, dict[str, Place]]) -> Place | None:
    """Where a path lies now, on disk or in a zip archive; None if nowhere. `held` keeps what each zip archive has."""
    file = where(path)
    if os.path.lexists(file):
        return Place(file)
    within = archive_of(file)
    if within is None or not os.path.lexists(within):
        return None
    if within not in held:
        held[within] = {stored_path(place.path): place for place in zips.places(within, SUFFIXES)}
    return held[within].get(path)


def where(path: str) -> str:
    r"""The place on disk of a path as the archive has it, in which bytes that are no UTF-8 stand as \xNN."""
    if os.path.lexists(path) or "\\x" not in path:
        return path
    parts = _BYTE.split(path)
    raw = (bytes.fromhex(part) if index % 2 else os.fsencode(part) for index, part in enumerate(parts))
    return os.fsdecode(b"".join(raw))


def check_copies(folder: Path) -> Iterator[Finding]:
    """Copies of originals that are no longer the bytes that their names say."""
    for copy in sorted((folder / ORIGINALS).glob("??/*")):
        if not copy.name.startswith(".") and identify(copy).sha256 != copy.name.partition(".")[0]:
            advice = "remove it; the next import with --copy-originals makes it anew from the original"
            yield Finding(Kind.CHANGED, str(copy), f"{copy} has other bytes than its name says", advice)


def check_untracked(
    db: sqlite3.Connection, paths: Sequence[str], patterns: Patterns, archive: str
) -> Iterator[Finding]:
    """Documents below these paths, or below those of earlier imports, that the archive does not know."""
    known = {path for (path,) in db.execute("SELECT path FROM file_name WHERE current = 1")}
    for place in Sources(paths or _imported(db), patterns).places():
        path = stored_path(place.path)
        if path not in known and (place.member is not None or os.path.exists(place.path)):
            advice = f"read it with: referat import {shlex.quote(path)} --archive {archive}"
            yield Finding(Kind.UNTRACKED, path, f"{path} is not in the archive", advice)


def _imported(db: sqlite3.Connection) -> list[str]:
    """The folders that imports were given and that are still there, save those of imports that were undone."""
    runs = db.execute("SELECT paths FROM run WHERE undone IS NULL AND paths IS NOT NULL ORDER BY id").fetchall()
    found = {where(str(path)): None for (paths,) in runs for path in json.loads(paths)}
    return [path for path in found if os.path.isdir(path)]
