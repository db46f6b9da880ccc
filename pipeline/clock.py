"""The clock of a working process: one that finishes no page in time is ended by the kernel.

The alarm is a timer of the kernel's whose signal has its default action, so it works while C code or a regular
expression holds the interpreter; whoever waits for the process sees that SIGALRM ended it. Readers call `beat` for each
finished page, the stages after them for each finished step. Where no clock runs (in a library, in a test) all of this
does nothing.
"""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

STALL = 20.0
"""Seconds without a finished page after which a file is given up."""
BASE = 15.0
"""What a file may take in all whatever its pages, in stalls: opening, a second reading, cutting, extracting."""
EACH = 0.25
"""What each page adds to that, in stalls. An honest page takes a hundredth of it, or a fifth where it is recognised."""
HELPER = 3.0
"""How long another program (Tesseract on a page, LibreOffice on a file) may take, in stalls."""
AFTER = 0.5
"""What is left after a helper's own limit to end it and to go on, in stalls."""


@dataclass(slots=True)
class _Clock:
    """A running clock: times are those of `time.monotonic`, in seconds. `helped` is until when helpers may take."""

    stall: float
    begun: float = field(default_factory=time.monotonic)
    end: float | None = None
    helped: dict[object, float] = field(default_factory=dict)
    guard: threading.Lock = field(default_factory=threading.Lock)

    def wind(self) -> None:
        """Set the alarm anew: a stall from now, or later while a helper is at work, but never beyond the end."""
        now = time.monotonic()
        until = max(now + self.stall, *self.helped.values(), 0.0)
        if self.end is not None:
            until = min(until, self.end)
        signal.setitimer(signal.ITIMER_REAL, max(until - now, 0.001))


_running: _Clock | None = None


@contextmanager
def running(stall: float) -> Iterator[None]:
    """A clock for one file: this process ends by SIGALRM if `stall` seconds pass without a `beat`."""
    global _running
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    _running = _Clock(stall)
    _running.wind()
    try:
        yield
    finally:
        clock, _running = _running, None
        with clock.guard:  # a recognition may just be winding it
            signal.setitimer(signal.ITIMER_REAL, 0.0)


def beat() -> None:
    """A page or another step is finished: the next one has the whole time again."""
    if (clock := _running) is not None:
        with clock.guard:
            if clock is _running:
                clock.wind()


def expect(pages: int) -> None:
    """So many pages are to be read: from now on there is an end for the file as a whole, and a generous one."""
    if (clock := _running) is not None:
        with clock.guard:
            clock.end = max(clock.end or 0.0, clock.begun + total(pages, clock.stall))
    beat()


def total(pages: int, stall: float = STALL) -> float:
    """Seconds that a file of so many pages may take in all.

    >>> total(2), total(1000)
    (310.0, 5300.0)
    """
    return stall * (BASE + EACH * pages)


@contextmanager
def helper() -> Iterator[float]:
    """While another program is at work; gives the seconds that it may take, and counts as a finished step at its end.

    A machine with much to do may let a page wait, and recognition does not tell how far it is. So the clock waits for
    a helper as long as the helper's own limit, which whoever starts it has to hold it to.
    """
    clock = _running
    if clock is None:
        yield HELPER * STALL
        return
    seconds, token = HELPER * clock.stall, object()
    with clock.guard:
        clock.helped[token] = time.monotonic() + seconds + AFTER * clock.stall
    beat()
    try:
        yield seconds
    finally:
        with clock.guard:
            del clock.helped[token]
        beat()
