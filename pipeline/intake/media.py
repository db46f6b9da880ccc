"""Paths become `SourceFile`s: which files there are, what their bytes are, and why some cannot be read.

Nothing here raises for a bad path. What cannot be read is a `SourceFile` too, whose media type says why ("inode/..."
as the command `file` names such things), and `refusal` turns that into a status and an issue code.
"""

from __future__ import annotations

import hashlib
import os
import stat
import unicodedata
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from pipeline.model import SourceFile, Status

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ODT = "application/vnd.oasis.opendocument.text"
DOC, RTF = "application/msword", "text/rtf"
HTML, MARKDOWN, TEXT = "text/html", "text/markdown", "text/plain"
LOCKED = "application/encrypted"
READABLE = frozenset((PDF, DOCX, ODT, DOC, RTF, HTML, MARKDOWN, TEXT))
"""Media types that there is a reader for."""
EMPTY, FOLDER, SPECIAL = "inode/x-empty", "inode/directory", "inode/x-special"
MISSING, UNREADABLE = "inode/x-missing", "inode/x-unreadable"
UNKNOWN = "application/octet-stream"
ZIP, OLE = "application/zip", "application/x-ole-storage"
MOST_OLE = 200 << 20
"""Bytes of a compound file that are looked through."""

SUFFIXES = (".pdf", ".docx", ".odt", ".doc", ".rtf", ".html", ".htm", ".md", ".markdown", ".txt")
"""Names of the files that a folder stands for."""
IGNORE = ".referat-ignore"
"""A folder with a file of this name in it is left out, and all below it; so is an archive, which holds pages."""
DATABASE = "archive.db"
CHUNK = 1 << 20
HEAD = 1024
"""Bytes in which the PDF mark may stand: readers accept leading rubbish that far."""

_MAGIC = (
    (b"PK\x03\x04", ZIP),
    (b"\xd0\xcf\x11\xe0", OLE),
    (b"\x89PNG", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"II*\0", "image/tiff"),
    (b"MM\0*", "image/tiff"),
    (b"{\\rtf", RTF),
    (b"%!PS", "application/postscript"),
    (b"SQLite format 3\0", "application/vnd.sqlite3"),
)

_REFUSALS = {
    EMPTY: (Status.DAMAGED, "empty_file"),
    FOLDER: (Status.UNSUPPORTED, "unsupported"),
    SPECIAL: (Status.UNSUPPORTED, "unsupported"),
    MISSING: (Status.DAMAGED, "missing"),
    UNREADABLE: (Status.DAMAGED, "unreadable"),
    LOCKED: (Status.ENCRYPTED, "encrypted"),
}


def expand(paths: Iterable[str | os.PathLike[str]]) -> Iterator[str]:
    """The files that these paths mean: absolute, each once, those of a folder in sorted order.

    A folder stands for the documents in it and below it (by extension; hidden files and folders are left out, and
    those with a file `.referat-ignore`), whatever the folder itself is called. Any other path stands for itself, even
    where nothing is there.
    """
    seen: set[str] = set()
    for given in paths:
        path = os.path.abspath(given)
        for found in _walk(path) if os.path.isdir(path) else (path,):
            if found not in seen:
                seen.add(found)
                yield found


def _walk(folder: str) -> Iterator[str]:
    """Documents below a folder, depth first. A folder that cannot be opened is yielded itself: it must be reported."""
    closed: list[str] = []
    for here, folders, files in os.walk(folder, onerror=lambda error: closed.append(str(error.filename))):
        if IGNORE in files or DATABASE in files:
            folders[:], files = [], []
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if name.lower().endswith(SUFFIXES) and not name.startswith("."):
                yield os.path.join(here, name)
    yield from sorted(closed)


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
            return SourceFile(path, display_name(path), "", 0, kind if readable else UNREADABLE)
        digest, size, head = hashlib.sha256(), 0, b""
        with open(path, "rb") as file:
            while chunk := file.read(CHUNK):
                head = head or chunk[:HEAD]
                digest.update(chunk)
                size += len(chunk)
    except (FileNotFoundError, NotADirectoryError):
        return SourceFile(path, display_name(path), "", 0, MISSING)
    except (OSError, ValueError):
        return SourceFile(path, display_name(path), "", 0, UNREADABLE)
    return SourceFile(path, display_name(path), digest.hexdigest(), size, _kind(path, head))


def _kind(path: str, head: bytes) -> str:
    """The media type by a file's bytes; a name tells only Markdown from other text, and what was meant as a PDF."""
    kind = media_type(head)
    name = os.path.basename(path).lower()
    if kind == ZIP:
        return _of_zip(path)
    if kind == OLE:
        return _of_ole(path)
    if kind in (TEXT, HTML) and name.endswith(".pdf"):
        return UNKNOWN  # a page of an error, a note: not the document that the name promises
    return MARKDOWN if kind == TEXT and name.endswith((".md", ".markdown")) else kind


def _of_zip(path: str) -> str:
    """What office file a zip archive is, if any."""
    try:
        with zipfile.ZipFile(path) as archive:
            if "word/document.xml" in archive.namelist():
                return DOCX
            with archive.open("mimetype") as file:
                return ODT if file.read(80).strip() == ODT.encode() else ZIP
    except (zipfile.BadZipFile, KeyError, OSError, RuntimeError, NotImplementedError, EOFError, zlib.error):
        return ZIP


def _of_ole(path: str) -> str:
    """What an old compound file holds: a Word document, a locked new one, or something else."""
    try:
        with open(path, "rb") as file:
            data = file.read(MOST_OLE)
    except OSError:
        return OLE
    if "EncryptedPackage".encode("utf-16-le") in data:
        return LOCKED
    return DOC if "WordDocument".encode("utf-16-le") in data else OLE


def media_type(head: bytes) -> str:
    """The media type by a file's first bytes.

    >>> media_type(b"%PDF-1.7"), media_type(b""), media_type("Møte".encode("latin-1"))
    ('application/pdf', 'inode/x-empty', 'text/plain')
    """
    if not head:
        return EMPTY
    if b"%PDF-" in head[:HEAD]:
        return PDF
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<!doctype html", b"<html")):
        return HTML
    if start.startswith(b"<?xml"):
        return "text/xml"
    return UNKNOWN if any(byte < 9 or (13 < byte < 32 and byte != 27) for byte in head) else TEXT


def refusal(source: SourceFile) -> tuple[Status, str] | None:
    """Status and issue code of what no reader can open, None for what one may."""
    if source.media_type in READABLE:
        return None
    meant = "not_pdf" if source.name.lower().endswith(".pdf") else "unsupported"
    return _REFUSALS.get(source.media_type, (Status.UNSUPPORTED, meant))


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
