"""Lists of paths (`--files-from`): one a line or NUL-separated, as find, Windows and people make them."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from pipeline.errors import Exit, ReferatError
from pipeline.readers.decoded import text_of

_UTF8, _WIDE = b"\xef\xbb\xbf", (b"\xff\xfe", b"\xfe\xff")
_OTHERS = ("cp1252", "cp865")
"""How a line that is no UTF-8 may have been written."""


class BadList(ReferatError):
    """A list of files that cannot be read."""

    exit = Exit.USAGE


def read_list(name: str, stdin: IO[bytes], null: bool = False) -> list[str]:
    """The paths of a list, relative ones taken from the list's folder; "-" is `stdin` and the current folder.

    NUL separates the paths where `null` says so or there is one; else line ends of any kind, which then cannot be part
    of a name. A path that is not there as it is written is looked for with its letters composed otherwise or in the
    encodings of Windows and DOS; one that is nowhere is given back as it is, so that it is reported.

    Raises:
        BadList: the list is not there, or is a folder.
    """
    try:
        data = stdin.read() if name == "-" else Path(name).read_bytes()
    except OSError as error:
        raise BadList(f"the list {name} cannot be read: {error.strerror}", "check its name") from None
    folder = os.getcwd() if name == "-" else os.path.dirname(os.path.abspath(name))
    if data.startswith(_WIDE):
        data = text_of(data).encode()
    data = data.removeprefix(_UTF8)
    lines = data.split(b"\0") if null or b"\0" in data else data.replace(b"\r", b"\n").split(b"\n")
    return [_found(folder, line) for line in lines if line.strip()]


def _found(folder: str, line: bytes) -> str:
    """The path that a line means."""
    ways = [os.path.join(folder, way) for way in _ways(line)]
    return next((way for way in ways if _is_there(way)), ways[0])


def _ways(line: bytes) -> Iterator[str]:
    """How the name of a line may be written on disk, the likeliest first."""
    yield os.fsdecode(line)
    texts = []
    try:
        texts.append(line.decode("utf-8"))
    except UnicodeDecodeError:
        texts += [line.decode(name, "replace") for name in _OTHERS]
    for text in texts:
        for form in ("NFC", "NFD"):
            yield unicodedata.normalize(form, text)
    if texts[0].strip() != texts[0]:
        yield texts[0].strip()


def _is_there(path: str) -> bool:
    try:
        return os.path.lexists(path)
    except ValueError:
        return False
