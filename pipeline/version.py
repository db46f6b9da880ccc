"""Which program read a file: the release and a fingerprint of the rules, so that an edited rule reads files anew."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

_ROOT = Path(__file__).resolve().parent.parent
_FOLDERS = ("pipeline", "extractors")
_SUFFIXES = frozenset({".py", ".yml", ".csv", ".tsv", ".txt"})


@cache
def program_version() -> str:
    """Release and fingerprint, as "0.1.0+3f9a1c20": it changes with every change of code, lexicon or catalogue."""
    try:
        release = version("referat")
    except PackageNotFoundError:  # run from a source tree that was never installed
        release = "0"
    digest = hashlib.sha256()
    for path in sorted(p for folder in _FOLDERS for p in (_ROOT / folder).rglob("*") if p.suffix in _SUFFIXES):
        digest.update(path.relative_to(_ROOT).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return f"{release}+{digest.hexdigest()[:8]}"
