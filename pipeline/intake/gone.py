"""Whether what the archive knows by a path still lies there, on disk or in a zip archive."""

from __future__ import annotations

import os
import re
from functools import lru_cache

from pipeline.intake.media import BOMB, DAMAGED_ZIP, DEEP_ZIP, LOCKED, ZIPPED
from pipeline.intake.zips import Zips


def archive_of(path: str) -> str | None:
    """The archive on disk in which a path would lie; None for a path that names a file on disk."""
    for found in re.finditer(rf"{re.escape(ZIPPED)}(?=/)", path, re.IGNORECASE):
        if not os.path.isdir(path[: found.end()]):
            return path[: found.end()]
    return None


def is_gone(path: str) -> bool:
    r"""True where nothing lies at a stored path any more, on disk or in an archive.

    One with \xNN stands for bytes that cannot be told, and stays; so does a file in an archive that cannot be opened.
    """
    if "\\x" in path or os.path.lexists(path):
        return False
    archive = archive_of(path)
    if archive is None or not os.path.lexists(archive):
        return True
    try:
        state = os.stat(archive)
    except OSError:
        return False
    known, closed = _holdings(archive, state.st_mtime_ns, state.st_size)
    return path not in known and not path.startswith(closed)


@lru_cache(maxsize=4)
def _holdings(archive: str, mtime: int, size: int) -> tuple[frozenset[str], tuple[str, ...]]:
    """The paths of all files in an archive, and the beginnings of those that cannot be told."""
    with Zips() as zips:
        places = list(zips.places(archive, ("",)))
    closed = [f"{place.path}/" for place in places if place.kind in (LOCKED, DAMAGED_ZIP, BOMB, DEEP_ZIP)]
    return frozenset(place.path for place in places), tuple(closed)
