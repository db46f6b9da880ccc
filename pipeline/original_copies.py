"""Copies of the originals, by their hash: `originals/3f/3f9a….pdf`. The originals themselves are only ever read."""

from __future__ import annotations

import hashlib
import os
from contextlib import ExitStack
from pathlib import Path

from sqlite_utils import Database

from pipeline.intake import CHUNK, nothing
from pipeline.intake.media import SUFFIX_OF, UNREADABLE
from pipeline.intake.zips import Zips
from pipeline.model import SourceFile

ORIGINALS = "originals"


def place(archive: Path, sha256: str, media_type: str) -> Path:
    """Where the copy of a content lies; its name is made of its bytes and type, never of the name that it had."""
    return archive / ORIGINALS / sha256[:2] / f"{sha256}{SUFFIX_OF.get(media_type, '.bin')}"


def keep(archive: Path, zips: Zips, source: SourceFile) -> SourceFile:
    """Copy a file into the archive unless it is there, written beside its place and moved there whole.

    Gives the source itself; one that is gone, or has other bytes than were hashed a moment ago, is unreadable: that
    costs this file, not the import. Raises OSError where the archive cannot be written.
    """
    if not source.sha256:
        return source
    target = place(archive, source.sha256, source.media_type)
    if target.exists():
        return source
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = target.with_name(f".{target.name}.new")
    digest = hashlib.sha256()
    with ExitStack() as opened:
        try:
            original = opened.enter_context(open(opened.enter_context(zips.lying(source)), "rb"))
        except OSError:
            return nothing(source.path, UNREADABLE)
        copy = opened.enter_context(open(fresh, "wb"))
        while chunk := original.read(CHUNK):
            digest.update(chunk)
            copy.write(chunk)
        copy.flush()
        os.fsync(copy.fileno())
    if digest.hexdigest() != source.sha256:
        fresh.unlink()
        return nothing(source.path, UNREADABLE)
    fresh.replace(target)
    return source


def prune(db: Database, archive: Path) -> None:
    """Remove copies of contents that the archive has no more, or whose every document was taken out for good."""
    wanted = {
        identity
        for (identity,) in db.conn.execute(
            "SELECT id FROM source_file s WHERE EXISTS (SELECT 1 FROM document d WHERE d.source_file = s.id) "
            "OR NOT EXISTS (SELECT 1 FROM withdrawal w WHERE w.source_file = s.id)"
        )
    }
    for copy in (archive / ORIGINALS).glob("??/*"):
        if copy.name.partition(".")[0] not in wanted:
            copy.unlink()
