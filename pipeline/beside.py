"""Which text of a table's row its owners stand beside: writers set a name at the height of what it is about.

A row with one owner at its top, or in its middle, is about one thing. Where names stand apart from each other, or lower
down, each at the height of a line of text, the row is divided behind the paragraph that each of them stands beside.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extractors.lexicon import Lexicon
from pipeline.cell_text import Columns, paragraphs, tells
from pipeline.model import Cell, Line

_SENTENCE = re.compile(r"[a-zæøå]{3,}\.(?:\s|$)")
APART = 1.6
"""Lines from which on two names stand apart."""
LEVEL = 2.5
"""Points by which a name may stand higher or lower than the line that it is set beside."""


def parted(row: Line, columns: Columns, lexicon: Lexicon) -> list[Line]:
    """A row as one row for each of the paragraphs that names or deadlines stand beside; itself where that is one."""
    main = max(columns.texts, key=lambda at: len(row.cells[at].tops))
    cell = row.cells[main]
    values = cell.text.split("\n")
    held = [at for at in (columns.owner, columns.due) if at is not None and row.cells[at].text.strip()]
    known = all(len(row.cells[at].tops) == row.cells[at].text.count("\n") + 1 for at in (main, *held))
    pitch = min((b - a for a, b in pairwise(cell.tops) if b - a > 4), default=0.0)
    if not held or not known or not pitch or len(values) < 3:
        return [row]
    if any(_tells(row.cells[at].text) for at in held):
        return [row]
    heights = _groups(sorted(top for at in held for top in row.cells[at].tops), pitch)
    if any(min(abs(group[0] - top) for top in cell.tops) > LEVEL for group in heights):
        return [_listed(row, columns.owner, pitch)]
    number = row.cells[0].tops
    level = bool(number) and abs(number[0] - cell.tops[0]) < pitch / 2
    if len(heights) == 1 and not _is_lower(heights[0], cell.tops, pitch, level):
        return [row]
    ends = _ends(values, cell.tops, heights, pitch, lexicon)
    if len(ends) < 2:
        return [row]
    return [_part(row, main, held, begin, end, at == 0) for at, (begin, end) in enumerate(pairwise([0, *ends]))]


def _tells(text: str) -> bool:
    """True for a cell that says in sentences who does what: it is read by itself."""
    return tells(" ".join(text.split())) or bool(_SENTENCE.search(text))


def _listed(row: Line, owner: int | None, pitch: float) -> Line:
    """A row whose names stand apart but beside no line: a list, so that each of them is one."""
    if owner is None or not row.cells[owner].text.strip() or any(c.isdigit() for c in row.cells[owner].text):
        return row  # nobody, or a day below the name
    cell = row.cells[owner]
    texts = dict(zip(cell.tops, cell.text.split("\n"), strict=True))
    names = [" ".join(texts[top] for top in group) for group in _groups(cell.tops, pitch)]
    cells = list(row.cells)
    cells[owner] = replace(cell, text=", ".join(names), lines=cell.lines[:1])
    return replace(row, cells=tuple(cells))


def _groups(tops: Sequence[float], pitch: float) -> list[list[float]]:
    """Heights of lines, those that follow each other closely as one group."""
    groups: list[list[float]] = []
    for top in tops:
        if groups and top - groups[-1][-1] < APART * pitch:
            groups[-1].append(top)
        else:
            groups.append([top])
    return groups


def _is_lower(group: Sequence[float], tops: Sequence[float], pitch: float, level: bool) -> bool:
    """True for names that stand below a row's first lines, and not in its middle, where a table may centre them.

    In a table that has the number at the height of the title (`level`) nothing is centred.
    """
    middle = (group[0] + group[-1]) / 2 - (tops[0] + tops[-1]) / 2
    return group[0] - tops[0] > 2 * pitch and (level or abs(middle) > pitch)


def _ends(
    values: Sequence[str], tops: Sequence[float], groups: Sequence[Sequence[float]], pitch: float, lexicon: Lexicon
) -> list[int]:
    """The lines behind which a row is divided, the last one being all of it.

    Names beside the title are about all that stands above the paragraph of the next ones.
    """
    told = [(0, 1), *((begin, begin + count) for begin, count, _ in paragraphs(values, 1, lexicon))]
    own = [
        next((at for at, (_, end) in enumerate(told) if group[0] < tops[end - 1] + pitch / 2), len(told) - 1)
        for group in groups
    ]
    ends: list[int] = []
    for at, paragraph in enumerate(own):
        following = own[at + 1] if at + 1 < len(own) else len(told)
        if paragraph == following:
            continue
        end = told[following][0] if paragraph == 0 and following < len(told) else told[paragraph][1]
        if end > (ends[-1] if ends else 0):
            ends.append(end)
    if ends and ends[-1] < len(values):
        ends.append(len(values))
    return ends


def _part(row: Line, main: int, held: Sequence[int], begin: int, end: int, first: bool) -> Line:
    """The lines of a row from `begin` to `end`, with the names and deadlines that stand beside them."""
    tops = row.cells[main].tops
    upper = float("-inf") if first else tops[begin] - 2
    lower = tops[end] - 2 if end < len(tops) else float("inf")
    cells = []
    for at, cell in enumerate(row.cells):
        if at == main:
            cells.append(_lines(cell, range(begin, end)))
        elif at in held:
            cells.append(_lines(cell, [i for i, top in enumerate(cell.tops) if upper <= top < lower]))
        else:
            cells.append(cell if first else Cell("", cell.box))
    text = " | ".join(" ".join(cell.text.split("\n")) for cell in cells if cell.text)
    return replace(row, cells=tuple(cells), text=text, raw=text)


def _lines(cell: Cell, chosen: Sequence[int]) -> Cell:
    """Some lines of a cell, with the place that they take."""
    texts = cell.text.split("\n")
    if not chosen:
        return Cell("", cell.box)
    box = cell.box
    if box:
        lower = cell.tops[chosen[-1] + 1] if chosen[-1] + 1 < len(cell.tops) else box[3]
        box = (box[0], cell.tops[chosen[0]] if chosen[0] else box[1], box[2], lower)
    return Cell("\n".join(texts[i] for i in chosen), box, tuple(cell.lines[i] for i in chosen))
