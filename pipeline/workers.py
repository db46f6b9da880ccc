"""One engine for work: files go out to supervised processes, outcomes come back, and a bad file costs only itself.

Each process has walls (`ward`) and a clock (`clock`). What ends one of them, the alarm, want of memory, an abort in C
code, is read from how it ended, and becomes the outcome of the one file that it held.

Processes come from a fork server. It has the readers and rules imported before it forks, so replacing a worker that
a file has killed takes milliseconds, not the two seconds that starting afresh would; and unlike a plain fork it never
copies this process, with its threads and its open database. Where preloading fails, workers import for themselves.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import TimeoutError as FutureTimeout
from concurrent.futures.process import BrokenProcessPool

from pebble import ProcessExpired, ProcessFuture, ProcessPool

from pipeline import clock, ward
from pipeline.contract import failure
from pipeline.intake.media import refusal
from pipeline.model import Outcome, SourceFile, Status
from pipeline.options import Options

Task = Callable[[SourceFile], Outcome]
"""What is done to one file. It is sent to another process, so it must be picklable."""

PAGE_BYTES = 4096
"""Bytes of a file for which the backstop allows another stall: more than the clock allows for as many pages."""

SLACK = 10
"""Stalls that the backstop allows beyond what the clock allows a file without pages."""

NOTE_SECONDS = 1.0
"""How long to wait for a ward's note of a worker that has ended; it takes a tenth of it."""

ABORTS = frozenset({signal.SIGABRT, signal.SIGSEGV, signal.SIGBUS, signal.SIGILL, signal.SIGTRAP})
"""How C code ends that was refused memory, and how it ends by a mistake of its own."""

AHEAD = 16
"""Files handed out for every worker: enough that a long scan holds nobody up, few enough for constant memory."""

RENEW = 500
"""Files after which a worker is replaced, so that what a library never gives back does not add up."""

PRELOAD = ["pipeline.run", "pikepdf"]


Held = ProcessFuture[Outcome] | Outcome
"""A file that was given to a process, or what became of it already."""


def work(
    sources: Iterable[SourceFile],
    task: Task,
    jobs: int | None = None,
    timeout: float = clock.STALL,
    stop: threading.Event | None = None,
    language: str = "nb",
) -> Iterator[Outcome]:
    """Do `task` to every source and yield the outcomes in the sources' order.

    `sources` is read lazily, a few files ahead of the workers. `jobs` is the number of processes, all cores if None;
    with one there is still a process beside this one. A file that finishes no page for `timeout` seconds is given up,
    see `clock`. A crash, a hang or a lack of memory becomes an outcome of that status, with advice in `language`. What
    no reader can open costs no process. Once `stop` is set no file is begun, and those in hand are finished.
    """
    jobs = max(1, jobs or len(os.sched_getaffinity(0)))
    hands = _Hands(jobs, task, timeout, language)
    waiting: deque[tuple[SourceFile, Held]] = deque()
    stop = stop or threading.Event()
    try:
        for source in sources:
            if stop.is_set():
                break
            waiting.append((source, hands.take(source)))
            if len(waiting) >= jobs * AHEAD:
                yield hands.outcome(*waiting.popleft())
        while waiting:
            if stop.is_set():
                waiting = deque(entry for entry in waiting if _begun(entry[1]))
            if waiting:
                yield hands.outcome(*waiting.popleft())
        hands.pool.close()  # type: ignore[no-untyped-call]
    finally:
        hands.rest()


def timed(task: Task, source: SourceFile, stall: float) -> Outcome:
    """Do the task in this process while its clock runs."""
    with clock.running(stall):
        return task(source)


def _begun(held: Held) -> bool:
    """True for a file that a worker holds or has finished."""
    return isinstance(held, Outcome) or held.running() or held.done()


def read(source: SourceFile, options: Options) -> Outcome:
    """The task of an import: read one file. Its imports are heavy, and happen where the work is done."""
    from pipeline.run import process

    return process(source, options)


