"""The import, on one screen: paths -> files -> those that are new -> outcomes -> rows -> links -> pages."""

from __future__ import annotations

import json
import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from types import FrameType

from sqlite_utils import Database

from pipeline.archive import SITE, lock
from pipeline.desk import Again, Desk, Entry, Report
from pipeline.intake import expand, identify, stored_path
from pipeline.link import link
from pipeline.options import Options
from pipeline.runs import Run, has_dead_runs
from pipeline.tables import opened_archive
from pipeline.upgrade import bring_up_to_date
from pipeline.version import program_version
from pipeline.workers import TIMEOUT, read, work


@dataclass(frozen=True, slots=True)
class Plan:
    """How to import. `jobs` None: all cores; `timeout`: seconds for a small file; `render` None: if anything is new."""

    options: Options = field(default_factory=Options)
    jobs: int | None = None
    timeout: float = TIMEOUT
    again: Again = Again.NONE
    render: bool | None = None


def run_import(
    paths: Sequence[str], archive: Path, plan: Plan, tell: Callable[[Entry, int], None] = lambda entry, total: None
) -> Report:
    """Bring the files under these paths into the archive; `tell` hears of each file and how many there are in all.

    On the first Ctrl-C the files in hand are finished, stored and linked; the second raises KeyboardInterrupt. Raises
    `Locked` and `ArchiveDamaged`.
    """
    with _held(archive) as db, _stopping() as stop:
        run = Run(db, "import", program_version(), [stored_path(os.path.abspath(path)) for path in paths])
        files = list(expand(paths))
        desk = Desk(db, run, plan.again, bool(plan.options.passwords), lambda entry: tell(entry, len(files)))
        new = desk.sort(map(identify, files))
        for outcome in work(new, partial(read, options=plan.options), plan.jobs, plan.timeout, stop):
            desk.store(outcome)
        desk.forget_missing()
        report = desk.report
        report.wrote, report.interrupted = run.number is not None, stop.is_set()
        if report.wrote or has_dead_runs(db):
            link(db)
        run.finish(json.dumps({"outcomes": report.outcomes, "changes": report.changes}))
        if not report.interrupted and _wants_pages(archive, plan, report.wrote):
            from pipeline.render import render_site

            report.pages = render_site(archive, plan.options.language)
    return report


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
