"""Tables without rules: a row of known column headings gives the columns, what stands below in them the rows.

Producers write such tables cell by cell or line by line, top-aligned or centred. Where they are written cell by cell,
a step back to the left begins a row; else rows are found by place: a line begins one where it stands in a column that
the row has already, and its first word would still have fitted on the line above it there. A table goes on over the
page where its next lines still keep to the columns.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from extractors.lexicon import Lexicon
from pipeline.labels import label_of
from pipeline.layout.column_heads import FAR, divided, edges_of, is_header, printed_again
from pipeline.model import Box, Cell, Line
from pipeline.numbering import opening
from pipeline.readers.tables import flat

FIRST_NUMBER = 100
"""Ruled grids of a page count from 1; these tables of a document from here."""
SLACK = 8.0
"""Points by which a cell may begin left of its column, or end right of where the next one begins."""
APART = 1.2
"""White space above a number, in line heights, from which it heads what comes below the table."""
LOOSE = 1.12
"""How much farther than the usual distance of two lines in a cell the next line of the same row may stand."""


@dataclass(slots=True)
class Piece:
    """What one line has in one column."""

    column: int
    text: str
    box: Box
    line: Line

    @property
    def place(self) -> tuple[int, float]:
        """Page and distance from its top: the order of reading down a column."""
        return self.line.page, self.box[1]


@dataclass(slots=True)
class Row:
    """The pieces of one row, by column; the lowest place and the column of what came last; the lines they are from."""

    columns: list[list[Piece]]
    last: tuple[int, float] = (0, 0.0)
    column: int = 0
    lines: list[Line] = field(default_factory=list)

    def add(self, piece: Piece) -> None:
        """Put a piece into its column."""
        self.columns[piece.column].append(piece)
        self.last = max(self.last, piece.place)
        self.column = piece.column
        if piece.line not in self.lines:
            self.lines.append(piece.line)


def assemble(lines: Sequence[Line], lexicon: Lexicon) -> list[Line]:
    """The lines with the tables that have headings but no rules as rows: a cell for each column, empty ones too."""
    out: list[Line] = []
    number, at = FIRST_NUMBER, 0
    while at < len(lines):
        header = divided(lines[at], lexicon) if lines[at].table is None and len(lines[at].cells) > 1 else lines[at]
        at += 1
        if header.table is not None or not is_header(header, lexicon):
            out.append(lines[at - 1])
            continue
        number += 1
        edges = edges_of(header, lines[at : at + 60], lexicon)
        body: list[list[Piece]] = []
        before = lowest = header
        while at < len(lines) and (pieces := _pieces(lines[at], edges, header, before, lowest, lexicon)) is not None:
            before = lines[at]
            lowest = before if _ends_lower(before, lowest) else lowest
            if not printed_again(lines[at], header):
                body.append(pieces)
            at += 1
        out.append(replace(header, table=number))
        out.extend(_line(row, number) for row in _rows([piece for pieces in body for piece in pieces], edges))
    return out


def _ends_lower(line: Line, other: Line) -> bool:
    """True where a line ends farther down than another one."""
    return line.page > other.page or bool(line.box and other.box and line.box[3] >= other.box[3])


def _gap(line: Line, before: Line, lowest: Line) -> float:
    """White space above a line, in line heights: from the lowest line so far where that is not the one before."""
    if lowest is before or not (line.box and lowest.box) or lowest.page != line.page:
        return line.gap
    return min(line.gap, (line.box[1] - lowest.box[3]) / max(1.0, line.box[3] - line.box[1]))


def _pieces(
    line: Line, edges: list[float], header: Line, before: Line, lowest: Line, lexicon: Lexicon
) -> list[Piece] | None:
    """What the line has in each column; None where it keeps to no columns and ends the table.

    `before` is the line read before it, `lowest` the one of the table that ends farthest down.
    """
    if line.table is not None or not line.box or line.page - before.page > 1 or line.page < before.page:
        return None
    below = line.page > before.page or (before.box is not None and line.box[1] >= before.box[1])
    if below and line.page == before.page and _gap(line, before, lowest) > FAR:
        return None
    if line.box[0] < edges[0] - 2 * SLACK:
        return None
    if line.text.endswith(":") and label_of(line.text, lexicon):
        return None  # the label of what comes next, however wide its words stand
    cells = line.cells or (Cell(line.text, line.box),)
    of_people = len(cells) > 1 and any("name" in lexicon.columns_of(cell.text) for cell in header.cells)
    pieces = [p for cell in cells for p in _divided(_piece(cell, line, edges), edges, of_people=of_people)]
    if any(_reaches(piece, edges) for piece in pieces):
        first = pieces[0]
        numbered = opening(first.text)
        if first.column or not numbered or "case" not in lexicon.columns_of(header.cells[0].text):
            return None
        number, _, rest = first.text.partition(" ")
        x = edges[1]
        split = [
            Piece(0, number, (first.box[0], first.box[1], min(x, first.box[2]), first.box[3]), line),
            Piece(1, rest, (x, first.box[1], first.box[2], first.box[3]), line),
        ]
        pieces = [*split, *pieces[1:]]
        if not rest or any(_reaches(piece, edges) for piece in pieces):
            return None
    if len(cells) == 1 and not pieces[0].column:
        opens = opening(line.text)
        at_head = header.bold and before is header
        heading = line.bold and (opens is not None if at_head else not before.bold)
        set_off = opens is not None and (opens.strong or _gap(line, before, lowest) > APART)
        counted = set_off and "case" not in lexicon.columns_of(header.cells[0].text)
        if heading or counted or label_of(line.text, lexicon) or line.size > 1.15 * header.size:
            return None
        if line.page > before.page and not opens:
            return None
    return pieces


def _piece(cell: Cell, line: Line, edges: list[float]) -> Piece:
    box = cell.box or line.box or (0.0, 0.0, 0.0, 0.0)
    column = max((i for i, edge in enumerate(edges) if edge <= box[0] + SLACK), default=0)
    return Piece(column, cell.text, box, line)


def _divided(piece: Piece, edges: list[float], *, of_people: bool) -> list[Piece]:
    """A piece that runs into the next column as two: before a cross at its end or, in a list of people, at a word.

    Word boxes are not asked for: where a word begins follows from the letters before it, as wide as the piece's are on
    average. In columns of text that is too little to go by, since most sentences have some word near the edge.
    """
    at = piece.column + 1
    if at >= len(edges) or piece.box[2] < edges[at]:
        return [piece]
    x0, top, x1, bottom = piece.box
    letter = (x1 - x0) / max(1, len(piece.text))
    breaks = [i for i, sign in enumerate(piece.text) if sign == " "]
    if piece.text[-2:].casefold() == " x":
        cut = len(piece.text) - 2
    elif of_people and breaks and edges[at] + SLACK < piece.box[2] < min(edges[at + 1 :], default=float("inf")):
        cut = min(breaks, key=lambda i: abs(x0 + letter * (i + 1) - edges[at]))
        if abs(x0 + letter * (cut + 1) - edges[at]) > SLACK:
            return [piece]
    else:
        return [piece]
    first = replace(piece, text=piece.text[:cut], box=(x0, top, edges[at], bottom))
    rest = replace(piece, column=at, text=piece.text[cut + 1 :], box=(edges[at], top, x1, bottom))
    return [first, rest]


def _reaches(piece: Piece, edges: list[float]) -> bool:
    """True where a piece runs into the column on its right."""
    return piece.column + 1 < len(edges) and piece.box[2] > edges[piece.column + 1] + SLACK


def _rows(pieces: list[Piece], edges: list[float]) -> list[Row]:
    """The pieces, in the order of writing, as rows."""
    width = len(edges)
    by_cell = _written_by_cell(pieces)
    widths = [max((p.box[2] for p in pieces if p.column == i), default=edges[i]) - edges[i] for i in range(width)]
    rights = [*edges[1:], edges[-1] + widths[-1]]
    keys = {0, widths.index(max(widths))}
    pitch = _pitch(pieces, width)
    rows: list[Row] = []
    for band in [[piece] for piece in pieces] if by_cell else _bands(pieces):
        if not rows or (band[0].column < rows[-1].column if by_cell else _begins(rows[-1], band, keys, rights, pitch)):
            rows.append(Row([[] for _ in range(width)]))
        for piece in band:
            rows[-1].add(piece)
    return rows


def _written_by_cell(pieces: list[Piece]) -> bool:
    """True where a line is written after one that stands below it."""
    return any(
        before.line.page == piece.line.page and _middle(piece) < _middle(before) - 0.3 * (piece.box[3] - piece.box[1])
        for before, piece in pairwise(pieces)
    )


def _middle(piece: Piece) -> float:
    return (piece.box[1] + piece.box[3]) / 2


def _bands(pieces: list[Piece]) -> list[list[Piece]]:
    """Pieces that stand at the same height."""
    bands: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda p: (p.place, p.column)):
        first = bands[-1][0] if bands else None
        high = piece.box[3] - piece.box[1]
        if first and first.line.page == piece.line.page and piece.box[1] - first.box[1] < 0.4 * max(high, 6):
            bands[-1].append(piece)
        else:
            bands.append([piece])
    return bands


def _pitch(pieces: list[Piece], width: int) -> float:
    """The distance from line to line within a cell: the smallest that the columns show."""
    steps = []
    for column in range(width):
        own = sorted((p for p in pieces if p.column == column), key=lambda p: p.place)
        for above, below in pairwise(own):
            if above.line.page == below.line.page and (step := below.box[1] - above.box[1]) > 4:
                steps.append(step)
    return min(steps, default=0.0)


def _begins(row: Row, band: list[Piece], keys: set[int], rights: list[float], pitch: float) -> bool:
    """True where a band of pieces is the first of a new row: every row has something in its first or widest column."""
    page, top = row.last
    if band[0].line.page == page and band[0].box[1] - top > LOOSE * pitch + 2:
        return True
    again = [(row.columns[p.column][-1], p) for p in band if row.columns[p.column]]
    small = any(p.text[:1].islower() and len(p.text) > 1 for p in band)  # an "x" is a mark
    if len(again) > 1 and len(again) + (len(again) > 2) >= sum(map(bool, row.columns)) and not small:
        return True  # hardly every cell of a row goes on, each with a capital
    return any(not _goes_on(above, piece, rights, pitch) for above, piece in again if piece.column in keys)


def _goes_on(above: Piece, piece: Piece, rights: list[float], pitch: float) -> bool:
    """True where a piece goes on with the one above it: close below, and its first word had no room there."""
    if above.line.page == piece.line.page and piece.box[1] - above.box[1] > LOOSE * pitch + 2:
        return False
    if above.text.endswith((",", "-", " og", "/", " på", " med", " til", " av", " i", " for", " frå", " fra")):
        return True
    if piece.text[:1].islower():
        return True
    letter = (piece.box[2] - piece.box[0]) / max(1, len(piece.text))
    word = piece.text.split(" ", 1)[0]
    return above.box[2] + letter * (len(word) + 1) > rights[piece.column] + 0.5 * letter


def _line(row: Row, number: int) -> Line:
    """A row as one line of the table."""
    cells = []
    for column in row.columns:
        box = _union([piece.box for piece in column])
        places = tuple(piece.box for piece in column) if len({piece.line.page for piece in column}) == 1 else ()
        cells.append(Cell("\n".join(piece.text for piece in column), box, places))
    lines = sorted(row.lines, key=lambda line: (line.page, line.number))
    on_first = [line.box for line in lines if line.box and line.page == lines[0].page]
    return replace(
        lines[0],
        text=" ".join(flat(cell.text) for cell in cells if cell.text),
        raw=" ".join(line.raw for line in lines),
        cells=tuple(cells),
        box=_union(on_first),
        table=number,
    )


def _union(boxes: list[Box]) -> Box | None:
    if not boxes:
        return None
    return min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)
