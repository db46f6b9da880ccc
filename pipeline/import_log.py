"""`import.log` in the archive: a line for every file that an import looked at, and when it began and ended.

It holds no word of what files say, so a document that is forgotten leaves none there.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from pipeline.runs import now

if TYPE_CHECKING:
    from pipeline.desk import Entry, Report

LOG = "import.log"


class ImportLog:
    """Where the lines go: time, then words parted by tabs. A path is written so that it takes one line."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def file(self, entry: Entry) -> None:
        """What came of one file."""
        self._line(entry.outcome.value, entry.change.value, entry.path)

    def end(self, report: Report) -> None:
        """What the import came to."""
        number = f"run {report.run}" if report.run else "nothing written"
        self._line("stopped" if report.interrupted else "finished", number, f"{report.outcomes.total()} files")

    def _line(self, *words: str) -> None:
        shown = (word.encode("unicode_escape").decode() if not word.isprintable() else word for word in words)
        self._stream.write("\t".join((now(), *shown)) + "\n")


@contextmanager
def import_log(archive: Path, paths: tuple[str, ...], version: str) -> Iterator[ImportLog]:
    """The log of one import, each line on the disk before the next file is stored."""
    with open(archive / LOG, "a", encoding="utf-8", errors="backslashreplace", buffering=1) as stream:
        log = ImportLog(stream)
        log._line("began", version, *paths)
        yield log
