"""Tables without rules, put together from lines with cells: a header row gives the columns, its rows follow.

A cell that runs over two lines belongs to one row; lines that merely line up with each other are no table.
"""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.model import Box, Cell, Line

HEAD_WORD = re.compile(
    r"^(?:sak(?:snr|snummer)?|utvalgssaksnr|utvalssaksnr|nr|pkt|punkt|navn|namn|medlem(?:mer|er)?|tiltak|"
    r"oppgave|oppgåve|hva|kva|hvem|kven|ansvar(?:lig|leg)?|frist|når|"
    r"status|beslutning|vedtak|funksjon|rolle|stilling|representerer|representerar|organisasjon|parti|"
    r"møtt|møtte|forfall|til ?stede|tilstede|til ?stades|innhold|innhald|tittel|møtte? for|"
    r"beskrivelse|skildring|merknad(?:er)?|aksjon|dato|arkivsaksnr|saksbehandler|lukket)\.?$",
    re.I,
)
NEAR = 0.75
"""White space above a line, in line heights, up to which it may still belong to the row above."""


def assemble(lines: list[Line]) -> list[Line]:
    """The lines with the rows of unruled tables whole: every row has the header's columns, wrapped cells joined."""
    out: list[Line] = []
    header: Line | None = None
    number = 100  # ruled grids of the page count from 1
    for line in lines:
        if line.table is None and is_header(line):
            header, number = line, number + 1
            out.append(replace(line, table=number))
        elif header is not None and line.table is None and (row := _as_row(line, header)) is not None:
            if out[-1] is not header and _goes_on(out[-1], row):
                out[-1] = _merged(out[-1], row, header)
            else:
                out.append(replace(row, table=number))
        else:
            header = None
            out.append(line)
    return out


def is_header(line: Line) -> bool:
    """True for a line of at least two cells that are all words heading a column."""
    return len(line.cells) >= 2 and all(HEAD_WORD.match(cell.text.strip(" :")) for cell in line.cells)


def _as_row(line: Line, header: Line) -> Line | None:
    """The line with a cell for each column of the header, empty ones included; None where it is no row."""
    lefts = [cell.box[0] for cell in header.cells if cell.box]
    if len(lefts) != len(header.cells) or not line.box:
        return None
    if not line.cells and (line.gap > NEAR or len(line.text) > 60 or line.bold):
        return None
    if line.gap > 2.2:
        return None
    cells = line.cells or (Cell(line.text, line.box),)
    columns: list[list[Cell]] = [[] for _ in lefts]
    for cell in cells:
        left = cell.box[0] if cell.box else 0.0
        at = min(range(len(lefts)), key=lambda i: abs(lefts[i] - left))
        columns[at].append(cell)
    filled = tuple(
        Cell(" ".join(c.text for c in column), _union([c.box for c in column if c.box])) if column else Cell("", None)
        for column in columns
    )
    return replace(line, cells=filled)


def _goes_on(before: Line, row: Line) -> bool:
    """True where a row only continues cells of the one above: its first column is empty, or begins small."""
    if before.table is None or row.gap > NEAR or len(before.cells) != len(row.cells):
        return False
    if not row.cells[0].text:
        return True
    alone = sum(bool(cell.text) for cell in row.cells) == 1
    return alone and row.cells[0].text[:1].islower()


def _merged(before: Line, row: Line, header: Line) -> Line:
    """Two lines of one row."""
    cells = tuple(
        Cell(" ".join(t for t in (a.text, b.text) if t), _union([box for box in (a.box, b.box) if box]))
        for a, b in zip(before.cells, row.cells, strict=True)
    )
    text = " ".join(cell.text for cell in cells if cell.text)
    box = _union([b for b in (before.box, row.box) if b])
    return replace(before, text=text, raw=f"{before.raw} {row.raw}", cells=cells, box=box)


def _union(boxes: list[Box]) -> Box | None:
    if not boxes:
        return None
    return min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)
