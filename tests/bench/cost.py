"""What a command costs with all its processes: CPU seconds, in the course of it too, and peak memory (Linux only)."""

from __future__ import annotations

import contextlib
import ctypes
import os
import re
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench.commands import ROOT

GLANCE = 0.1
"""Seconds between two looks at the memory of a running command."""
PR_SET_CHILD_SUBREAPER = 36
TICKS = os.sysconf("SC_CLK_TCK")
_COUNTED = re.compile(r"\[(\d+)/\d+\]")


@dataclass(slots=True)
class Cost:
    """A finished command: CPU seconds of all its processes, wall seconds, peak bytes of the first and of the largest
    other one, and the CPU seconds that were used when so many files were told of."""

    cpu: float = 0.0
    seconds: float = 0.0
    main: int = 0
    other: int = 0
    marks: dict[int, float] = field(default_factory=dict)


def cost(*command: str | Path, marks: Sequence[int] = (), code: Sequence[int] = (0,)) -> Cost:
    """Run a command to its end, and the processes that it leaves behind to theirs.

    `marks` are counts of files at which the CPU time is noted, for `referat import` with its lines of progress.
    """
    # What outlives its parent (a fork server does) becomes a child of this process, so that its time is counted too.
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    found, before, began = Cost(), _children(), time.perf_counter()
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(
            list(map(str, command)),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE if marks else said,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            start_new_session=True,
        )
        ended = threading.Event()
        watcher = threading.Thread(target=_watch, args=(process.pid, found, ended))
        watcher.start()
        try:
            for line in process.stderr or ():
                counted = _COUNTED.match(line.decode("utf-8", "replace"))
                if counted and int(counted[1]) in marks:
                    found.marks[int(counted[1])] = sum(cpu for _, cpu, _ in _processes(process.pid))
            process.wait()
        finally:
            ended.set()
            watcher.join()
        _reap(process.pid)
        found.seconds, found.cpu = time.perf_counter() - began, _children() - before
        if process.returncode not in code:
            said.seek(0)
            raise SystemExit(
                f"{command[:4]} gave {process.returncode}: {said.read()[-2000:].decode('utf-8', 'replace')}"
            )
    return found


def python(module: str, *arguments: str | Path, interpreter: str = sys.executable) -> tuple[str | Path, ...]:
    """The command line of a module of ours."""
    return (interpreter, "-m", module, *arguments)


def _children() -> float:
    """CPU seconds of all processes that this one has waited for, and of theirs."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _reap(session: int) -> None:
    """Wait for everything that a command left behind."""
    while left := [pid for pid, _, _ in _processes(session)]:
        for pid in left:
            with contextlib.suppress(ChildProcessError):  # its own parent is still alive
                os.waitpid(pid, os.WNOHANG)
        time.sleep(0.01)


def _watch(session: int, found: Cost, ended: threading.Event) -> None:
    """Note the peak memory of each process of a session until it has ended."""
    while not ended.wait(GLANCE):
        for pid, _, peak in _processes(session):
            if pid == session:
                found.main = max(found.main, peak)
            else:
                found.other = max(found.other, peak)


def _processes(session: int) -> Iterator[tuple[int, float, int]]:
    """Number, CPU seconds (with those of the children it has waited for) and peak bytes of a session's processes."""
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
            if int(fields[3]) == session:
                peak = re.search(r"VmHWM:\s*(\d+) kB", (folder / "status").read_text())
                yield int(folder.name), sum(map(int, fields[11:15])) / TICKS, int(peak[1]) * 1024 if peak else 0
        except OSError:  # it has ended meanwhile
            continue


def each(costs: Mapping[int, Cost]) -> float:
    """CPU seconds of one file, by the difference of two numbers of files, so that the start is left out."""
    small, large = sorted(costs)
    return (costs[large].cpu - costs[small].cpu) / (large - small)
