"""What a run may be told: one frozen object that is handed down whole."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Options:
    """Options of reading and extracting; every field has the default that suits most archives.

    `ocr_cache` is a folder for the readings of scanned pages, by image hash; None keeps none.
    `passwords` are tried on files that need one.
    `years` are the first and last year in which a date of the archive is plausible.
    """

    language: str = "nb"
    ocr: bool = True
    ocr_cache: str | None = None
    years: tuple[int, int] = (1945, 2040)
    passwords: tuple[str, ...] = ()
