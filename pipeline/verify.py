"""`verify`, on one screen: is the database what was written, and do the originals lie where they lay?"""

from __future__ import annotations

import shlex
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from pipeline.archive import DATABASE, check_header, no_archive, read_database
from pipeline.errors import Exit
from pipeline.intake.patterns import Patterns
from pipeline.integrity import DAMAGE, Finding, Kind, findings
from pipeline.originals import check_copies, check_originals, check_untracked
from pipeline.settings import Settings


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found, and how many contents and originals were looked at."""

    findings: tuple[Finding, ...]
    contents: int
    originals: int

    @property
    def damaged(self) -> bool:
        """True where the database is not what was written."""
        return any(finding.kind in DAMAGE for finding in self.findings)

    @property
    def exit(self) -> Exit:
        """The exit code that says so."""
        if self.damaged:
            return Exit.ARCHIVE_DAMAGED
        return Exit.FAILURES_LISTED if self.findings else Exit.CLEAN

    def record(self) -> dict[str, Any]:
        """The verdict as plain data."""
        return {
            "clean": not self.findings,
            "contents": self.contents,
            "originals": self.originals,
            "findings": [asdict(finding) for finding in self.findings],
        }

    def summary(self) -> str:
        """The verdict in one line."""
        counts = Counter(finding.kind for finding in self.findings)
        said = ", ".join(f"{count} {kind}" for kind, count in counts.items())
        return f"{self.contents} contents and {self.originals} originals checked: {said or 'all as it was written'}"


def verify(archive: Path, paths: Sequence[str] = (), tell: Callable[[int], None] = lambda number: None) -> Verdict:
    """Check an archive and its originals; writes nothing, and may run while an import does.

    `paths` is where files are looked for that the archive does not know, the folders of earlier imports if empty;
    `tell` hears how many originals there are, then 1 for each. Raises `NoArchive`, `ArchiveDamaged` where the database
    cannot be opened at all, and `NoAccess`.
    """
    file = archive / DATABASE
    if not file.exists():
        raise no_archive(archive)
    check_header(file)
    named = shlex.quote(str(archive))
    with closing(read_database(file, untouched=True)) as db:
        found = list(findings(db, named))
        if any(finding.kind in (Kind.STRUCTURE, Kind.SCHEMA) for finding in found):
            return Verdict(tuple(found), 0, 0)
        db.execute("BEGIN")
        looked_at: list[int] = []

        def count(number: int) -> None:
            looked_at.append(number)
            tell(number)

        contents = int(db.execute("SELECT count(*) FROM source_file").fetchone()[0])
        settings = Settings.of(archive)
        patterns = Patterns(settings.include, settings.exclude)
        found += [*check_originals(db, named, count), *check_copies(archive)]
        found += check_untracked(db, paths, patterns, named)
        return Verdict(tuple(found), contents, looked_at[0])
