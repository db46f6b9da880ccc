"""The type area of a document: how far right its text runs, how closely lines follow, where a typist broke them."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.model import Line

LONGEST_TYPED = 100
"""Letters beyond which nobody breaks lines by hand."""
SHORTEST_WRAP = 60
"""Letters below which nobody does: shorter lines are lines of their own."""
MIN_FILL = 0.85
"""Share of the type area's presumed width that its right edge cannot be less than."""


@dataclass(frozen=True, slots=True)
class Measure:
    """The type area of a document: how far right text runs and how closely lines follow each other.

    `letters` is the same as `right` for lines without a place: the letters at which a typist's lines were broken.
    """

    right: float
    leading: float
    size: float
    letters: float


def measure(lines: Sequence[Line]) -> Measure:
    """The usual right edge, white space between lines and letter size of these lines."""
    boxes = [line.box for line in lines if line.box]
    if not boxes:
        return Measure(0.0, 0.0, 0.0, _wrapped_at(lines))
    rights = sorted(box[2] for box in boxes)
    lefts = sorted(box[0] for box in boxes)
    right = rights[min(len(rights) - 1, int(len(rights) * 0.97))]
    left = lefts[int(len(lefts) * 0.1)]
    floor = left + MIN_FILL * (595 - 2 * left)
    gaps = [line.gap for line in lines if 0 < line.gap < 3]
    sizes = [line.size for line in lines if line.size]
    leading = _low_quartile(gaps)
    return Measure(
        max(right, min(floor, 520.0)), leading, statistics.median(sizes) if sizes else 0.0, _wrapped_at(lines)
    )


def _wrapped_at(lines: Sequence[Line]) -> float:
    """The letters after which lines without a place were broken; endless where each paragraph is one."""
    lengths = sorted(len(line.text) for line in lines if not line.box and not line.cells)
    usual = lengths[int(len(lengths) * 0.95)] if lengths else 0
    return float("inf") if usual > LONGEST_TYPED else max(SHORTEST_WRAP, usual)


def _low_quartile(values: list[float]) -> float:
    return sorted(values)[len(values) // 4] if values else 0.0
