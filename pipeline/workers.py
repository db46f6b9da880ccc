"""One engine for work: files go out to supervised processes, outcomes come back, and a bad file costs only itself.

Processes come from a fork server. It has the readers and rules imported before it forks, so replacing a worker that
a file has killed takes milliseconds, not the two seconds that starting afresh would; and unlike a plain fork it never
copies this process, with its threads and its open database. Where preloading fails, workers import for themselves.
"""

from __future__ import annotations

import multiprocessing
import os
import resource
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import TimeoutError as FutureTimeout

from pebble import ProcessExpired, ProcessFuture, ProcessPool

from pipeline.contract import failure
from pipeline.intake.media import refusal
from pipeline.model import Outcome, SourceFile, Status
from pipeline.options import Options

Task = Callable[[SourceFile], Outcome]
"""What is done to one file. It is sent to another process, so it must be picklable."""

TIMEOUT = 120.0
"""Seconds that a small file may take."""

TIMEOUT_BYTES = 250_000
"""For every so many bytes a file may take as long again: an honest report of a thousand pages is no hang."""

MEMORY = 3 << 30
"""Bytes of data that one worker may hold; a bomb of a few hundred bytes must not take the machine with it."""

AHEAD = 16
"""Files handed out for every worker: enough that a long scan holds nobody up, few enough for constant memory."""

RENEW = 500
"""Files after which a worker is replaced, so that what a library never gives back does not add up."""

PRELOAD = ["pipeline.run"]


def work(
    sources: Iterable[SourceFile],
    task: Task,
    jobs: int | None = None,
    timeout: float = TIMEOUT,
    stop: threading.Event | None = None,
) -> Iterator[Outcome]:
    """Do `task` to every source and yield the outcomes in the sources' order.

    `sources` is read lazily, a few files ahead of the workers. `jobs` is the number of processes, all cores if None;
    with one there is still a process beside this one. `timeout` is in seconds, see `limit`. A crash, a hang or a lack
    of memory becomes an outcome of that status. What no reader can open costs no process. Once `stop` is set no file
    is begun, and those in hand are finished.
    """
    jobs = max(1, jobs or len(os.sched_getaffinity(0)))
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(PRELOAD)
    waiting: deque[tuple[SourceFile, ProcessFuture[Outcome] | Outcome]] = deque()
    stop = stop or threading.Event()
    pool = ProcessPool(max_workers=jobs, max_tasks=RENEW, initializer=_prepare, context=context)
    try:
        for source in sources:
            if stop.is_set():
                break
            waiting.append((source, _hand_out(pool, task, source, timeout)))
            if len(waiting) >= jobs * AHEAD:
                yield _outcome(*waiting.popleft())
        while waiting:
            if stop.is_set():
                waiting = deque(entry for entry in waiting if _begun(entry[1]))
            if waiting:
                yield _outcome(*waiting.popleft())
        pool.close()  # type: ignore[no-untyped-call]
    finally:
        # Stopping a closed pool ends its idle processes; where the caller has turned away it ends busy ones too.
        pool.stop()  # type: ignore[no-untyped-call]
        pool.join()


def _hand_out(pool: ProcessPool, task: Task, source: SourceFile, timeout: float) -> ProcessFuture[Outcome] | Outcome:
    """Give one file to the pool, or answer at once where no reader could open it."""
    refused = refusal(source)
    if refused:
        return failure(source, *refused)
    return pool.schedule(task, args=(source,), timeout=limit(source, timeout))


def _begun(future: ProcessFuture[Outcome] | Outcome) -> bool:
    """True for a file that a worker holds or has finished."""
    return isinstance(future, Outcome) or future.running() or future.done()


def read(source: SourceFile, options: Options) -> Outcome:
    """The task of an import: read one file. Its imports are heavy, and happen where the work is done."""
    from pipeline.run import process

    return process(source, options)


def limit(source: SourceFile, timeout: float = TIMEOUT) -> float:
    """Seconds that a file may take, by its size: how many pages it has is known only by opening it."""
    return timeout * (1 + source.size / TIMEOUT_BYTES)


def _outcome(source: SourceFile, future: ProcessFuture[Outcome] | Outcome) -> Outcome:
    """Wait for one file, and say in words what became of it."""
    if isinstance(future, Outcome):
        return future
    try:
        return future.result()
    except FutureTimeout:
        return failure(source, Status.TIMEOUT, "timeout")
    except MemoryError:
        return failure(source, Status.MEMORY, "memory")
    except ProcessExpired as error:
        # The kernel's answer to a machine without memory is SIGKILL; nobody else sends that.
        if error.exitcode == -signal.SIGKILL:
            return failure(source, Status.MEMORY, "memory")
        return failure(source, Status.CRASHED, "crashed", detail=_cause(error.exitcode))
    except (Exception, SystemExit) as error:  # whatever a rule or a library raised belongs to this file alone
        return failure(source, Status.CRASHED, "crashed", detail=f"{type(error).__name__}: {error}"[:300])


def _cause(code: int | None) -> str:
    """The name of the signal that ended a process, or its exit code."""
    if code is not None and -code in signal.valid_signals():
        return signal.Signals(-code).name
    return f"exit {code}"


def _prepare() -> None:
    """What every worker does first: a ceiling for its memory, and no core dumps."""
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    ceiling = MEMORY if hard == resource.RLIM_INFINITY else min(MEMORY, hard)
    resource.setrlimit(resource.RLIMIT_DATA, (ceiling, hard))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
