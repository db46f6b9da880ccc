"""Lines as a reader of the page takes them in, before they become blocks.

Producers draw list markers last, set labels in a column of their own, put several labels on one line, or hold a form
in a ruled table. Here such lines are put together again; `raw` keeps what the layer had. `marks` knows list marks and
typed marks of emphasis, `side_heads` labels beside their text, `tables` rows that are forms or lists of people,
`inline` labels within a line, `flattened` columns that an earlier tool read one after the other.
"""

from __future__ import annotations

import statistics
from dataclasses import replace

from extractors.lexicon import Lexicon
from pipeline import grids
from pipeline.layout import flattened, inline, marks, side_heads, tables
from pipeline.minutes_table import unroll
from pipeline.model import Page

HEAD_LINES = 18
"""How many lines of the first page may hold labels without a colon."""


def tidy(page: Page, lexicon: Lexicon) -> Page:
    """The page with its lines put together as they are read, numbers kept."""
    letter = _letter_width(page)
    lines = [marks.unmarked(line, lexicon) for line in marks.with_markers(list(page.lines)) if not marks.is_rule(line)]
    lines = flattened.paired(lines, lexicon)
    if page.number <= 1:  # 0 where the format has no pages
        lines = [inline.with_colon(line, lexicon) if at < HEAD_LINES else line for at, line in enumerate(lines)]
    lines = side_heads.joined(inline.whole(lines), lexicon)
    lines = tables.side_by_side(unroll(grids.assemble(lines), letter), lexicon, letter)
    lines = [part for line in lines for part in tables.forms(line, lexicon, letter)]
    lines = [part for line in lines for part in inline.separate(line, lexicon)]
    return replace(page, lines=tuple(lines))


def _letter_width(page: Page) -> float:
    """The usual width of a letter on the page, in points."""
    widths = [
        (line.box[2] - line.box[0]) / len(line.text)
        for line in page.lines
        if line.box and line.table is None and len(line.text) > 20
    ]
    return statistics.median(widths) if widths else 5.0
