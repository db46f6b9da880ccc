"""Rows of the bench's table, and how costs are compared: CPU time, task after task in turn, ratios round by round."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

ROUNDS = 5
"""Rounds that are kept, after one that warms up."""
ITSELF = "make bench"
Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table."""

    what: str
    asked: str
    measured: str
    command: str


def timed(things: Sequence[Thing], tasks: Sequence[Callable[[Thing], object]]) -> list[list[float]]:
    """CPU seconds of each task on all things, round by round and in turn; the first round is not kept."""
    seconds: list[list[float]] = [[] for _ in tasks]
    for number in range(ROUNDS + 1):
        for kept, task in zip(seconds, tasks, strict=True):
            began = time.process_time()
            for thing in things:
                task(thing)
            if number:
                kept.append(time.process_time() - began)
    return seconds


def ratio(above: Sequence[float], below: Sequence[float]) -> str:
    """The median of the rounds' ratios."""
    return f"{statistics.median(a / b for a, b in zip(above, below, strict=True)):.2f} x"


def each(seconds: Sequence[float], count: int) -> str:
    """The median round's milliseconds for one of so many pages."""
    return f"{1000 * statistics.median(seconds) / count:.2f} ms"


def table(rows: Sequence[Row]) -> Iterator[str]:
    """The rows in columns."""
    heads = Row("what", "asked", "measured", "command")
    wide = [max(len(getattr(row, name)) for row in (heads, *rows)) for name in ("what", "asked", "measured")]
    for row in (heads, *rows):
        yield f"{row.what:{wide[0]}}  {row.asked:>{wide[1]}}  {row.measured:>{wide[2]}}  {row.command}".rstrip()
