"""The desk where files come in: known ones are only noted, others go to the workers, outcomes go to the archive."""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from typing import Any

from sqlite_utils import Database

from pipeline.contract import failure
from pipeline.intake import stored_path
from pipeline.intake.gone import is_gone
from pipeline.model import FAILED, Outcome, RegisterEntry, SourceFile, Status
from pipeline.rows import UNREAD, source_id
from pipeline.runs import Run
from pipeline.store import Arrival, Known, drop_name, known, put, put_name

WAITING = frozenset({Status.NEEDS_OCR, Status.NEEDS_REVIEW, Status.PARTIAL})
"""Outcomes that are no failure and yet want a person."""


class Change(StrEnum):
    """What an import did with a file."""

    NEW = "new"
    UNCHANGED = "unchanged"
    DUPLICATE = "duplicate"
    NEW_VERSION = "new_version"


class Again(StrEnum):
    """Which known files are read again although neither they nor the program changed."""

    NONE = "none"
    FAILED = "failed"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Entry:
    """What came of one file, for those who watch: its name, outcome, change and, where it needs a person, advice."""

    name: str
    path: str
    outcome: Status
    change: Change
    message: str | None = None


@dataclass(slots=True)
class Report:
    """What came of an import. `attention`: files that need a person; `pages`: how many were written, if any.

    `run` is the number of the run, None where it had nothing to write; `left_out`: files that the patterns did not
    take; `warnings`: what is to be said of the import as a whole.
    """

    outcomes: Counter[str] = field(default_factory=Counter)
    changes: Counter[str] = field(default_factory=Counter)
    attention: list[Entry] = field(default_factory=list)
    run: int | None = None
    interrupted: bool = False
    pages: int | None = None
    left_out: int = 0
    warnings: list[str] = field(default_factory=list)

    @property
    def wrote(self) -> bool:
        """True where the archive was changed."""
        return self.run is not None

    @property
    def failed(self) -> bool:
        """True where a file could not be read."""
        return any(entry.outcome in FAILED for entry in self.attention)

    def record(self) -> dict[str, Any]:
        """The report as plain data."""
        return {
            "run": self.run,
            "outcomes": dict(self.outcomes),
            "changes": dict(self.changes),
            "attention": [asdict(entry) for entry in self.attention],
            "interrupted": self.interrupted,
            "pages": self.pages,
            "left_out": self.left_out,
            "warnings": self.warnings,
        }


