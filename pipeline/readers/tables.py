"""Ruled tables: pdfplumber finds the grid, pdfium reads the words in its cells.

Only pages with drawn paths come here, since pdfplumber costs fifty times what pdfium does.
"""

from __future__ import annotations

from typing import Any

from pipeline.model import Box, Cell, Line
from pipeline.readers.clean import clean

Grid = tuple[tuple[Box, ...], ...]
"""Rows of cell boxes."""


def find(path: str, index: int) -> tuple[list[Grid], int | None]:
    """The ruled grids of a page (0-based), top to bottom, and how many characters pdfplumber sees there.

    A page that pdfplumber cannot parse has no grids; the count is then None.
    """
    import pdfplumber

    try:
        with pdfplumber.open(path, pages=[index + 1]) as pdf:
            page = pdf.pages[0]
            found = page.find_tables()
            grids = [tuple(tuple(cell for cell in row.cells if cell) for row in table.rows) for table in found]
            characters = len(page.chars)
            page.close()
    except Exception:  # pdfminer raises bare TypeErrors on odd files; pdfium's reading stands
        return [], None
    kept = [grid for grid in grids if len(grid) > 1 and max(len(row) for row in grid) > 1]
    return sorted(kept, key=lambda grid: grid[0][0][1]), characters


def place(lines: list[Line], grids: list[Grid], text_page: Any, height: float) -> list[Line]:
    """The page's lines with those inside a grid replaced by one line for each of its rows, its cells filled."""
    for number, grid in enumerate(grids, 1):
        outer = _outer(grid)
        inside = [i for i, line in enumerate(lines) if line.box and _within(line.box, outer)]
        if not inside:
            continue
        rows = [row for row in (_row(cells, number, lines[inside[0]], text_page, height) for cells in grid) if row]
        if not rows:
            continue
        keep = [line for i, line in enumerate(lines) if i not in set(inside)]
        at = sum(1 for i in range(inside[0]) if i not in set(inside))
        lines = [*keep[:at], *rows, *keep[at:]]
    return lines


def _row(cells: tuple[Box, ...], number: int, like: Line, text_page: Any, height: float) -> Line | None:
    """One table row as a line; None where all its cells are empty."""
    filled = []
    for x0, y0, x1, y1 in sorted(cells):
        words = text_page.get_text_bounded(x0, height - y1, x1, height - y0).replace("\ufffe", "-\n")
        filled.append(Cell(_cleaned(words), (x0, y0, x1, y1)))
    text = " | ".join(flat(cell.text) for cell in filled if cell.text)
    if not text:
        return None
    box = (min(c[0] for c in cells), min(c[1] for c in cells), max(c[2] for c in cells), max(c[3] for c in cells))
    return Line(like.page, 0, text, text, box, like.size, False, tuple(filled), number)


def _cleaned(words: str) -> str:
    """The lines of a cell, each cleaned, empty ones left out."""
    return "\n".join(part for part in map(clean, words.splitlines()) if part)


def flat(text: str) -> str:
    """The lines of a cell as one string, a hyphen at a line's end resolved."""
    from pipeline.blocks import join

    out = ""
    for part in text.split("\n"):
        out = join(out, part)
    return out


def _outer(grid: Grid) -> Box:
    cells = [cell for row in grid for cell in row]
    return min(c[0] for c in cells), min(c[1] for c in cells), max(c[2] for c in cells), max(c[3] for c in cells)


def _within(box: Box, outer: Box) -> bool:
    """True where the middle of a line lies in the grid."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return outer[0] - 1 <= x <= outer[2] + 1 and outer[1] - 1 <= y <= outer[3] + 1
