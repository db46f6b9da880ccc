"""The import, on one screen: paths -> files -> those that are new -> outcomes -> rows -> links -> pages."""

from __future__ import annotations

import json
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from types import FrameType

from pipeline.archive import SITE, lock
from pipeline.clock import STALL
from pipeline.desk import Again, Desk, Entry, Report
from pipeline.intake import expand, identify
from pipeline.link import link
from pipeline.options import Options
from pipeline.store import Run, has_dead_runs, open_archive
from pipeline.version import program_version
from pipeline.workers import read, work


@dataclass(frozen=True, slots=True)
class Plan:
    """How to import. `jobs` None: all cores; `timeout`: seconds without a page; `render` None: if anything is new."""

    options: Options = field(default_factory=Options)
    jobs: int | None = None
    timeout: float = STALL
    again: Again = Again.NONE
    render: bool | None = None


def run_import(
    paths: Sequence[str], archive: Path, plan: Plan, tell: Callable[[Entry, int], None] = lambda entry, total: None
) -> Report:
    """Bring the files under these paths into the archive; `tell` hears of each file and how many there are in all.

    On the first Ctrl-C the files in hand are finished, stored and linked; the second raises KeyboardInterrupt. Raises
    `Locked` and `ArchiveDamaged`.
    """
    with lock(archive, create=True), closing(open_archive(archive, create=True)) as db, _stopping() as stop:
        run = Run(db, "import", program_version())
        files = list(expand(paths))
        desk = Desk(db, run, plan.again, bool(plan.options.passwords), lambda entry: tell(entry, len(files)))
        new = desk.sort(map(identify, files))
        task = partial(read, options=plan.options)
        for outcome in work(new, task, plan.jobs, plan.timeout, stop, plan.options.language):
            desk.store(outcome)
        desk.forget_missing()
        report = desk.report
        report.wrote, report.interrupted = run.number is not None, stop.is_set()
        if report.wrote or has_dead_runs(db):
            link(db)
        run.finish(json.dumps({"outcomes": report.outcomes, "changes": report.changes}))
        if not report.interrupted and _wants_pages(archive, plan, report.wrote):
            from pipeline.messages import catalogue
            from pipeline.render import render_site

            report.pages = render_site(archive, catalogue(plan.options.language).language)
    return report


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
