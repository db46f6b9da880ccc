"""Grids that are not drawn whole: no rule at their sides, none between their points, none where a page cuts a row.

A table of minutes often has level rules only at its headings, and upright ones only between its columns. The columns of
its headings then say where the rows between them have their sides, and the numbers in its first column where one point
ends and the next begins. A row that goes on over a page break is open above or below: its upright rules say how far it
runs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.model import Box
from pipeline.readers.rules import SNAP, Grid, Rules, closed, in_order, is_table

OPEN = 9.0
"""Points that upright rules run on beyond a table's last row for there to be text in between."""
MARGIN = 0.2
"""Share of a page's height within which its text begins and ends."""
NARROWEST = 15.0
"""Points that a column of a cut row is wide at least: less is a bar beside a heading."""

BESIDE = 4.0
"""Points by which a number may stand higher or lower than the text that it opens."""
_POINT = re.compile(r"^(\d{1,4})(?:[./](\d{1,4}))?[.)]?$")


@dataclass(slots=True)
class Piece:
    """Words of one printed line that stand in one cell."""

    cell: Box
    text: str
    box: Box

    @property
    def top(self) -> float:
        """How far from the page's top it stands, in points."""
        return self.box[1]


def grids_of(across: Rules, down: Rules, height: float) -> list[Grid]:
    """The grids of a page as `rules.grids_of` has them, with the rows that page breaks cut.

    pdfplumber does not see such a row, so that the two are compared without it. `height` is that of the page.
    """
    found = [
        grid
        for one in closed(across, down)
        if is_table(grid := with_sides(_with_cut_rows(_with_open_cells(one), down)))
    ]
    tops = [(grid[0][0][1], grid[-1][0][3]) for grid in found]
    alone = [
        grid
        for grid in _cut(across, down, height)
        if not any(top - SNAP <= y <= bottom + SNAP for top, bottom in tops for y in (grid[0][0][1], grid[0][0][3]))
    ]
    return in_order([*found, *alone])


def _cut(across: Rules, down: Rules, height: float) -> Iterator[Grid]:
    """Single rows that a page break leaves of a table: a level rule, and upright ones from it to the page's margin."""
    upright = [(x, run) for x in sorted(down) for run in down[x]]
    for y, levels in across.items():
        begun = [
            [(x, run[far]) for x, run in upright if abs(run[here] - y) <= SNAP and abs(run[far] - y) > OPEN]
            for here, far in ((1, 0), (0, 1))
        ]
        if max(map(len, begun)) < 3:
            continue
        for x0, x1 in levels:
            for far, found in enumerate(begun):
                ends = {x: end for x, end in found if x0 - SNAP <= x <= x1 + SNAP}
                if len(ends) < 3 or not (_near(min(ends), x0) and _near(max(ends), x1)):
                    continue
                edge = min(ends.values())
                margin = edge < MARGIN * height if far == 0 else edge > (1 - MARGIN) * height
                wide = all(b - a >= NARROWEST for a, b in pairwise(ends))
                if margin and wide and max(ends.values()) - edge <= SNAP:
                    yield (tuple((a, min(y, edge), b, max(y, edge)) for a, b in pairwise(ends)),)


def _with_open_cells(grid: Grid) -> Grid:
    """A grid whose first or last row a page break leaves open over some of its columns, with those cells closed."""
    if len(grid) < 2:
        return grid
    rows = list(grid)
    for at, beside in ((0, 1), (len(rows) - 1, len(rows) - 2)):
        row, like = rows[at], rows[beside]
        same = all(_near(a[0], b[0]) and _near(a[2], b[2]) for a, b in zip(row, like, strict=False))
        if len(row) < len(like) and same:
            rows[at] = (*row, *((x0, row[0][1], x1, row[0][3]) for x0, _, x1, _ in like[len(row) :]))
    return tuple(rows)


def _with_cut_rows(grid: Grid, down: Rules) -> Grid:
    """A grid with the row that a page break cut: its upright rules run on below its last level one, or above."""
    below = _open_edge(grid[-1], down, lower=True)
    above = _open_edge(grid[0], down, lower=False)
    top, bottom = grid[0][0][1], grid[-1][0][3]
    if above is not None:
        grid = (tuple((x0, above, x1, top) for x0, _, x1, _ in grid[0]), *grid)
    if below is not None:
        grid = (*grid, tuple((x0, bottom, x1, below) for x0, _, x1, _ in grid[-1]))
    return grid


def _open_edge(row: tuple[Box, ...], down: Rules, *, lower: bool) -> float | None:
    """How far all upright rules of a row run on beyond it; None where one stops there. The sides need none."""
    y = row[0][3] if lower else row[0][1]
    ends = []
    places = sorted({x for box in row for x in (box[0], box[2])})
    between = places[1:-1] if len(places) > 3 else places
    for x in between:
        stretches = [
            s for at, found in down.items() if abs(at - x) <= SNAP for s in found if s[0] - SNAP <= y <= s[1] + SNAP
        ]
        if not stretches:
            return None
        ends.append(max(s[1] for s in stretches) if lower else min(s[0] for s in stretches))
    far = min(ends) if lower else max(ends)
    return far if max(ends) - min(ends) <= SNAP and abs(far - y) > OPEN else None


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
    if len(row) < 2 or not keys or len(keys) < len(first) or any(a >= b for a, b in pairwise(keys)):
        return [list(pieces)]
    if len(keys) < 2 and not (cut and len(keys[0]) > 1):
        return [list(pieces)]  # most rows
    beside = [piece for piece in pieces if piece.cell != row[0]]
    if len(keys) < 2 and not _between_sentences(first[0].top, beside):
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
