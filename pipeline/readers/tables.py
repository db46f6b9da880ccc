"""Ruled tables: the lines inside a grid become one line for each of its rows, with cells.

The grid comes from pdfium's own paths (`rules`). Only a page whose drawing is not understood there goes to pdfplumber,
which costs fifty times as much; the amounts of text that the two engines see there are compared.
"""

from __future__ import annotations

import io
from bisect import bisect_right
from dataclasses import replace
from typing import Any

from pipeline.bullets import is_bullet
from pipeline.hyphens import join
from pipeline.model import Box, Cell, Word
from pipeline.readers import rules
from pipeline.readers.layer import Layer, Printed, Turn, union
from pipeline.readers.open_grid import Piece, grids_of, parts
from pipeline.readers.opened import Opened
from pipeline.readers.rules import Grid

SLACK = 2.0
"""Points by which a mark may reach into the line that it marks."""
NEAR = 30.0
"""Points within which text stands close to a row of a table."""


def possible(lines: list[Printed]) -> bool:
    """True where a line stands beside or above the one before, or has a gap within, as in each table of two columns."""
    before: Box | None = None
    for line in lines:
        box = line.box
        if len(line.runs) > 1 and line.runs[1][0] - line.runs[0][2] > line.size:
            return True
        if box and before and box[1] < (before[1] + before[3]) / 2:
            return True
        before = box or before
    return False


def find(page: Any, turn: Turn, pdf: Opened, index: int) -> tuple[list[Grid], int | None]:
    """The ruled grids of a page, and the characters that pdfplumber saw there, where it had to look."""
    try:
        across, down = rules.drawn(page, turn)
        return grids_of(across, down, page.get_size()[1]), None
    except rules.Unclear:
        return plumbed(pdf.origin, index, pdf.password)


def plumbed(origin: str | bytes, index: int, password: str = "") -> tuple[list[Grid], int | None]:
    """The grids of a page (0-based) by pdfplumber, top to bottom, and how many characters it sees there.

    A page that pdfplumber cannot parse has no grids; the count is then None.
    """
    import pdfplumber

    try:
        source = io.BytesIO(origin) if isinstance(origin, bytes) else origin
        with pdfplumber.open(source, pages=[index + 1], password=password or None) as pdf:
            page = pdf.pages[0]
            found = page.find_tables()
            grids = [tuple(tuple(cell for cell in row.cells if cell) for row in table.rows) for table in found]
            characters = len(page.chars)
            page.close()
    except Exception:  # pdfminer raises bare TypeErrors on odd files; pdfium's reading stands
        return [], None
    kept = [grid for grid in grids if len(grid) > 1 and max(len(row) for row in grid) > 1]
    return sorted(kept, key=lambda grid: grid[0][0][1]), characters


def place(lines: list[Printed], grids: list[Grid], layer: Layer) -> list[Printed]:
    """The page's lines with those inside a grid replaced by one line for each of its rows, its cells filled."""
    for number, grid in enumerate(grids, 1):
        outer = union([cell for row in grid for cell in row])
        inside = [i for i, line in enumerate(lines) if line.box and outer and _within(line.box, outer)]
        if not inside or (len(grid) == 1 and outer and _stands_amid(outer, lines)):
            continue
        rows = _rows([lines[i] for i in inside], grid, number, layer)
        taken = set(inside)
        keep = [line for i, line in enumerate(lines) if i not in taken]
        at = sum(1 for i in range(inside[0]) if i not in taken)
        lines = [*keep[:at], *rows, *keep[at:]]
    return lines


def _stands_amid(row: Box, lines: list[Printed]) -> bool:
    """True for a single row with text close above it and close below: no page break cut it."""
    above = any(line.box and 0 <= row[1] - line.box[3] < NEAR for line in lines)
    return above and any(line.box and 0 <= line.box[1] - row[3] < NEAR for line in lines)


