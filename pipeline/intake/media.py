"""What a file is, by its bytes: media types, those that there is a reader for, and what to say of the others."""

from __future__ import annotations

import lzma
import os
import struct
import zipfile
import zlib
from typing import IO

from pipeline.intake.zip_index import TooMuch, opened
from pipeline.model import SourceFile, Status

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ODT = "application/vnd.oasis.opendocument.text"
DOC, RTF = "application/msword", "text/rtf"
HTML, MARKDOWN, TEXT = "text/html", "text/markdown", "text/plain"
LOCKED = "application/encrypted"
READABLE = frozenset((PDF, DOCX, ODT, DOC, RTF, HTML, MARKDOWN, TEXT))
"""Media types that there is a reader for."""
SUFFIX_OF = {
    PDF: ".pdf",
    DOCX: ".docx",
    ODT: ".odt",
    DOC: ".doc",
    RTF: ".rtf",
    HTML: ".html",
    MARKDOWN: ".md",
    TEXT: ".txt",
}
"""Media type -> the end of a copy's name."""
EMPTY, FOLDER, SPECIAL = "inode/x-empty", "inode/directory", "inode/x-special"
MISSING, UNREADABLE = "inode/x-missing", "inode/x-unreadable"
LINK_OUT = "inode/symlink"
"""A symbolic link in a folder that leads out of it."""
DAMAGED_ZIP, EMPTY_ZIP = "inode/x-damaged-zip", "inode/x-empty-zip"
DEEP_ZIP, BOMB = "inode/x-deep-zip", "inode/x-bomb"
UNKNOWN = "application/octet-stream"
ZIP, OLE = "application/zip", "application/x-ole-storage"
MOST_OLE = 200 << 20
"""Bytes of a compound file that are looked through."""

ZIPPED = ".zip"
"""How the name of a zip archive ends that stands for the documents in it; office files are zip archives too."""
ZIP_ERRORS = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    OSError,
    EOFError,
    RuntimeError,
    NotImplementedError,
    ValueError,
    struct.error,
)
"""What Python's zipfile raises for archives that are damaged, locked or of a strange make."""

HEAD = 1024
"""Bytes in which the PDF mark may stand: readers accept leading rubbish that far."""

_MAGIC = (
    (b"PK\x03\x04", ZIP),
    (b"PK\x05\x06", ZIP),
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
    LINK_OUT: (Status.UNSUPPORTED, "link_out"),
    DAMAGED_ZIP: (Status.DAMAGED, "damaged_zip"),
    EMPTY_ZIP: (Status.UNSUPPORTED, "empty_zip"),
    DEEP_ZIP: (Status.UNSUPPORTED, "deep_zip"),
    BOMB: (Status.MEMORY, "zip_bomb"),
}
"""Status and issue code of what no reader can open."""


def kind_of(path: str, head: bytes, file: IO[bytes]) -> str:
    """The media type by a file's bytes; a name tells only Markdown from other text, and what was meant otherwise."""
    kind = media_type(head)
    name = os.path.basename(path).lower()
    if kind == ZIP:
        return _of_zip(file)
    if kind == OLE:
        return _of_ole(file)
    if kind in (TEXT, HTML) and name.endswith(".pdf"):
        return UNKNOWN  # a page of an error, a note: not the document that the name promises
    if kind in (TEXT, HTML, UNKNOWN) and name.endswith(ZIPPED):
        return DAMAGED_ZIP
    return MARKDOWN if kind == TEXT and name.endswith((".md", ".markdown")) else kind


def _of_zip(file: IO[bytes]) -> str:
    """What office file a zip archive is, if any."""
    try:
        with opened(file) as archive:
            if "word/document.xml" in archive.namelist():
                return DOCX
            with archive.open("mimetype") as part:
                return ODT if part.read(80).strip() == ODT.encode() else ZIP
    except (KeyError, TooMuch, *ZIP_ERRORS):
        return ZIP


def _of_ole(file: IO[bytes]) -> str:
    """What an old compound file holds: a Word document, a locked new one, or something else."""
    file.seek(0)
    data = file.read(MOST_OLE)
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
    # A zip archive of PDFs that are merely stored has the mark of its first one.
    if b"%PDF-" in head[:HEAD] and not head.startswith(b"PK\x03\x04"):
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
