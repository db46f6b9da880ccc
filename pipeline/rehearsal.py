"""`referat import --dry-run`: what an import would do, file by file, without an archive being made or written to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from pipeline.archive import DATABASE, read_archive
from pipeline.desk import Desk
from pipeline.importing import Plan, identified
from pipeline.intake import stored_path
from pipeline.intake.media import refusal
from pipeline.intake.sources import Sources
from pipeline.intake.zips import Zips
from pipeline.messages import message
from pipeline.model import Status
from pipeline.runs import Run
from pipeline.tables import memory_archive
from pipeline.version import program_version


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What would be done with one file: how it has changed, whether it would be read, and why it could not be."""

    name: str
    path: str
    change: str
    read: bool
    outcome: Status | None = None
    message: str | None = None


@dataclass(slots=True)
class Rehearsal:
    """What an import would come to."""

    files: list[Foreseen] = field(default_factory=list)
    left_out: int = 0
    warnings: list[str] = field(default_factory=list)

    @property
    def changes(self) -> Counter[str]:
        """How many files are new, unchanged and so on."""
        return Counter(file.change for file in self.files)

    @property
    def failed(self) -> bool:
        """True where a file is of a type that cannot be read, or is not there."""
        return any(file.outcome is not None for file in self.files)

    def record(self) -> dict[str, Any]:
        """The rehearsal as plain data."""
        return {**asdict(self), "changes": dict(self.changes)}


def rehearse(paths: Sequence[str], archive: Path, plan: Plan) -> Rehearsal:
    """What `run_import` would do; only looks. Raises what opening an archive for reading and a register raise."""
    with _archive(archive) as db, Zips(None, plan.options.passwords) as zips:
        sources = Sources(paths, plan.patterns, zips)
        places = list(sources.places())
        found = Rehearsal(left_out=sources.left_out)
        if plan.register is not None:
            found.warnings += plan.register.match([place.path for place in places], paths)
        run = Run(db, "import", program_version())
        desk = Desk(db, run, plan.again, bool(plan.options.passwords), lambda entry: None, plan.register is not None)
        for source in identified(places, zips, plan.register):
            change, read = desk.foresee(source)
            status, code = refusal(source) or (None, "")
            said = message(code, plan.options.language) if code else None
            path = stored_path(source.path)
            found.files.append(Foreseen(source.name, path, change, read and status is None, status, said))
    return found


@contextmanager
def _archive(path: Path) -> Iterator[Database]:
    """The archive in a folder for reading, an empty one where there is none."""
    if not (path / DATABASE).exists():
        yield memory_archive()
        return
    with closing(read_archive(path)) as connection:
        connection.row_factory = None
        yield Database(connection)
