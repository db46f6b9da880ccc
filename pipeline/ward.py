"""The walls of a working process: how much memory it may have, and that nothing it starts outlives it.

A process that is killed cannot end what it has started. So each has a ward: a small process beside it that sleeps until
the worker is gone, or the process that it works for, and then ends all that is left of the worker's session (Tesseract,
LibreOffice and what that starts).
"""

from __future__ import annotations

import multiprocessing
import os
import resource
import select
import signal
import time
from collections.abc import Iterator
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NoReturn

CEILING = 3 << 29
"""Bytes of address space (1.5 GiB) for a working process and each of those that it starts.

A worker with all libraries and a spaCy pipeline has reserved 0.5 GiB, LibreOffice takes 0.5 GiB and Tesseract 0.2 GiB
for a page of A3 at 300 dpi, so that there is no need to lift it for them.
"""
FULL = 2 * CEILING // 3
"""Bytes from which on a process that aborted is said to have died of want of memory: pdfium does so without a word."""
LOOK = 0.1
"""Seconds between two looks at how much memory the worker has."""
_ROUNDS = 20
"""How often the rest of a session is looked for."""


def confine(notes: Connection | None = None) -> None:
    """Put up the walls around this process: own session and group, memory, no core files, a ward.

    The ward writes the worker's id and the most bytes of address space that it was seen with to `notes` at the end.
    """
    os.setsid()
    _post_ward(notes)
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    ceiling = CEILING if hard == resource.RLIM_INFINITY else min(CEILING, hard)
    resource.setrlimit(resource.RLIMIT_AS, (ceiling, ceiling))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _post_ward(notes: Connection | None) -> None:
    """Start the ward of this process. The pipe between them tells it of the end: only the worker holds its mouth."""
    worker = os.getpid()
    heard, _held = os.pipe()
    if os.fork():
        os.close(heard)
        return
    try:
        _watch(worker, heard, notes)
    finally:
        os._exit(0)


def _watch(worker: int, heard: int, notes: Connection | None) -> NoReturn:
    """Sleep until the worker is gone, and end its session."""
    os.setsid()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    above = multiprocessing.parent_process()
    ends = [heard, above.sentinel] if above else [heard]
    kept = sorted({*ends, notes.fileno() if notes else heard})
    for low, high in zip([0, *(fd + 1 for fd in kept)], [*kept, 1 << 16], strict=True):
        os.closerange(low, high)  # what stays open here would seem to be open in the worker
    peak = 0
    while not select.select(ends, [], [], LOOK)[0]:
        peak = peak_of(worker) or peak
    _end_session(worker)
    if notes is not None:
        notes.send((worker, peak))
    os._exit(0)


def peak_of(process: int) -> int:
    """The most bytes of address space that a process had so far; 0 where it is gone."""
    try:
        status = Path(f"/proc/{process}/status").read_text("utf-8")
    except OSError:
        return 0
    found = [line.split() for line in status.splitlines() if line.startswith("VmPeak:")]
    return int(found[0][1]) << 10 if found else 0


def _end_session(leader: int) -> None:
    """End all processes of a session; looked for again until there are none, since they may be starting others."""
    for _ in range(_ROUNDS):
        members = list(session(leader))
        if not members:
            return
        for member in members:
            try:
                os.kill(member, signal.SIGKILL)
            except ProcessLookupError:
                continue
        time.sleep(0.01)


def session(leader: int) -> Iterator[int]:
    """The living processes of the session of this leader."""
    for name in os.listdir("/proc"):
        if not name.isdigit():
            continue
        try:
            # The name in the second field may hold spaces and parentheses.
            fields = Path(f"/proc/{name}/stat").read_bytes().rpartition(b")")[2].split()
        except OSError:
            continue
        if fields[0] not in (b"Z", b"X") and int(fields[3]) == leader:
            yield int(name)
