"""Files come in: paths, lists and zip archives -> `Place`s -> `SourceFile`s.

`sources` says which places an import means, `lists` reads lists of paths, `zips` looks into archives, `media` tells by
the bytes what a file is. Here: what lies at one path on disk, and what people and the archive call it.

Nothing here raises for a bad path. What cannot be read is a `SourceFile` too, whose media type says why ("inode/..."
as the command `file` names such things), and `media.refusal` turns that into a status and an issue code.
"""

from __future__ import annotations

import hashlib
import os
import stat
import unicodedata
from pathlib import Path
from typing import IO

from pipeline.intake.media import FOLDER, HEAD, MISSING, SPECIAL, UNREADABLE, kind_of
from pipeline.model import SourceFile

CHUNK = 1 << 20


def identify(path: str | os.PathLike[str]) -> SourceFile:
    """What lies at a path. `sha256` is empty and `size` 0 where no bytes could be read; never raises for a path.

    The bytes are always hashed rather than trusted to be the same by size and time: reading them costs less than a
    hundredth of extracting them, and copies and restored backups keep their times.
    """
    path = os.path.abspath(path)
    try:
        mode = os.stat(path).st_mode
        if not stat.S_ISREG(mode):
            readable = not stat.S_ISDIR(mode) or os.access(path, os.R_OK | os.X_OK)
            kind = FOLDER if stat.S_ISDIR(mode) else SPECIAL
            return nothing(path, kind if readable else UNREADABLE)
        with open(path, "rb") as file:
            return from_bytes(path, file)
    except (FileNotFoundError, NotADirectoryError):
        return nothing(path, MISSING)
    except (OSError, ValueError):
        return nothing(path, UNREADABLE)


def from_bytes(path: str, file: IO[bytes]) -> SourceFile:
    """What an open file is that goes by this path; it must be one that can be read from its beginning again."""
    digest, size, head = hashlib.sha256(), 0, b""
    while chunk := file.read(CHUNK):
        head = head or chunk[:HEAD]
        digest.update(chunk)
        size += len(chunk)
    return SourceFile(path, display_name(path), digest.hexdigest(), size, kind_of(path, head, file))


def nothing(path: str, kind: str) -> SourceFile:
    """A path without bytes that could be read; `kind` says why."""
    return SourceFile(path, display_name(path), "", 0, kind)


def display_name(path: str) -> str:
    r"""What people call the file: its last part in NFC, bytes that are no UTF-8 read as Latin-1, controls dropped.

    >>> display_name("/a/" + b"m\xf8te\n.pdf".decode("utf-8", "surrogateescape"))
    'møte .pdf'
    """
    name = Path(path).name
    try:
        name.encode()
    except UnicodeEncodeError:
        name = os.fsencode(name).decode("latin-1")
    name = "".join(" " if char.isspace() else char for char in unicodedata.normalize("NFC", name))
    return "".join(char for char in name if char.isprintable()).strip() or "?"


def stored_path(path: str) -> str:
    r"""The path as text that any database takes: bytes that are no UTF-8 are written \xNN."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")
