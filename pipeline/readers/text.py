"""Plain text, typed or mailed: lines as they stand, blank lines as space, columns where runs of spaces make them."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.model import Cell, Line, Page, Reading, SourceFile, TextFrom
from pipeline.options import Options
from pipeline.readers.clean import clean
from pipeline.readers.decoded import decoded
from pipeline.readers.marked import APART, MOST_LINES, Sheet, too_large

_UNDERLINE = re.compile(r"^\s*(=|-|_|\*|~)\1{3,}\s*$")
_GAP = re.compile(r"(?<=\S)(?: {3,}|\t+ *)(?=\S)")


def read(source: SourceFile, options: Options) -> Reading:
    """The lines of a text file. A form feed begins a page, as the printers of the time took it."""
    text = decoded(source.at)
    parts = text.split("\f") if "\f" in text.strip("\f\n ") else [text.strip("\f")]
    if text.count("\n") > MOST_LINES:
        raise too_large()
    if len(parts) == 1:
        sheet = Sheet()
        sheet.lines = _lines(parts[0], 0)
        return sheet.reading("text")
    pages = tuple(Page(n, 0.0, 0.0, tuple(_lines(part, n)), TextFrom.MARKUP) for n, part in enumerate(parts, 1))
    return Reading(pages, text_from=TextFrom.MARKUP, engine="text")


def _lines(text: str, page: int) -> list[Line]:
    """The lines of one page; a line that is underlined with signs is a heading."""
    found: list[Line] = []
    blank = True
    for number, raw in enumerate(text.split("\n"), 1):
        words = clean(raw)
        if not words:
            blank = True
            continue
        if _UNDERLINE.match(raw):
            if found and not blank:
                found[-1] = replace(found[-1], bold=True)
            blank = True
            continue
        cells = _cells(raw.expandtabs(8)) if _GAP.search(raw.strip()) else ()
        gap = APART if blank else 0.0
        found.append(Line(page, number, words, words, None, 11.0, False, cells, None, TextFrom.MARKUP, gap=gap))
        blank = False
    return found


def _cells(raw: str) -> tuple[Cell, ...]:
    """The parts of a line that runs of spaces divide; a label or list mark and its text are one part."""
    parts = [clean(part) for part in _GAP.split(raw.strip())]
    if len(parts) == 2 and (parts[0].endswith(":") or len(parts[0]) <= 4):
        return ()
    return tuple(Cell(part) for part in parts) if len(parts) > 1 else ()
