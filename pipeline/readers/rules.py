"""Ruled tables from what is drawn on a page: pdfium's paths become rules, rules that cross become the cells of grids.

The way of pdfplumber's finder with its default settings, at a hundredth of the cost, since no character is looked at.
Rules are joined within `SNAP` points, and a cell is the smallest rectangle whose four corners are joined by rules.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator
from typing import Any

import pypdfium2.raw as raw

from pipeline.model import Box
from pipeline.readers.layer import Turn, untyped

SNAP = 3.0
"""Points within which two parallel rules are one, and a rule that ends short still reaches another."""
SHORTEST = 3.0
"""Points that a rule is long at least."""
_FORM, _PATH = raw.FPDF_PAGEOBJ_FORM, raw.FPDF_PAGEOBJ_PATH
MOST = 4000
"""Paths from which a page is a drawing (a map, a chart) and not looked at here."""
VAST = 20_000
"""Things on a page from which nobody looks for its grids: pdfplumber would take minutes for each page of a map."""


class _Drawn(ctypes.c_void_p):
    """What is drawn on a page; a plain pointer would come back as a number, and be cut off as an argument."""


_get_object = untyped(raw.FPDFPage_GetObject, _Drawn)
_get_type = untyped(raw.FPDFPageObj_GetType)
_get_bounds = untyped(raw.FPDFPageObj_GetBounds)
_count_segments = untyped(raw.FPDFPath_CountSegments)
_get_segment = untyped(raw.FPDFPath_GetPathSegment, _Drawn)
_get_point = untyped(raw.FPDFPathSegment_GetPoint)
_get_segment_type = untyped(raw.FPDFPathSegment_GetType)
_get_close = untyped(raw.FPDFPathSegment_GetClose)
_get_matrix = untyped(raw.FPDFPageObj_GetMatrix)

Grid = tuple[tuple[Box, ...], ...]
"""Rows of cell boxes, top to bottom, each left to right."""
Rules = dict[float, list[tuple[float, float]]]
"""Parallel rules: where each stands across, and the stretches that it covers along."""


class Unclear(Exception):
    """The drawing is not one that is understood here: pdfplumber should look."""


def grids(page: Any, turn: Turn) -> list[Grid]:
    """The ruled grids of a page of at least two rows and two columns, top to bottom.

    Raises:
        Unclear: paths stand within forms, or there are too many of them.
    """
    return grids_of(*drawn(page, turn))


def grids_of(across: Rules, down: Rules) -> list[Grid]:
    """The ruled grids of what is drawn: those of `grids`."""
    return in_order(grid for grid in closed(across, down) if is_table(grid))


def closed(across: Rules, down: Rules) -> list[Grid]:
    """Everything that is made of closed cells, single rows and boxes too."""
    return [_rows(cells) for cells in _connected(_cells(across, down))]


def is_table(grid: Grid) -> bool:
    """True for at least two rows and two columns."""
    return len(grid) > 1 and max(map(len, grid)) > 1


def in_order(grids: Iterable[Grid]) -> list[Grid]:
    """Grids from top to bottom, from left to right."""
    return sorted(grids, key=lambda grid: (grid[0][0][1], grid[0][0][0]))


def drawn(page: Any, turn: Turn) -> tuple[Rules, Rules]:
    """The horizontal rules by their height, the vertical ones by their place from the left.

    Raises:
        Unclear: paths stand within forms, or there are too many of them.
    """
    if raw.FPDFPage_CountObjects(page.raw) > VAST:
        return {}, {}
    flat: list[tuple[float, float, float]] = []
    upright: list[tuple[float, float, float]] = []
    for x0, y0, x1, y1 in _edges(page, turn):
        if y1 - y0 <= x1 - x0:
            if x1 - x0 >= SHORTEST:
                flat.append(((y0 + y1) / 2, x0, x1))
        elif y1 - y0 >= SHORTEST:
            upright.append(((x0 + x1) / 2, y0, y1))
    return _snapped(flat), _snapped(upright)


def _edges(page: Any, turn: Turn) -> Iterator[Box]:
    """Every straight edge that is drawn, as a box without width or without height."""
    handle = page.raw
    count = raw.FPDFPage_CountObjects(handle)
    edges = (ctypes.c_float * 4)()
    places = [ctypes.byref(edges, 4 * i) for i in range(4)]
    paths = 0
    for i in range(count):
        item = _get_object(handle, i)
        kind = _get_type(item)
        if kind == _FORM and _holds_paths(raw.FPDFPage_GetObject(handle, i)):
            raise Unclear("paths in a form")
        if kind != _PATH:
            continue
        paths += 1
        if paths > MOST:
            raise Unclear("too many paths")
        _get_bounds(item, *places)
        x0, y0, x1, y1 = turn(*edges)
        if x1 - x0 <= SNAP or y1 - y0 <= SNAP:
            yield _thin(x0, y0, x1, y1)
            continue
        if (segments := _count_segments(item)) <= 5:
            yield from _outline(x0, y0, x1, y1)
        else:
            yield from _segments(item, segments, turn)


def _thin(x0: float, y0: float, x1: float, y1: float) -> Box:
    """A stroke, or a filled bar that is as thin as one, without the half width by which a stroke's ends stand out."""
    wide, high = x1 - x0, y1 - y0
    if wide >= high:
        return x0 + high / 2, (y0 + y1) / 2, x1 - high / 2, (y0 + y1) / 2
    return (x0 + x1) / 2, y0 + wide / 2, (x0 + x1) / 2, y1 - wide / 2


