"""Bytes of typed text -> text, whatever wrote them since 1998: Unicode, Windows, or DOS with Norwegian letters."""

from __future__ import annotations

import codecs
from pathlib import Path

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LETTERS = "æøåÆØÅ"
_OLD = ("cp1252", "cp865", "mac_roman")
"""Encodings of one byte a letter, the likeliest first: Windows, Nordic DOS, old Macs."""


def decoded(path: str) -> str:
    """The text of a file, line ends as one character."""
    return text_of(Path(path).read_bytes()).replace("\r\n", "\n").replace("\r", "\n")


def text_of(data: bytes, declared: str | None = None) -> str:
    r"""Text of bytes: by their mark, by what they declare, as UTF-8, else by the encoding that gives most of æ, ø, å.

    >>> text_of("møte på øya".encode("cp865")), text_of("møte på øya".encode("cp1252")), text_of(b"\xc3\xb8")
    ('møte på øya', 'møte på øya', 'ø')
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data.decode(name, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    names = [declared, *_OLD] if declared else list(_OLD)
    texts = [text for name in names if (text := _try(data, name)) is not None]
    if declared and texts:
        return texts[0]
    return max(texts, key=_norwegian, default=data.decode("latin-1"))


def _try(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name, "replace")
    except LookupError:
        return None


def _norwegian(text: str) -> int:
    """How many letters are Norwegian ones, less those that no Norwegian text has."""
    strange = sum(1 for char in text if ord(char) > 126 and char not in _LETTERS)
    return 2 * sum(map(text.count, _LETTERS)) - strange