def _rows(lines: list[Printed], grid: Grid, number: int, layer: Layer) -> list[Printed]:
    """The rows of a grid with the words of these lines in their cells; rows without a word are left out."""
    pieces: dict[float, list[Piece]] = {}
    tops = [row[0][1] for row in grid]
    for line in lines:
        box = line.box
        assert box
        cell = _cell(grid, tops, box[0] + 1, (box[1] + box[3]) / 2)
        if cell[0] <= box[0] and box[2] <= cell[2] + 1:
            pieces.setdefault(cell[1], []).append(Piece(cell, line.text, box))
            continue
        words_in: dict[Box, list[Word]] = {}
        for word in layer.words(line):
            x0, y0, x1, y1 = word.box
            words_in.setdefault(_cell(grid, tops, (x0 + x1) / 2, (y0 + y1) / 2), []).append(word)
        for cell, words in words_in.items():
            pieces.setdefault(cell[1], []).append(_piece(cell, words, box))
    rows = []
    for row in grid:
        points = parts(row, pieces.get(row[0][1], []), row is grid[0])
        for at, part in enumerate(points):
            own = row if len(points) == 1 else _between(row, points, at)
            inside: dict[Box, list[Piece]] = {}
            for piece in part:
                inside.setdefault(piece.cell, []).append(piece)
            cells = tuple([_filled(inside.get(box, []), place) for box, place in zip(row, own, strict=True)])
            text = " | ".join(flat(cell.text) for cell in cells if cell.text)
            if text:
                like = lines[0]
                rows.append(Printed(text, 0, 0, union(own), like.size, False, like.font, [], cells, number))
    return rows


def _marked(pieces: list[Piece]) -> list[Piece]:
    """The lines of a cell with list marks, which some producers draw last, before the lines that they mark."""
    if len(pieces) < 2:
        return pieces
    marks = [piece for piece in pieces if is_bullet(piece.text)]
    if not marks or len(marks) == len(pieces):
        return pieces
    out = [piece for piece in pieces if piece not in marks]
    for mark in marks:
        middle = (mark.box[1] + mark.box[3]) / 2
        at = next((i for i, one in enumerate(out) if one.box[1] <= middle <= one.box[3]), None)
        if at is None or out[at].box[0] < mark.box[2] - SLACK:
            return pieces
        out[at] = replace(out[at], text=f"{mark.text} {out[at].text}", box=union([mark.box, out[at].box]) or mark.box)
    return out


def _piece(cell: Box, words: list[Word], line: Box) -> Piece:
    """The words of a line that stand in one cell, at the height of the line."""
    box = min([word.box[0] for word in words]), line[1], max([word.box[2] for word in words]), line[3]
    return Piece(cell, " ".join([word.text for word in words]), box)


def _filled(pieces: list[Piece], place: Box) -> Cell:
    pieces = _marked(pieces)
    return Cell("\n".join([piece.text for piece in pieces]), place, tuple([piece.box for piece in pieces]))


def _between(row: tuple[Box, ...], points: list[list[Piece]], at: int) -> tuple[Box, ...]:
    """The cells of one of the points that a row holds."""
    top = min(piece.top for piece in points[at]) if at else row[0][1]
    bottom = min(piece.top for piece in points[at + 1]) if at + 1 < len(points) else row[0][3]
    return tuple((x0, top, x1, bottom) for x0, _, x1, _ in row)


def _cell(grid: Grid, tops: list[float], x: float, y: float) -> Box:
    """The cell that a point lies in; the nearest of its row where it lies in none."""
    at = bisect_right(tops, y) - 1
    if at < 0:
        at = 0
    for above in range(at, -1, -1):  # a cell that spans rows stands in its first
        for cell in grid[above]:
            if cell[0] <= x <= cell[2] and cell[1] <= y <= cell[3]:
                return cell
    return min(grid[at], key=lambda cell: max(cell[0] - x, x - cell[2]))


def flat(text: str) -> str:
    """The lines of a cell as one string, a hyphen at a line's end resolved."""
    if "\n" not in text:
        return text
    out = ""
    for part in text.split("\n"):
        out = join(out, part)
    return out


def _within(box: Box, outer: Box) -> bool:
    """True where the middle of a line lies in the grid."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return outer[0] - 1 <= x <= outer[2] + 1 and outer[1] - 1 <= y <= outer[3] + 1