def backstop(source: SourceFile, stall: float = clock.STALL) -> float:
    """Seconds after which a process is ended from here, by the file's size, since it alone knows how many pages it has.

    The clock within it comes first; this is for a process that was halted, or that has ended as if all were well.
    """
    return clock.total(0, stall) + stall * (SLACK + source.size / PAGE_BYTES)


class _Hands:
    """The processes that files are given to; says what became of each file.

    `notes` are what the wards write of workers that have ended. pebble gives a pool up with all that waits in it where
    a worker ends that held no file (the kernel may choose any process when memory is short); then there is a new pool.
    """

    def __init__(self, jobs: int, task: Task, timeout: float, language: str) -> None:
        self.jobs, self.task, self.timeout, self.language = jobs, task, timeout, language
        self.context = multiprocessing.get_context("forkserver")
        self.context.set_forkserver_preload(PRELOAD)
        self.notes, self.mouth = self.context.Pipe(duplex=False)
        self.peaks: dict[int, int] = {}
        self.pool = self._pool()

    def take(self, source: SourceFile) -> Held:
        """Give one file to the pool, or answer at once where no reader could open it."""
        refused = refusal(source)
        if refused:
            return failure(source, *refused, self.language)
        if not self.pool.active:
            self._stop()
            self.pool = self._pool()
        arguments = self.task, source, self.timeout
        return self.pool.schedule(timed, args=arguments, timeout=backstop(source, self.timeout))

    def outcome(self, source: SourceFile, held: Held, again: bool = True) -> Outcome:
        """Wait for one file, and say in words what became of it."""
        if isinstance(held, Outcome):
            return held
        try:
            return held.result()
        except BrokenProcessPool as error:
            if again:
                return self.outcome(source, self.take(source), False)
            return failure(source, Status.CRASHED, "crashed", self.language, detail=str(error))
        except FutureTimeout:
            return failure(source, Status.TIMEOUT, "timeout", self.language)
        except MemoryError:
            return failure(source, Status.MEMORY, "memory", self.language)
        except ProcessExpired as error:
            status = self._status(error)
            return failure(source, status, status.value, self.language, detail=_cause(error.exitcode))
        except (Exception, SystemExit) as error:  # whatever a rule or a library raised belongs to this file alone
            detail = f"{type(error).__name__}: {error}"[:300]
            return failure(source, Status.CRASHED, "crashed", self.language, detail=detail)

    def rest(self) -> None:
        """End all processes."""
        self._stop()
        self.notes.close()
        self.mouth.close()

    def _pool(self) -> ProcessPool:
        return ProcessPool(
            max_workers=self.jobs,
            max_tasks=RENEW,
            initializer=ward.confine,
            initargs=(self.mouth,),
            context=self.context,
        )

    def _stop(self) -> None:
        # Stopping a closed pool ends its idle processes; where the caller has turned away it ends busy ones too.
        self.pool.stop()  # type: ignore[no-untyped-call]
        self.pool.join()

    def _status(self, error: ProcessExpired) -> Status:
        """What the end of a process says of its file."""
        number = -(error.exitcode or 0)
        if number == signal.SIGALRM:
            return Status.TIMEOUT
        # The kernel's answer to a machine without memory is SIGKILL; nobody else sends that.
        if number == signal.SIGKILL or (number in ABORTS and self._peak(error.pid) >= ward.FULL):
            return Status.MEMORY
        return Status.CRASHED

    def _peak(self, worker: int | None) -> int:
        """The most bytes that a worker was seen with, by its ward."""
        while worker not in self.peaks and self.notes.poll(NOTE_SECONDS):
            process, peak = self.notes.recv()
            self.peaks[process] = peak
        return self.peaks.get(worker or 0, 0)


def _cause(code: int | None) -> str:
    """The name of the signal that ended a process, or its exit code."""
    if code is not None and -code in signal.valid_signals():
        return signal.Signals(-code).name
    return f"exit {code}"
