"""The import, on one screen: paths -> files -> those that are new -> outcomes -> rows -> links -> pages."""

from __future__ import annotations

import json
import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from types import FrameType

from sqlite_utils import Database

from pipeline.archive import SITE, lock
from pipeline.clock import STALL
from pipeline.desk import Again, Change, Desk, Entry, Report
from pipeline.import_log import import_log
from pipeline.intake import stored_path
from pipeline.intake.patterns import Patterns
from pipeline.intake.sources import Sources
from pipeline.intake.zips import Place, Zips
from pipeline.link import link
from pipeline.model import SourceFile
from pipeline.options import Options
from pipeline.original_copies import keep
from pipeline.register import Register
from pipeline.runs import Run, has_dead_runs
from pipeline.tables import opened_archive
from pipeline.upgrade import bring_up_to_date
from pipeline.version import program_version
from pipeline.workers import read, work

UNPACKED = ".unpacked"
"""The folder of the archive in which files out of zip archives lie while they are read."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How to import. `jobs` None: all cores; `timeout`: seconds without a page; `render` None: if anything is new.

    `copy_originals` keeps a copy of every file in the archive, by its hash.
    """

    options: Options = field(default_factory=Options)
    patterns: Patterns = field(default_factory=Patterns)
    register: Register | None = None
    jobs: int | None = None
    timeout: float = STALL
    again: Again = Again.NONE
    render: bool | None = None
    copy_originals: bool = False


def run_import(
    paths: Sequence[str], archive: Path, plan: Plan, tell: Callable[[Entry, int], None] = lambda entry, total: None
) -> Report:
    """Bring the files under these paths into the archive; `tell` hears of each file and how many there are in all.

    On the first Ctrl-C the files in hand are finished, stored and linked; the second raises KeyboardInterrupt. Raises
    `Locked` and `ArchiveDamaged`.
    """
    given = tuple(stored_path(os.path.abspath(path)) for path in paths)
    with (
        _held(archive) as db,
        import_log(archive, given, program_version()) as log,
        Zips(archive / UNPACKED, plan.options.passwords) as zips,
        _stopping() as stop,
    ):
        run = Run(db, "import", program_version(), given)
        sources = Sources(paths, plan.patterns, zips)
        places = list(sources.places())

        def told(entry: Entry) -> None:
            if entry.change is not Change.UNCHANGED:
                log.file(entry)
            tell(entry, len(places))

        desk = Desk(db, run, plan.again, bool(plan.options.passwords), told, plan.register is not None)
        desk.report.left_out = sources.left_out
        if plan.register is not None:
            desk.report.warnings += plan.register.match([place.path for place in places], paths)
        found = identified(places, zips, plan.register)
        new = desk.sort(map(partial(keep, archive, zips), found) if plan.copy_originals else found)
        task = partial(read, options=plan.options)
        held = map(zips.hold, new)
        for outcome in work(held, task, plan.jobs, plan.timeout, stop, plan.options.language):
            desk.store(outcome)
            zips.drop(outcome.source)
        desk.forget_missing({stored_path(path) for path in zips.opened})
        report = desk.report
        report.run, report.interrupted = run.number, stop.is_set()
        if report.wrote or has_dead_runs(db):
            link(db)
        run.finish(json.dumps({"outcomes": report.outcomes, "changes": report.changes}))
        log.end(report)
        if not report.interrupted and _wants_pages(archive, plan, report.wrote):
            from pipeline.messages import catalogue
            from pipeline.render import render_site

            report.pages = render_site(archive, catalogue(plan.options.language).language)
    return report


def identified(places: Iterable[Place], zips: Zips, register: Register | None) -> Iterator[SourceFile]:
    """What lies at each place, with what the register says of it."""
    for place in places:
        source = zips.identify(place)
        yield source if register is None else replace(source, register=register.of(place.path))


@contextmanager
def _held(archive: Path) -> Iterator[Database]:
    """The archive, locked, made where there is none, brought up to date, and open for writing."""
    with lock(archive, create=True):
        bring_up_to_date(archive)
        with opened_archive(archive, create=True) as db:
            yield db


def _wants_pages(archive: Path, plan: Plan, wrote: bool) -> bool:
    """True where the pages are to be written: as the plan says, else where they are missing or out of date."""
    return plan.render if plan.render is not None else wrote or not (archive / SITE / "index.html").exists()


@contextmanager
def _stopping() -> Iterator[threading.Event]:
    """An event that the first Ctrl-C sets; the second goes its usual way."""
    stop = threading.Event()
    if threading.current_thread() is not threading.main_thread():
        yield stop
        return
    before = signal.getsignal(signal.SIGINT)

    def on_interrupt(number: int, frame: FrameType | None) -> None:
        stop.set()
        signal.signal(signal.SIGINT, before)

    signal.signal(signal.SIGINT, on_interrupt)
    try:
        yield stop
    finally:
        signal.signal(signal.SIGINT, before)