class Desk:
    """Sorts files, stores outcomes and keeps count. `tell` is called once for every file, when its fate is known.

    `registered`: a register was given, so that what it does not say any more is to go.
    """

    def __init__(
        self,
        db: Database,
        run: Run,
        again: Again,
        passwords: bool,
        tell: Callable[[Entry], None],
        registered: bool = False,
    ) -> None:
        self.registered = registered
        self.db, self.run, self.again, self.passwords, self.tell = db, run, again, passwords, tell
        self.report = Report()
        self.paths, self.contents = known(db)
        self.places: dict[str, set[str]] = defaultdict(set)
        for path, key in self.paths.items():
            self.places[key].add(path)
        self.named: set[str] = set()
        self.waiting: dict[str, list[tuple[SourceFile, Change]]] = {}
        self.can_ocr: bool | None = None

    def sort(self, sources: Iterable[SourceFile]) -> Iterator[SourceFile]:
        """The files that must be read; of the same bytes under several names the first."""
        for source in sources:
            key, change = source_id(source), self._change(source)
            self.named.add(stored_path(source.path))
            if key in self.waiting:
                self.waiting[key].append((source, change))
            elif key in self.contents and not self._is_due(self.contents[key], source):
                if change is not Change.UNCHANGED or self.paths.get(stored_path(source.path)) != key:
                    put_name(self.db, key, Arrival.of(source, change), self.run, self.contents[key].outcome)
                self._settle(source, key, change, self._advice(key))
            else:
                self.waiting[key] = [(source, change)]
                yield self._with_register(source, self.contents.get(key))

    def foresee(self, source: SourceFile) -> tuple[Change, bool]:
        """What `sort` would do with a file, doing none of it: how it has changed, and whether it would be read."""
        key, change = source_id(source), self._change(source)
        known = self.contents.get(key)
        due = known is None or self._is_due(known, source)
        self.waiting.setdefault(key, [])
        return change, due and change is not Change.DUPLICATE

    def store(self, outcome: Outcome) -> None:
        """Write what came of one content, under every name that it has."""
        key = source_id(outcome.source)
        entries = self.waiting.pop(key)
        names = [Arrival.of(source, change) for source, change in entries]
        try:
            put(self.db, outcome, names, self.run)
        except (sqlite3.IntegrityError, sqlite3.ProgrammingError, ValueError, LookupError, TypeError) as error:
            # A record that breaks the tables' rules is a mistake in a rule of ours: it costs this file, not the rest.
            outcome = failure(
                outcome.source, Status.CRASHED, "crashed", detail=f"{type(error).__name__}: {error}"[:300]
            )
            put(self.db, outcome, names, self.run)
        self.contents[key] = Known(outcome.status.value, self.run.version, _said(outcome.source))
        messages = [issue["message"] for issue in outcome.record["issues"] if issue["severity"] != "note"]
        for source, change in entries:
            self._settle(source, key, change, messages[0] if messages else None)

    def forget_missing(self, opened: Collection[str] = ()) -> None:
        """Drop paths that an earlier import was given in error: nothing was there then, and nothing is there now.

        So too those of `opened`, zip archives that could not be opened then and now stand for what is in them.
        """
        for path in sorted(self.paths.keys() - self.named):
            if path in opened or (self.paths[path].startswith(UNREAD) and is_gone(path)):
                drop_name(self.db, path, self.run)

    def _change(self, source: SourceFile) -> Change:
        """What happened to a file since the archive last saw it."""
        key, path = source_id(source), stored_path(source.path)
        before = self.paths.get(path)
        if before is not None:
            return Change.UNCHANGED if before == key else Change.NEW_VERSION
        if key in self.waiting:
            return Change.DUPLICATE
        if key in self.contents:  # the same bytes; under another name where the old name is gone
            return Change.UNCHANGED if all(map(is_gone, self.places[key])) else Change.DUPLICATE
        return Change.NEW

    def _with_register(self, source: SourceFile, content: Known | None) -> SourceFile:
        """The source with what a register said of it before, where none was given this time."""
        if self.registered or content is None:
            return source
        return replace(source, register=RegisterEntry.of(content.register))

    def _is_due(self, content: Known, source: SourceFile) -> bool:
        """True for a content that must be read again.

        By a newer program, with OCR, a password or other words of the register now, or as asked.
        """
        if self.registered and content.register != _said(source):
            return True
        if content.version != self.run.version or self.again is Again.ALL:
            return True
        status = Status(content.outcome)
        if status is Status.NEEDS_OCR and self._has_ocr():
            return True
        if status is Status.ENCRYPTED and self.passwords:
            return True
        return self.again is Again.FAILED and status in FAILED | WAITING

    def _has_ocr(self) -> bool:
        """True where scans can be read; asked once, and only when a scan is waiting."""
        if self.can_ocr is None:
            from pipeline.readers.ocr import available

            self.can_ocr = available()
        return self.can_ocr

    def _settle(self, source: SourceFile, key: str, change: Change, message: str | None) -> None:
        """Remember where a content lies, drop names that a rename left behind, count, and tell."""
        path = stored_path(source.path)
        before = self.paths.get(path)
        if before is not None and before != key:
            self.places[before].discard(path)
            if not self.places[before]:
                self.contents.pop(before, None)
        if before is None and change is Change.UNCHANGED:
            for old in [old for old in self.places[key] if is_gone(old)]:
                drop_name(self.db, old, self.run)
                self.places[key].discard(old)
                del self.paths[old]
        self.paths[path] = key
        self.places[key].add(path)
        outcome = Status(self.contents[key].outcome)
        wanted = outcome in FAILED | WAITING
        entry = Entry(source.name, path, outcome, change, message if wanted else None)
        self.report.outcomes[outcome] += 1
        self.report.changes[change] += 1
        if wanted:
            self.report.attention.append(entry)
        self.tell(entry)

    def _advice(self, key: str) -> str | None:
        """What the archive says of a content that needs a person."""
        query = "SELECT message FROM issue WHERE source_file = ? AND severity <> 'note' ORDER BY severity DESC LIMIT 1"
        found = self.db.conn.execute(query, [key]).fetchone()
        return found[0] if found else None


def _said(source: SourceFile) -> str | None:
    """What a register says of a file, as the archive keeps it."""
    return source.register.written() if source.register else None