def _outline(x0: float, y0: float, x1: float, y1: float) -> Iterator[Box]:
    """The four edges of a rectangle."""
    yield x0, y0, x1, y0
    yield x0, y1, x1, y1
    yield x0, y0, x0, y1
    yield x1, y0, x1, y1


def _holds_paths(form: Any) -> bool:
    """True where a form holds paths of its own: their place would need its matrix."""
    return any(
        raw.FPDFPageObj_GetType(raw.FPDFFormObj_GetObject(form, i)) in (raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_FORM)
        for i in range(max(0, raw.FPDFFormObj_CountObjects(form)))
    )


def _segments(path: Any, count: int, turn: Turn) -> Iterator[Box]:
    """The straight, level or upright pieces of a path of many pieces, as where a whole grid is drawn at once."""
    matrix = raw.FS_MATRIX()
    _get_matrix(path, ctypes.byref(matrix))
    a, b, c, d, e, f = matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f
    x, y = ctypes.c_float(), ctypes.c_float()
    point = ctypes.byref(x), ctypes.byref(y)
    before: tuple[float, float] | None = None
    begun: tuple[float, float] | None = None
    for i in range(count):
        segment = _get_segment(path, i)
        _get_point(segment, *point)
        at = a * x.value + c * y.value + e, b * x.value + d * y.value + f
        kind = _get_segment_type(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            begun = at
        elif kind == raw.FPDF_SEGMENT_LINETO and before is not None:
            yield from _straight(before, at, turn)
        if _get_close(segment) and begun is not None:
            yield from _straight(at, begun, turn)
        before = at


def _straight(a: tuple[float, float], b: tuple[float, float], turn: Turn) -> Iterator[Box]:
    box = turn(min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1]))
    if min(box[2] - box[0], box[3] - box[1]) <= 0.5:
        yield _thin(*box)


def _snapped(rules: list[tuple[float, float, float]]) -> Rules:
    """Rules that stand within `SNAP` of each other as one, with the stretches that they cover together."""
    found: Rules = {}
    group: list[tuple[float, float, float]] = []
    for rule in sorted(rules):
        if group and rule[0] - group[-1][0] > SNAP:
            found[sum(r[0] for r in group) / len(group)] = _joined(group)
            group = []
        group.append(rule)
    if group:
        found[sum(r[0] for r in group) / len(group)] = _joined(group)
    return found


def _joined(group: Iterable[tuple[float, float, float]]) -> list[tuple[float, float]]:
    """The stretches that rules on one line cover, small gaps closed."""
    stretches: list[tuple[float, float]] = []
    for start, end in sorted((start, end) for _, start, end in group):
        if stretches and start <= stretches[-1][1] + SNAP:
            stretches[-1] = stretches[-1][0], max(end, stretches[-1][1])
        else:
            stretches.append((start, end))
    return stretches


def _reaches(stretches: list[tuple[float, float]], start: float, end: float) -> bool:
    """True where one stretch covers from `start` to `end`."""
    for a, b in stretches:  # noqa: SIM110 (a generator takes three times as long, and there are hundreds of calls)
        if a - SNAP <= start and end <= b + SNAP:
            return True
    return False


def _cells(across: Rules, down: Rules) -> list[Box]:
    """All cells: from each crossing the nearest crossings to the right and below that close a rectangle."""
    xs, ys = sorted(down), sorted(across)
    crossings = {(x, y) for x in xs for y in ys if _reaches(across[y], x, x) and _reaches(down[x], y, y)}
    cells = []
    for i, x0 in enumerate(xs):
        for j, y0 in enumerate(ys):
            if (x0, y0) in crossings:
                cell = _cell(x0, y0, xs[i + 1 :], ys[j + 1 :], across, down, crossings)
                if cell:
                    cells.append(cell)
    return cells


def _cell(
    x0: float,
    y0: float,
    xs: list[float],
    ys: list[float],
    across: Rules,
    down: Rules,
    crossings: set[tuple[float, float]],
) -> Box | None:
    """The smallest closed rectangle whose top left corner is this crossing."""
    for y1 in ys:
        if (x0, y1) not in crossings or not _reaches(down[x0], y0, y1):
            continue
        for x1 in xs:  # nearly always the first one closes it
            if (x1, y0) not in crossings or (x1, y1) not in crossings or not _reaches(across[y0], x0, x1):
                continue
            if _reaches(across[y1], x0, x1) and _reaches(down[x1], y0, y1):
                return x0, y0, x1, y1
    return None


def _connected(cells: list[Box]) -> list[list[Box]]:
    """Cells in groups that share corners: each group is a table."""
    groups: list[tuple[set[tuple[float, float]], list[Box]]] = []
    for cell in cells:
        x0, y0, x1, y1 = cell
        corners = (x0, y0), (x0, y1), (x1, y0), (x1, y1)
        touched = [group for group in groups if not group[0].isdisjoint(corners)]
        home = touched[0] if touched else (set[tuple[float, float]](), list[Box]())
        if not touched or len(groups) > 1:
            groups = [*(group for group in groups if not any(group is one for one in touched)), home]
        for places, held in touched[1:]:
            home[0].update(places)
            home[1].extend(held)
        home[0].update(corners)
        home[1].append(cell)
    return [group for _, group in groups]


def _rows(cells: list[Box]) -> Grid:
    """The cells of a table by their upper edge; one that spans several rows stands in its first."""
    rows: dict[float, list[Box]] = {}
    for cell in cells:
        rows.setdefault(cell[1], []).append(cell)
    return tuple(tuple(sorted(rows[top])) for top in sorted(rows))
