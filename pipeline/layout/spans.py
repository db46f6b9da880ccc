"""Ruled tables that go on over a page break: their rows become rows of one table.

A reader sees pages one by one and counts the grids of each from 1. Here every table of a text gets a number of its
own, and one whose columns are those of the table that ended the page before keeps that one's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.model import Cell, Line
from pipeline.numbering import opening

NEAR = 6.0
"""Points by which a column's left edge may move from page to page."""


def joined(lines: Sequence[Line]) -> list[Line]:
    """The lines with tables numbered through the text, those that a page break divides as one."""
    out: list[Line] = []
    number = 0
    origin: Line | None = None
    full: Line | None = None
    for line in lines:
        before = out[-1] if out else None
        if line.table is None:
            out.append(line)
            continue
        follows = before is not None and before.table is not None
        same = follows and origin is not None and full is not None and _same_table(origin, full, line)
        number += not same
        origin = line
        if not same or full is None or len(line.cells) >= len(full.cells):
            full = line
        fresh = replace(line, table=number)
        if same and before is not None and before.page < line.page and _is_rest(before, line):
            out[-1] = _merged(before, fresh)
        else:
            out.append(fresh)
    return out


def _same_table(origin: Line, full: Line, line: Line) -> bool:
    """True where a row belongs to the table of the row above it.

    `origin` is that row as it was read, `full` the last one of the table that no heading over several columns makes
    shorter; such a heading may end a page or begin one.
    """
    if origin.page == line.page:
        return origin.table == line.table
    if line.page - origin.page > 1 or len(line.cells) > len(full.cells) or len(line.cells) < 2:
        return False
    if len(line.cells) == len(full.cells):
        pairs = [(a.box, b.box) for a, b in zip(full.cells, line.cells, strict=True) if a.box and b.box]
        return bool(pairs) and all(abs(a[0] - b[0]) < NEAR for a, b in pairs)
    here = [cell.box for cell in line.cells if cell.box]
    there = [cell.box for cell in full.cells if cell.box]
    spanned = bool(here and there) and all(min(abs(a[0] - b[0]) for b in there) < NEAR for a in here)
    return spanned and abs(here[-1][2] - there[-1][2]) < NEAR and abs(here[0][0] - there[0][0]) < NEAR


def _is_rest(before: Line, line: Line) -> bool:
    """True where the page break went through a row.

    What stands below it begins in the middle of a sentence, or fills only what the row above left empty
    beside its number.
    """
    texts = [cell.text for cell in line.cells if cell.text.strip()]
    if len(before.cells) != len(line.cells) or not texts or line.cells[0].text.strip():
        return False
    pairs = [(a.text.strip(), b.text.strip()) for a, b in zip(before.cells, line.cells, strict=True)]
    alone = bool(pairs[0][0]) and not any(a for a, _ in pairs[1:])  # a label, and what it heads below the break
    apart = (alone or opening(f"{pairs[0][0]} X") is not None) and not any(a and b for a, b in pairs)
    return apart or all(text[:1].islower() for text in texts)


def _merged(before: Line, line: Line) -> Line:
    """Two halves of a row; its place is that of the first."""
    cells = tuple(
        Cell("\n".join(text for text in (a.text, b.text) if text), a.box or b.box)
        for a, b in zip(before.cells, line.cells, strict=True)
    )
    return replace(before, text=f"{before.text} {line.text}", raw=f"{before.raw} {line.raw}", cells=cells)
