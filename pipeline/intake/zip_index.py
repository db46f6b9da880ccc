"""The table of contents of a zip archive, read with distrust: how much it claims to hold, how its files are called.

Names are labels here, never places to write to: folders that lead upwards, drives and control characters are taken off
them, so that `../../x.pdf` is `x.pdf`. Names without the mark of UTF-8 are read as whatever gives Norwegian letters.
"""

from __future__ import annotations

import os
import re
import unicodedata
import zipfile
from collections.abc import Iterable, Iterator
from typing import IO

from pipeline.readers.decoded import text_of

MOST_MEMBERS = 50_000
"""Files that an archive may hold."""
MOST_INDEX = 64 << 20
"""Bytes of its table of contents, all of which Python's zipfile keeps in memory."""
LARGEST = 2 << 30
"""Bytes that one file may unpack to."""
SMALL, GROWTH = 16 << 20, 200
"""A file that unpacks to more bytes than the first may grow so many times; PDFs hardly grow, text tenfold."""
TOTAL, TOTAL_GROWTH = 4 << 30, 20
"""Bytes that all files together may unpack to, or so many times the archive's own, whichever is more."""

_UTF8 = 0x800
_END, _END64, _LOCATOR64 = b"PK\x05\x06", b"PK\x06\x06", b"PK\x06\x07"
_DRIVE = re.compile(r"^[A-Za-z]:")


class TooMuch(Exception):
    """An archive, or a file in it, that claims to unpack to more than it may."""


def opened(file: IO[bytes]) -> zipfile.ZipFile:
    """An open archive.

    Raises:
        TooMuch: its table of contents is too large to look at.
        media.ZIP_ERRORS: it is damaged.
    """
    if _index_size(file) > MOST_INDEX:
        raise TooMuch
    file.seek(0)
    return zipfile.ZipFile(file)


def _index_size(file: IO[bytes]) -> int:
    """Bytes of the table of contents, as the archive's end tells, which stands where zipfile looks for it."""
    size = file.seek(0, os.SEEK_END)
    start = max(0, size - (1 << 16) - 22 - 20)
    file.seek(start)
    tail = file.read()
    at = len(tail) - 22
    if at < 0 or not (tail.startswith(_END, at) and tail.endswith(b"\0\0")):
        at = tail.rfind(_END)
    if at < 0:
        return 0  # no archive, which zipfile will say
    if tail.startswith(_LOCATOR64, at - 20) and at >= 20:
        file.seek(int.from_bytes(tail[at - 12 : at - 4], "little"))
        end = file.read(56)
        if end.startswith(_END64):
            return int.from_bytes(end[40:48], "little")
    return int.from_bytes(tail[at + 12 : at + 16], "little")


class Budget:
    """What may still be unpacked of one archive on disk, those within it included."""

    def __init__(self, size: int) -> None:
        self.bytes, self.members = max(TOTAL, TOTAL_GROWTH * size), MOST_MEMBERS

    def spend(self, infos: Iterable[zipfile.ZipInfo]) -> None:
        """Take off what these files claim to unpack to; raises `TooMuch` where that is more than is left."""
        for info in infos:
            self.members -= 1
            self.bytes -= info.file_size
            if self.members < 0 or self.bytes < 0:
                raise TooMuch


def is_bomb(info: zipfile.ZipInfo) -> bool:
    """True for a file that claims to unpack to more than any document does."""
    return info.file_size > LARGEST or info.file_size > max(SMALL, GROWTH * info.compress_size)


def labels(infos: Iterable[zipfile.ZipInfo]) -> Iterator[tuple[str, int]]:
    """The files that may be documents, each with its label and its position, in the order of the labels.

    No two have one label: of several files with one name, those behind the first are numbered.
    """
    named = [(label, index) for index, info in enumerate(infos) if (label := label_of(info))]
    taken = {label for label, _ in named}
    seen: set[str] = set()
    found = []
    for label, index in named:
        fresh, number = label, 1
        while fresh in seen or (number > 1 and fresh in taken):
            number += 1
            stem, ext = os.path.splitext(label)
            fresh = f"{stem} ({number}){ext}"
        seen.add(fresh)
        found.append((fresh, index))
    yield from sorted(found)


def label_of(info: zipfile.ZipInfo) -> str:
    """What a file in an archive is called, with `/` between folders; empty for a folder and for what is hidden."""
    name = _decoded(info).partition("\0")[0]
    if name.endswith(("/", "\\")):
        return ""
    parts = [_plain(part) for part in re.split(r"[/\\]", _DRIVE.sub("", name))]
    parts = [part for part in parts if part not in ("", ".", "..")]
    if any(part.startswith(".") or part == "__MACOSX" for part in parts):
        return ""
    return "/".join(parts)


def _decoded(info: zipfile.ZipInfo) -> str:
    """A name as it was meant; Python reads one without the mark of UTF-8 as cp437, which has no ø."""
    name = info.orig_filename
    if info.flag_bits & _UTF8 or name.isascii():
        return name
    return text_of(name.encode("cp437"))


def _plain(part: str) -> str:
    """A part of a name without what does not show."""
    return "".join(char for char in unicodedata.normalize("NFC", part) if char.isprintable()).strip()
