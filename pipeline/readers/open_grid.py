"""Grids that are not drawn whole: no rule at their sides, none between their points.

A table of minutes often has level rules only at its headings, and upright ones only between its columns. The columns of
its headings then say where the rows between them have their sides, and the numbers in its first column where one point
ends and the next begins.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.model import Box
from pipeline.readers.rules import SNAP, Grid

BESIDE = 4.0
"""Points by which a number may stand higher or lower than the text that it opens."""
_POINT = re.compile(r"^(\d{1,4})(?:[./](\d{1,4}))?[.)]?$")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one printed line that stand in one cell."""

    cell: Box
    text: str
    box: Box

    @property
    def top(self) -> float:
        """How far from the page's top it stands, in points."""
        return self.box[1]


def with_sides(grid: Grid) -> Grid:
    """The grid with the outer cells of rows that no upright rule closes at the side, as a full row has them."""
    widest = max(grid, key=len)
    left, right = widest[0][0], widest[-1][2]
    if len(widest) < 3 or abs(right - max(row[-1][2] for row in grid)) > SNAP:
        return grid
    out: list[tuple[Box, ...]] = []
    for row in grid:
        top, bottom = row[0][1], row[0][3]
        cells = list(row)
        if len(row) > 1 and _near(row[0][0], widest[0][2]) and not _covered(out, left, top):
            cells.insert(0, (left, top, row[0][0], bottom))
        if len(row) > 1 and _near(row[-1][2], widest[-1][0]) and not _covered(out, right, top):
            cells.append((row[-1][2], top, right, bottom))
        out.append(tuple(cells))
    return tuple(out)


def _near(a: float, b: float) -> bool:
    return abs(a - b) <= SNAP


def _covered(rows: Sequence[tuple[Box, ...]], side: float, top: float) -> bool:
    """True where a cell of a row above that spans several reaches down beside a row."""
    return any(_near(cell[0], side) or _near(cell[2], side) for row in rows for cell in row if cell[3] > top + SNAP)


def parts(row: Sequence[Box], pieces: Sequence[Piece], cut: bool) -> list[list[Piece]]:
    """The pieces of a row, one list for each of the points that numbers in its first cell open; one list where none do.

    One number is enough in the row that a page begins with (`cut`): above it stands the rest of a point.
    """
    first = [piece for piece in pieces if piece.cell == row[0]]
    keys = [key for piece in first if (key := _number(piece.text))]
    beside = [piece for piece in pieces if piece.cell != row[0]]
    if len(row) < 2 or not keys or len(keys) < len(first) or any(a >= b for a, b in pairwise(keys)):
        return [list(pieces)]
    if len(keys) < 2 and not (cut and len(keys[0]) > 1 and _between_sentences(first[0].top, beside)):
        return [list(pieces)]
    if any(not any(abs(one.top - number.top) <= BESIDE for one in beside) for number in first):
        return [list(pieces)]
    starts = [number.top - BESIDE for number in first]
    found: list[list[Piece]] = [[] for _ in range(len(starts) + 1)]
    for piece in pieces:
        found[sum(start <= piece.top for start in starts)].append(piece)
    return [part for part in found if part]


def _number(text: str) -> tuple[int, ...]:
    """The number that is all of a text; empty where it is more than that."""
    match = _POINT.match(text.strip())
    return tuple(int(part) for part in match.groups() if part) if match else ()


def _between_sentences(top: float, beside: Sequence[Piece]) -> bool:
    """True where the text above a height ends with a sentence, and the text at that height begins with a capital."""
    above = [piece for piece in beside if piece.top < top - BESIDE]
    at = [piece for piece in beside if abs(piece.top - top) <= BESIDE]
    ends = max(above, key=lambda piece: piece.top).text.rstrip() if above else ""
    return ends.endswith((".", "!", "?")) and any(piece.text[:1].isupper() for piece in at)
