"""Zip archives for tests: good ones, with links, locked as programs have done since 1990."""

from __future__ import annotations

import io
import stat
import struct
import warnings
import zipfile
import zlib
from pathlib import Path

from pipeline.intake.sources import SUFFIXES
from pipeline.intake.zips import Zips
from pipeline.model import SourceFile

Files = dict[str, bytes]


def pack(path: Path | io.BytesIO, files: Files, method: int = zipfile.ZIP_DEFLATED) -> Path:
    with warnings.catch_warnings(), zipfile.ZipFile(path, "w", method) as archive:
        warnings.simplefilter("ignore")
        for name, data in files.items():
            archive.writestr(name, data)
    return path  # type: ignore[return-value]


def packed(files: Files) -> bytes:
    out = io.BytesIO()
    pack(out, files)
    return out.getvalue()


def symlink(archive: zipfile.ZipFile, name: str, target: str) -> None:
    info = zipfile.ZipInfo(name)
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    archive.writestr(info, target)


def locked(data: bytes, name: bytes, password: bytes) -> bytes:
    """An archive of one stored file, locked as zip programs have done since 1990."""
    keys = [0x12345678, 0x23456789, 0x34567890]
    table = [_raw_crc(n) for n in range(256)]

    def update(byte: int) -> None:
        keys[0] = table[(keys[0] ^ byte) & 255] ^ (keys[0] >> 8)
        keys[1] = ((keys[1] + (keys[0] & 255)) * 134775813 + 1) & 0xFFFFFFFF
        keys[2] = table[(keys[2] ^ (keys[1] >> 24)) & 255] ^ (keys[2] >> 8)

    for byte in password:
        update(byte)
    crc = zlib.crc32(data)
    out = bytearray()
    for byte in bytes(11) + bytes([crc >> 24]) + data:
        k = keys[2] | 2
        out.append(byte ^ (((k * (k ^ 1)) >> 8) & 255))
        update(byte)
    head = struct.pack("<HHHHHIIIHH", 20, 1, 0, 0, 33, crc, len(out), len(data), len(name), 0)
    entry = b"PK\x01\x02" + struct.pack("<H", 20) + head + struct.pack("<HHHII", 0, 0, 0, 0, 0) + name
    start = b"PK\x03\x04" + head + name + bytes(out)
    return start + entry + struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, 1, 1, len(entry), len(start), 0)


def _raw_crc(n: int) -> int:
    for _ in range(8):
        n = (n >> 1) ^ 0xEDB88320 if n & 1 else n >> 1
    return n


def look(path: Path, *passwords: str) -> list[SourceFile]:
    """What stands in an archive, as an import sees it."""
    with Zips(None, passwords) as zips:
        return [zips.identify(place) for place in zips.places(str(path), SUFFIXES)]
