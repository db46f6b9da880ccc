"""Columns without rules: lines whose words stand far apart, or line up with the cells of the lines beside them.

Only such lines are looked at letter by letter; the rest of the page costs nothing here.
"""

from __future__ import annotations

import ctypes
import re
import statistics
from dataclasses import dataclass, replace
from typing import Any

import pypdfium2.raw as raw

from pipeline.model import Box, Cell, Line

WIDE_LINE = 1.22
"""How much wider than usual a line's letters must seem for gaps to be likely in it."""
GAP = 1.7
"""A gap between words, in letter widths, that divides cells in such a line."""
ALIGNED = 3.0
"""Points by which a word may miss the left edge of the column that it belongs to."""


_MARKER = re.compile(r"^(?:\d{1,3}[.)]?|\d{1,2}(?:\.\d{1,2}){1,3}\.?|[a-zæøåA-ZÆØÅ][.)]|[•◦▪■●○–*·-])$")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a line and its left and right edge in points."""

    text: str
    left: float
    right: float


def split(lines: list[Line], spans: list[tuple[int, int]], text_page: Any) -> list[Line]:
    """The lines of a page with cells where columns show. `spans` are each line's first character and count."""
    widths = {}
    for i, line in enumerate(lines):
        if line.box and len(line.text) > 8:
            widths[i] = (line.box[2] - line.box[0]) / len(line.text) / max(line.size, 1)
    usual = statistics.median(widths.values()) if widths else 0.0
    out = list(lines)
    for i, line in enumerate(lines):
        if not line.cells and line.box and " " in line.text and usual:
            measured = (line.box[2] - line.box[0]) / len(line.text) / max(line.size, 1)
            if measured > WIDE_LINE * usual:
                words = _words(text_page, *spans[i])
                out[i] = _with_cells(line, _groups_by_gap(words, usual * line.size))
    for _ in range(2):  # a row without cells of its own may stand between two that have none yet
        for i, line in enumerate(out):
            for other in (out[j] for j in (i - 1, i + 1, i - 2) if 0 <= j < len(out)):
                if len(other.cells) > len(out[i].cells) and _neighbours(line, other):
                    words = _words(text_page, *spans[i])
                    groups = _groups_by_edge(words, other, line.bold, line.size)
                    if len(groups) > max(1, len(out[i].cells)):
                        out[i] = _with_cells(line, groups)
    return out


def _neighbours(line: Line, other: Line) -> bool:
    """True where two lines follow each other closely and begin alike, as rows of one table do."""
    if not line.box or not other.box:
        return False
    apart = max(line.box[1], other.box[1]) - min(line.box[3], other.box[3])
    if other.cells[0].text.endswith(":") or (line.bold and not other.bold and len(other.cells) == 2):
        return False  # a labelled line is no table row, nor is a heading above one
    if line.bold and not other.bold and other.box[1] < line.box[1]:
        return False  # a bold line below rows is the next heading
    if abs(line.size - other.size) > 0.15 * max(line.size, other.size):
        return False
    return apart < 2.6 * max(line.size, 8) and line.box[0] <= other.box[0] + 40 and len(line.text) <= 90


def _words(text_page: Any, first: int, count: int) -> list[Word]:
    """The words of a span of characters with their edges."""
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    words: list[Word] = []
    text, start, end = "", 0.0, 0.0
    for index in range(first, first + count):
        letter = chr(raw.FPDFText_GetUnicode(text_page, index))
        if letter.isspace():
            if text:
                words.append(Word(text, start, end))
            text = ""
            continue
        raw.FPDFText_GetCharBox(text_page, index, left, right, bottom, top)
        if not text:
            start = left.value
        text, end = text + letter, right.value
    if text:
        words.append(Word(text, start, end))
    return words


def _groups_by_gap(words: list[Word], letter: float) -> list[list[Word]]:
    groups: list[list[Word]] = []
    for word in words:
        if groups and word.left - groups[-1][-1].right <= GAP * letter:
            groups[-1].append(word)
        else:
            groups.append([word])
    return groups


def _groups_by_edge(words: list[Word], other: Line, bold: bool, size: float) -> list[list[Word]]:
    """Words cut where one of them begins at the left edge of a neighbour's cell.

    Beside or in a bold header, which may be centred, each word goes to the nearest column.
    """
    edges = [cell.box[0] for cell in other.cells[1:] if cell.box]
    groups: list[list[Word]] = []
    for word in words:
        gap = word.left - groups[-1][-1].right if groups else 99.0
        near = ALIGNED if gap > 0.34 * max(size, 8) else 1.0
        if not groups or any(abs(word.left - edge) <= near for edge in edges):
            groups.append([word])
        else:
            groups[-1].append(word)
    if (
        len(groups) == len(other.cells)
        or not (other.bold or bold)
        or len(other.cells) < 3
        or words[-1].text.endswith((":", "."))
    ):
        return groups
    centres = [(cell.box[0] + cell.box[2]) / 2 for cell in other.cells if cell.box]
    columns: list[list[Word]] = [[] for _ in centres]
    at = 0
    for word in words:
        middle = (word.left + word.right) / 2
        nearest = min(range(len(centres)), key=lambda i: abs(centres[i] - middle))
        at = max(at, nearest)
        columns[at].append(word)
    return [column for column in columns if column] if all(columns) else groups


def _with_cells(line: Line, groups: list[list[Word]]) -> Line:
    """The line with these cells; as it is where they do not hold exactly its words."""
    if len(groups) < 2 or not line.box or is_marker([" ".join(w.text for w in group) for group in groups]):
        return line
    text = " ".join(word.text for group in groups for word in group)
    if text.replace(" ", "") != line.text.replace(" ", ""):
        return line
    cells = tuple(Cell(" ".join(w.text for w in group), _box(group, line.box)) for group in groups)
    return replace(line, cells=cells)


def is_marker(cells: list[str]) -> bool:
    """True where two cells are only a number or bullet and the text it marks."""
    return len(cells) == 2 and bool(_MARKER.match(cells[0]))


def _box(group: list[Word], line: Box) -> Box:
    return group[0].left, line[1], group[-1].right, line[3]
